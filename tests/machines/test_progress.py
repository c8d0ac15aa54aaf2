"""While several scenarios are at work, a terminal shows which; nothing else ever does."""

import io
import re
import shutil
from pathlib import Path

import pytest
from tests.cli.pseudo_terminal import at_a_terminal, on_posix
from tests.explanations.pages import BASE, TEXT

from briefgen.cli.output import DELAY, Progress

KELMOUTH = Path(__file__).resolve().parents[2] / "scenarios" / "kelmouth-2026"


class Screen(io.StringIO):
    """A terminal of one line."""

    def isatty(self) -> bool:
        return True

    @property
    def line(self) -> str:
        cells: list[str] = []
        for part in self.getvalue().split("\r"):
            cells[: len(part)] = part
        return "".join(cells).rstrip()


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


def at_work(screen: io.StringIO, seconds: float = 1, name: str = "all/b", scenarios: int = 3) -> Progress:
    """After `seconds`, in the second scenario."""
    time = iter([0.0, *[seconds] * 9])
    progress = Progress(scenarios, screen, lambda: next(time))
    progress.begin("all/a")
    progress.begin(name)
    return progress


def test_a_line_says_where_it_is() -> None:
    screen = Screen()
    progress = at_work(screen)
    assert screen.line == "2 of 3: all/b"
    progress.step("docx")
    assert screen.line == "2 of 3: all/b → docx"
    progress.begin("c")
    assert screen.line == "3 of 3: c", "nothing stays of what was longer"
    assert "\n" not in screen.getvalue()


def test_the_line_is_gone_in_the_end() -> None:
    screen = Screen()
    with at_work(screen) as progress:
        progress.step("pdf")
    assert screen.line == ""
    assert screen.getvalue().endswith("\r")
    assert "\x1b" not in screen.getvalue()


def test_a_moment_passes_without_a_word() -> None:
    screen = Screen()
    with at_work(screen, seconds=DELAY / 2):
        pass
    assert screen.getvalue() == ""


def test_a_single_scenario_has_no_line() -> None:
    screen = Screen()
    with at_work(screen, scenarios=1):
        pass
    assert screen.getvalue() == ""


def test_no_terminal_no_line() -> None:
    stream = io.StringIO()
    with at_work(stream):
        pass
    assert stream.getvalue() == ""


def test_a_dumb_terminal_has_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    with at_work(screen):
        pass
    assert screen.getvalue() == ""


@pytest.mark.parametrize("name", ["x" * 200, "夜" * 100])
def test_a_line_never_wraps(name: str) -> None:
    screen = Screen()
    at_work(screen, name=name)
    assert screen.line.endswith("…")
    assert sum(2 if character == "夜" else 1 for character in screen.line) <= 79


@on_posix
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_the_program_itself_shows_it_and_takes_it_away(variables: dict[str, str], tmp_path: Path) -> None:
    for name in "abcde":
        shutil.copytree(KELMOUTH, tmp_path / "all" / name)
    shutil.rmtree(tmp_path / "all/e")
    (tmp_path / "all/e/texts").mkdir(parents=True)
    shutil.copy(BASE, tmp_path / "all/e/scenario.yaml")
    shutil.copy(TEXT, tmp_path / "all/e/texts")
    seen = at_a_terminal(["render", "all", "--to", "pdf"], tmp_path, variables={"COLUMNS": "80", **variables})
    assert seen.code == 0, seen.shown
    assert bool(re.search(r"\r[2-5] of 5: all/[b-e]", seen.shown)) is (variables != {"TERM": "dumb"})
    left = [line.rpartition("\r")[2] for line in seen.shown.split("\n")]
    paths = [f"briefs/{name}.pdf" for name in "abcde"]
    assert [line for line in left if "briefs" in line] == [*paths, "5 briefs: 5 written."]
    assert [line for line in left if " of 5: " in line] == []
    assert "NO_COLOR" not in variables or "\x1b" not in seen.shown
