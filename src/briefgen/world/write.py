"""Several files that change together, or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class _Change(msgspec.Struct):
    """One file on its way: the new bytes lie in `new` until they take the target's place, the old ones in `old`."""

    target: Path
    new: Path
    old: Path
    kept: bool = False
    moving: bool = False


def write_together(files: Mapping[Path, bytes], shown: Callable[[Path], str]) -> list[Diagnostic] | None:
    """Writes all files, or leaves every one as it was and says why.

    Each is first written beside its target and brought to the disk (fsync); then all are renamed into place, and
    renamed back if one of them cannot be. An interruption from the keyboard is undone in the same way, then goes on.
    """
    changes: list[_Change] = []
    folders: list[Path] = []
    at = next(iter(files), Path())
    try:
        for at, data in files.items():
            _make_parents(at.parent, folders)
            if at.is_dir():
                raise IsADirectoryError(errno.EISDIR, "is a folder")
            stem = f".{at.name[:80]}.briefgen-{os.getpid()}-{len(changes)}"
            change = _Change(at, at.with_name(stem + ".new"), at.with_name(stem + ".old"))
            changes.append(change)
            _write(change, data)
        for change in changes:
            at = change.target
            _place(change, keep=len(changes) > 1)
    except OSError as fault:
        _undo(changes, folders)
        return [_reason(fault, shown(at))]
    except BaseException:
        _undo(changes, folders)
        raise
    for change in changes:
        if change.kept:
            with contextlib.suppress(OSError):
                change.old.unlink()
    for folder in dict.fromkeys(change.target.parent for change in changes):
        _settle(folder)
    return None


def _make_parents(folder: Path, made: list[Path]) -> None:
    lacking = []
    while not folder.exists() and folder != folder.parent:
        lacking.append(folder)
        folder = folder.parent
    for each in reversed(lacking):
        each.mkdir(exist_ok=True)
        made.append(each)


def _write(change: _Change, data: bytes) -> None:
    for stale in (change.new, change.old):  # of a run that was killed and had our number
        stale.unlink(missing_ok=True)
    descriptor = os.open(change.new, _FLAGS, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    with contextlib.suppress(FileNotFoundError):
        change.new.chmod(stat.S_IMODE(change.target.stat().st_mode))


def _place(change: _Change, keep: bool) -> None:
    if keep and change.target.exists():
        change.kept = True
        try:
            os.link(change.target, change.old)
        except OSError:  # a file system without hard links
            change.old.write_bytes(change.target.read_bytes())
    change.moving = True
    change.new.replace(change.target)


def _undo(changes: list[_Change], folders: list[Path]) -> None:
    """Puts back what was there. Whatever cannot be undone must not keep the rest from being undone."""
    for change in reversed(changes):
        with contextlib.suppress(OSError):
            moved = change.moving and not change.new.exists()
            if moved and change.kept:
                change.old.replace(change.target)
            elif moved:
                change.target.unlink()
        for left in (change.new, change.old):
            with contextlib.suppress(OSError):
                left.unlink()
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _settle(folder: Path) -> None:
    """Brings the renaming itself to the disk, where the system lets folders be opened (Windows does not)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(fault: OSError, name: str) -> Diagnostic:
    folder = Path(name).parent.as_posix()
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return error(
                "disk-full",
                f"{name} could not be written: there is no space left. Nothing was changed.",
                file=name,
                hint="Free some space, or write elsewhere with `--out`.",
            )
        case errno.EISDIR:
            return error(
                "not-a-file",
                f"{name} is a folder, and a file of this name was to be written. Nothing was changed.",
                file=name,
            )
        case errno.ENOTDIR | errno.EEXIST:
            return error(
                "not-a-folder",
                f"{folder} is a file, and {name} was to be written into it. Nothing was changed.",
                file=name,
            )
        case errno.EROFS:
            return error(
                "no-permission",
                f"{name} could not be written: the disk is read-only. Nothing was changed.",
                file=name,
                hint="Write elsewhere with `--out`.",
            )
        case errno.EACCES | errno.EPERM | errno.EBUSY | errno.ETXTBSY:
            return error(
                "no-permission",
                f"{name} could not be written: it is open in another program, or may not be changed. "
                "Nothing was changed.",
                file=name,
                hint="Close it in Word or in the PDF reader, and look at the permissions of its folder.",
            )
    why = fault.strerror or str(fault)
    return error("unwritable-file", f"{name} could not be written: {why}. Nothing was changed.", file=name)
