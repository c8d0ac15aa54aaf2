"""A reviewer's words come home: into the file in which they are written, and nothing else of it changes."""

import errno
import importlib
import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from briefgen.commands.apply_review import write_changes
from briefgen.io import filesystem as amend
from briefgen.io.filesystem import World
from briefgen.markup.model import MARK
from briefgen.markup.rewrite import NOTHING_LEFT
from briefgen.review.model import (
    Applied,
    By,
    Change,
    Comment,
    Conflict,
    Edit,
    Formatting,
    Outcome,
    Reply,
    Unchanged,
    Unplaced,
)

SCENARIO = """\
# The case of the night bus.
title: Night bus     # short
question: Should there be a night bus?
decision_maker: &council The council
prepared_by: *council
options: options/*.yaml
background: >
  The last bus leaves at 23:10 [@last-bus]. *Nobody* likes
  it, and [it will stay so]{.judgement}.

  A second paragraph follows.
issue: |
  What to do:

  - one thing
  - another thing [@last-bus]
facts:
  - id: last-bus
    statement: "The last bus leaves at 23:10."
    evidence: [{source: paper, quote: leaves at 23:10}]
sources:
  - {id: paper, title: 'The paper''s title', publisher: P, date: 2026-01-01, kind: news, language: en}
"""
OPTIONS = {
    "options/none.yaml": "id: none\nname: No bus\nbaseline: true\nsummary: Nothing changes.\n",
    "options/bus.yaml": "id: bus\nname: 'A bus'\nsummary: >-\n  A bus runs\n  every hour. # no comment\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bus" / "options").mkdir(parents=True)
    for name, text in {"scenario.yaml": SCENARIO, **OPTIONS}.items():
        (tmp_path / "bus" / name).write_bytes(text.encode())
    return tmp_path / "bus"


def comment(path: str, author: str, date: str, text: str) -> Comment:
    return Comment(path, 0, "", (Reply(text, By(author, date)),))


def written(folder: Path, *changes: Change, comments: tuple[Comment, ...] = ()) -> tuple[Outcome, ...]:
    done, faults = write_changes(World(folder.parent), Path("bus/scenario.yaml"), changes, comments)
    assert faults == []
    assert done is not None
    return done.outcomes


def test_words_change_in_their_lines_and_all_else_stays(folder: Path) -> None:
    base = f"The last bus leaves at 23:10.{MARK} Nobody likes it, and it will stay so."
    new = base.replace("23:10", "22:50").replace("stay", "remain")
    (outcome,) = written(folder, Edit("background.en", 0, base, new))
    assert outcome == Applied(Edit("background.en", 0, base, new), "bus/scenario.yaml", 7)
    expected = SCENARIO.replace("at 23:10 [", "at 22:50 [").replace("will stay", "will remain")
    assert (folder / "scenario.yaml").read_text(encoding="utf-8") == expected
    assert {name: (folder / name).read_text(encoding="utf-8") for name in OPTIONS} == OPTIONS


def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode()
    (folder / "scenario.yaml").write_bytes(data)
    written(folder, Edit("background.en", 1, "A second paragraph follows.", "A second one comes."))
    assert (folder / "scenario.yaml").read_bytes() == data.replace(b"paragraph follows", b"one comes")


def test_a_file_of_a_glob_and_one_of_plain_words_change_together(folder: Path) -> None:
    done = written(
        folder,
        Edit("options.bus.name.en", 0, "A bus", "Ana's bus"),
        Edit("options.bus.summary.en", 0, "A bus runs every hour. # no comment", "A bus runs each hour. # no comment"),
        Edit("options.none.summary.en", 0, "Nothing changes.", "Nothing changes: all stays."),
        Edit("title.en", 0, "Night bus", "A night bus"),
        Edit("sources.paper.title.en", 0, "The paper's title", "The paper's own title"),
        Edit("facts.last-bus.evidence.1.quote", 0, "leaves at 23:10", "bus leaves at 23:10"),
    )
    assert all(isinstance(outcome, Applied) for outcome in done), done
    assert (folder / "options/bus.yaml").read_text() == OPTIONS["options/bus.yaml"].replace(
        "'A bus'", "'Ana''s bus'"
    ).replace("every", "each")
    assert (folder / "options/none.yaml").read_text() == OPTIONS["options/none.yaml"].replace(
        "Nothing changes.", '"Nothing changes: all stays."'
    )
    assert (folder / "scenario.yaml").read_text() == SCENARIO.replace(
        "title: Night bus ", "title: A night bus "
    ).replace("paper''s title", "paper''s own title").replace("quote: leaves", "quote: bus leaves")


