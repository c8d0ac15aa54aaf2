"""The summary of a review as a paper: what stands in it, and that it is sound in Word and on the web."""

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from tests.docx.linter import faults
from tests.docx.open_xml_sdk import findings
from tests.html.axe import axe, found
from tests.html.browser import Browser
from tests.html.reading import said
from tests.laws.briefs import loaded, theme
from tests.redline.notation import shown
from tests.review.sessions import Session
from tests.review.test_sessions import for_review
from tests.review.test_sessions import found as found_in
from tests.tools import require
from tests.word_files import unzipped

from briefgen.commands.paper import properties, running
from briefgen.commands.render import write
from briefgen.document import Document
from briefgen.exhibits import Words
from briefgen.locale import load
from briefgen.review.combine import merged
from briefgen.review.model import (
    Addition,
    By,
    Comment,
    Deletion,
    Disagreement,
    Edit,
    Finding,
    Formatting,
    Join,
    Move,
    OutsideEdit,
    Reply,
    Reviews,
    TextChange,
    Unplaced,
    Version,
)
from briefgen.review.summary import summarised

ANN, BOB = By("Ann", "2026-03-04T10:11:00Z", "a.docx"), By("Bob", "2026-03-05T09:00:00Z", "a.docx")
CARLA, OFF = By("Carla", "2026-03-06T08:00:00Z", "c.docx"), By(file="a.docx")


def summary(
    *held: Finding, scenario: str = "starter", lang: str = "en", files: tuple[str, ...] = ("a.docx",)
) -> Document:
    read = loaded(scenario)
    words = Words(load(lang), lang)
    reviews = Reviews(read, held, files, {("issue.en", 0): ("last-bus",)})
    told = properties(read, "", words), running(read.scenario, words)
    return summarised(reviews, words.locale, lang, *told)


def body(*held: Finding, **asked: str) -> list[str]:
    """What is said under the table of reviewers and the key."""
    lines = shown(summary(*held, **asked)).splitlines()  # type: ignore[arg-type]
    return lines[[line.startswith("[-") and "{+" in line for line in lines].index(True) + 1 :]


BUDGET = Edit(
    "recommendation.would_change.en", 0, "A price above the budget.", "A price above twice the means.",
    (TextChange(14, "", "twice ", ANN), TextChange(18, "budget", "means", BOB)),
)  # fmt: skip


def test_an_edit_stands_in_its_place_and_in_words() -> None:
    assert body(BUDGET) == [
        "# Recommendation",
        "# recommendation.would_change.en",
        "A price above {+twice +}the [-budget-]{+means+}.",
        "- “twice ” was put in — Ann, 4 March 2026, 10:11",
        "- “budget” became “means” — Bob, 5 March 2026, 09:00",
    ]


def test_what_two_did_alike_is_told_once_and_of_both() -> None:
    made = merged([(BUDGET,), (replace(BUDGET, changes=tuple(replace(s, by=CARLA) for s in BUDGET.changes)),)])
    assert body(*made, files=("a.docx", "c.docx"))[2:] == [
        "A price above {+twice +}the [-budget-]{+means+}.",
        "- “twice ” was put in — Ann (a.docx), 4 March 2026, 10:11; Carla (c.docx), 6 March 2026, 08:00",
        "- “budget” became “means” — Bob (a.docx), 5 March 2026, 09:00; Carla (c.docx), 6 March 2026, 08:00",
    ]


def test_a_new_paragraph_is_seen() -> None:
    """“” was said to be put in."""
    edit = Edit("issue.en", 0, "So. Or not.", "So.\n\nOr not.", (TextChange(3, " ", "\n\n", ANN),))
    assert body(edit)[-1] == "- “ ” became “ ¶ ” — Ann, 4 March 2026, 10:11"


def test_it_is_headed_by_title_edition_files_and_counts() -> None:
    lines = shown(summary(BUDGET, Deletion("issue.en", 0, "Gone.", OFF))).splitlines()
    assert lines[:2] == ["Summary of a review", "A night bus for Lindby"]
    assert "1 edit and 1 paragraph taken out." in lines
    assert [line for line in lines if "|" in line] == [
        "Reviewer|Changes|Comments|When",
        "Ann|1|0|4 March 2026, 10:11",
        "Bob|1|0|5 March 2026, 09:00",
        "Not tracked|1|0|–",
    ]


def test_what_is_in_a_thing_stands_under_its_name() -> None:
    path = "options.assessment-team.summary.en"
    assert body(Formatting(path, 1, "team", "strong", True, ANN), scenario="haiti-2022") == [
        "# Options",
        "# Assessment team",
        f"# {path} (paragraph 2)",
        "“team” was made bold — Ann, 4 March 2026, 10:11",
    ]


def test_a_comment_stands_with_its_answers_and_its_words() -> None:
    thread = Reply("Since when?\nI doubt it.", ANN), Reply("2019.", BOB)
    assert body(Comment("issue.en", 0, "last bus", thread, True, ("title.en",))) == [
        "# Issue",
        "# issue.en",
        "Comment on “last bus” and in title.en (marked as done) ",
        "- Ann, 4 March 2026, 10:11: Since when? ↵ I doubt it.",
        "- Bob, 5 March 2026, 09:00: 2019.",
    ]


