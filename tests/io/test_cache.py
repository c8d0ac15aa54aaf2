"""An entry is used while it is whole and its inputs and outputs are unchanged; nothing in the folder is an error."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from briefgen.io import cache
from briefgen.io.filesystem import World
from briefgen.io.lookups import Lookups

KEY = cache.key("a")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "briefgen"


def made(folder: Path, key: str = KEY) -> None:
    """A brief that is a copy of its scenario."""
    (folder / "scenario.yaml").write_bytes(b"[]\n")
    lookups = Lookups()
    data = World(folder).recording(lookups).read_bytes(Path("scenario.yaml"))
    assert isinstance(data, bytes)
    (folder / "brief").write_bytes(data)
    cache.store(key, {str(folder / "brief"): sha256(data).hexdigest()}, lookups, 2)


def test_an_entry_is_found_and_only_its_owner_may_read_it(home: Path, tmp_path: Path) -> None:
    assert cache.unchanged(KEY) is None
    made(tmp_path)
    made(tmp_path)
    entry = cache.unchanged(KEY)
    assert entry is not None
    assert (list(entry.outputs), entry.warnings) == ([str(tmp_path / "brief")], 2)
    assert [path.name for path in home.iterdir()] == [KEY]
    assert home.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("file", ["scenario.yaml", "brief"])
def test_an_input_or_an_output_that_was_edited(file: str, home: Path, tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / file).write_bytes(b"{}\n")
    assert cache.unchanged(KEY) is None


def test_another_program_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cache.key("a") == KEY
    monkeypatch.setattr(cache, "program", lambda: b"another")
    assert cache.key("a") != KEY


def test_an_input_that_changed_meanwhile_is_not_stored(home: Path, tmp_path: Path) -> None:
    lookups = Lookups()
    for data in (b"[]\n", b"{}\n"):
        (tmp_path / "scenario.yaml").write_bytes(data)
        World(tmp_path).recording(lookups).read_bytes(Path("scenario.yaml"))
    cache.store(KEY, {}, lookups, 0)
    assert cache.unchanged(KEY) is None


@pytest.mark.parametrize(
    "damage", ["shorter", "another byte", "empty", "another entry", "a folder", "a pipe", "not ours"]
)
def test_an_entry_that_is_damaged_or_foreign_is_ignored(damage: str, home: Path, tmp_path: Path) -> None:
    made(tmp_path)
    made(tmp_path, "other")
    entry = home / KEY
    whole = entry.read_bytes()
    entry.unlink()
    match damage:
        case "shorter":
            entry.write_bytes(whole[:-1])
        case "another byte":
            entry.write_bytes(whole[:-1] + b"]")
        case "empty":
            entry.write_bytes(b"")
        case "another entry":
            (home / "other").rename(entry)
        case "a folder":
            entry.mkdir()
        case "a pipe":
            os.mkfifo(entry, 0o600)
        case _:
            entry.write_bytes(b"one")
    assert cache.unchanged(KEY) is None
    made(tmp_path)
    assert (cache.unchanged(KEY) is None) == (damage == "a folder")


def test_the_oldest_files_are_deleted_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(parents=True)
    for at, name in enumerate(["older", "made-by-0.1", "temporary.77", "new"]):
        (home / name).write_bytes(b"1234")
        os.utime(home / name, (at, at))
    cache.prune()
    assert len(list(home.iterdir())) == 4
    monkeypatch.setattr(cache, "MOST_BYTES", 9)
    cache.prune()
    assert sorted(path.name for path in home.iterdir()) == ["new", "temporary.77"]


@pytest.mark.parametrize("place", ["/dev/null", "a file"])
def test_without_a_place_nothing_is_stored_and_nothing_fails(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if place == "a file":
        place = str(tmp_path / "file")
        Path(place).write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    made(tmp_path)
    cache.prune()
    assert cache.unchanged(KEY) is None
