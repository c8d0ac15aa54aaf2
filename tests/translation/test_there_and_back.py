"""What a translator gets holds all words of a scenario, and what comes home stands beside them."""

import difflib
from pathlib import Path

import pytest
from lxml import etree
from tests.laws.briefs import theme
from tests.translation.scene import back, copied, loaded, pseudo, scenario, sent, tag, translate, units
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import write
from briefgen.commands.untranslated import untranslated_texts
from briefgen.document.walk import note_marks, words
from briefgen.io.filesystem import World
from briefgen.markup.model import Prose
from briefgen.markup.parse import citations
from briefgen.model.walk import texts

SCENARIO = """# A night bus.
title: A night bus   # working title
question: >
  Should the town
  run a night bus?
decision_maker: {en: Town council}
issue: |
  The *last* bus leaves at 23:10 [@last-bus]. [People walk.]{.judgement}

  - See [the table](https://x.org), par. 3
  - or [@last-bus, p. 2; @taxi]
options:
  - id: none
    name: 'No
      bus'
    baseline: true
    summary: "Nothing changes."
  - {id: bus, name: Trial, summary: A bus runs.}
distribution: [Mayor, Council]
facts:
  - id: last-bus
    statement:
      en: The last bus leaves at 23:10.
      fr: Le dernier bus part à 23 h 10.  # to be confirmed
    evidence: [{source: table, quote: "23:10"}]
  - id: taxi
    statement: There is a taxi.
    evidence: [{source: table, quote: taxi}]
sources:
  - {id: table, title: Timetable, publisher: Lindby Transit, language: en, kind: dataset}
"""


def test_a_unit_is_a_field_with_its_citations_as_codes(tmp_path: Path) -> None:
    found = units(sent(tmp_path, scenario(tmp_path, SCENARIO), "fr"))
    assert list(found)[:4] == ["question", "options.none.summary", "options.bus.summary", "issue#1"]
    assert "sources.table.publisher" not in found  # a name
    source = found["issue#1"].find(tag("source"))
    assert source is not None
    assert [(etree.QName(code).localname, code.get("id"), code.text) for code in source] == [
        ("bpt", "1", "*"),
        ("ept", "1", "*"),
        ("ph", "2", "[@last-bus]"),
        ("bpt", "3", "["),
        ("ept", "3", "]{.judgement}"),
    ]
    assert found["facts.last-bus.statement"].findtext(tag("target")) == "Le dernier bus part à 23 h 10."
    assert "citations" in (found["facts.last-bus.statement"].findtext(tag("note")) or "")


FRENCH = {
    "title": "Un bus de nuit",
    "question": "La ville doit-elle faire rouler un bus de nuit ?",
    "decision_maker": "Conseil municipal",
    "issue#1": "Le {1}dernier{2} bus part à 23 h 10 {3}. {4}Les gens marchent.{5}",
    "issue#2": "{1}Voir {2}le tableau{3}, par. 3 {4}ou {5}",
    "options.none.name": "Aucun bus : rien",
    "options.bus.name": "Essai, de six mois",
    "distribution.2": "Conseil",
    "facts.last-bus.statement": "Le dernier bus quitte la gare à 23 h 10.",
}