def test_of_a_disagreement_both_readings_stand_and_none_is_chosen() -> None:
    one = Version("It is so.", "It was so.", (TextChange(3, "is", "was", ANN),), (ANN,))
    two = Version("It is so.", "", (), (BOB,))
    assert body(Disagreement("issue.en", 0, (one, two))) == [
        "# Issue",
        "# issue.en",
        "Disagreement: nothing was chosen",
        "Ann, 4 March 2026, 10:11:",
        "It [-is-]{+was+} so.",
        "Bob, 5 March 2026, 09:00: takes the paragraph out",
        "[-It is so.-]",
    ]


def test_a_citation_that_was_taken_out_is_named() -> None:
    edit = Edit("issue.en", 0, "So.", "So.", (TextChange(3, "", "", ANN, (0, 1)),))
    assert body(edit)[-1] == (
        "- the citation of last-bus was taken out; a citation was taken out — Ann, 4 March 2026, 10:11"
    )


def test_what_is_in_no_field_comes_behind_and_what_has_no_place_last() -> None:
    held = (
        Unplaced(Addition("Or not.", "issue.en", ANN), "between-fields", "title.en"),
        Addition("And who pays?\n\nWe?", "issue.en", ANN),
        OutsideEdit("computed", "40", "50", "", OFF),
        Join("issue.en", 0, "background.en", 0, ANN),
        Move("issue.en", 0, "Buses.", "", ANN),
        Deletion("issue.en", 0, "Gone.", OFF, elsewhere=True),
    )
    assert body(*held) == [
        "# Issue",
        "# issue.en",
        "Joined with the paragraph of background.en — Ann, 4 March 2026, 10:11",
        "Buses.",
        "Moved to the beginning — Ann, 4 March 2026, 10:11",
        "[-Gone.-]",
        "The paragraph was taken out — Not tracked",
        "It still stands elsewhere in the brief.",
        "# Outside the fields of the scenario",
        "{+And who pays? ¶ We?+}",
        "A new paragraph behind issue.en — Ann, 4 March 2026, 10:11",
        "Words worked out: “40” became “50” — Not tracked",
        "# Without a place in the scenario",
        "issue.en: Between this and title.en: “Or not.” was put in — Ann, 4 March 2026, 10:11",
    ]


def test_of_several_files_each_is_named() -> None:
    other = Edit("issue.en", 0, "So.", "So!", (TextChange(2, ".", "!", By("Ann", "no date", "b.docx")),))
    lines = shown(summary(BUDGET, other, files=("a.docx", "b.docx"))).splitlines()
    assert "Ann (b.docx)|1|0|–" in lines
    assert "- “.” became “!” — Ann (b.docx)" in lines


def test_nothing_is_said_to_be_nothing() -> None:
    assert shown(summary()).splitlines()[-1] == "Nothing was changed."


def test_it_bears_the_marking_of_the_scenario() -> None:
    assert summary(scenario="kelmouth-2026").running.marking == "TLP:AMBER"


def test_what_a_reviewer_wrote_cannot_turn_the_line_or_hide_in_it() -> None:
    name = By("A\u202en\u0000\n", "2026-99-99T10:11", "a.docx")
    told = body(Addition("a\u202eb\ue000c", "", name))
    assert told[1:] == ["{+ab\ufffdc+}", "A new paragraph at the beginning — An\ufffd"]


def reviewed(seed: int = 3) -> Document:
    """The summary of what two reviewers did to a whole brief."""
    of = ("kelmouth-2026", "en", "options-paper", "")
    files = []
    for at, name in enumerate(("ann.docx", "bob.docx")):
        session = Session(for_review(of), Random(seed + at))
        session.work(14)
        files.append(found_in(session.saved(), of[0], name))
    held = [
        *merged(files),
        Disagreement("issue.en", 0, (Version("a b", "a", (TextChange(1, " b", "", ANN),), (ANN,)),)),
    ]
    return summary(*held, scenario=of[0], files=("ann.docx", "bob.docx"))


def test_in_word_changes_are_lines_and_nothing_is_there_to_be_accepted() -> None:
    made = write(summary(BUDGET), theme(), "a4", ("docx",))["docx"]
    assert faults(made) == []
    xml = unzipped(made)["word/document.xml"].decode()
    assert "<w:strike/>" in xml and '<w:u w:val="double"/>' in xml
    assert "<w:ins " not in xml and "<w:del " not in xml


def test_on_the_web_changes_are_heard() -> None:
    heard = " ".join(said(write(summary(BUDGET), theme(), "a4", ("html",))["html"]))
    assert "Deleted:" in heard and "Inserted:" in heard
    heard = " ".join(said(write(summary(BUDGET, lang="fr"), theme(), "a4", ("html",))["html"]))
    assert "Fin de la suppression." in heard and "End of" not in heard


@pytest.mark.slow
def test_validators_find_nothing(tmp_path: Path) -> None:
    audit, integrity = pytest.importorskip("openxml_audit"), pytest.importorskip("ooxml_integrity")
    path = tmp_path / "review.docx"
    path.write_bytes(write(reviewed(), theme(), "a4", ("docx",))["docx"])
    assert faults(path.read_bytes()) == []
    assert [*map(str, audit.OpenXmlValidator().validate(str(path)).errors), *map(str, integrity.check(str(path)))] == []
    assert findings(path) == []


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_a_summary(tmp_path: Path, dark: bool) -> None:
    script = axe()
    (tmp_path / "review.html").write_bytes(write(reviewed(), theme(), "a4", ("html",))["html"])
    with Browser(require("chromium"), tmp_path / "profile") as browser:
        browser.open(tmp_path / "review.html", 1280, 900, dark=dark)
        assert found(browser, script) == []
