"""From a reviewer's Word file into the YAML, by the command."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.program import Run
from tests.review.test_edits import with_comments
from tests.review.word import ANN, edited
from tests.word_files import unzipped, zipped

SCENARIO = """\
title: Night bus   # for the council
question: Should there be a night bus?
decision_maker: Council
neutral: true
issue: >-
  The last bus goes at 23:10 [@last-bus]. [Many walk
  home.]{.judgement}
options:
  - {id: none, name: No bus, baseline: true, definition: 'All stays as it is.'}
  - id: bus
    name: A bus
    definition: "One bus leaves \\u2014 at one."
sources:
  - {id: s, title: Timetable, file: s.txt, redistribution: allowed}
facts:
  - id: last-bus
    statement: The last bus leaves at 23:10.
    evidence: [{source: s, quote: The last bus of the day leaves at 23:10}]
"""


@pytest.fixture
def sent(briefgen: Run, here: Path) -> Path:
    """A brief that went out for review."""
    (here / "bus" / "texts").mkdir(parents=True)
    (here / "bus" / "texts" / "s.txt").write_text("The last bus of the day leaves at 23:10.\n")
    (here / "bus" / "scenario.yaml").write_text(SCENARIO)
    assert briefgen("render", "bus", "--review").exit_code == 0
    return here / "briefs" / "bus.docx"


def back(sent: Path, *changes: tuple[str, str], name: str = "back.docx") -> str:
    """The file as it came back, each text changed wherever it stands."""
    (sent.parent.parent / name).write_bytes(edited(sent.read_bytes(), *changes))
    return name


def written(sent: Path) -> str:
    return (sent.parent.parent / "bus" / "scenario.yaml").read_text()


def test_only_the_words_change(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", back(sent, ("Many walk home.", "Most walk home.")), "--scenario", "bus", "--apply")
    assert written(sent) == SCENARIO.replace("[Many walk", "[Most walk")
    assert "bus/scenario.yaml:5: written: issue.en" in done.stdout
    assert "1 of 1 changes and comments were written into 1 file." in done.stderr
    assert done.exit_code == 0


def test_the_check_says_what_an_edit_broke(briefgen: Run, sent: Path) -> None:
    """A citation stays where it is, and the number that a reviewer put in is not what its fact says."""
    done = briefgen("review", back(sent, ("goes at 23:10", "goes at 22:10")), "--scenario", "bus", "--apply")
    assert "The last bus goes at 22:10 [@last-bus]." in written(sent)
    assert "[number-not-in-passage]" in done.stderr


def test_without_apply_nothing_is_written(briefgen: Run, sent: Path) -> None:
    assert briefgen("review", back(sent, ("Many walk", "Most walk")), "--scenario", "bus").exit_code == 1
    assert written(sent) == SCENARIO


def test_a_brief_that_nobody_touched_changes_nothing(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", "briefs/bus.docx", "--scenario", "bus", "--apply")
    assert written(sent) == SCENARIO
    assert "0 of 0" in done.stderr


def test_what_was_changed_on_both_sides_is_a_conflict_and_stays(briefgen: Run, sent: Path) -> None:
    edit = back(sent, ("Many walk home.", "Most walk home."))
    now = SCENARIO.replace("[Many walk", "[Some walk")
    (sent.parent.parent / "bus" / "scenario.yaml").write_text(now)
    done = briefgen("review", edit, "--scenario", "bus", "--apply")
    assert written(sent) == now
    assert done.stdout.splitlines() == [
        "bus/scenario.yaml:5: conflict: issue.en was changed on both sides; nothing was written.",
        "    It was:           The last bus goes at 23:10.[@] Many walk home.",
        "    The file says:    The last bus goes at 23:10.[@] Some walk home.",
        "    The reviewer has: The last bus goes at 23:10.[@] Most walk home.",
    ]
    assert done.exit_code == 1


def test_two_reviewers_of_other_words_are_heard_both(briefgen: Run, sent: Path) -> None:
    one = back(sent, ("Many walk home.", "Many people walk home."), name="one.docx")
    two = back(sent, ("The last bus goes", "The last bus always goes"), name="two.docx")
    done = briefgen("review", one, two, "--scenario", "bus", "--apply")
    assert "The last bus always goes at 23:10 [@last-bus]. [Many people walk" in " ".join(written(sent).split())
    assert done.exit_code == 0


def test_where_reviewers_disagree_nothing_is_chosen(briefgen: Run, sent: Path) -> None:
    one = back(sent, ("Many walk", "Most walk"), name="one.docx")
    two = back(sent, ("Many walk", "Few walk"), name="two.docx")
    done = briefgen("review", one, two, "--scenario", "bus", "--apply")
    assert written(sent) == SCENARIO
    assert "For you to decide" in done.stdout
    assert "disagreement: issue.en" in done.stdout
    assert done.exit_code == 1


def asked(sent: Path) -> None:
    """`back.docx`: the brief with a question of Ann's on its first words."""
    body = unzipped(sent.read_bytes())["word/document.xml"].decode()
    (words,) = re.findall(r"<w:r>(?:(?!<w:r>).)*?Many walk home\.</w:t></w:r>", body)
    marked = f'<w:commentRangeStart w:id="3"/>{words}<w:commentRangeEnd w:id="3"/>'
    said = f'<w:comment w:id="3" {ANN}><w:p><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment>'
    data = with_comments(sent.read_bytes(), (words, marked), comments=said, extended="")
    (sent.parent.parent / "back.docx").write_bytes(data)


