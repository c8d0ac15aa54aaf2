"""Files that belong together change together, or nothing changes."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from briefgen.io.filesystem import World
from briefgen.io.owner import WORK, Owner
from briefgen.io.transaction import Transaction

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
        (errno.ENOSPC, ["disk-full", "no space left", "another disk"]),
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


# -- other runs


def killed(folder: Path, owner: Owner, journal: str = "") -> Path:
    """What a run leaves that is killed after its first change: `a.docx` is new, `b.pdf` is not."""
    work = folder / WORK
    work.mkdir()
    (work / "owner.json").write_bytes(msgspec.json.encode(owner))
    (work / "1").write_bytes(b"new b")
    (folder / "a.docx").write_bytes(b"new a")
    entries = [
        {"path": "a.docx", "old": sha256(b"old a").hexdigest(), "new": sha256(b"new a").hexdigest()},
        {"path": "b.pdf", "old": sha256(b"old b").hexdigest(), "new": sha256(b"new b").hexdigest()},
    ]
    whole = msgspec.json.encode({"entries": entries, "folders": []}).decode()
    (work / "journal.json").write_text(journal or whole, encoding="utf-8")
    return work


def ended() -> Owner:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return Owner.current()._replace(process=process.pid)


def test_what_a_killed_run_began_is_finished(world: World, tmp_path: Path) -> None:
    killed(tmp_path, ended())
    assert world.recover(Path()) == []
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"new b"}


def test_a_file_that_was_edited_since_the_kill_is_not_touched(world: World, tmp_path: Path) -> None:
    killed(tmp_path, ended())
    (tmp_path / "b.pdf").write_bytes(b"edited")
    assert world.recover(Path()) == []
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"edited"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell when a process was started")
def test_a_process_that_was_given_the_same_number_is_another(world: World, tmp_path: Path) -> None:
    killed(tmp_path, Owner.current()._replace(started="1"))
    assert world.recover(Path()) == []
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"new b"}


def test_a_run_on_another_computer_is_respected(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may still be running; the message names the file to delete if it is not."""
    monkeypatch.setattr(Transaction.begin, "__defaults__", (0.1,))
    work = killed(tmp_path, Owner("another", 7, "8"))
    faults = world.write_together({Path("c"): b"c"})
    assert faults is not None
    assert faults[0].code == "folder-busy"
    assert "process 7 on another" in faults[0].message
    assert f"delete {WORK}/owner.json" in faults[0].hint
    (work / "owner.json").unlink()
    assert world.write_together({Path("c"): b"c"}) is None
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"new b", "c": b"c"}


@pytest.mark.parametrize("path", ["../a", "/a", "x/../../a", WORK + "/1", "", "C:/a", "link/a"])
def test_a_journal_that_names_a_file_elsewhere_is_not_followed(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    (tmp_path / "other").mkdir(parents=True)
    for each in (tmp_path / "a", tmp_path / "other/a"):
        each.write_bytes(b"old a")
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "other")
    entry = {"path": path, "old": sha256(b"old a").hexdigest(), "new": sha256(b"new b").hexdigest()}
    work = killed(folder, ended(), msgspec.json.encode({"entries": [entry], "folders": []}).decode())
    (work / "0").write_bytes(b"new b")
    assert World(folder).recover(Path()) == []
    assert (tmp_path / "a").read_bytes() == (tmp_path / "other/a").read_bytes() == b"old a"
    assert not work.exists()


@pytest.mark.parametrize("journal", ["{", "[]", "[" * 100_000, '{"entries": 3, "folders": []}', "\0"])
def test_a_damaged_journal_is_no_journal(journal: str, world: World, tmp_path: Path) -> None:
    killed(tmp_path, ended(), journal)
    assert world.recover(Path()) == []
    assert content(tmp_path) == {"a.docx": b"new a", "b.pdf": b"old b"}


def test_two_runs_at_once_lose_nothing_of_each_other(world: World, tmp_path: Path) -> None:
    """The record of outputs holds those of both; otherwise the next run would not know its own briefs."""
    script = (
        "import sys; from pathlib import Path; from briefgen.io import World; world = World(Path(sys.argv[1]))\n"
        "for at in range(25):\n"
        "    assert world.write_outputs({Path(f'briefs/{sys.argv[2]}{at}'): b'x', Path('briefs/both'): b'y'}) is None"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, tmp_path, name]) for name in "ab"]
    assert [run.wait() for run in runs] == [0, 0]
    names = [f"briefs/{name}{at}" for name in "ab" for at in range(25)] + ["briefs/both"]
    assert all(world.unchanged_since_written(Path(name)) for name in names)
    assert not (tmp_path / "briefs" / WORK).exists()


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
