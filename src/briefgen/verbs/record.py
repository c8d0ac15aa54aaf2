"""The record of what briefs were made from, for the folder that they are written to."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.kept import made
from briefgen.kept.made import Made, Output
from briefgen.kept.seen import Looking, Seen
from briefgen.verbs.order import Order
from briefgen.verbs.wanted import Wanted
from briefgen.world import World

_MOST = 5_000
"""Briefs of one folder that are known; the oldest go first."""
_NO_MATTER = ("house", "strict", "force", "out")
"""What of an order changes nothing in the bytes, or is known by what was looked at."""


class Record:
    """What is known of the briefs in one folder. To be closed, also when the run is ended from outside: only then what
    is new is kept."""

    def __init__(self, world: World, out: Path) -> None:
        self._world, self._out = world, os.path.realpath(world.cwd / out)
        name = sha256(self._out.encode("utf-8", "surrogateescape")).hexdigest()
        self._entry = f"made-{name}"
        self._known = {each.key: each for each in made.kept(self._entry)}
        self._new: dict[str, Made] = {}
        self._looking = Looking()

    def unchanged(self, brief: Wanted) -> Made | None:
        """The brief as it is known, if nothing has changed since. Warnings of which nothing may be left are told by
        making it again."""
        order = brief.order
        known = None if order.force or not _is_known_whole(order) else self._known.get(self._key(brief))
        if known is None or (order.strict and known.warnings) or not known.holds(self._looking):
            return None
        return known

    def add(self, brief: Wanted, data: Mapping[Path, bytes], warnings: int, seen: Seen) -> Made | None:
        """Takes note of a brief that was just written; None where not all is known that it hangs on."""
        if not seen.whole or not _is_known_whole(brief.order):
            return None
        world = self._world
        outputs = [Output.of(world.printed(path), str(world.cwd / path), each) for path, each in data.items()]
        found = Made.of(self._key(brief), warnings, outputs, seen)
        self._new[found.key] = found
        return found

    def close(self) -> None:
        """Keeps what is new, beside what others may have kept meanwhile. What is known of files that were written anew
        is forgotten."""
        if self._new:
            written = {output.path: output.sha256 for each in self._new.values() for output in each.outputs}
            named = {_paths(each) for each in self._new.values()}
            others = [
                each
                for each in made.kept(self._entry)
                if _paths(each) not in named
                and all(written.get(output.path, output.sha256) == output.sha256 for output in each.outputs)
            ]
            made.keep(self._entry, [*others, *self._new.values()][-_MOST:])
            self._new = {}

    def _key(self, brief: Wanted) -> str:
        order = msgspec.structs.asdict(brief.order)
        asked = [f"{name}={value!r}" for name, value in sorted(order.items()) if name not in _NO_MATTER]
        return made.key(self._out, str(self._world.cwd), str(brief.file), *asked)


def _is_known_whole(order: Order) -> bool:
    """Whether all that a brief hangs on is looked at here: not what LibreOffice does, nor what git has."""
    return not order.office_pages and not order.since


def _paths(made: Made) -> tuple[str, ...]:
    return tuple(output.path for output in made.outputs)
