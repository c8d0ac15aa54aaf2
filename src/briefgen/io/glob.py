"""Files by pattern, inside the boundary and in bounded time."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.io.lookups import Lookup, Lookups, matches, names
from briefgen.io.names import printable
from briefgen.io.read import inside, outside

MOST_MATCHES = 2_000
"""Files that one pattern may name; a scenario of hundreds of options would be no scenario."""
MOST_LETTERS = 1_000
"""Of a pattern."""
_MOST_VISITED = 50_000
"""Entries of folders looked at, so that `**` in a home folder ends."""
_SHOWN = 60
"""Letters of a pattern that is too long to be shown."""


def glob(
    folder: Path, pattern: str, boundary: Path | None, shown: Callable[[Path], str], lookups: Lookups | None = None
) -> tuple[list[Path], list[Diagnostic]]:
    """The files below `folder` that fit `pattern`, sorted by name; `*` any part of a name, `**` any folders between.

    Names that begin with a dot are met only by a part that begins with a dot. `**` does not go through links. Each
    folder that was listed is recorded in `lookups`.
    """
    if len(pattern) > MOST_LETTERS:
        return [], [
            error(
                "bad-pattern",
                f"`{printable(pattern[:_SHOWN])}…` has {len(pattern):,} characters; a pattern has at most "
                f"{MOST_LETTERS:,}.",
                hint="One `**` stands for any number of folders: `evidence/**/*.yaml`.",
            )
        ]
    parts = [part for part in pattern.replace("\\", "/").split("/") if part not in ("", ".")]
    parts = [part for at, part in enumerate(parts) if part != "**" or parts[at - 1 : at] != ["**"]]
    if not parts or pattern.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in pattern:
        return [], [
            error(
                "bad-pattern",
                f"`{printable(pattern)}` is not a pattern for files.",
                hint="Write it from this file's folder downward, with `*` and `**`: `options/*.yaml`.",
            )
        ]
    walk = _Walk(lookups)
    walk.descend(folder, parts)
    diagnostics = []
    if walk.visited > _MOST_VISITED or len(walk.found) > MOST_MATCHES:
        limit = f"{MOST_MATCHES:,} files" if len(walk.found) > MOST_MATCHES else f"{_MOST_VISITED:,} entries of folders"
        diagnostics.append(
            error(
                "too-many-files", f"`{printable(pattern)}` meets more than {limit}.", hint="Name a folder more closely."
            )
        )
    found = sorted(walk.found, key=lambda path: path.as_posix())[:MOST_MATCHES]
    diagnostics += [outside(path, shown(path)) for path in found if not inside(path, boundary)]
    return [path for path in found if inside(path, boundary)], diagnostics


class _Walk:
    """One search, with a count of what it looked at."""

    def __init__(self, lookups: Lookups | None) -> None:
        self.lookups = lookups
        self.visited = 0
        self.found: set[Path] = set()

    def descend(self, folder: Path, parts: Sequence[str]) -> None:
        todo = [(folder, 0)]
        done: set[tuple[Path, int]] = set()
        while todo and self.visited <= _MOST_VISITED and len(self.found) <= MOST_MATCHES:
            here, at = todo.pop()
            if (here, at) in done:
                continue
            done.add((here, at))
            # At the end of the pattern, `**` stands for all files below.
            part, last = parts[at] if at < len(parts) else "*", at >= len(parts) - 1
            if part == "**":
                todo.append((here, at + 1))
            for entry in self._entries(here, part):
                if part == "**":
                    if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                        todo.append((here / entry.name, at))
                elif matches(entry.name, part):
                    if not last:
                        if entry.is_dir():
                            todo.append((here / entry.name, at + 1))
                    elif not entry.is_dir():
                        self.found.add(here / entry.name)

    def _entries(self, folder: Path, part: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                listed = [entry for _, entry in zip(range(_MOST_VISITED + 1), entries, strict=False)]
        except OSError:  # no such folder, or it may not be read: nothing is found there
            listed = []
        if self.lookups:
            self.lookups.add(Lookup("names", str(folder), part), names(listed, part))
        self.visited += len(listed)
        return sorted(listed, key=lambda entry: entry.name)
