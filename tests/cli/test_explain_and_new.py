"""`briefgen explain` and `briefgen new`."""

from pathlib import Path

import pytest
from tests.cli.program import Run, Write

from briefgen.lint.codes import all_codes


def test_explain_shows_a_page(briefgen: Run) -> None:
    result = briefgen("explain", "unknown-fact")
    assert result.stdout.startswith("# unknown-fact\n\nA citation of a fact that does not exist.\n")
    assert "## How to fix it" in result.stdout
    assert (result.stderr, result.exit_code) == ("", 0)


def test_explain_shows_every_page_whole(briefgen: Run) -> None:
    for name, code in all_codes().items():
        assert briefgen("explain", name).stdout == code.explanation + "\n"


def test_what_check_prints_in_brackets_can_be_explained(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two].\nmarking: TLP:WHITE\ndeadline: soon\nsurprise: yes\n")
    said = briefgen("check", "bus").stderr
    codes = [line.rpartition("[")[2].rstrip("]") for line in said.splitlines() if line.startswith("bus/")]
    assert codes == ["unknown-fact", "unknown-marking", "not-a-date", "unknown-key"]
    assert {briefgen("explain", code).exit_code for code in codes} == {0}


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("unknown-fakt", "Did you mean `unknown-fact`?"),
        ("UNKNOWN-FACT", "Did you mean `unknown-fact`?"),
        ("weights-dont-add-up", "Did you mean `weights-do-not-add-up`?"),
        ("E501", "A code stands in brackets behind each message: [unknown-fact]."),
        ("../../theme/plain", "A code stands in brackets"),
        ("", "A code stands in brackets"),
    ],
)
def test_explain_suggests_what_was_meant(asked: str, hint: str, briefgen: Run) -> None:
    result = briefgen("explain", asked)
    said, advice = result.stderr.splitlines()
    assert said == f"error: There is no diagnostic `{asked}`. [unknown-code]"
    assert advice.strip().startswith(hint)
    assert (result.stdout, result.exit_code) == ("", 2)


def test_new_writes_a_scenario_without_a_fault(briefgen: Run, here: Path) -> None:
    result = briefgen("new", "night-bus")
    assert result.exit_code == 0
    written = result.stdout.splitlines()
    assert sorted(written) == sorted(path.relative_to(here).as_posix() for path in here.rglob("*") if path.is_file())
    assert "night-bus/scenario.yaml" in written
    assert result.stderr == "Next: briefgen render night-bus\n"
    assert briefgen("check", "night-bus", "--strict").exit_code == 0


def test_what_new_says_next_works(briefgen: Run, here: Path) -> None:
    said = briefgen("new", "night-bus").stderr
    command = said.strip().removeprefix("Next: briefgen ").split()
    result = briefgen(*command)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines() == ["briefs/night-bus.docx", "briefs/night-bus.pdf"]
    assert (here / "briefs/night-bus.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("folder", ["empty", "empty/", "a/b/c"])
def test_new_takes_a_folder_that_is_new_or_empty(folder: str, briefgen: Run, here: Path) -> None:
    (here / "empty").mkdir()
    assert briefgen("new", folder).exit_code == 0
    assert (here / folder / "scenario.yaml").is_file()


def test_new_leaves_a_folder_with_something_in_it_alone(briefgen: Run, here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine/notes.txt").write_text("mine", encoding="utf-8")
    result = briefgen("new", "mine")
    assert result.stderr.splitlines()[0] == (
        "mine: error: mine is not empty: it holds mine/notes.txt, which is not a file of what was to be written."
        " [not-empty]"
    )
    assert result.exit_code == 2
    assert [path.name for path in here.rglob("*")] == ["mine", "notes.txt"]


def test_new_leaves_a_scenario_alone(briefgen: Run, here: Path) -> None:
    briefgen("new", "bus")
    (here / "bus/scenario.yaml").write_text("title: Mine\n", encoding="utf-8")
    assert briefgen("new", "bus").exit_code == 2
    assert (here / "bus/scenario.yaml").read_text(encoding="utf-8") == "title: Mine\n"


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_new_leaves_a_file_alone(folder: str, briefgen: Run, here: Path) -> None:
    (here / "file").write_text("mine", encoding="utf-8")
    result = briefgen("new", folder)
    assert result.stderr.startswith("file")
    assert result.exit_code == 2
    assert (here / "file").read_text(encoding="utf-8") == "mine"
