"""Files of a folder that change together: all take their places, or all stay."""

import os
from pathlib import Path

import pytest

from briefgen.diagnostic import Diagnostic
from briefgen.world.stage import Stage


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "bus").mkdir(parents=True)
    (folder / "bus" / "a.html").write_bytes(b"old a")
    (folder / "bus" / "b.html").write_bytes(b"old b")
    (folder / "CNAME").write_bytes(b"not ours")
    return folder


def staged(site: Path, files: dict[str, bytes]) -> Stage:
    stage = Stage(site, "site")
    assert stage.begin() is None
    for path, data in files.items():
        stage.put(path, data)
    return stage


def test_new_files_take_their_places(site: Path) -> None:
    stage = staged(site, {"bus/a.html": b"new a", "tram/1/c.html": b"new c"})
    assert tree(site)["bus/a.html"] == b"old a"
    assert stage.exchange(["bus/a.html", "tram/1/c.html"], ["bus/b.html"]) == []
    stage.discard()
    assert tree(site) == {"bus/a.html": b"new a", "tram/1/c.html": b"new c", "CNAME": b"not ours"}
    assert os.listdir(site.parent) == ["site"]  # noqa: PTH208


def test_folders_that_are_empty_go(site: Path) -> None:
    stage = staged(site, {"x": b"x"})
    assert stage.exchange(["x"], ["bus/a.html", "bus/b.html"]) == []
    assert not (site / "bus").exists()


@pytest.mark.parametrize("failing", range(1, 7))
def test_a_failure_at_any_move_leaves_all_as_it_was(site: Path, failing: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(site)
    stage = staged(site, {"bus/a.html": b"new a", "tram/1/c.html": b"new c", "bus/d.html": b"new d"})
    replace, moves = Path.replace, 0

    def breaking(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == failing:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", breaking)
    faults = stage.exchange(["bus/a.html", "tram/1/c.html", "bus/d.html"], ["bus/b.html"])
    stage.discard()
    if failing <= 5:
        assert [fault.code for fault in faults] == ["disk-full"]
        assert tree(site) == before
        assert not (site / "tram").exists()
    else:
        assert faults == []


def test_an_interruption_leaves_all_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(site)
    stage = staged(site, {"bus/a.html": b"new a", "bus/d.html": b"new d"})
    replace, moves = Path.replace, 0

    def broken_off(self: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == 3:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        stage.exchange(["bus/a.html", "bus/d.html"], [])
    assert tree(site) == before


def test_nothing_is_written_through_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / "tram").symlink_to(tmp_path / "elsewhere")
    stage = staged(site, {"tram/c.html": b"new c"})
    assert [fault.code for fault in stage.exchange(["tram/c.html"], [])] == ["unwritable-file"]
    assert not any((tmp_path / "elsewhere").iterdir())


def test_only_one_run_is_at_work(site: Path) -> None:
    stage = staged(site, {})
    busy = Stage(site, "site").begin()
    assert isinstance(busy, Diagnostic)
    assert busy.code == "site-busy"
    stage.discard()
    assert Stage(site, "site").begin() is None


def test_what_waits_is_for_nobody_else(site: Path) -> None:
    stage = staged(site, {"a": b"secret until it was looked at"})
    assert stage.folder.stat().st_mode & 0o077 == 0
