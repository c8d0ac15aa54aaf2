"""How files are called in messages."""

import os
import re
from hashlib import sha256
from pathlib import Path


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
    """The name of a file for a person to copy: with what parts it on this system. What is stored keeps `/`."""
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
    """Whether Windows keeps a name for a device, so that no file can have it: `con`, `aux.yaml`."""
    return _RESERVED.fullmatch(name) is not None
