"""What made a brief, beside its files: this program, what it is built on, and the environment."""

import os
import sys
from functools import cache
from hashlib import sha256

from briefgen.kept.cache import states

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MATTERS = ("SOURCE_DATE_EPOCH",)
"""Variables of the environment on which the bytes of a brief depend."""


@cache
def program() -> bytes:
    """A digest of the program's files (their sizes and times), of the names and versions of the packages beside it, of
    Python, and of what of the environment matters."""
    parts = [sys.version, *sorted(states(_PACKAGE, "", ("explanations", "_shipped")))]
    for folder in (os.path.join(_PACKAGE, "_shipped", "templates"), os.path.join(_PACKAGE, "..", "..", "templates")):
        if os.path.isdir(folder):
            parts += sorted(states(folder, ".j2", ()))
    parts += [name for folder in sys.path if folder.endswith("-packages") for name in _packages(folder)]
    parts += [f"{name}={os.environ.get(name)}" for name in _MATTERS]
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).digest()


def _packages(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return []
