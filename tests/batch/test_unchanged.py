"""A brief of which nothing has changed is left as it is; one of which anything has changed is made anew."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.several import AUDIENCES, ERROR, WARNING, briefs, run, times, write
from tests.explanations.pages import TEXT

from briefgen.release import MANIFEST

UNCHANGED = "1 brief: unchanged.\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A scenario whose facts lie in files of their own, below a folder of several scenarios."""
    file = write(tmp_path / "all/bus", AUDIENCES)
    text = file.read_text(encoding="utf-8")
    start = text.index("facts:\n")
    end = next(
        (at for at in range(start + 7, len(text)) if text[at - 1] == "\n" and text[at] not in " -#\n"), len(text)
    )
    (file.parent / "evidence").mkdir()
    (file.parent / "evidence/facts.yaml").write_text(_outdented(text[start + 7 : end]), encoding="utf-8")
    file.write_text(text[:start] + "facts: evidence/*.yaml\n" + text[end:], encoding="utf-8")
    return tmp_path


def _outdented(block: str) -> str:
    indent = len(block) - len(block.lstrip(" "))
    return "".join(line[indent:] if line.strip() else line for line in block.splitlines(keepends=True))


def render(here: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return run(here, "render", "all/bus", "--to", "native", *words)


def test_the_second_time_it_is_left_as_it_is(here: Path) -> None:
    first, before = render(here), times(here)
    assert first.stderr == ""
    again = render(here)
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, UNCHANGED, 0)
    assert times(here) == before
    assert render(here, "--force").stderr == ""
    assert times(here) != before


def test_it_is_known_by_another_name_of_the_scenario_and_beside_others(here: Path) -> None:
    render(here)
    write(here / "all/new")
    done = run(here, "render", "all", "--to", "native")
    assert done.stdout.split() == ["briefs/bus.native", "briefs/new.native"]
    assert done.stderr == "2 briefs: 1 written, 1 unchanged.\n"


def other(here: Path, *, name: str, text: str) -> None:
    file = here / "all/bus" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def appended(here: Path, name: str) -> None:
    with (here / "all/bus" / name).open("a", encoding="utf-8") as file:
        file.write("# a remark\n" if name.endswith(".yaml") else "One more line.\n")


def same_size_same_time(here: Path) -> None:
    file = here / "all/bus/evidence/facts.yaml"
    status = file.stat()
    file.write_bytes(file.read_bytes().replace(b"e", b"a", 1))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def linked_elsewhere(here: Path) -> None:
    file = here / "all/bus/scenario.yaml"
    shutil.move(file, here / "all/bus/real.yaml")
    file.symlink_to("real.yaml")