WRITTEN = """# A night bus.
title:
  en: A night bus   # working title
  fr: Un bus de nuit
question:
  en: >
    Should the town
    run a night bus?
  fr: La ville doit-elle faire rouler un bus de nuit ?
decision_maker: {en: Town council, fr: Conseil municipal}
issue:
  en: |
    The *last* bus leaves at 23:10 [@last-bus]. [People walk.]{.judgement}

    - See [the table](https://x.org), par. 3
    - or [@last-bus, p. 2; @taxi]
  fr: |
    Le *dernier* bus part à 23 h 10 [@last-bus]. [Les gens marchent.]{.judgement}

    - Voir [le tableau](https://x.org), par. 3
    - ou [@last-bus, p. 2; @taxi]
options:
  - id: none
    name:
      en: 'No
        bus'
      fr: "Aucun bus : rien"
    baseline: true
    summary: "Nothing changes."
  - {id: bus, name: {en: Trial, fr: "Essai, de six mois"}, summary: A bus runs.}
distribution: [Mayor, {en: Council, fr: Conseil}]
facts:
  - id: last-bus
    statement:
      en: The last bus leaves at 23:10.
      fr: Le dernier bus quitte la gare à 23 h 10.  # to be confirmed
    evidence: [{source: table, quote: "23:10"}]
  - id: taxi
    statement: There is a taxi.
    evidence: [{source: table, quote: taxi}]
sources:
  - {id: table, title: Timetable, publisher: Lindby Transit, language: en, kind: dataset}
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_translations_stand_beside_the_words_and_nothing_else_changes(tmp_path: Path, line_end: str) -> None:
    file = scenario(tmp_path, SCENARIO.replace("\n", line_end))
    root = sent(tmp_path, file, "fr")
    for name, unit in units(root).items():
        if name in FRENCH:
            translate(unit, FRENCH[name])
    made, told = back(tmp_path, file, root)
    assert told == []
    assert made
    assert (made.written, made.same, made.untranslated) == (8, 0, 4)
    assert file.read_bytes().decode() == WRITTEN.replace("\n", line_end)
    assert (file.parent / ".briefgen" / "backup" / "scenario.yaml.1").read_bytes() == SCENARIO.replace(
        "\n", line_end
    ).encode()


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026"])
def test_what_comes_back_as_it_went_changes_no_byte(tmp_path: Path, name: str) -> None:
    file = copied(name, tmp_path)
    before = {path: path.read_bytes() for path in file.parent.rglob("*.yaml")}
    made, told = back(tmp_path, file, sent(tmp_path, file, "fr"))
    assert (told, made and made.written, made and made.files) == ([], 0, ())
    assert before == {path: path.read_bytes() for path in file.parent.rglob("*.yaml")}


@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026", "starter"])
def test_a_brief_in_a_language_that_nobody_speaks(tmp_path: Path, name: str) -> None:
    """Pseudo-translation: every text comes home, each cites what its original cites, nothing that stood there changed,
    and the brief has the same notes."""
    file = copied(name, tmp_path)
    before = loaded(tmp_path, file).scenario
    lines = {path: path.read_text(encoding="utf-8").split("\n") for path in file.parent.rglob("*.yaml")}
    root = sent(tmp_path, file, "tlh")
    for unit in units(root).values():
        pseudo(unit)
    made, told = back(tmp_path, file, root)
    assert told == []
    assert made and made.untranslated == 0
    after = loaded(tmp_path, file).scenario
    assert untranslated_texts(after, "tlh") == []
    source = before.language
    for old, new in zip(texts(before), texts(after), strict=True):
        assert {key: " ".join(text.split()) for key, text in new.texts.items() if key != "tlh"} == {
            key: " ".join(text.split()) for key, text in old.texts.items()
        }
        if isinstance(new, Prose):
            mine, theirs = ([(c.fact, c.locator) for c in citations(new, lang)] for lang in (source, "tlh"))
            assert mine == theirs
            assert "‹" in new.texts["tlh"]
    for path, old_lines in lines.items():
        new_lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        gone = [
            line for line in difflib.ndiff([line.strip() for line in old_lines], new_lines) if line.startswith("- ")
        ]
        assert all(_still_there(line[2:], new_lines) for line in gone), gone
    if name == "starter":
        found = reported(check, World(tmp_path), file)[1]
        assert [each.code for each in found if each.severity == "error"] == []
    briefs = [reported(prepare, World(tmp_path), file, RenderOptions(lang=lang))[0] for lang in (source, "tlh")]
    if all(briefs):
        marks = [[mark.number for mark in note_marks(each.brief.document)] for each in briefs if each]
        assert marks[0] == marks[1]
        assert "[en]" not in " ".join(words(briefs[1].brief.document))  # type: ignore[union-attr]
        assert write(briefs[1].brief.document, theme(), "a4", ("docx", "pdf", "html"))  # type: ignore[union-attr]


def _still_there(line: str, lines: list[str]) -> bool:
    """Whether a line was only parted: `title: X` is `title:` and `en: X` now, `{en: X}` has more in it, or lines."""
    _, _, value = line.partition(": ")
    inner = value.strip("{}")
    return any(value and (value in new or inner in new or new.removeprefix("en: ") in value) for new in lines)
