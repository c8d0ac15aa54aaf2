"""What was looked up on the disk while something was made, with the answers, and which answers are others now.

Not only the content of files is recorded, but also files that were missing and names that match a pattern: a new file
that would be read today is noticed as well. Times of files do not matter.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import file_digest, sha256
from typing import Literal, NamedTuple

_MOST_BYTES = 1 << 28
"""Of a file that is hashed; none that is larger is read by briefgen."""


class Lookup(NamedTuple):
    """One question to the file system."""

    kind: Literal["content", "file", "names"]
    """`content`: the bytes of a file, and the path to which links lead. `file`: whether there is a file. `names`: the
    entries of a folder that match `pattern`."""
    path: str
    pattern: str = ""


class Lookups:
    """Lookups with their answers."""

    def __init__(self, answers: dict[Lookup, str] | None = None) -> None:
        self.answers: dict[Lookup, str] = answers or {}
        self.consistent = True
        """Whether no lookup had two answers, as where a file changed meanwhile."""

    def add(self, lookup: Lookup, answer: str) -> None:
        """Records a lookup."""
        if self.answers.setdefault(lookup, answer) != answer:
            self.consistent = False

    def update(self, other: "Lookups") -> None:
        """Adds the lookups of another."""
        self.consistent = self.consistent and other.consistent
        for lookup, given in other.answers.items():
            self.add(lookup, given)

    def changed(self) -> Iterator[Lookup]:
        """The lookups that have another answer now."""
        return (lookup for lookup, given in self.answers.items() if answer(lookup) != given)


def answer(lookup: Lookup) -> str:
    """The answer at this moment."""
    match lookup.kind:
        case "content":
            return _content(lookup.path)
        case "file":
            return str(os.path.isfile(lookup.path))  # noqa: PTH113  (Path raises for a path that is too long)
        case "names":
            return names(_entries(lookup.path), lookup.pattern)


def content(path: str, data: bytes) -> str:
    """The answer for a file that has been read."""
    return _with_target(sha256(data).hexdigest(), path)


def names(entries: Iterable["os.DirEntry[str]"], pattern: str) -> str:
    """The answer for the entries of a folder."""
    lines = sorted(
        f"{entry.name}\t{entry.is_dir()}\t{os.path.realpath(entry.path) if entry.is_symlink() else ''}"
        for entry in entries
        if (entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".") if pattern == "**"
            else matches(entry.name, pattern))
    )  # fmt: skip
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def matches(name: str, pattern: str) -> bool:
    """Whether a name matches one part of a pattern. In linear time, unlike a regular expression of many `*`."""
    if name.startswith(".") and not pattern.startswith("."):
        return False
    first, *rest = pattern.split("*")
    if not rest:
        return name == pattern
    *middle, last = rest
    if len(name) < len(first) + len(last) or not name.startswith(first) or not name.endswith(last):
        return False
    at, end = len(first), len(name) - len(last)
    for piece in middle:
        at = name.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _content(path: str) -> str:
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            found = f"not readable {status.st_mode} {status.st_size}"
        else:
            with open(path, "rb") as file:  # noqa: PTH123
                found = file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        found = "missing"
    except (OSError, ValueError) as fault:
        found = f"not readable {type(fault).__name__}"
    return _with_target(found, path)


def _with_target(found: str, path: str) -> str:
    """Scenarios may read less elsewhere, so it matters where a link leads."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):
        return found
    return found if real == path else f"{found} {real}"


def _entries(folder: str) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