CHANGES: dict[str, Callable[[Path], None]] = {
    "the scenario": lambda here: appended(here, "scenario.yaml"),
    "a file that a pattern names": lambda here: appended(here, "evidence/facts.yaml"),
    "neither size nor time of a file": same_size_same_time,
    "one file more for a pattern": lambda here: other(here, name="evidence/more.yaml", text="[]\n"),
    "the text of a source": lambda here: appended(here, "texts/survey.txt"),
    "a text that is gone": lambda here: (here / "all/bus/texts/survey.txt").unlink(),
    "a record of quotes": lambda here: other(here, name="evidence.lock", text="{}\n"),
    "a template of its own": lambda here: other(here, name="templates/options-paper.md.j2", text="# Paper\n"),
    "a template that hides no other": lambda here: other(here, name="templates/mine.md.j2", text="# Paper\n"),
    "a project around it": lambda here: (here / "briefgen.yaml").write_text("", encoding="utf-8"),
    "a manifest": lambda here: other(here, name=MANIFEST, text="{}"),
    "a link in place of a file": linked_elsewhere,
    "a brief that is gone": lambda here: (here / "briefs/bus.native").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_noticed(change: Callable[[Path], None], here: Path) -> None:
    render(here)
    change(here)
    again = render(here)
    assert "unchanged" not in again.stderr
    made = briefs(here)
    forced = render(here, "--force")
    assert made == briefs(here)
    assert (again.stdout, again.stderr, again.returncode) == (forced.stdout, forced.stderr, forced.returncode)


@pytest.mark.parametrize(
    "more",
    [("--page", "letter"), ("--lang", "fr"), ("--audience", "public"), ("--template", "decision-note"), ("--out", "x")],
)
def test_what_is_asked_for_otherwise_is_made(more: tuple[str, str], here: Path) -> None:
    render(here)
    assert "unchanged" not in render(here, *more).stderr
    assert render(here, *more).stderr == UNCHANGED


def test_times_of_files_do_not_matter(here: Path) -> None:
    render(here)
    for path in here.rglob("*"):
        os.utime(path, (1, 1))
    assert render(here).stderr == UNCHANGED


def test_a_moment_from_outside_is_an_input(here: Path) -> None:
    render(here)
    epoch = {"SOURCE_DATE_EPOCH": "1700000000"}
    assert run(here, "render", "all/bus", "--to", "native", variables=epoch).stderr == ""
    assert run(here, "render", "all/bus", "--to", "native", variables=epoch).stderr == UNCHANGED


def test_a_theme_and_a_house_style_are_inputs(here: Path) -> None:
    (here / "mine.yaml").write_text("{}\n", encoding="utf-8")
    run(here, "reference", "-o", "house.docx")
    asked = ("render", "all/bus", "--to", "docx", "--theme", "mine.yaml", "--reference", "house.docx")
    assert run(here, *asked).returncode == 0
    assert run(here, *asked).stderr == UNCHANGED
    (here / "mine.yaml").write_text("{}\n\n", encoding="utf-8")
    assert "unchanged" not in run(here, *asked).stderr
    run(here, "reference", "-o", "house.docx", "--force")
    with (here / "house.docx").open("ab") as file:
        file.write(b"\0")
    assert "unchanged" not in run(here, *asked).stderr


def test_a_folder_of_texts_is_an_input(here: Path) -> None:
    (here / "all/bus/texts/survey.txt").unlink()
    (here / "texts").mkdir()
    (here / "texts/survey.txt").write_bytes(TEXT.read_bytes())
    assert render(here, "--texts", "texts").returncode == 0
    assert render(here, "--texts", "texts").stderr == UNCHANGED
    (here / "texts/survey.txt").write_bytes(TEXT.read_bytes() + b"\nMore.\n")
    assert "unchanged" not in render(here, "--texts", "texts").stderr


def test_a_brief_that_someone_edited_is_still_refused(here: Path) -> None:
    render(here)
    with (here / "briefs/bus.native").open("ab") as file:
        file.write(b"edited")
    done = render(here)
    assert "[edited-output]" in done.stderr
    assert done.returncode == 2


def test_a_brief_that_was_copied_back_is_unchanged(here: Path) -> None:
    render(here)
    shutil.copy(here / "briefs/bus.native", here / "kept.native")
    (here / "briefs/bus.native").unlink()
    shutil.copy(here / "kept.native", here / "briefs/bus.native")
    assert render(here).stderr == UNCHANGED


def test_warnings_are_not_forgotten(here: Path) -> None:
    with (here / "all/bus/scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(WARNING)
    first = render(here)
    assert "warning" in first.stderr
    again = render(here)
    assert again.stderr == "1 brief: unchanged, with warnings as before (`--force` shows them).\n"
    assert render(here, "--force").stderr == first.stderr
    strict = render(here, "--strict")
    assert strict.stderr == first.stderr
    assert strict.returncode == 1
    assert render(here, "--strict").returncode == 1


def test_what_failed_is_told_each_time(here: Path) -> None:
    with (here / "all/bus/scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(ERROR)
    first, again = render(here), render(here)
    assert first.returncode == again.returncode == 1
    assert "[unknown-fact]" in again.stderr
    assert again.stderr == first.stderr


def test_a_scenario_that_came_or_went_is_noticed(here: Path) -> None:
    run(here, "render", "all", "--to", "native")
    write(here / "all/new")
    assert run(here, "render", "all", "--to", "native").stderr == "2 briefs: 1 written, 1 unchanged.\n"
    assert run(here, "render", "all", "--to", "native").stderr == "2 briefs: 2 unchanged.\n"
    shutil.rmtree(here / "all/new")
    assert run(here, "render", "all", "--to", "native").stdout == "briefs/bus.native\n"


def test_a_name_that_is_wrong_is_told_each_time(here: Path) -> None:
    for _ in range(2):
        done = run(here, "render", "all/bus", "nowhere", "--to", "native")
        assert "[missing-file]" in done.stderr
        assert done.returncode == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe"])
def test_an_entry_of_the_cache_that_is_damaged_counts_as_none(damage: bytes, here: Path) -> None:
    render(here)
    for path in (here / "cache/briefgen").iterdir():
        path.write_bytes(damage)
    done = render(here)
    assert (done.stderr, done.returncode) == ("", 0)


def test_no_word_of_a_scenario_is_in_the_cache(here: Path) -> None:
    render(here)
    stored = b"".join(path.read_bytes() for path in (here / "cache/briefgen").iterdir())
    assert b"scenario.yaml" in stored
    words = TEXT.read_bytes().split()
    assert not [word for word in words if len(word) > 7 and word in stored]


def test_nothing_is_left_among_the_briefs(here: Path) -> None:
    render(here)
    render(here)
    assert sorted(path.name for path in (here / "briefs").rglob("*")) == [".briefgen", "bus.native", "outputs.json"]
