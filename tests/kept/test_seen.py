"""What was looked at has the answer that it had, and a file that lay untouched since need not be read for that."""

import os
import time
from pathlib import Path

import pytest

from briefgen.kept import seen, state
from briefgen.kept.seen import Looking, Question, Seen
from briefgen.world import World


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as at rest, though it was just written."""
    monkeypatch.setattr(state, "AT_REST", -1.0)
    (tmp_path / "folder").mkdir()
    file = tmp_path / "folder" / "facts.yaml"
    file.write_bytes(b"[]\n")
    return file


def noted(file: Path) -> Seen:
    notes = Seen()
    assert World(file.parent).noting(notes).read_bytes(file) == file.read_bytes()
    return notes


def holds(notes: Seen) -> bool:
    return Looking().holds(notes.answers, notes.states)


def next_moment() -> None:
    """The clock of a file system may stand still for some hundredths of a second."""
    time.sleep(0.03)


def test_a_file_at_rest_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = noted(file)
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *asked: opened.append(asked))
    assert holds(notes)
    assert not opened


def test_other_bytes_are_noticed_also_with_the_size_and_the_time_of_before(file: Path) -> None:
    notes, status = noted(file), file.stat()
    next_moment()
    file.write_bytes(b"{}\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert not holds(notes)


def test_the_same_bytes_at_another_time_are_read_and_found_the_same(file: Path) -> None:
    notes = noted(file)
    os.utime(file, (1, 1))
    assert holds(notes)


def test_a_folder_that_became_a_link_is_noticed(file: Path) -> None:
    """The file is the very same, but a scenario may read less where it lies now."""
    notes = noted(file)
    file.parent.rename(file.parent.with_name("elsewhere"))
    file.parent.symlink_to("elsewhere")
    assert not holds(notes)


def test_a_link_is_looked_at_each_time(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    notes = noted(link)
    assert not notes.states
    assert holds(notes)
    file.write_bytes(b"{}\n")
    assert not holds(notes)


def test_a_file_that_was_just_written_is_read_again(tmp_path: Path) -> None:
    """It could be written once more in the same moment, and nothing but its bytes would tell."""
    (tmp_path / "new.yaml").write_bytes(b"[]\n")
    notes = noted(tmp_path / "new.yaml")
    assert not notes.states
    assert holds(notes)


def test_a_long_file_is_read_piece_by_piece(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"0123456789" * 50_000)
    assert seen.answer(Question("bytes", str(file))) == seen.of_bytes(str(file), file.read_bytes())
