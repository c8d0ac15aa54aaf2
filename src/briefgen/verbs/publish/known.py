"""Whether a brief would come out as it did: a digest of all that it could be made of.

It is kept in the person's own cache folder, never in the site: whoever has a digest of words that are withheld could
try guesses on it.

`kept.seen` is another record: what was looked at while one brief was made, file by file, with its outputs by their
paths (`kept.made`). A brief of a site is made in a process of its own, which hands back an entry and no notes, and the
PDF of the edition before, which is looked at too, stands in the very site that is renewed. So here all that could be
looked at is counted, changed or not: a brief is made once too often rather than once too seldom. What made it, both ask
`kept.program`.
"""

import os
import re
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.kept import cache
from briefgen.kept.program import program
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.publish.publication import Publication
from briefgen.world import World
from briefgen.world.boundary import boundary_of

MOST_FILES, MOST_BYTES = 5_000, 64 << 20
"""Of a scenario with what it shares with others; where there is more, its brief is made each time."""

_OTHERS = frozenset({".git", ".venv", "__pycache__", "node_modules"})
"""Folders of programs, in which no scenario keeps anything."""
_UP = re.compile(rb"\.\.|[\"'\s\[,-](?:/|[A-Za-z]:[/\\])")
"""A way up, or a path from the top."""


class Known:
    """What is known of the briefs of one site, when they were made last."""

    def __init__(self, world: World, asked: Publication) -> None:
        self._world = world
        self._asked = asked
        order = repr(replace(asked.order, force=False)).encode("utf-8", "surrogateescape")
        self._program = sha256(program() + order).digest()
        self._entry = "site-" + sha256(os.fsencode(os.path.realpath(world.cwd / asked.site))).hexdigest()
        try:
            self._kept = msgspec.json.decode(cache.kept(self._entry) or b"{}", type=dict[str, tuple[str, str]])
        except ValueError:
            self._kept = {}
        self._shared: dict[tuple[Path, bool], bytes | None] = {}

    def digest(self, file: Path) -> str:
        """Of all that the brief of a scenario could be made of; empty where that is too much to be read."""
        folder = (self._world.cwd / file).resolve().parent
        own = _digest(_files(folder, self._site(), skip=False))
        given = (*self._asked.order.texts, *self._own_theme())
        beside = [_digest(_files((self._world.cwd / each).resolve(), self._site(), skip=False)) for each in given]
        around = boundary_of(folder / SCENARIO)
        shared = b"" if around == folder else self._around(around, skip=not _reaches_out(folder))
        parts = [own, shared, *beside]
        if None in parts:
            return ""
        return sha256(self._program + b"".join(part for part in parts if part is not None)).hexdigest()

    def is_same(self, name: str, made_of: str, gave: str) -> bool:
        """Whether a brief was made of the same, and gave the files that are in the site."""
        return bool(made_of) and not self._asked.order.force and self._kept.get(name) == (made_of, gave)

    def keep(self, name: str, made_of: str, gave: str) -> None:
        """Notes what a brief was made of, and a digest of what it gave."""
        self._kept[name] = (made_of, gave)

    def close(self) -> None:
        """Keeps it for the next run."""
        cache.keep(self._entry, msgspec.json.encode(self._kept))

    def _own_theme(self) -> tuple[Path, ...]:
        theme = self._asked.order.theme
        return (Path(theme),) if theme and theme.endswith((".yaml", ".yml")) else ()

    def _around(self, top: Path, skip: bool) -> bytes | None:
        """A digest of what scenarios share; with `skip` of what is in none of their folders."""
        if (top, skip) not in self._shared:
            self._shared[top, skip] = _digest(_files(top, self._site(), skip))
        return self._shared[top, skip]

    def _site(self) -> Path:
        return Path(os.path.realpath(self._world.cwd / self._asked.site))


def _reaches_out(folder: Path) -> bool:
    """Whether a scenario may read what is in the folder of another: a path in it leads up, or is whole, or a link."""
    for file in _files(folder, Path(), skip=False):
        try:
            if file.is_symlink() or (file.suffix in (".yaml", ".yml") and _UP.search(file.read_bytes())):
                return True
        except OSError:
            return True
    return any(path.is_symlink() for path in folder.rglob("*"))


def _files(top: Path, site: Path, skip: bool) -> Iterator[Path]:
    """Files below a folder, in order; not those of the site, and of programs. `skip`: nor those of scenarios."""
    if top.is_file():
        yield top
    for folder, folders, files in os.walk(top):
        if Path(folder) == site or (skip and SCENARIO in files):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if name not in _OTHERS and not name.endswith(".briefgen"))
        yield from (Path(folder, name) for name in sorted(files))


def _digest(files: Iterator[Path]) -> bytes | None:
    whole, left = sha256(), MOST_BYTES
    for number, file in enumerate(files):
        try:
            status = file.stat()
            data = file.read_bytes() if stat.S_ISREG(status.st_mode) and status.st_size <= left else None
        except OSError:
            data = b""
        if data is None or number > MOST_FILES:
            return None
        left -= len(data)
        name = os.fsencode(file)
        whole.update(b"%d %d " % (len(name), len(data)) + name + data)
    return whole.digest()
