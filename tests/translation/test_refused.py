"""What a translator's program did to a file is looked at: what lost a code, or is of other words, is not written."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.translation.scene import back, loaded, scenario, sent, translate, units

from briefgen.cli.app import app
from briefgen.translation import NotXliff, read

SCENARIO = """title: A night bus
question: Should the town run a night bus?
decision_maker: Town council
issue: |
  The bus leaves [@last-bus]. [People *walk* [@taxi].]{.judgement}
options:
  - {id: none, name: No bus, baseline: true, summary: Nothing changes.}
  - {id: bus, name: Trial, summary: A bus runs.}
facts:
  - {id: last-bus, statement: The bus leaves., evidence: [{source: table, quote: bus}]}
  - {id: taxi, statement: There is a taxi., evidence: [{source: table, quote: taxi}]}
sources: [{id: table, title: Timetable, publisher: Lindby Transit, language: en, kind: dataset}]
"""

WHOLE = "Le bus part {1}. {2}Les gens {3}marchent{4} {5}.{6}"

_MARKDOWN = "its words would be read as Markdown, or its codes no longer are."
_TWICE = "it has `[@last-bus]` twice."
_CROSSES = "`]{.judgement}` ends where it does not belong."
_GONE = "translation-outdated: The scenario has nothing to translate as `{}`: it has changed since it went out."

WRONG = {
    "a citation is gone": ("Le bus part. {2}Les gens {3}marchent{4} {5}.{6}", "it lacks `[@last-bus]`."),
    "a citation stands twice": ("Le bus {1} part {1}. {2}Les gens {3}marchent{4} {5}.{6}", _TWICE),
    "a span does not begin": ("Le bus part {1}. Les gens {3}marchent{4} {5}.{6}", _CROSSES),
    "a span does not end": ("Le bus part {1}. {2}Les gens {3}marchent{4} {5}.", "it lacks `]{.judgement}`."),
    "spans cross": ("Le bus part {1}. {2}Les gens {3}marchent {6} {5}.{4}", _CROSSES),
    "emphasis of nothing": ("Le bus part {1}. {2}Les gens {3} {4}marchent {5}.{6}", _MARKDOWN),
}  # fmt: skip


@pytest.mark.parametrize(("words", "why"), WRONG.values(), ids=WRONG)
def test_a_text_that_lost_its_codes_is_not_written(tmp_path: Path, words: str, why: str) -> None:
    file = scenario(tmp_path, SCENARIO)
    root = sent(tmp_path, file, "fr")
    translate(units(root)["issue"], words)
    translate(units(root)["title"], "Un bus de nuit")
    made, told = back(tmp_path, file, root)
    assert told == [f"translation-refused: The translation of `issue` is not taken: {why}"]
    assert made and made.written == 1
    assert loaded(tmp_path, file).scenario.issue.texts.keys() == {"en"}  # type: ignore[union-attr]


ODD = {
    "stars and brackets are words": ("Le *bus* part {1}. {2}Les [gens] {3}vont{4} {5}.{6}",
                                     "Le \\*bus\\* part [@last-bus]. [Les \\[gens\\] *vont* [@taxi].]{.judgement}"),
    "a made-up citation is words": ("Le bus [@x] part {1}. {2}Les gens {3}marchent{4} {5}.{6}",
                                    "Le bus \\[@x\\] part [@last-bus]. [Les gens *marchent* [@taxi].]{.judgement}"),
    "codes in another order": ("{2}Les gens {3}marchent{4} {5}{6} : le bus part {1}.",
                               "[Les gens *marchent* [@taxi]]{.judgement} : le bus part [@last-bus]."),
    "YAML is words": ("- {1}: & # {2}'{3}\"{4} {5}.{6}", None),
}  # fmt: skip


@pytest.mark.parametrize(("words", "written"), ODD.values(), ids=ODD)
def test_signs_in_new_words_are_words(tmp_path: Path, words: str, written: str | None) -> None:
    file = scenario(tmp_path, SCENARIO)
    root = sent(tmp_path, file, "fr")
    translate(units(root)["issue"], words)
    _, told = back(tmp_path, file, root)
    issue = loaded(tmp_path, file).scenario.issue
    assert issue
    if written:
        assert told == []
        assert issue.texts["fr"].strip() == written
    else:
        assert bool(told) != ("fr" in issue.texts)


def test_words_that_changed_since_are_told(tmp_path: Path) -> None:
    file = scenario(tmp_path, SCENARIO)
    root = sent(tmp_path, file, "fr")
    translate(units(root)["issue"], WHOLE)
    translate(units(root)["options.bus.summary"], "Un bus roule.")
    file.write_text(
        SCENARIO.replace("The bus leaves [", "The last bus leaves [").replace(
            "{id: bus, name: Trial, summary: A bus runs.}", "{id: tram, name: Tram}"
        ),
        encoding="utf-8",
    )
    made, told = back(tmp_path, file, root)
    assert told == [
        _GONE.format("options.bus.name"),
        _GONE.format("options.bus.summary"),
        "translation-outdated: The translation of `issue` is not taken: its source has changed since it went out.",
    ]
    assert made and made.written == 0


def test_what_programs_make_of_codes_is_read(tmp_path: Path) -> None:
    """`g` for two ends, `x` for one, `mrk` around a sentence, spaces and line ends of their own."""
    file = scenario(tmp_path, SCENARIO)
    data = """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
        <file target-language="fr" source-language="en" original="x" datatype="x"><body><trans-unit id="issue">
        <source>The bus leaves\n <x id="1"/>. <g id="2">People <g id="3">walk</g> <x id="4"/>.</g></source>
        <target><mrk mtype="seg" mid="0">Le bus\n part <x id="1"/>.</mrk>
        <mrk mtype="seg" mid="1"><g id="2">Les gens <g id="3">marchent</g> <x id="4"/>.</g></mrk></target>
        </trans-unit></body></file></xliff>"""
    from lxml import etree

    made, told = back(tmp_path, file, etree.fromstring(data.strip()))
    assert told == []
    assert made and made.written == 1
    issue = loaded(tmp_path, file).scenario.issue
    assert issue and issue.texts["fr"].strip() == "Le bus part [@last-bus]. [Les gens *marchent* [@taxi].]{.judgement}"


X = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">{}</xliff>'
HOSTILE = {
    "no XML": (b"PK\x03\x04", "no sound XML"),
    "empty": (b"", "no sound XML"),
    "another XML": (b"<a/>", "no XLIFF 1.2"),
    "XLIFF 2": (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "it is XLIFF 2.0"),
    "no language": (X.format("").encode(), "does not name one language"),
    "a language that is none": (X.format('<file target-language="../x"/>').encode(), "does not name one language"),
    "an entity": (b'<!DOCTYPE x [<!ENTITY a "b">]>' + X.format("").encode(), "document type"),
    "an entity in UTF-16": (('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                             + X.format("")).encode("utf-16"), "document type"),
    "too deep": (X.format("<a>" * 5_000 + "</a>" * 5_000).encode(), "no sound XML"),
    "too large": (b" " * 20_000_001, "larger than"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_at_once(data: bytes, why: str) -> None:
    begun = time.process_time()
    with pytest.raises(NotXliff, match=why):
        read(data)
    assert time.process_time() - begun < 1


def test_the_commands_say_what_they_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scenario(tmp_path, SCENARIO)
    done = CliRunner().invoke(app, ["translations", "export", "bus", "--lang", "fr"])
    assert (done.exit_code, done.stdout) == (0, "bus-fr.xlf\n")
    assert done.stderr == "10 texts, 0 of them translated.\n"
    text = Path("bus-fr.xlf").read_text(encoding="utf-8")
    Path("bus-fr.xlf").write_text(
        text.replace("A night bus</source>", "A night bus</source><target>Un bus</target>"), encoding="utf-8"
    )
    done = CliRunner().invoke(app, ["translations", "import", "bus-fr.xlf", "bus"])
    assert done.stdout == "bus/scenario.yaml\n"
    assert done.stderr.endswith("1 texts written in `fr`, 0 unchanged, 9 not translated.\n")
    done = CliRunner().invoke(app, ["translations", "export", "bus", "--lang", "fr"])
    assert done.exit_code == 2
    assert "bus-fr.xlf" in done.stderr
    assert CliRunner().invoke(app, ["translations", "export", "bus", "--lang", "en"]).exit_code == 1 + 1
    assert CliRunner().invoke(app, ["translations", "import", "bus/scenario.yaml", "bus"]).exit_code == 2


def test_a_unit_of_no_field_is_told(tmp_path: Path) -> None:
    root = sent(tmp_path, scenario(tmp_path, SCENARIO), "fr")
    unit = units(root)["title"]
    unit.set("resname", "../../etc/passwd")
    translate(unit, "Titre")
    made, told = back(tmp_path, tmp_path / "bus" / "scenario.yaml", root)
    assert made and made.files == ()
    assert told[0].startswith("translation-outdated")
