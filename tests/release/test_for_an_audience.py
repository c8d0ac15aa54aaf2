"""Briefs for one audience: what their files hold, what they are called, and that they come out of themselves again."""

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.explanations.pages import lay
from tests.release.rendered import pdf, taken_out
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.commands.options import RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import render
from briefgen.commands.verify import verify_brief
from briefgen.core.diagnostic import Diagnostic
from briefgen.document import Document
from briefgen.io.filesystem import World, shipped

KELMOUTH = shipped("scenarios") / "kelmouth-2026"
HAITI = shipped("scenarios") / "haiti-2022"

BUS = """
audiences:
  - {id: public, name: {en: The public, fr: Le public}, marking: TLP:CLEAR}
  - {id: council, name: The council, marking: TLP:AMBER}
marking: TLP:CLEAR
issue: They walk [@last-bus]. [The operator wants money [@last-bus].]{.marking-tlp-amber}
"""


def document(scenario: Path, audience: str, lang: str = "en") -> Document:
    made, faults = reported(
        prepare, World(scenario.parent), scenario / "scenario.yaml", RenderOptions(audience=audience, lang=lang)
    )
    assert made is not None, faults
    return made.brief.document


def bus(folder: Path, more: str = BUS) -> World:
    lay([("scenario.yaml", more)], folder / "bus")
    return World(folder)


def faults(found: list[Diagnostic]) -> list[str]:
    return [f"{each.code}: {each.message}" for each in found if each.severity != "info"]


@pytest.mark.parametrize(
    ("scenario", "audience", "banner"),
    [
        (KELMOUTH, "", "TLP:AMBER"),
        (KELMOUTH, "council", "TLP:AMBER"),
        (KELMOUTH, "partners", "TLP:GREEN"),
        (KELMOUTH, "public", "TLP:CLEAR"),
        (HAITI, "", "TLP:GREEN"),
        (HAITI, "officials", "TLP:GREEN"),
        (HAITI, "public", "TLP:CLEAR"),
    ],
)
def test_the_banner_is_the_highest_marking_that_is_left(scenario: Path, audience: str, banner: str) -> None:
    assert document(scenario, audience).running.marking == banner


@pytest.mark.parametrize(("lang", "name"), [("en", "The public"), ("fr", "Le public")])
def test_a_brief_says_whom_it_is_for(lang: str, name: str) -> None:
    assert document(KELMOUTH, "public", lang).properties.audience == name
    assert document(KELMOUTH, "", lang).properties.audience == ""


