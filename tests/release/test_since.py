"""`render --since`: what changed since an earlier edition, in words, and only what the readers may see."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.command_line import run
from tests.use_cases import reported

from briefgen.analysis.editions import Counted, Moved, Pair, Since, since
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import Examined, prepare
from briefgen.commands.render import produce
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.model.read import load
from briefgen.model.scenario import Scenario
from briefgen.release.filter import filtered

TEXT = """\
format: 1
title: A night bus
question: Should the town run a night bus?
decision_maker: The council
marking: TLP:CLEAR
edition: {number: 1}
audiences:
  - {id: public, name: The public, marking: TLP:CLEAR}
criteria:
  - {id: access, name: Access, weight: 60, definition: Who gets home., reason: So., scale: {low: 1, high: 5, step: 1}}
  - {id: price, name: Price, weight: 40, definition: What it is., reason: So., scale: {low: 1, high: 5, step: 1}}
options:
  - {id: none, name: No bus, baseline: true, assessments: {access: {score: 1, reason: None.}}}
  - {id: trial, name: A trial, assessments: {access: {score: 3, reason: Some.}}}
stakeholders:
  - {id: firm, name: Taxi firm, positions: {trial: {stance: opposes, basis: inferred}}}
gaps:
  - {id: cost, text: What it costs., reason: It may be dear.}
assumptions:
  - {id: staff, statement: Drivers can be found.}
"""


def scenario(folder: Path, text: str) -> Scenario:
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    loaded, faults = load(World(folder), Path("scenario.yaml"))
    assert loaded is not None, faults
    return loaded.scenario


def changes(folder: Path, old: str, new: str, audience: str = "") -> Since:
    """What changed from one text to another, as an audience may see it."""
    before, after = scenario(folder / "old", old), scenario(folder / "new", new)
    if not audience:
        return since(Pair(before, before), Pair(after, after), "en")
    readers = next(each for each in after.audiences if each.id == audience)
    seen = [filtered(each, readers).scenario for each in (before, after)]
    assert seen[0] is not None
    assert seen[1] is not None
    return since(Pair(seen[0], before), Pair(seen[1], after), "en")


def test_nothing(tmp_path: Path) -> None:
    assert changes(tmp_path, TEXT, TEXT) == Since(1, ())


def test_what_has_one_value_is_told_with_both(tmp_path: Path) -> None:
    new = TEXT.replace("stance: opposes", "stance: mixed").replace("score: 3", "score: {low: 3, high: 4}")
    new = new.replace("weight: 60", "weight: 55").replace("weight: 40", "weight: 45")
    assert changes(tmp_path, TEXT, new).changes[:4] == (
        Moved("position", "Taxi firm", "A trial", "opposes", "mixed"),
        Moved("cell", "A trial", "Access", "3", "3–4"),
        Moved("weight", "Access", was="60", now="55"),
        Moved("weight", "Price", was="40", now="45"),
    )


def test_things_are_counted(tmp_path: Path) -> None:
    new = TEXT.replace("It may be dear.", "It may be very dear.").replace(
        "  - {id: staff, statement: Drivers can be found.}",
        "  - {id: fuel, statement: Fuel stays.}\n  - {id: road, statement: Roads stay.}",
    )
    assert changes(tmp_path, TEXT, new).changes == (Counted("assumptions", 2, 1), Counted("gaps", changed=1))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("reason: It may be dear.}", "reason: It may be dear., marking: TLP:AMBER}"),
        ("basis: inferred}", "basis: inferred, marking: TLP:AMBER}"),
        ("reason: Some.}", "reason: Some., marking: TLP:AMBER}"),
        ("What it costs., reason", "'What it costs. [It will.]{.marking-tlp-amber}', reason"),
        ("{id: staff,", "{id: staff, marking: TLP:AMBER,"),
        ("{id: firm,", "{id: firm, marking: TLP:AMBER,"),
        ("{id: price,", "{id: price, marking: TLP:AMBER,"),
    ],
)
def test_to_withhold_something_is_no_change(tmp_path: Path, was: str, now: str) -> None:
    """Not even as a count: it would tell that something is withheld."""
    assert TEXT.count(was) == 1
    assert changes(tmp_path, TEXT, TEXT.replace(was, now), "public") == Since(1, ())


@pytest.mark.parametrize("add", ["", "."])
def test_what_is_withheld_in_both_is_not_told(tmp_path: Path, add: str) -> None:
    marked = TEXT.replace("reason: It may be dear.", "reason: It may be dear., marking: TLP:AMBER").replace(
        "stance: opposes", "stance: opposes, marking: TLP:AMBER"
    )
    new = marked.replace("It may be dear", f"It is dear{add}").replace("stance: opposes", "stance: supports")
    assert changes(tmp_path, marked, new, "public") == Since(1, ())
    assert len(changes(tmp_path / "whole", marked, new).changes) == 2


def recommends(folder: Path, option: str, name: str, marking: str) -> None:
    """An edition that recommends an option of its own, which is marked."""
    text = TEXT.replace(
        "criteria:", f"recommendation: {{option: {option}, text: Do it., confidence: low}}\ncriteria:", 1
    )
    more = f"  - {{id: {option}, name: {name}, marking: {marking}, definition: It is another way.}}\n"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text.replace("stakeholders:", f"{more}stakeholders:", 1), encoding="utf-8")


@pytest.mark.parametrize(("marking", "goes_out"), [("TLP:AMBER", False), ("TLP:CLEAR", True)])
def test_the_last_look_knows_what_the_old_edition_withholds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marking: str, goes_out: bool
) -> None:
    """The new one does not know its words, and withholds nothing: nobody looked."""
    recommends(tmp_path / "old", "depot", "Tannery depot", marking)
    recommends(tmp_path / "new", "tram", "A tram", "TLP:CLEAR")

    def faulty(old: Pair, new: Pair, lang: str) -> Since:
        return since(Pair(old.whole, old.whole), new, lang)

    monkeypatch.setattr("briefgen.commands.editions.since", faulty)
    order = RenderOptions(("docx", "pdf", "html"), audience="public", since="old")
    made, faults = produced(tmp_path, order)
    assert ("withheld-words-found" in {each.code for each in faults}) != goes_out
    assert bool(made) == goes_out


def test_what_the_new_edition_tells_is_no_secret_of_the_old(tmp_path: Path) -> None:
    recommends(tmp_path / "old", "depot", "Tannery depot", "TLP:AMBER")
    recommends(tmp_path / "new", "depot", "Tannery depot", "TLP:CLEAR")
    made, faults = produced(tmp_path, RenderOptions(("docx", "pdf", "html"), audience="public", since="old"))
    assert [each.message for each in faults if each.severity == "error"] == []
    assert b"Tannery" in made["html"]


def produced(folder: Path, order: RenderOptions) -> tuple[Mapping[Format, bytes], list[Diagnostic]]:
    """The brief of `new`, whose scenario no check would let pass."""
    world = World(folder)
    loaded, faults = load(world, Path("new/scenario.yaml"))
    assert loaded is not None, faults
    made, faults = reported(prepare, world, Path("new/scenario.yaml"), order, Examined(loaded, None, None, ()))
    assert made is not None, [each.message for each in faults]
    return reported(produce, world, made, order)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter, and an edition before it."""
    import shutil

    from briefgen.io.filesystem import shipped

    monkeypatch.chdir(tmp_path)
    for name in ("old", "new"):
        shutil.copytree(shipped("scenarios") / "starter", tmp_path / name)
    file = tmp_path / "old" / "evidence" / "stakeholders.yaml"
    text = file.read_text(encoding="utf-8")
    assert "stance: opposes" in text
    file.write_text(text.replace("stance: opposes", "stance: neutral", 1), encoding="utf-8")
    return tmp_path