def test_what_changed_in_the_file_meanwhile_stays_beside_the_reviewers_words(folder: Path) -> None:
    base = "A bus ran each hour. # no comment"
    (outcome,) = written(folder, Edit("options.bus.summary.en", 0, base, base.replace("hour", "two hours")))
    assert isinstance(outcome, Conflict)  # “each” became “every” in the file, right beside “hour”
    (outcome,) = written(folder, Edit("options.bus.summary.en", 0, base, base.replace("no comment", "or so")))
    assert isinstance(outcome, Applied)
    assert "A bus runs\n  every hour. # or so\n" in (folder / "options/bus.yaml").read_text()


def test_words_that_both_changed_are_a_conflict_and_nothing_of_the_field_is_written(folder: Path) -> None:
    change = Edit("title.en", 0, "Late bus", "Early bus")
    other = Edit("question.en", 0, "Should there be a night bus?", "Should there be one?")
    assert written(folder, change, other) == (
        Conflict("title.en", "Late bus", "Night bus", "Early bus"),
        Applied(other, "bus/scenario.yaml", 3),
    )
    assert "title: Night bus     # short\nquestion: Should there be one?\n" in (folder / "scenario.yaml").read_text()


def test_what_the_file_has_already_is_unchanged_and_nothing_is_written(folder: Path) -> None:
    change = Edit("title.en", 0, "Day bus", "Night bus")
    assert written(folder, change) == (Unchanged(change),)
    assert not (folder / ".briefgen").exists()


def test_spaces_of_the_typesetter_do_not_count(folder: Path) -> None:
    base = "Should\u00a0there be a\u00a0night bus?"
    (outcome,) = written(folder, Edit("question.en", 0, base, base.replace("night", "late")))
    assert isinstance(outcome, Applied)
    assert "question: Should there be a late bus?\n" in (folder / "scenario.yaml").read_text()


def test_a_label_stays_one_line_and_keeps_its_own_spaces_that_do_not_break(folder: Path) -> None:
    (folder / "scenario.yaml").write_text(SCENARIO.replace("Night bus", "Bus\u00a012"), encoding="utf-8")
    written(folder, Edit("title.en", 0, "Bus\u00a012", "Bus\u00a012\n\nby night"))
    assert "title: Bus\u00a012 by night     # short\n" in (folder / "scenario.yaml").read_text(encoding="utf-8")


def test_an_aliased_value_is_changed_where_it_is_written(folder: Path) -> None:
    (outcome,) = written(folder, Edit("prepared_by.en", 0, "The council", "The city council"))
    assert isinstance(outcome, Applied)
    assert (
        "decision_maker: &council The city council\nprepared_by: *council\n" in (folder / "scenario.yaml").read_text()
    )


def test_two_places_that_share_a_value_cannot_change_apart(folder: Path) -> None:
    one = Edit("prepared_by.en", 0, "The council", "The office")
    other = Edit("decision_maker.en", 0, "The council", "The mayor")
    found = written(folder, one, other)
    assert [(type(outcome), outcome.path) for outcome in found if isinstance(outcome, Conflict)] == [
        (Conflict, "prepared_by.en"),
        (Conflict, "decision_maker.en"),
    ]
    assert (folder / "scenario.yaml").read_text() == SCENARIO
    both = written(folder, one, Edit("decision_maker.en", 0, "The council", "The office"))
    assert all(isinstance(outcome, Applied) for outcome in both)


def test_items_are_found_by_their_words_when_their_number_is_another(folder: Path) -> None:
    text = SCENARIO.replace("  - one thing\n", "  - a new thing\n  - one thing\n")
    (folder / "scenario.yaml").write_text(text)
    done = written(
        folder,
        Edit("issue.en", 1, "one thing", "one good thing"),
        Edit("issue.en", 2, f"another thing{MARK}", ""),
    )
    assert all(isinstance(outcome, Applied) for outcome in done), done
    assert (folder / "scenario.yaml").read_text() == text.replace("one thing", "one good thing").replace(
        "\n  - another thing [@last-bus]", ""
    )


def test_a_new_paragraph_of_a_folded_text_has_one_empty_line_above_it(folder: Path) -> None:
    second = "A second paragraph follows."
    written(folder, Edit("background.en", 1, second, f"{second}\n\nAnd a third."))
    assert (folder / "scenario.yaml").read_text() == SCENARIO.replace(
        "paragraph follows.\n", "paragraph follows.\n\n  And a third.\n"
    )


def test_a_paragraph_that_was_parted_already_is_not_parted_again(folder: Path) -> None:
    second = "A second paragraph follows."
    change = Edit("background.en", 1, second, "A second\n\nparagraph follows.")
    written(folder, change)
    parted = (folder / "scenario.yaml").read_text()
    assert written(folder, change) == (Unchanged(change),)
    assert (folder / "scenario.yaml").read_text() == parted


