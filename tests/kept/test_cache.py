"""What can be made again is kept where it can be; where it cannot, nothing is said."""

import os
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


def test_the_oldest_go_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    for at, name in enumerate("abc"):
        cache.keep(name, b"")
        os.utime(home / "briefgen" / name, (at, at))
    cache.keep("d", b"")
    assert sorted(path.name for path in (home / "briefgen").iterdir()) == ["c", "d"]


@pytest.mark.parametrize("place", ["/dev/null", "a file"])
def test_a_place_that_is_none_is_passed_over(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, clearing away what had not been written raised in its turn, and the brief was not written."""
    if place == "a file":
        place = str(tmp_path / "file")
        Path(place).write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    cache.keep("a", b"one")
    assert cache.kept("a") is None