@pytest.mark.parametrize("scenario", [KELMOUTH, HAITI], ids=["kelmouth", "haiti"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_notes_tables_and_figures_are_numbered_without_gaps(scenario: Path, lang: str) -> None:
    made = document(scenario, "public", lang)
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    for word in ("Table", "Figure" if lang == "en" else "Graphique"):
        labels = [block.caption.label for block in made.blocks if getattr(block, "caption", None)]
        numbers = [int(each.rpartition(" ")[2]) for each in labels if each.startswith(word)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_nothing_that_is_withheld_is_in_any_file(tmp_path: Path) -> None:
    """Read by other programs than ours: the parts of the DOCX as XML, the page as text, the attachments of the PDF."""
    world = World(tmp_path)
    order = RenderOptions(("docx", "pdf", "html", "native"), Path("out"), audience="public")
    written, _ = reported(render, world, KELMOUTH / "scenario.yaml", order)
    assert [path.name for path in written] == [
        f"kelmouth-2026-public.{form}" for form in ("docx", "pdf", "html", "native")
    ]
    texts = [(tmp_path / path).read_text(encoding="utf-8") for path in written[2:]]
    with zipfile.ZipFile(tmp_path / written[0]) as package:
        for name in package.namelist():
            data = package.read(name)
            texts.append("".join(etree.fromstring(data).itertext()) if name.endswith((".xml", ".rels")) else "")
            texts.append(data.decode("latin-1"))
    folder, _ = taken_out(tmp_path, (tmp_path / written[1]).read_bytes())
    texts += [path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.suffix in (".yaml", ".json")]
    for secret in (
        "Tannery",
        "410,000",
        "410 000",
        "Eastgate",
        "minutes-closed",
        "draft-terms",
        "TLP:AMBER",
        "Council and",
    ):
        assert not any(secret in text for text in texts), secret
    assert any("Corvelles" in text for text in texts), "what is for all is there"


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_it_carries_makes_the_same_brief(audience: str, tmp_path: Path) -> None:
    made = pdf(tmp_path, KELMOUTH, RenderOptions(template="decision-note", audience=audience))
    out, told = taken_out(tmp_path, made)
    assert told == []
    assert pdf(tmp_path, out) == made
    verified, told = reported(verify_brief, World(tmp_path), Path("brief.pdf"))
    assert verified is not None
    assert (verified.content, told) == ("same-bytes", [])


def test_a_brief_says_that_its_figures_are_its_own(tmp_path: Path) -> None:
    """Of what was left out, nothing more is said; and nothing where no figure rests on it."""
    from briefgen.dump.dump import write

    assert "computed only from what this paper shows" in write(document(KELMOUTH, "public")).decode()
    assert "computed only from what this paper shows" not in write(document(KELMOUTH, "council")).decode()
    bus(tmp_path)
    assert "worked out from what stands" not in write(document(tmp_path / "bus", "public")).decode()


def test_an_audience_that_is_not_there_gets_no_brief(tmp_path: Path) -> None:
    world = bus(tmp_path)
    written, found = reported(render, world, Path("bus/scenario.yaml"), RenderOptions(audience="pubic"))
    assert written == []
    assert faults(found) == ["unknown-audience: There is no audience `pubic`."]
    assert found[-1].hint == "Did you mean `public`?"


LATE = """
on_withheld: report
background: It is late [@late].
facts:
  - id: last-bus
    statement: The last bus leaves the station at 23:10.
    evidence: [{source: survey, quote: "the last bus leaves the station at 23:10"}]
  - id: late
    statement: After it, people take a taxi, walk, or are fetched.
    marking: TLP:AMBER
    evidence: [{source: survey, quote: "people take a taxi, walk, or are fetched"}]
"""


def test_a_sentence_that_rests_on_nothing_keeps_the_brief_back_where_the_author_says_so(tmp_path: Path) -> None:
    more = BUS + LATE
    world = bus(tmp_path, more)
    for audience, codes in (("council", []), ("public", ["rests-on-withheld"])):
        written, found = reported(
            render, world, Path("bus/scenario.yaml"), RenderOptions(("native",), audience=audience)
        )
        assert bool(written) == (not codes)
        assert [each.code for each in found if each.severity == "error"] == codes
    dropped = more.replace("on_withheld: report", "on_withheld: drop")
    written, _ = reported(
        render, bus(tmp_path, dropped), Path("bus/scenario.yaml"), RenderOptions(("native",), audience="public")
    )
    assert "It is late" not in (tmp_path / written[0]).read_text()


HANGING = """
audiences: [{id: public, name: The public, marking: TLP:CLEAR}]
facts:
  - id: last-bus
    statement: The last bus leaves the station at 23:10.
    evidence: [{source: survey, quote: "the last bus leaves the station at 23:10"}]
    marking: TLP:GREEN
criteria: []
judgements:
  - {id: few, statement: Few ride., confidence: low, facts: [last-bus], marking: TLP:CLEAR%s}
"""


def test_check_shows_beforehand_what_an_audience_would_miss(tmp_path: Path) -> None:
    world = bus(tmp_path, HANGING % "")
    told = [
        (each.code, each.span.text.partition("\n")[0])
        for each in reported(check, world, Path("bus/scenario.yaml"), audience="public")[1]
        if each.span and each.code in ("piece-withheld", "left-hanging")
    ]
    assert told == [
        ("left-hanging", "{id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}"),
        ("piece-withheld", "id: last-bus"),
        ("left-hanging", "{id: few, statement: Few ride., confidence: low, facts: [last-bus], marking: TLP:CLEAR}"),
    ]
    short = [each for each in reported(check, world, Path("bus/scenario.yaml"))[1] if each.code == "audience-misses"]
    assert [each.message for each in short] == [
        "`public` would miss 1 piece; 2 things would then hang in the air.",
    ]


def test_what_hangs_may_be_waived_and_keeps_a_strict_brief_back(tmp_path: Path) -> None:
    order = RenderOptions(("native",), audience="public", strict=True, force=True)
    lax = """
rules: {marking-too-low: off}
sources:
  - id: survey
    title: Survey
    file: survey.txt
    redistribution: allowed
    waive: {left-hanging: That there is a survey is known.}
"""
    written, found = reported(render, bus(tmp_path, lax + HANGING % ""), Path("bus/scenario.yaml"), order)
    assert (written, faults(found)) == ([], ["left-hanging: For `public`, the judgement `few` rests on no fact."])
    waived = HANGING % ", waive: {left-hanging: Everyone knows it.}"
    written, found = reported(render, bus(tmp_path, lax + waived), Path("bus/scenario.yaml"), order)
    assert (len(written), faults(found)) == (1, [])
