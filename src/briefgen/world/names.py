"""How files are called in messages."""

import os
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
