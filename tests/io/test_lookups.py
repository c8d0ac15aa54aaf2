"""What was looked up is noticed when it has another answer, and only then."""

import os
from pathlib import Path

import pytest

from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    file = tmp_path / "folder" / "facts.yaml"
    file.write_bytes(b"[]\n")
    return file


def recorded(file: Path) -> Lookups:
    lookups = Lookups()
    World(file.parent).recording(lookups).read_bytes(file)
    return lookups


def has_changed(lookups: Lookups) -> bool:
    return next(lookups.changed(), None) is not None


def test_other_bytes_of_the_same_size_and_time(file: Path) -> None:
    lookups, status = recorded(file), file.stat()
    file.write_bytes(b"{}\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert has_changed(lookups)


def test_the_same_bytes_at_another_time(file: Path) -> None:
    lookups = recorded(file)
    os.utime(file, (1, 1))
    assert not has_changed(lookups)


def test_a_folder_that_became_a_link(file: Path) -> None:
    """The file is the very same, but a scenario may read less where it is now."""
    lookups = recorded(file)
    file.parent.rename(file.parent.with_name("elsewhere"))
    file.parent.symlink_to("elsewhere")
    assert has_changed(lookups)


def test_the_target_of_a_link(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file.name)
    lookups = recorded(link)
    assert not has_changed(lookups)
    file.write_bytes(b"{}\n")
    assert has_changed(lookups)


@pytest.mark.parametrize("what", ["nothing", "a folder", "a pipe"])
def test_what_could_not_be_read(what: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    if what == "a folder":
        file.mkdir()
    elif what == "a pipe":
        os.mkfifo(file)
    lookups = recorded(file)
    assert not has_changed(lookups)
    if what == "a folder":
        file.rmdir()
    else:
        file.unlink(missing_ok=True)
    file.write_bytes(b"[]\n")
    assert has_changed(lookups)


def test_a_file_that_changed_between_two_reads_is_noticed(file: Path) -> None:
    lookups = Lookups()
    world = World(file.parent).recording(lookups)
    world.read_bytes(file)
    file.write_bytes(b"{}\n")
    world.read_bytes(file)
    assert not lookups.consistent


def test_names_that_match_a_pattern(file: Path) -> None:
    lookups = Lookups()
    World(file.parent).recording(lookups).glob(Path(), "*.yaml")
    file.with_name("notes.txt").write_bytes(b"")
    assert not has_changed(lookups)
    file.with_name("more.yaml").write_bytes(b"")
    assert has_changed(lookups)
