"""Bytes of a regular file, or why not."""

import errno
import os
import stat
from pathlib import Path

from briefgen.diagnostic import Diagnostic, error
from briefgen.world.boundary import lies_in, outside
from briefgen.world.nearby import nearby

MOST_BYTES = 16 * 1024 * 1024
"""The longest text read: four million characters of four bytes. A book has two million."""

# Without O_NONBLOCK, opening a pipe waits for its writer. Windows has neither pipes in folders nor the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_regular(path: Path, name: str, boundary: Path | None, most: int, awaited: bool = True) -> bytes | Diagnostic:
    """The bytes of a file inside the boundary; `name` is what messages call it. Where an `awaited` file is not there,
    the hint names one that is like it."""
    try:
        real = os.path.realpath(path)
        if not lies_in(real, boundary):
            return outside(path, name)
        descriptor = os.open(real, _FLAGS)
    except (OSError, ValueError) as fault:
        return _unopened(fault, path, name, awaited)
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _not_regular(status.st_mode, name)
            data = file.read(most + 1) if status.st_size <= most else b""
    except OSError as fault:
        return _unopened(fault, path, name, awaited)
    if status.st_size > most or len(data) > most:
        size = f"{max(status.st_size, len(data)) / 1048576:.1f}"
        return error(
            "file-too-large",
            f"{name} has {size} MiB; at most {most / 1048576:.1f} MiB are read.",
            file=name,
            hint="Divide it, or keep only what the scenario needs.",
        )
    return data


def _not_regular(mode: int, name: str) -> Diagnostic:
    if stat.S_ISDIR(mode):
        return error("not-a-file", f"{name} is a folder; a file is wanted.", file=name)
    what = "a named pipe" if stat.S_ISFIFO(mode) else "a device"
    return error("not-a-file", f"{name} is {what}; only regular files are read.", file=name)


def _unopened(fault: OSError | ValueError, path: Path, name: str, awaited: bool) -> Diagnostic:
    number = fault.errno if isinstance(fault, OSError) else None
    if isinstance(fault, PermissionError) and os.path.isdir(path):  # noqa: PTH112  Windows cannot open a folder at all
        return _not_regular(stat.S_IFDIR, name)
    match number:
        case errno.ENOENT if os.path.islink(path):  # noqa: PTH114  (a path too long for the system is no link; Path raises)
            return error("broken-link", f"{name} is a link to a file that does not exist.", file=name)
        case errno.ENOENT | errno.ENOTDIR:
            return error("missing-file", f"There is no file {name}.", file=name, hint=_nearby(path) if awaited else "")
        case errno.ELOOP:
            return error("broken-link", f"{name} is a link that leads to itself.", file=name)
        case errno.EACCES | errno.EPERM:
            return error(
                "no-permission", f"{name} may not be read.", file=name, hint="Ask its owner, or change its permissions."
            )
        case errno.ENXIO | errno.ENODEV | errno.EOPNOTSUPP:
            return _not_regular(stat.S_IFCHR, name)
        case errno.EISDIR:
            return _not_regular(stat.S_IFDIR, name)
    why = (fault.strerror or str(fault)) if isinstance(fault, OSError) else str(fault)
    return error("unreadable-file", f"{name} cannot be read: {why}.", file=name)


def _nearby(path: Path) -> str:
    try:
        return nearby(path)
    except (OSError, ValueError):  # a name that no system takes
        return ""
