"""Files that belong together change together, or nothing changes."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.kept.owner import WORK
from briefgen.world import World

NEW = {Path("a.docx"): b"new a", Path("b.pdf"): b"new b", Path("sub/c.html"): b"new c"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    (tmp_path / "a.docx").write_bytes(b"old a")
    (tmp_path / "b.pdf").write_bytes(b"old b")
    return World(tmp_path)


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(folder: Path) -> dict[str, bytes]:
    """The same, without what a failing disk did not let a run remove."""
    return {name: data for name, data in content(folder).items() if not name.startswith(WORK)}


OLD = {"a.docx": b"old a", "b.pdf": b"old b"}


def failing(function: Callable[..., object], at: int, fault: BaseException) -> Callable[..., object]:
    """The function, which fails at its `at`-th call."""
    calls = iter(range(1, 10**6))

    def wrapped(*args: object, **options: object) -> object:
        if next(calls) == at:
            raise fault
        return function(*args, **options)

    return wrapped


def test_all_files_are_written_and_nothing_else_is_left(world: World, tmp_path: Path) -> None:
    assert world.write_together(NEW) is None
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"new b", "sub/c.html": b"new c"}


def test_writing_nothing_is_no_fault(world: World) -> None:
    assert world.write_together({}) is None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("name", ["write", "fsync", "replace", "open", "mkdir", "unlink", "rename"])
@pytest.mark.parametrize("at", range(1, 8))
def test_a_failure_anywhere_changes_nothing_or_does_not_matter(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int, number: int
) -> None:
    monkeypatch.setattr(os, name, failing(getattr(os, name), at, OSError(number, os.strerror(number))))
    faults = world.write_together(NEW)
    monkeypatch.undo()
    if faults is None:
        assert changed(tmp_path) == {path.as_posix(): data for path, data in NEW.items()}
    else:
        assert [fault.severity for fault in faults] == ["error"]
        assert "Nothing was changed." in faults[0].message
        assert changed(tmp_path) == OLD
        assert not (tmp_path / "sub").exists()
    assert world.write_together(NEW) is None
    assert content(tmp_path) == {path.as_posix(): data for path, data in NEW.items()}


def test_a_disk_that_fails_for_good_is_restored_by_the_next_run(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file cannot be replaced, and the first one not be restored."""
    real, calls = os.replace, iter((True, True))

    def broken(*args: str) -> None:
        if not next(calls, False):
            raise OSError(errno.EIO, "broken")
        real(*args)

    monkeypatch.setattr(os, "replace", broken)
    faults = world.write_together({Path("a.docx"): b"new a", Path("b.pdf"): b"new b"})
    monkeypatch.undo()
    assert faults is not None
    assert "Nothing was changed" not in faults[0].message
    assert "the next run completes this" in faults[0].message
    assert world.recover(Path()) == []
    assert content(tmp_path) in (OLD, {"a.docx": b"new a", "b.pdf": b"new b"})


