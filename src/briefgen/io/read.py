"""Bytes and text of regular files inside the boundary of a scenario, or why they cannot be read."""

import errno
import os
import stat
from pathlib import Path

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.source import SourceFile, Span
from briefgen.io.lookups import Lookup, Lookups
from briefgen.io.names import nearby

SCENARIO = "scenario.yaml"
"""The file that makes a folder a scenario."""
PROJECT = "briefgen.yaml"
"""A file of this name, further up, lets the scenarios below share what lies in its folder."""


def boundary_of(scenario_file: Path, lookups: Lookups | None = None) -> Path:
    """The folder that a scenario may read from: its own, or the nearest one above that holds a `briefgen.yaml`. Each
    place that was tried is recorded in `lookups`."""
    folder = Path(os.path.realpath(scenario_file.parent))
    for candidate in (folder, *folder.parents):
        there = (candidate / PROJECT).is_file()
        if lookups:
            lookups.add(Lookup("file", str(candidate / PROJECT)), str(there))
        if there:
            return candidate
    return folder


def outside(path: Path, name: str) -> Diagnostic:
    """The diagnostic for a path that is not inside; `name` is what messages call it."""
    link = os.path.islink(path)  # noqa: PTH114  (a path too long for the system is no link; Path raises)
    what = "is a link that leads" if link else "lies"
    return error(
        "outside-boundary",
        f"{name} {what} outside the scenario's folder.",
        file=name,
        hint="Copy the file into the folder, or put a `briefgen.yaml` into a folder above that holds both.",
    )


def inside(path: Path, boundary: Path | None) -> bool:
    """Whether a path, its links resolved, lies in the boundary."""
    return boundary is None or lies_in(os.path.realpath(path), boundary)


def lies_in(real: str, boundary: Path | None) -> bool:
    """The same of a path whose links are resolved."""
    return boundary is None or Path(real).is_relative_to(os.path.realpath(boundary))


# Bytes → text in UTF-8, or what else the bytes seem to be.

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text file"),
)


def decode(data: bytes, name: str) -> SourceFile | Diagnostic:
    """The text of a file, without its byte order mark."""
    for start, kind in _KINDS:
        if data.startswith(start):
            hint = "Save it as plain text in UTF-8, or take its text out with `briefgen source add`."
            return error("not-text", f"{name} is {kind}, not a text.", file=name, hint=hint)
    for start, encoding in _BOMS:
        if data.startswith(start):
            return _wrong(f"{name} is in {encoding}; only UTF-8 is read.", name)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if data[:4096].count(0) > len(data[:4096]) // 16:
        return _zeros(data, name)
    try:
        return SourceFile(name, data.decode())
    except UnicodeDecodeError as fault:
        return _undecodable(data, fault.start, name)


def _zeros(data: bytes, name: str) -> Diagnostic:
    """Every second byte of text in UTF-16 is zero; other files with zeros are no texts."""
    if len(data) // 4 < data[:4096].count(0) < len(data[:4096]) * 3 // 4:
        return _wrong(f"{name} seems to be in UTF-16; only UTF-8 is read.", name)
    return error("not-text", f"{name} is not a text: it holds zero bytes.", file=name)


def _undecodable(data: bytes, at: int, name: str) -> Diagnostic:
    if 0 in data[:4096]:
        return _zeros(data, name)
    before = len(data[:at].decode())
    span = Span(SourceFile(name, data.decode(errors="replace")), before, before + 1)
    byte = data[at]
    try:
        meant = (
            f" In Windows-1252 it is `{bytes([byte]).decode('cp1252')}`."
            if byte >= 0xA0 or byte in _TYPOGRAPHIC
            else ""
        )
    except UnicodeDecodeError:
        meant = ""
    message = f"The byte 0x{byte:02X} on line {span.line} is not UTF-8.{meant}"
    return error("wrong-encoding", message, span, "Save the file as UTF-8 (in an editor: “Save with encoding”).")


_TYPOGRAPHIC = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99")
"""€ … ‘ ’ “ ” • – — ™ in Windows-1252."""


def _wrong(message: str, name: str) -> Diagnostic:
    return error(
        "wrong-encoding", message, file=name, hint="Save the file as UTF-8 (in an editor: “Save with encoding”)."
    )


# Bytes of a regular file, or why not.

MOST_BYTES = 16 * 1024 * 1024
"""The longest text read: four million characters of four bytes. A book has two million."""

# Without O_NONBLOCK, opening a pipe waits for its writer. Windows has neither pipes in folders nor the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_regular(path: Path, name: str, boundary: Path | None, most: int, expected: bool = True) -> bytes | Diagnostic:
    """The bytes of a file inside the boundary; `name` is what messages call it. Where an `expected` file is not there,
    the hint names one that is like it."""
    try:
        real = os.path.realpath(path)
        if not lies_in(real, boundary):
            return outside(path, name)
        descriptor = os.open(real, _FLAGS)
    except (OSError, ValueError) as fault:
        return _unopened(fault, path, name, expected)
    try:
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _not_regular(status.st_mode, name)
            data = file.read(most + 1) if status.st_size <= most else b""
    except OSError as fault:
        return _unopened(fault, path, name, expected)
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


def _unopened(fault: OSError | ValueError, path: Path, name: str, expected: bool) -> Diagnostic:
    number = fault.errno if isinstance(fault, OSError) else None
    if isinstance(fault, PermissionError) and os.path.isdir(path):  # noqa: PTH112  Windows cannot open a folder at all
        return _not_regular(stat.S_IFDIR, name)
    match number:
        case errno.ENOENT if os.path.islink(path):  # noqa: PTH114  (a path too long for the system is no link; Path raises)
            return error("broken-link", f"{name} is a link to a file that does not exist.", file=name)
        case errno.ENOENT | errno.ENOTDIR:
            return error("missing-file", f"There is no file {name}.", file=name, hint=_nearby(path) if expected else "")
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