def test_comments_become_comments_of_yaml(briefgen: Run, sent: Path) -> None:
    asked(sent)
    done = briefgen("review", "back.docx", "--scenario", "bus", "--apply", "--comments", "--format", "json")
    (outcome,) = json.loads(done.stdout)["outcomes"]
    assert (outcome["kind"], outcome["said"]["path"], outcome["line"]) == ("remarked", "issue.en", 5)
    assert written(sent) == SCENARIO.replace(
        "issue: >-", "# Ann, 2026-03-04: “Many walk home.”: Who says so?\nissue: >-"
    )


def test_places_are_those_of_the_files_as_they_are_now(briefgen: Run, sent: Path) -> None:
    """A comment above a field pushed all below it down, and lines were told as they had been."""
    asked(sent)
    done = briefgen("review", "back.docx", "--scenario", "bus", "--apply", "--comments")
    assert written(sent).splitlines()[5].startswith("issue: ")
    assert done.stdout == "bus/scenario.yaml:6: comment written: issue.en\n"


def test_what_was_not_written_is_told_with_its_words(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", back(sent, ("Night bus", "")), "--scenario", "bus", "--apply")
    assert done.stdout.splitlines()[:3] == [
        "bus/scenario.yaml:1: not written: title.en: No words would be left. If the thing is to go, take it out of the "
        "file.",
        "    It was:           Night bus",
        "    The reviewer has: (deleted)",
    ]


def everything(here: Path) -> dict[str, bytes]:
    return {path.relative_to(here).as_posix(): path.read_bytes() for path in here.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "path", ["../secret.yaml", "/etc/passwd", "issue.en/../../secret", "sources.s.file", "..\\secret.yaml", "title"]
)
def test_no_path_in_a_file_leads_out_of_the_scenario(briefgen: Run, sent: Path, here: Path, path: str) -> None:
    """What the file says of places is looked up among the fields of the scenario, and nowhere else."""
    (here / "secret.yaml").write_text("title: secret\n")
    data = edited(sent.read_bytes(), ("Many walk home.", "Most walk home."))
    files = unzipped(data)
    carried = files["customXml/item1.xml"].decode().replace('path="issue.en"', f'path="{path}"')
    assert path in carried
    (here / "forged.docx").write_bytes(zipped(files | {"customXml/item1.xml": carried.encode()}))
    before = everything(here)
    done = briefgen("review", "forged.docx", "--scenario", "bus", "--apply", "--comments")
    assert done.exit_code == 1
    assert everything(here) == before


def test_what_is_applied_changes_the_files_of_the_scenario_and_nothing_else(
    briefgen: Run, sent: Path, here: Path
) -> None:
    (here / "secret.yaml").write_text("title: secret\n")
    name = back(sent, ("Many walk home.", "Most walk home."))
    before = everything(here)
    briefgen("review", name, "--scenario", "bus", "--apply")
    after = everything(here)
    assert {path for path in after if before.get(path) != after[path]} == {
        "bus/scenario.yaml", "bus/.briefgen/backup/scenario.yaml.1",
    }  # fmt: skip
    assert before.keys() <= after.keys()


LISTED = r"""
question: "Should there be a night bus?\n\n3. At midnight;\n4. or later."
options:
  - {id: none, name: No bus, baseline: true, definition: 'All stays as it is.'}
  - id: bus
    name: A bus
    definition: "One bus leaves."
    timing: "2027."
    implementation: "1986. A great year."
    preconditions: |
      The council agrees that:

      3. money is there [@last-bus];
      4. drivers are there:
         - by day
         - by night

      and no more.
    assessments:
      use:
        reason: |
          1. Some asked for it.
          1. Others did not.
criteria:
  - {id: use, name: Use, weight: 100, definition: How many ride.}
"""


def test_lists_come_back_as_they_were_numbered(briefgen: Run, here: Path, sent: Path) -> None:
    """Behind a bold lead, in a cell, and in the title, where each item has its number as a word of its own."""
    listed = re.sub(r"question: .*\n", "", SCENARIO.partition("options:")[0]) + LISTED.lstrip()
    listed += "sources:" + SCENARIO.partition("sources:")[2]
    (here / "bus" / "scenario.yaml").write_text(listed)
    assert (
        briefgen("render", "bus", "--review", "--force", "--template", "option-note", "--option", "bus").exit_code == 0
    )
    out = here / "briefs" / "bus-option-note-bus.docx"
    assert "0 of 0" in briefgen("review", str(out), "--scenario", "bus", "--apply").stderr
    edits = {
        "or later": "or early", "A great year": "A bad year", "2027.": "2028.", "money is": "cash is",
        "by night": "at night", "no more": "no less", "Others did": "Many did",
    }  # fmt: skip
    done = briefgen("review", back(out, *edits.items()), "--scenario", "bus", "--apply")
    for before, after in edits.items():
        assert listed.count(before) == 1
        listed = listed.replace(before, after)
    assert written(sent) == listed
    assert done.exit_code == 0, done.stdout
