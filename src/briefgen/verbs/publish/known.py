"""Whether a brief would come out as it did: a digest of all that it could be made of.

It is kept in the person's own cache folder, never in the site: whoever has a digest of words that are withheld could
try guesses on it.
"""

import os
import stat
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.kept import cache
from briefgen.scenario.read import SCENARIO
from briefgen.verbs.publish.publication import Publication
from briefgen.world import World
from briefgen.world.boundary import boundary_of

MOST_FILES, MOST_BYTES = 5_000, 64 << 20
"""Of a scenario with what it shares with others; where there is more, its brief is made each time."""


class Known:
    """What is known of the briefs of one site, when they were made last."""

    def __init__(self, world: World, asked: Publication) -> None:
        self._world = world
        self._asked = asked
        program = cache.fingerprint(Path(__file__).parents[2])
        order = repr(replace(asked.order, force=False)).encode("utf-8", "surrogateescape")
        self._program = sha256(b"\0".join((program, sys.version.encode(), order))).digest()
        self._entry = "site-" + sha256(os.fsencode(os.path.realpath(world.cwd / asked.site))).hexdigest()
        try:
            self._kept = msgspec.json.decode(cache.kept(self._entry) or b"{}", type=dict[str, tuple[str, str]])
        except ValueError:
            self._kept = {}
        self._shared: dict[Path, bytes | None] = {}

    def digest(self, file: Path) -> str:
        """Of all that the brief of a scenario could be made of; empty where that is too much to be read."""
        folder = (self._world.cwd / file).resolve().parent
        around = boundary_of(folder / SCENARIO)
        parts = [self._program, self._folder(folder, inner=True), self._folder(around, inner=False)]
        given = (*self._asked.order.texts, *self._own_theme())
        parts += [self._folder((self._world.cwd / each).resolve(), inner=True) for each in given]
        if None in parts:
            return ""
        return sha256(b"".join(part for part in parts if part is not None)).hexdigest()

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

    def _folder(self, top: Path, inner: bool) -> bytes | None:
        """A digest of the files in a folder; without `inner`, of those that are in no scenario's."""
        if inner:
            return _digest(_files(top, self._site(), skip=False))
        if top not in self._shared:
            own = (top / SCENARIO).is_file()
            self._shared[top] = b"" if own else _digest(_files(top, self._site(), skip=True))
        return self._shared[top]

    def _site(self) -> Path:
        return Path(os.path.realpath(self._world.cwd / self._asked.site))


def _files(top: Path, site: Path, skip: bool) -> Iterator[Path]:
    """Regular files below a folder, in order; not those of hidden folders and of the site. `skip`: nor of scenarios."""
    if top.is_file():
        yield top
    for folder, folders, files in os.walk(top):
        if Path(folder) == site or (skip and SCENARIO in files):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
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