@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_an_interruption_from_the_keyboard_is_undone_too(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(os, name, failing(getattr(os, name), 2, KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        world.write_together(NEW)
    monkeypatch.undo()
    assert content(tmp_path) == OLD


def test_an_interruption_just_after_a_file_took_its_place_is_undone(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = os.replace, iter((False, True))

    def late(*args: str) -> None:
        real(*args)
        if next(calls, False):
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", late)
    with pytest.raises(KeyboardInterrupt):
        world.write_together(NEW)
    monkeypatch.undo()
    assert content(tmp_path) == OLD


def test_hard_links_are_not_needed(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python has no `os.link` on some platforms, WebAssembly among them."""
    monkeypatch.delattr(os, "link")
    assert world.write_together(NEW) is None
    assert content(tmp_path) == {path.as_posix(): data for path, data in NEW.items()}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, ["disk-full", "no space left", "--out"]),
        (errno.EACCES, ["no-permission", "Word"]),
        (errno.EROFS, ["no-permission", "read-only"]),
    ],
)
def test_the_reason_is_told(world: World, monkeypatch: pytest.MonkeyPatch, number: int, words: list[str]) -> None:
    monkeypatch.setattr(os, "replace", failing(os.replace, 3, OSError(number, os.strerror(number))))
    faults = world.write_together(NEW)
    assert faults is not None
    line = f"{faults[0].code} {faults[0].message} {faults[0].hint}"
    assert faults[0].file == "b.pdf"
    assert all(word in line for word in words), line


def test_a_folder_in_the_place_of_a_file(world: World, tmp_path: Path) -> None:
    (tmp_path / "sub" / "c.html").mkdir(parents=True)
    faults = world.write_together(NEW)
    assert faults is not None
    assert (faults[0].code, faults[0].file) == ("not-a-file", "sub/c.html")
    assert content(tmp_path) == OLD


def test_a_file_in_the_place_of_a_folder(world: World, tmp_path: Path) -> None:
    (tmp_path / "sub").write_bytes(b"a file")
    faults = world.write_together(NEW)
    assert faults is not None
    assert (faults[0].code, faults[0].file) == ("not-a-folder", "sub/c.html")
    assert content(tmp_path) == {**OLD, "sub": b"a file"}


def test_permissions_of_a_file_are_kept(world: World, tmp_path: Path) -> None:
    (tmp_path / "a.docx").chmod(0o640)
    assert world.write_together(NEW) is None
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == 0o640


def test_a_disk_that_is_really_full(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    real = os.open

    def full(path: Path, flags: int, *rest: int, **more: int) -> int:
        return real("/dev/full", os.O_WRONLY) if Path(path).name == "1" else real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", full)
    faults = world.write_together(NEW)
    monkeypatch.undo()
    assert faults is not None
    assert (faults[0].code, faults[0].file) == ("disk-full", "b.pdf")
    assert content(tmp_path) == OLD


# -- what briefgen wrote, and what someone edited since


def test_an_output_that_briefgen_wrote_may_be_written_over(world: World, tmp_path: Path) -> None:
    out = {Path("briefs/x.docx"): b"one"}
    assert world.refusal(Path("briefs/x.docx")) is None
    assert world.write_outputs(out) is None
    assert world.unchanged_since_written(Path("briefs/x.docx")) is True
    assert world.refusal(Path("briefs/x.docx")) is None
    assert world.write_outputs({Path("briefs/y.pdf"): b"two"}) is None
    assert world.unchanged_since_written(Path("briefs/x.docx")) is True


def test_an_edited_output_is_refused(world: World, tmp_path: Path) -> None:
    assert world.write_outputs({Path("briefs/x.docx"): b"one"}) is None
    (tmp_path / "briefs/x.docx").write_bytes(b"edited in Word")
    assert world.unchanged_since_written(Path("briefs/x.docx")) is False
    refusal = world.refusal(Path("briefs/x.docx"))
    assert refusal is not None
    assert refusal.code == "edited-output"
    assert "briefs/x.docx was edited since" in refusal.message
    assert "--force" in refusal.hint


def test_a_file_that_briefgen_does_not_know_is_refused(world: World) -> None:
    assert world.unchanged_since_written(Path("a.docx")) is None
    refusal = world.refusal(Path("a.docx"))
    assert refusal is not None
    assert "no record" in refusal.message


@pytest.mark.parametrize(
    "record", [b"", b"{", b"[]", b'{"outputs": 3}', b'{"outputs": {"x.docx": 3}}', b"\xff", b"[" * 100_000, b"null"]
)
def test_a_damaged_record_is_no_record(world: World, tmp_path: Path, record: bytes) -> None:
    assert world.write_outputs({Path("briefs/x.docx"): b"one"}) is None
    (tmp_path / "briefs/.briefgen/outputs.json").write_bytes(record)
    assert world.unchanged_since_written(Path("briefs/x.docx")) is None
    assert world.refusal(Path("briefs/x.docx")) is not None
    assert world.write_outputs({Path("briefs/x.docx"): b"one"}) is None
    assert world.refusal(Path("briefs/x.docx")) is None


def test_the_record_changes_together_with_the_outputs(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.write_outputs({Path("briefs/x.docx"): b"one"}) is None
    before = content(tmp_path)
    monkeypatch.setattr(os, "replace", failing(os.replace, 2, OSError(errno.ENOSPC, "full")))
    assert world.write_outputs({Path("briefs/x.docx"): b"two"})
    monkeypatch.undo()
    assert content(tmp_path) == before
