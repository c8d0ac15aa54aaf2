"""File names in messages, and the file that was probably meant by a path at which there is none."""

import os
import re
from hashlib import sha256
from pathlib import Path

from briefgen.core.suggestions import closest


def shown(path: Path, cwd: Path) -> str:
    """The path from `cwd` where it lies below, else in full; `/` between the parts, and nothing unprintable."""
    try:
        name = Path(os.path.normpath(path)).relative_to(os.path.normpath(cwd)).as_posix()
    except ValueError:
        name = path.as_posix()
    return printable(name)


def printable(text: str) -> str:
    """A text of one line that shows what cannot be printed: `\\u000a`."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def decoded(name: str) -> str:
    """The name of a file as text: bytes that are not UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printed(name: str, separator: str = os.sep) -> str:
    """The name of a file for a person to copy: with the separator of this system. What is stored keeps `/`."""
    return name.replace("/", separator)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 180
"""Bytes of the name of an output, ending not counted; file systems take 255 of the whole."""


def portable(stem: str) -> str:
    """The name of an output as every system can have it; names that are so already stay as they are."""
    name = _FORBIDDEN.sub("-", stem).rstrip(". ") or "brief"
    if is_reserved(name):
        name += "-brief"
    data = name.encode(errors="replace")
    if len(data) <= _LONGEST:
        return name
    return f"{data[: _LONGEST - 9].decode(errors='ignore').rstrip('. ')}-{sha256(data).hexdigest()[:8]}"


_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)
"""Names of devices, with whatever ending
(https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file#naming-conventions)."""


def is_reserved(name: str) -> bool:
    """Whether Windows reserves a name for a device, so that no file can have it: `con`, `aux.yaml`."""
    return _RESERVED.fullmatch(name) is not None


# Which file was meant by a path at which there is none.

_MOST = 1000
"""Names of a folder that are looked at."""


def nearby(path: Path) -> str:
    """The hint: the right slashes, a file or folder of a like name, or which folder is missing; an empty text where
    there is nothing to say."""
    if path.name[1:3] == ":\\":  # a drive of Windows; elsewhere it is part of a name
        last = path.name.rpartition("\\")[2]
        return f"A path begins in the folder of the file that names it, with no drive: `{last}`, for example."
    if "\\" in path.name:  # on Windows it has parted folders by now
        return f"Put `/` between a folder and what is in it: `{path.name.replace(chr(92), '/')}`."
    if not path.parent.is_dir():
        return _other_folder(path)
    near = _like(path.name, _names(path.parent))
    return f"Did you mean `{near}`?" if near else ""


def _other_folder(path: Path) -> str:
    """For a path on which a folder is missing."""
    there = next((folder for folder in path.parents if folder.is_dir()), None)
    if there is None:
        return ""
    first, *rest = path.relative_to(there).parts
    folders = [name for name in _names(there) if (there / name).is_dir()]
    meant = closest(first, folders)
    if meant is None:
        return f"There is no folder `{first}`."
    whole = there.joinpath(meant, *rest)
    if whole.is_file():
        return f"Did you mean `{'/'.join((meant, *rest))}`?"
    near = _like(path.name, _names(whole.parent)) if whole.parent.is_dir() else ""
    return f"Did you mean `{'/'.join((meant, *rest[:-1], near))}`?" if near else f"There is a folder `{meant}`."


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for _, entry in zip(range(_MOST), entries, strict=False))
    except (OSError, ValueError):
        return []


def _like(name: str, names: list[str]) -> str:
    """By what comes before the dot: all end in `.yaml`, and are not alike for that."""
    stems = {Path(each).stem: each for each in names}
    near = closest(Path(name).stem, stems)
    return stems[near] if near else ""
