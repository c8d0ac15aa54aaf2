"""Files of the author's own that are changed: only as they were read, all of them or none, and with a copy kept."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile
from briefgen.world.boundary import inside, outside
from briefgen.world.decode import decode
from briefgen.world.read import MOST_BYTES, read_regular
from briefgen.world.write import write_together

BACKUP = Path(".briefgen") / "backup"
"""Below the folder of a file: where its copies are. No pattern of a scenario reaches into it."""
_BOM = b"\xef\xbb\xbf"
_MOST_COPIES = 10_000
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Amendment(msgspec.Struct, frozen=True):
    """A new text for a file, and the one that it was made from."""

    source: SourceFile
    text: str


def amend(
    files: Mapping[Path, Amendment],
    boundary: Path | None,
    shown: Callable[[Path], str],
    new: Mapping[Path, bytes],
) -> list[Diagnostic] | None:
    """Writes all the texts and the new files, or changes nothing and says why. A link stays, and what it leads to is
    changed.

    Each file is read once more: one that was changed since it was read is not written over. Its byte order mark stays.
    What it was is kept as `.briefgen/backup/NAME.1`, `.2` …, which is there before the first file is changed.
    """
    with contextlib.ExitStack() as held:
        for folder in sorted({Path(os.path.realpath(path)).parent for path in files}):
            held.enter_context(_held(folder))
        return _amended(files, boundary, shown, new)


def _amended(
    files: Mapping[Path, Amendment], boundary: Path | None, shown: Callable[[Path], str], created: Mapping[Path, bytes]
) -> list[Diagnostic] | None:
    new: dict[Path, bytes] = {}
    copies: dict[Path, bytes] = {}
    faults: list[Diagnostic] = []
    for path, amendment in files.items():
        name = shown(path)
        target = Path(os.path.realpath(path))
        if not inside(path, boundary):
            faults.append(outside(path, name))
            continue
        data = read_regular(path, name, boundary, MOST_BYTES)
        if isinstance(data, Diagnostic):
            faults.append(data)
            continue
        read = decode(data, name)
        if isinstance(read, Diagnostic) or read.text != amendment.source.text:
            faults.append(_changed(name))
            continue
        if not target.stat().st_mode & _WRITABLE:
            faults.append(_read_only(name))
            continue
        new[target] = (_BOM if data.startswith(_BOM) else b"") + amendment.text.encode()
        copies[_copy(target)] = data
    return faults or _for_an_author(write_together(copies | new | dict(created), shown))


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Lets one run at a time change files of a folder, where the system can tell: a second one then reads what the
    first has written. Whoever is killed holds nothing."""
    try:
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):  # Windows has neither
        yield
        return
    try:
        with contextlib.suppress(OSError):  # not every file system of a network can
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _for_an_author(faults: list[Diagnostic] | None) -> list[Diagnostic] | None:
    """The same faults, with what to do about files that cannot be written elsewhere."""
    return faults and [
        msgspec.structs.replace(fault, hint=_HINTS[fault.code]) if fault.code in _HINTS else fault for fault in faults
    ]


_HINTS = {
    "disk-full": "Free some space, then try again.",
    "no-permission": "Look at the permissions of the file and of its folder, then try again.",
}


def _read_only(name: str) -> Diagnostic:
    message = f"{name} could not be written: it is read-only. Nothing was changed."
    return error("no-permission", message, file=name, hint="If it may be changed, allow writing, then try again.")


def _copy(target: Path) -> Path:
    """A name for the copy of a file that nothing has yet."""
    folder = target.parent / BACKUP
    names = (folder / f"{target.name}.{number}" for number in range(1, _MOST_COPIES))
    return next((name for name in names if not os.path.lexists(name)), folder / f"{target.name}.{_MOST_COPIES}")


def _changed(name: str) -> Diagnostic:
    return error(
        "changed-meanwhile",
        f"{name} was changed while it was being worked on. Nothing was written.",
        file=name,
        hint="Save it in your editor, then try again.",
    )
