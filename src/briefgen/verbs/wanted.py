"""Which briefs are meant: scenarios × audiences × languages."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen import cache
from briefgen.prose.language import same
from briefgen.release.manifest import this_build
from briefgen.scenario import load
from briefgen.verbs.order import Order
from briefgen.world import World

_NO_INPUT = ("house", "strict", "force", "out")
"""Fields of an order that do not change the bytes, or that are otherwise in the key or among the lookups."""
ALL = "all"
"""In place of a name: every audience of a scenario, or every language that it is written in."""


class Wanted(msgspec.Struct, frozen=True):
    """One brief of one scenario, in the formats of its order."""

    file: Path
    """The `scenario.yaml`."""
    order: Order

    def name(self, world: World) -> str:
        """What messages call it: its scenario, and what it is beside the default."""
        apart = ", ".join(each for each in (self.order.audience, self.order.lang) if each)
        folder = world.shown(self.file.parent)
        return f"{folder} ({apart})" if apart else folder

    def key(self, world: World) -> str:
        """Its key in the cache; empty where it depends on what is not looked up in files."""
        if self.order.office_pages or self.order.since:  # LibreOffice, git
            return ""
        given = msgspec.structs.asdict(self.order)
        asked = [f"{name}={value!r}" for name, value in sorted(given.items()) if name not in _NO_INPUT]
        build = repr(this_build()) if "pdf" in self.order.formats else ""  # its manifest says what made it
        return cache.key(os.path.realpath(world.cwd / self.order.out), str(world.cwd), str(self.file), build, *asked)


def wanted(
    world: World, files: Sequence[Path], order: Order, audiences: Sequence[str], langs: Sequence[str]
) -> list[Wanted]:
    """The briefs that are asked for, those of a scenario together, in the order in which they were named. Without a
    name, a brief is whole, and in the scenario's language."""
    asked = tuple(dict.fromkeys(audiences)) or ("",), tuple(dict.fromkeys(langs)) or ("",)
    return [
        Wanted(file, replace(order, audience=audience, lang=lang))
        for file in files
        for audience, lang in _combined(world, file, *asked)
    ]


def _combined(world: World, file: Path, audiences: Sequence[str], langs: Sequence[str]) -> Iterator[tuple[str, str]]:
    if ALL in (*audiences, *langs):
        loaded, _ = load(world, file)  # its faults are told when the brief is made
        if loaded is not None:
            scenario = loaded.scenario
            ids = [audience.id for audience in scenario.audiences]
            if ids and ALL not in ids:  # a scenario without audiences has nothing for all of them, and is told so
                audiences = _with_all(audiences, ids)
            others = [lang for lang in scenario.title.texts if not same(lang, scenario.language)]
            langs = _with_all(langs, [scenario.language, *others])
    yield from ((audience, lang) for audience in audiences for lang in langs)


def _with_all(named: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """The names, with all that there are in the place of `all`; each once."""
    return tuple(dict.fromkeys(name for each in named for name in (every if each == ALL else (each,))))
