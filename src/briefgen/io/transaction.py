"""Files below one folder that change together or not at all, also when the run is killed.

    .briefgen-work/      created first, by one run only: it locks the folder
        owner.json       the process that holds it
        0, 1, …          new contents, written to the disk
        0.old, 1.old, …  copies of the files that are being replaced
        journal.json     when all contents are there: each file with its digest before and after
        undo.json        the same journal, while a change that failed is being undone

A run that finds the folder of a process that has ended finishes a journal, undoes one that was being undone, and
removes the rest. A file that has neither digest was changed by somebody else, and is not touched.
"""

import contextlib
import errno
import json
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.names import printable
from briefgen.io.owner import WORK, Owner

if sys.platform != "win32":
    import fcntl

WAIT = 10.0
"""Seconds to wait for another run that is writing to the folder."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class _Entry(msgspec.Struct, frozen=True):
    path: str
    """From the folder, with `/`."""
    old: str
    """SHA-256 of the file before; empty where there was none."""
    new: str
    """SHA-256 of the file after; empty where it is deleted."""


class _Journal(msgspec.Struct, frozen=True):
    entries: list[_Entry]
    folders: list[str]
    """That are created, the outer ones first."""


class Transaction:
    """Changes of files below `folder`, made by `commit`; whatever else happens, all of them are as before.

    `with Transaction(folder, shown) as changes:` then `begin`, and if it returns nothing `put`, `remove` and `commit`.
    `shown` gives the name of a file in messages.
    """

    def __init__(self, folder: Path, shown: Callable[[Path], str]) -> None:
        self.folder = Path(os.path.realpath(folder))
        self._given = folder
        self._shown = shown
        self._work = self.folder / WORK
        self._entries: list[_Entry] = []
        self._made: list[Path] = []
        self._held = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        if self._held:
            with contextlib.suppress(OSError), _guarded(self.folder):
                self._discard()
            self._remove_folders(self._made)

    def begin(self, wait: float = WAIT) -> Diagnostic | None:
        """Locks the folder, creates it where it is missing, and finishes or undoes what a killed run left in it.
        Returns why it could not, for instance that another run still holds it after `wait` seconds."""
        try:
            self._made += _make_folders(self.folder)
            busy = self._await(wait, self._lock)
        except OSError as fault:
            self._remove_folders(self._made)
            return self._reason(fault, self._given)
        return busy

    def recover(self, wait: float = WAIT) -> Diagnostic | None:
        """Finishes or undoes what a killed run left in the folder, and waits for one that is still writing to it."""
        if not self._work.is_dir():
            return None
        try:
            return self._await(wait, self._recover)
        except OSError as fault:
            return self._reason(fault, self._given)

    def put(self, path: Path, data: bytes) -> Diagnostic | None:
        """Adds a file, by its path below the folder, that is to have these contents."""
        try:
            self._write(str(len(self._entries)), data)
            self._add(path, sha256(data).hexdigest())
        except OSError as fault:
            return self._reason(fault, path)
        return None

    def remove(self, path: Path) -> Diagnostic | None:
        """Adds a file, by its path below the folder, that is to be deleted."""
        try:
            self._add(path, "")
        except OSError as fault:
            return self._reason(fault, path)
        return None

    def commit(self) -> Diagnostic | None:
        """Makes all the changes, or none and returns why."""
        if not self._entries:
            return None
        at = Path(self._entries[0].path)
        folders: list[Path] = []
        try:
            missing = {folder for entry in self._entries for folder in _missing(self._target(entry).parent)}
            folders = sorted(missing)
            self._write_journal(_Journal(self._entries, [self._named(folder) for folder in folders]))
            for number, entry in enumerate(self._entries):
                at = Path(entry.path)
                self._apply(number, entry, backup=len(self._entries) > 1)
            for folder in sorted({self._target(entry).parent for entry in self._entries}):
                _sync(folder)
        except OSError as fault:
            return self._reason(fault, at, undone=self._undo(folders))
        except BaseException:
            self._undo(folders)
            raise
        self._made.clear()
        with contextlib.suppress(OSError):
            (self._work / "journal.json").unlink()
        self._remove_emptied(self._entries)
        return None

    # -- the lock

    def _await(self, wait: float, step: Callable[[], bool]) -> Diagnostic | None:
        """Repeats a step, guarded, until it succeeds; or returns who holds the folder."""
        until = time.monotonic() + wait
        while True:
            with _guarded(self.folder):
                if step():
                    return None
                owner = self._owner()
            if time.monotonic() >= until:
                return self._busy(owner)
            time.sleep(0.02)

    def _lock(self) -> bool:
        if not self._recover():
            return False
        self._work.mkdir(mode=0o700)
        self._held = True
        self._write("owner.json", msgspec.json.encode(Owner.current()), sync=False)
        return True

    def _owner(self) -> Owner | None:
        try:
            return msgspec.json.decode((self._work / "owner.json").read_bytes(), type=Owner)
        except (OSError, ValueError, RecursionError):
            return None

    def _busy(self, owner: Owner | None) -> Diagnostic:
        name = self._shown(self._given)
        lock = self._shown(self._given / WORK / "owner.json")
        where = f" on {printable(owner.host)}" if owner and not owner.is_here() else ""
        process = f" (process {owner.process}{where})" if owner else ""
        hint = "Wait until it has ended, then try again."
        if where:
            hint = f"Wait until it has ended, then try again. If it was killed there, delete {lock}."
        return error("folder-busy", f"{name}: another run of briefgen is writing to it{process}.", file=name, hint=hint)

    # -- after a killed run

    def _recover(self) -> bool:
        """Finishes or undoes what an ended run left; false where it has not ended."""
        if not self._work.is_dir() or self._work.is_symlink():
            return True
        owner = self._owner()
        if owner and owner.is_running():
            return False
        if journal := self._journal("journal.json"):
            for number, entry in enumerate(journal.entries):
                with contextlib.suppress(_ChangedError):
                    self._apply(number, entry, backup=False)
            for folder in sorted({self._target(entry).parent for entry in journal.entries}):
                _sync(folder)
            self._remove_emptied(journal.entries)
        elif (journal := self._journal("undo.json")) and not self._restore(journal):
            raise OSError(errno.EIO, "what a killed run changed cannot be restored")
        for entry in journal.entries if journal else ():
            _part(self._target(entry)).unlink(missing_ok=True)
        shutil.rmtree(self._work)
        return True

    def _journal(self, name: str) -> _Journal | None:
        """A journal, if all of its files are below the folder."""
        try:
            journal = msgspec.convert(json.loads((self._work / name).read_bytes()), _Journal)
            for entry in journal.entries:
                self._target(entry)
        except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
            return None
        sound = all(_is_below(folder) for folder in journal.folders)
        return journal if sound else None

    # -- changes

    def _add(self, path: Path, new: str) -> None:
        entry = _Entry(path.as_posix(), "", new)
        self._entries.append(msgspec.structs.replace(entry, old=_digest(self._target(entry))))

    def _target(self, entry: _Entry) -> Path:
        """Where a file is. A folder that is a link leads elsewhere and is not entered."""
        target = self.folder / entry.path
        if not _is_below(entry.path) or Path(os.path.realpath(target.parent)) != target.parent:
            raise OSError(errno.ELOOP, "a folder in it is a link")
        return target

    def _named(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _write(self, name: str, data: bytes, sync: bool = True) -> None:
        descriptor = os.open(self._work / name, _FLAGS, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if sync:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _write_journal(self, journal: _Journal) -> None:
        # By `json`, which writes a byte of a name that is not UTF-8 as an escape.
        self._write("journal", json.dumps(msgspec.to_builtins(journal)).encode("ascii"))
        (self._work / "journal").replace(self._work / "journal.json")
        _sync(self._work)
        _sync(self.folder)

    def _apply(self, number: int, entry: _Entry, backup: bool) -> None:
        """Makes one change, if the file is as it was before; with `backup`, after a copy."""
        target, staged = self._target(entry), self._work / str(number)
        found = _digest(target)
        if found == entry.new and not staged.exists():
            return
        if found != entry.old:
            raise _ChangedError(errno.EBUSY, "it was changed meanwhile")
        if found and backup:
            shutil.copy2(target, self._work / f"{number}.old")
        if entry.new:
            _make_folders(target.parent)
            with contextlib.suppress(FileNotFoundError):
                staged.chmod(stat.S_IMODE(target.stat().st_mode))
            _move(staged, target)
        else:
            target.unlink()

    def _undo(self, folders: list[Path]) -> bool:
        """Restores everything; false where that cannot be done, and is left to the next run."""
        if not (self._work / "journal.json").exists():
            return True  # nothing was changed yet
        with contextlib.suppress(OSError):
            (self._work / "journal.json").replace(self._work / "undo.json")
        return self._restore(_Journal(self._entries, [self._named(folder) for folder in folders]))

    def _restore(self, journal: _Journal) -> bool:
        restored = True
        for number, entry in enumerate(journal.entries):
            try:
                target, copy = self._target(entry), self._work / f"{number}.old"
                if entry.old == entry.new or _digest(target) != entry.new:
                    continue
                if not entry.old:
                    target.unlink()
                elif _digest(copy) == entry.old:
                    _move(copy, target)
            except OSError:
                restored = False
        self._remove_folders([self.folder / folder for folder in journal.folders])
        if restored:
            for name in ("journal.json", "undo.json"):
                (self._work / name).unlink(missing_ok=True)
        return restored

    def _remove_folders(self, folders: list[Path]) -> None:
        for folder in reversed(folders):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _remove_emptied(self, entries: list[_Entry]) -> None:
        """Removes the folders that are empty without the files that were deleted."""
        for entry in entries:
            if not entry.new:
                with contextlib.suppress(OSError):
                    for folder in list(Path(entry.path).parents)[:-1]:
                        (self.folder / folder).rmdir()

    def _discard(self) -> None:
        """Unlocks the folder. A journal of what could not be finished or restored is left for the next run."""
        if not any((self._work / name).exists() for name in ("journal.json", "undo.json")):
            shutil.rmtree(self._work, ignore_errors=True)
        (self._work / "owner.json").unlink(missing_ok=True)

    def _reason(self, fault: OSError, path: Path, undone: bool = True) -> Diagnostic:
        return _reason(fault, self._shown(self._given / path), undone)


def write_together(
    files: Mapping[Path, bytes],
    shown: Callable[[Path], str],
    boundary: Path | None = None,
    prepare: Callable[[dict[Path, bytes]], Mapping[Path, bytes] | list[Diagnostic]] = lambda files: files,
) -> list[Diagnostic] | None:
    """Writes all the files, or none and returns why. Missing folders are created.

    The files are locked, with all others of the boundary if they are inside it, before `prepare` says what exactly is
    to be written. Links to folders are resolved.
    """
    targets = {_resolved(path): path for path in files}
    if not targets:
        return None
    folder = Path(os.path.commonpath([target.parent for target in targets]))
    if boundary is not None and folder.is_relative_to(root := os.path.realpath(boundary)):
        folder = Path(root)
    with Transaction(folder, lambda path: shown(targets.get(path, path))) as changes:
        if fault := changes.begin():
            return [fault]
        prepared = prepare({target: files[path] for target, path in targets.items()})
        if isinstance(prepared, list):
            return prepared
        for path, data in prepared.items():
            if fault := changes.put(_resolved(path).relative_to(changes.folder), data):
                return [fault]
        fault = changes.commit()
    return [fault] if fault else None


def _resolved(path: Path) -> Path:
    return Path(os.path.realpath(path.parent), path.name)


class _ChangedError(OSError):
    """A file is neither as it was before nor as it was to become."""


@contextlib.contextmanager
def _guarded(folder: Path) -> Iterator[None]:
    """Lets one run at a time lock, recover or unlock a folder, where the system can (Windows cannot)."""
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):  # some network file systems cannot
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _missing(folder: Path) -> list[Path]:
    """The folder and those above it that do not exist, the outer ones first."""
    missing: list[Path] = []
    while not folder.exists() and folder != folder.parent:
        missing.insert(0, folder)
        folder = folder.parent
    return missing


def _make_folders(folder: Path) -> list[Path]:
    missing = _missing(folder)
    for each in missing:
        each.mkdir(exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "is a file")
    return missing


def _is_below(path: str) -> bool:
    """Whether a path of a journal leads below its folder, and to nothing of the journal itself."""
    parts = path.split("/")
    return not any(part in ("", ".", "..", WORK) or "\\" in part or "\0" in part or ":" in part[1:2] for part in parts)


def _digest(path: Path) -> str:
    """SHA-256 of a file; empty where there is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise IsADirectoryError(errno.EISDIR, "is no regular file")
        with path.open("rb") as file:
            whole = sha256()
            while piece := file.read(1 << 20):
                whole.update(piece)
            return whole.hexdigest()
    except FileNotFoundError:
        return ""


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as fault:
        if fault.errno != errno.EXDEV:  # the target is on another disk
            raise
        shutil.copy2(source, _part(target))
        _part(target).replace(target)


