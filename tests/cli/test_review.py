"""`briefgen review` tells each edit at its place in the files of the scenario, and writes nothing."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.program import Run
from tests.review.word import deleted, edited, inserted, run
from tests.word_files import unzipped, zipped

from briefgen.io.filesystem import shipped

BUDGET = run("A price above the budget for evening services.")
CUT = run("A price above ") + deleted("the budget") + inserted(run("twice the budget")) + run(" for evening services.")


@pytest.fixture
def sent(briefgen: Run, here: Path) -> Path:
    """A scenario, and its brief for review."""
    shutil.copytree(shipped("scenarios") / "starter", here / "starter")
    done = briefgen("render", "starter", "--review")
    assert (done.exit_code, done.stdout) == (0, "briefs/starter.docx\n")
    return here / "briefs" / "starter.docx"


def came_back(sent: Path, name: str, *changes: tuple[str, str]) -> str:
    """The brief as someone saved it; what it is called on the command line."""
    (sent.parent / name).write_bytes(edited(sent.read_bytes(), *changes))
    return f"briefs/{name}"


def test_nothing_is_found_in_a_brief_that_nobody_touched(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", "briefs/starter.docx", "--scenario", "starter")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "briefs/starter.docx: no changes.\n", "")


def test_an_edit_is_told_with_its_line_and_carets(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", came_back(sent, "ann.docx", (BUDGET, CUT)), "--scenario", "starter")
    assert done.exit_code == 1
    assert done.stdout == (
        "starter/scenario.yaml:30:31: edit: recommendation.would_change.en\n"
        "  30 │   would_change: A price above the budget for evening services.\n"
        "     │                               ^^^^^^^^^^\n"
        "    “the budget” → “twice the budget” (Ann, 2026-03-04 10:11)\n"
    )
    assert done.stderr == "briefs/ann.docx: 1 edit.\n"


def test_words_around_a_citation_are_found_in_the_file(briefgen: Run, sent: Path) -> None:
    """In the file a line ends, and a citation stands, where the brief has a space."""
    words = "People who come home later take a taxi, walk, or are fetched."
    xml = unzipped(sent.read_bytes())["word/document.xml"].decode()
    start = xml.index(words.split(",")[0])
    old = xml[xml.rindex("<w:r>", 0, start) : xml.index("</w:r>", start) + 6]
    done = briefgen("review", came_back(sent, "a.docx", (old, old.replace("or are fetched", "or are driven"))),
                    "--scenario", "starter")  # fmt: skip
    assert done.stdout.startswith("starter/scenario.yaml:33:110: edit: issue.en\n")
    assert "“fetched” → “driven” (not tracked)" in done.stdout


def test_two_reviewers_are_brought_together(briefgen: Run, sent: Path) -> None:
    one = came_back(sent, "ann.docx", (BUDGET, CUT))
    two = came_back(sent, "bob.docx", (BUDGET, run("A price above the means for evening services.")))
    done = briefgen("review", one, two, "--scenario", "starter")
    assert done.exit_code == 1
    assert "disagreement: recommendation.would_change.en" in done.stdout
    assert "    Ann, 2026-03-04 10:11, briefs/ann.docx:\n      “A price above twice the budget" in done.stdout
    assert "      (“the budget” → “twice the budget”)\n" in done.stdout
    assert "    not tracked, briefs/bob.docx:\n      “A price above the means" in done.stdout
    assert done.stderr == "briefs/ann.docx, briefs/bob.docx: 1 disagreement.\n"


def test_what_word_puts_beside_a_file_that_is_open_is_passed_over(briefgen: Run, sent: Path) -> None:
    (sent.parent / "~$starter.docx").write_bytes(b"\x03Ann" + bytes(158))
    done = briefgen("review", "briefs/starter.docx", "briefs/~$starter.docx", "--scenario", "starter")
    assert (done.exit_code, done.output) == (0, "briefs/starter.docx: no changes.\n")


def test_json_has_the_whole_words_and_each_stroke(briefgen: Run, sent: Path) -> None:
    done = briefgen("review", came_back(sent, "ann.docx", (BUDGET, CUT)), "--scenario", "starter", "--format", "json")
    assert done.exit_code == 1
    (found,) = json.loads(done.stdout)["found"]
    assert (found["kind"], found["path"], found["file"], found["line"]) == (
        "edit", "recommendation.would_change.en", "starter/scenario.yaml", 30,
    )  # fmt: skip
    assert found["new"] == "A price above twice the budget for evening services."
    assert [(each["removed"], each["added"], each["by"]["author"]) for each in found["strokes"]] == [
        ("the budget", "twice the budget", "Ann")
    ]


def test_a_field_that_changed_since_is_told(briefgen: Run, sent: Path, here: Path) -> None:
    file = here / "starter" / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("A price above the budget", "Costs above the budget"),
                    encoding="utf-8")  # fmt: skip
    done = briefgen("review", came_back(sent, "ann.docx", (BUDGET, CUT)), "--scenario", "starter")
    assert done.exit_code == 1
    assert "[changed-since]" in done.stderr


def test_a_file_that_did_not_go_out_for_review_is_no_review(briefgen: Run, sent: Path) -> None:
    briefgen("render", "starter", "--to", "docx", "--out", "plain")
    done = briefgen("review", "plain/starter.docx", "--scenario", "starter")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "[not-for-review]" in done.stderr


def test_a_file_that_lost_what_it_carried_is_read_as_far_as_word_tracked(briefgen: Run, sent: Path) -> None:
    files = {name: data for name, data in unzipped(edited(sent.read_bytes(), (BUDGET, CUT))).items()
             if not name.startswith("customXml")}  # fmt: skip
    links = files["word/_rels/document.xml.rels"].decode()
    kept = "".join(f"{each}>" for each in links.split(">")[:-1] if "customXml" not in each)
    files["word/_rels/document.xml.rels"] = kept.encode()
    sent.write_bytes(zipped(files))
    done = briefgen("review", "briefs/starter.docx", "--scenario", "starter")
    assert done.exit_code == 1
    assert "[baseline-missing]" in done.stderr
    assert "“the budget” → “twice the budget” (Ann" in done.stdout


def test_a_file_that_is_not_safe_is_refused_with_a_line(briefgen: Run, sent: Path) -> None:
    files = unzipped(sent.read_bytes())
    types, word = files["[Content_Types].xml"].decode(), "application/vnd."
    plain, active = "openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled"
    assert f"{word}{plain}.main+xml" in types
    files["[Content_Types].xml"] = types.replace(f"{word}{plain}.main+xml", f"{word}{active}.main+xml").encode()
    sent.write_bytes(zipped(files))
    done = briefgen("review", "briefs/starter.docx", "--scenario", "starter")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "This file is not read: it holds macros. [unsafe-docx]" in done.stderr


def test_what_the_file_says_of_its_scenario_is_not_followed(briefgen: Run, sent: Path, here: Path) -> None:
    (here / "starter").rename(here / "other")
    done = briefgen("review", "briefs/starter.docx", "--scenario", "other")
    assert done.exit_code == 0
    assert "[other-scenario]" in done.stderr


def test_nothing_is_written(briefgen: Run, sent: Path, here: Path) -> None:
    name = came_back(sent, "ann.docx", (BUDGET, CUT))
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    briefgen("review", name, "--scenario", "starter")
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_a_summary_is_written_and_its_paths_are_printed(briefgen: Run, sent: Path, here: Path) -> None:
    name = came_back(sent, "ann.docx", (BUDGET, CUT))
    done = briefgen("review", name, "--scenario", "starter", "--to", "docx", "--to", "html", "--out", "read")
    assert (done.exit_code, done.stdout) == (1, "read/starter-review.docx\nread/starter-review.html\n")
    assert done.stderr == "briefs/ann.docx: 1 edit.\n"
    page = (here / "read" / "starter-review.html").read_text(encoding="utf-8")
    assert "Summary of a review" in page and "twice the budget" in page
    again = briefgen("review", name, "--scenario", "starter", "--to", "html", "--out", "read", "--lang", "fr")
    assert again.exit_code == 1 and "Synthèse d’une relecture" in (here / "read/starter-review.html").read_text("utf-8")


def test_a_summary_that_someone_edited_is_not_written_over(briefgen: Run, sent: Path, here: Path) -> None:
    name = came_back(sent, "ann.docx", (BUDGET, CUT))
    (here / "briefs" / "starter-review.docx").write_bytes(b"mine")
    done = briefgen("review", name, "--scenario", "starter", "--to", "docx")
    assert (done.exit_code, done.stdout) == (2, "") and "[edited-output]" in done.stderr
    assert briefgen("review", name, "--scenario", "starter", "--to", "docx", "--force").exit_code == 1


def test_a_summary_in_the_style_of_the_house(briefgen: Run, sent: Path, here: Path) -> None:
    assert briefgen("reference", "-o", "house.docx").exit_code == 0
    name = came_back(sent, "ann.docx", (BUDGET, CUT))
    done = briefgen("review", name, "--scenario", "starter", "--to", "docx", "--reference", "house.docx")
    assert (done.exit_code, done.stdout) == (1, "briefs/starter-review.docx\n")
    missing = briefgen("review", name, "--scenario", "starter", "--to", "docx", "--reference", "no.docx")
    assert missing.exit_code == 2 and "[missing-file]" in missing.stderr


@pytest.mark.parametrize("others", [("--apply",), ("--format", "json")])
def test_a_summary_goes_alone(briefgen: Run, sent: Path, others: tuple[str, ...]) -> None:
    done = briefgen("review", "briefs/starter.docx", "--scenario", "starter", "--to", "html", *others)
    assert done.exit_code == 2 and "write the summary first" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [("missing.docx", "--scenario", "starter"), ("briefs/starter.docx", "--scenario", "no")]
)
def test_what_is_not_there_is_told(briefgen: Run, sent: Path, arguments: tuple[str, ...]) -> None:
    done = briefgen("review", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "[missing-file]" in done.stderr


def test_only_docx_is_written_for_review(briefgen: Run, sent: Path) -> None:
    done = briefgen("render", "starter", "--review", "--to", "pdf")
    assert done.exit_code == 2
    assert "DOCX only" in done.stderr