def test_words_get_their_look_after_they_have_changed(folder: Path) -> None:
    second, new = "A second paragraph follows.", "A 2nd paragraph follows."
    done = written(
        folder,
        Formatting("background.en", 1, "2nd", "strong", True, By(), new),
        Edit("background.en", 1, second, new),
        Formatting("title.en", 0, "Night", "strong", True, By(), "Night bus"),
        Edit("issue.en", 2, f"another thing{MARK}", f"another thought{MARK}"),
        Formatting("issue.en", 1, "thing", "emphasis", True, By(), "one thing"),
        Formatting("question.en", 0, "there", "strong", True, By(), "Should there be a night bus?"),
        Formatting("background.en", 0, "it", "strong", True, By(), "it"),
    )
    unplaced = {outcome.cause.path: outcome.why for outcome in done if isinstance(outcome, Unplaced)}
    assert unplaced == {
        "title.en": "What is no prose has no italics and no bold words.",
        "background.en": "It cannot be told which “it” is meant.",
    }
    text = SCENARIO.replace("A second paragraph", "A **2nd** paragraph").replace("another thing", "another thought")
    text = text.replace("one thing", "one *thing*").replace("Should there", "Should **there**")
    assert (folder / "scenario.yaml").read_text() == text


def test_comments_stand_above_what_they_are_about(folder: Path) -> None:
    done = written(
        folder,
        comments=(
            comment("options.bus.summary.en", "Ana Ruiz", "2026-03-02", "Every hour?\nSince when?"),
            comment("facts.last-bus", "Ana Ruiz", "", "Good."),
            comment("nothing.at.all", "Ana Ruiz", "", "Well."),
        ),
    )
    assert [type(outcome) for outcome in done] == [Applied, Applied, Applied]
    assert "\n# Ana Ruiz, 2026-03-02: Every hour?\n# Since when?\nsummary" in (folder / "options/bus.yaml").read_text()
    text = (folder / "scenario.yaml").read_text()
    assert "facts:\n  # Ana Ruiz: Good.\n  - id: last-bus\n" in text
    assert text.startswith("# The case of the night bus.\n# Ana Ruiz: Well.\ntitle")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Edit("options.plane.name.en", 0, "a", "b"), "The scenario has no `options.plane.name.en`."),
        (Edit("options.bus", 0, "a", "b"), "`options.bus` is no text."),
        (Edit("title.en", 0, "Night bus", " "), NOTHING_LEFT),
        (Edit("issue.en", 0, "What to do:", f"What to do:{MARK}"), "A note mark was added"),
        (Edit("title.en", 0, "Night bus", "Night \x07 bus"), "No style of YAML can hold it"),
    ],
)
def test_what_has_no_place_is_told_with_its_reason(folder: Path, change: Edit, reason: str) -> None:
    (outcome,) = written(folder, change)
    assert isinstance(outcome, Unplaced)
    assert outcome.cause == change
    assert outcome.why.startswith(reason)
    assert (folder / "scenario.yaml").read_text() == SCENARIO