def test_a_paper_says_it_and_makes_itself_again(here: Path) -> None:
    """The PDF carries what changed, not the edition before it."""
    assert run("render", "new", "--since", "old", "--to", "pdf", "--to", "html").exit_code == 0
    page = (here / "briefs/new.html").read_text(encoding="utf-8")
    assert "changed from “neutral” to “opposes”." in page
    assert run("extract", "briefs/new.pdf", "taken").exit_code == 0
    assert run("render", "taken", "--to", "pdf").exit_code == 0
    assert (here / "briefs/taken.pdf").read_bytes() == (here / "briefs/new.pdf").read_bytes()
    assert run("verify", "briefs/new.pdf").exit_code == 0


def test_without_it_nothing_is_said(here: Path) -> None:
    assert run("render", "new", "--to", "html").exit_code == 0
    assert "since edition" not in (here / "briefs/new.html").read_text(encoding="utf-8")


def test_a_template_without_a_place_for_it_says_so(here: Path) -> None:
    done = run("render", "new", "--since", "old", "--to", "pdf", "--template", "decision-note")
    assert "[since-not-shown]" in done.output
    assert run("extract", "briefs/new-decision-note.pdf", "taken").exit_code == 0
    assert "since" not in (here / "taken/brief.json").read_text(encoding="utf-8")


def test_an_edition_that_is_not_there(here: Path) -> None:
    done = run("render", "new", "--since", "none")
    assert done.exit_code == 2
    assert not (here / "briefs").exists()


def test_a_pdf_is_no_edition_and_what_to_do_is_said(here: Path) -> None:
    """It was said to be “a PDF, not a text”, which helped nobody."""
    assert run("render", "old", "--to", "pdf").exit_code == 0
    done = run("render", "new", "--since", "briefs/old.pdf")
    assert done.exit_code == 2
    assert "`briefgen extract briefs/old.pdf DIR` takes out" in " ".join(done.output.split())
