"""Files of the author's own that are changed: only as they were read, all of them or none, and with a copy kept."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile
from briefgen.world.boundary import inside, outside
from briefgen.world.decode import decode
from briefgen.world.read import MOST_BYTES, read_regular
from briefgen.world.transaction import write_together

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
    created: Mapping[Path, bytes],
    boundary: Path | None,
    shown: Callable[[Path], str],
) -> list[Diagnostic] | None:
    """Writes all the texts and the files `created`, or changes nothing and returns why. A link is kept, and the file
    that it leads to is changed.

    Each file is read again: one that was changed since it was first read is not overwritten. Its byte order mark is
    kept. A copy of it is saved as `.briefgen/backup/NAME.1`, `.2` … Of the files `created`, those outside the boundary
    are written first.
    """
    real = {Path(os.path.realpath(path)): path for path in files}
    names = {target: shown(path) for target, path in real.items()}

    def prepared(_targets: object) -> Mapping[Path, bytes] | list[Diagnostic]:
        new: dict[Path, bytes] = {}
        copies: dict[Path, bytes] = {}
        faults: list[Diagnostic] = []
        for target, path in real.items():
            amendment, name = files[path], names[target]
            data = read_regular(path, name, boundary, MOST_BYTES)
            if isinstance(data, Diagnostic):
                faults.append(data)
                continue
            read = decode(data, name)
            if isinstance(read, Diagnostic) or read.text != amendment.source.text:
                faults.append(_changed(name))
            elif not target.stat().st_mode & _WRITABLE:
                faults.append(_read_only(name))
            new[target] = (_BOM if data.startswith(_BOM) else b"") + amendment.text.encode()
            copies[_copy(target)] = data
        return faults or copies | new | dict(created)

    if outer := [outside(path, shown(path)) for path in files if not inside(path, boundary)]:
        return outer
    beyond = {path: data for path, data in created.items() if not inside(path, boundary)}
    if beyond and (faults := write_together(beyond, shown)):
        return faults
    created = {path: data for path, data in created.items() if path not in beyond}
    targets = dict.fromkeys((*real, *created), b"")
    return write_together(targets, lambda path: names.get(path) or shown(path), boundary, prepared)


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