def test_the_files_as_they_were_are_kept(folder: Path) -> None:
    written(folder, Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus"))
    written(folder, Edit("title.en", 0, "Bus", "The bus"))
    assert (folder / ".briefgen/backup/scenario.yaml.1").read_text() == SCENARIO
    assert (folder / ".briefgen/backup/scenario.yaml.2").read_text() == SCENARIO.replace("Night bus", "Bus", 1)
    assert (folder / "options/.briefgen/backup/bus.yaml.1").read_text() == OPTIONS["options/bus.yaml"]


def test_with_one_file_that_cannot_be_written_none_is(folder: Path) -> None:
    (folder / "options/.briefgen").write_text("in the way")
    changes = (Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus"))
    done, faults = write_changes(World(folder.parent), Path("bus/scenario.yaml"), changes)
    assert done is None
    assert [fault.code for fault in faults] == ["not-a-folder"]
    assert (folder / "scenario.yaml").read_text() == SCENARIO
    assert (folder / "options/bus.yaml").read_text() == OPTIONS["options/bus.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_and_what_it_leads_to_is_changed(folder: Path) -> None:
    (folder / "real.yaml").write_text(OPTIONS["options/bus.yaml"])
    (folder / "options/bus.yaml").unlink()
    (folder / "options/bus.yaml").symlink_to("../real.yaml")
    written(folder, Edit("options.bus.name.en", 0, "A bus", "Bus"))
    assert (folder / "options/bus.yaml").is_symlink()
    assert "name: 'Bus'\n" in (folder / "real.yaml").read_text()


def test_a_file_that_changes_meanwhile_is_not_written_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    merging = importlib.import_module("briefgen.commands.apply_review")

    whole = merging.merge

    def slowly(*arguments: object) -> object:
        (folder / "scenario.yaml").write_text(SCENARIO + "# saved\n")
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(merging, "merge", slowly)
    done, faults = write_changes(
        World(folder.parent), Path("bus/scenario.yaml"), [Edit("title.en", 0, "Night bus", "Bus")]
    )
    assert done is None
    assert [fault.code for fault in faults] == ["changed-meanwhile"]
    assert (folder / "scenario.yaml").read_text() == SCENARIO + "# saved\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows holds no folder")
def test_of_two_runs_at_once_the_second_sees_what_the_first_wrote(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both had read the file before either wrote it, and the words of one were lost."""
    told, here, whole = list[str](), threading.Event(), amend.read_regular

    def second() -> None:
        change = Edit("question.en", 0, "Should there be a night bus?", "Why a night bus?")
        _, faults = write_changes(World(folder.parent), Path("bus/scenario.yaml"), [change])
        told.extend(fault.code for fault in faults)

    run = threading.Thread(target=second)

    def slowly(*arguments: Any) -> object:
        is_reading_to_write = len(arguments) == 4
        if is_reading_to_write and threading.current_thread() is not run:
            run.start()
            here.wait(0.3)
        return whole(*arguments)

    monkeypatch.setattr(amend, "read_regular", slowly)
    written(folder, Edit("title.en", 0, "Night bus", "Bus"))
    run.join()
    assert told == []
    both = SCENARIO.replace("Night bus", "Bus", 1).replace("Should there be a night bus?", "Why a night bus?")
    assert (folder / "scenario.yaml").read_text() == both


def test_a_file_that_is_read_only_is_not_written(folder: Path) -> None:
    """It was replaced, since its folder may be written to."""
    (folder / "options/bus.yaml").chmod(0o444)
    changes = (Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus"))
    done, faults = write_changes(World(folder.parent), Path("bus/scenario.yaml"), changes)
    assert done is None
    assert [fault.code for fault in faults] == ["no-permission"]
    assert (folder / "scenario.yaml").read_text() == SCENARIO


def test_a_full_disk_leaves_all_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write, count = os.write, itertools.count()

    def full(descriptor: int, data: bytes) -> int:
        if next(count) == 3:
            raise OSError(errno.ENOSPC, "full")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    changes = (
        Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus"),
        Edit("options.none.name.en", 0, "No bus", "None"),
    )  # fmt: skip
    done, faults = write_changes(World(folder.parent), Path("bus/scenario.yaml"), changes)
    monkeypatch.undo()
    assert done is None
    assert [fault.code for fault in faults] == ["disk-full"]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


KILLED = """
import os, sys
from pathlib import Path
from briefgen.review.model import Edit
from briefgen.commands.apply_review import write_changes
from briefgen.io import World
place = Path.replace
def once(self, target):
    place(self, target)
    if ".briefgen" not in str(target):
        os._exit(9)
Path.replace = once
changes = [Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus")]
write_changes(World(Path(sys.argv[1])), Path("bus/scenario.yaml"), changes)
"""


def test_a_killed_run_leaves_a_copy_of_each_file_and_is_finished_by_the_next(folder: Path) -> None:
    """Killed after the first file was changed. Once, there was no copy of any file that was changed already."""
    assert subprocess.run([sys.executable, "-c", KILLED, folder.parent]).returncode == 9
    assert (folder / ".briefgen/backup/scenario.yaml.1").read_text() == SCENARIO
    assert (folder / "options/.briefgen/backup/bus.yaml.1").read_text() == OPTIONS["options/bus.yaml"]
    changes = Edit("title.en", 0, "Night bus", "Bus"), Edit("options.bus.name.en", 0, "A bus", "Bus")
    assert sorted(type(each).__name__ for each in written(folder, *changes)) == ["Unchanged", "Unchanged"]


def test_what_would_turn_the_line_is_not_in_a_comment(folder: Path) -> None:
    written(folder, comments=(comment("title.en", "Ann", "", "\u202eyhW?\u2066"),))
    assert "# Ann: yhW?\ntitle:" in (folder / "scenario.yaml").read_text()


def test_without_writing_it_is_told_what_would_be_done(folder: Path) -> None:
    change = Edit("title.en", 0, "Night bus", "Bus")
    done, _ = write_changes(World(folder.parent), Path("bus/scenario.yaml"), [change], write=False)
    assert done is not None
    assert done.outcomes == (Applied(change, "bus/scenario.yaml", 2),)
    assert (folder / "scenario.yaml").read_text() == SCENARIO