def _part(target: Path) -> Path:
    return target.with_name(f".{target.name[:80]}.briefgen-part")


def _sync(folder: Path) -> None:
    """Writes the names in a folder to the disk, where the system lets folders be opened (Windows does not)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(fault: OSError, name: str, undone: bool) -> Diagnostic:
    """Why a file could not be written."""
    failed = f"{name} could not be written"
    outcome = "Nothing was changed." if undone else "Other files were changed already; the next run completes this."
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            hint = "Free some space, or write to another disk."
            return error("disk-full", f"{failed}: there is no space left. {outcome}", file=name, hint=hint)
        case errno.EISDIR:
            what = "is a folder, and a file of this name was to be written"
            return error("not-a-file", f"{name} {what}. {outcome}", file=name)
        case errno.ENOTDIR | errno.EEXIST:
            folder = Path(name).parent.as_posix()
            what = f"{folder} is a file, and {name} was to be written into it"
            return error("not-a-folder", f"{what}. {outcome}", file=name)
        case errno.EROFS:
            hint = "Write to another disk."
            return error("no-permission", f"{failed}: the disk is read-only. {outcome}", file=name, hint=hint)
        case errno.EBUSY if isinstance(fault, _ChangedError):
            message = f"{name} was changed by another program while it was to be written. {outcome}"
            hint = "Save and close it there, then try again."
            return error("changed-meanwhile", message, file=name, hint=hint)
        case errno.EACCES | errno.EPERM | errno.EBUSY | errno.ETXTBSY:
            message = f"{failed}: it is open in another program, or may not be changed. {outcome}"
            hint = "Close it in Word or in the PDF reader, and look at its permissions and those of its folder."
            return error("no-permission", message, file=name, hint=hint)
    return error("unwritable-file", f"{failed}: {fault.strerror or fault}. {outcome}", file=name)
