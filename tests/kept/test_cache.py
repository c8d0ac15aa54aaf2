"""What can be made again is kept where it can be; where it cannot, nothing is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.kept import cache


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_kept_is_found_again_and_only_its_owner_may_read_it(home: Path) -> None:
    assert cache.kept("a") is None
    cache.keep("a", b"one")
    cache.keep("a", b"two")
    assert cache.kept("a") == b"two"
    assert [path.name for path in (home / "briefgen").iterdir()] == ["a"]
    assert (home / "briefgen" / "a").stat().st_mode & 0o077 == 0


def test_what_others_could_have_written_is_not_used(home: Path) -> None:
    cache.keep("a", b"one")
    (home / "briefgen" / "a").chmod(0o666)
    assert cache.kept("a") is None


def test_the_oldest_go_first_and_not_one_at_a_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To look at all entries for each that is kept took longer, the more there were."""
    monkeypatch.setattr(cache, "MOST", 4)
    monkeypatch.setattr(cache, "LEFT", 2)
    for at, name in enumerate("abcd"):
        cache.keep(name, b"")
        os.utime(home / "briefgen" / name, (at, at))
    assert sorted(path.name for path in (home / "briefgen").iterdir()) == list("abcd")
    cache.keep("e", b"")
    assert sorted(path.name for path in (home / "briefgen").iterdir()) == ["d", "e"]


def test_what_a_thousand_scenarios_have_is_kept(home: Path) -> None:
    """Once, those behind the three hundredth pushed out what was known of the first."""
    cache.keep("run", b"known")
    os.utime(home / "briefgen" / "run", (1, 1))
    for at in range(1000):
        for what in ("sound", "parses"):
            (home / "briefgen" / f"{what}-{at}").touch()
    cache.keep("new", b"")
    assert cache.kept("run") == b"known"


@pytest.mark.parametrize(
    "damage", ["shorter", "another byte", "empty", "another entry", "a folder", "a pipe", "not ours"]
)
def test_a_file_that_is_not_as_it_was_written_is_not_used(damage: str, home: Path) -> None:
    """Once, a template whose code was damaged ended a run, and a path of which a letter was another was printed."""
    cache.keep("a", b"one")
    cache.keep("b", b"two")
    entry = home / "briefgen" / "a"
    whole = entry.read_bytes()
    entry.unlink()
    match damage:
        case "shorter":
            entry.write_bytes(whole[:-1])
        case "another byte":
            entry.write_bytes(whole[:-1] + b"E")
        case "empty":
            entry.write_bytes(b"")
        case "another entry":
            (home / "briefgen" / "b").rename(entry)
        case "a folder":
            entry.mkdir()
        case "a pipe":
            os.mkfifo(entry, 0o600)
        case _:
            entry.write_bytes(b"one")
    assert cache.kept("a") is None
    cache.keep("a", b"three")
    assert cache.kept("a") == (None if damage == "a folder" else b"three")


def test_the_temporary_file_of_a_killed_run_is_removed(home: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    cache.keep("a", b"one")
    for name in (f".b.{process.pid}", f".c.{os.getppid()}", ".hidden"):
        (home / "briefgen" / name).touch()
    cache.keep("a", b"two")
    assert {path.name for path in (home / "briefgen").iterdir()} == {"a", f".c.{os.getppid()}", ".hidden"}


@pytest.mark.parametrize("place", ["/dev/null", "a file"])
def test_a_place_that_is_none_is_passed_over(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, clearing away what had not been written raised in its turn, and the brief was not written."""
    if place == "a file":
        place = str(tmp_path / "file")
        Path(place).write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    cache.keep("a", b"one")
    assert cache.kept("a") is None
