"""What a process remembers from one brief to the next changes no byte of the next, in whichever order they are made."""

import gc
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

from tests.use_cases import reported

from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.prepare import prepare
from briefgen.commands.render import produce
from briefgen.io.filesystem import World, shipped

FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")
BRIEFS = (
    ("starter", RenderOptions(FORMATS)),
    ("haiti-2022", RenderOptions(FORMATS, lang="fr", audience="public")),
    ("haiti-2022", RenderOptions(FORMATS, template="decision-note", paper="letter")),
)


def made(name: str, order: RenderOptions) -> dict[Format, bytes]:
    """The files of a brief, made from the files of its scenario."""
    world = World(shipped("scenarios"))
    prepared, _ = reported(prepare, world, Path(name, "scenario.yaml"), order)
    assert prepared is not None
    data, _ = reported(produce, world, prepared, order)
    return dict(data)


def memories() -> list[Any]:
    """All that the program's functions remember."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, _lru_cache_wrapper) and (each.__module__ or "").startswith("briefgen.")
    ]


def test_a_brief_has_the_same_bytes_first_and_last() -> None:
    cold = []
    for brief in BRIEFS:
        for memory in memories():
            memory.cache_clear()
        cold.append(made(*brief))
    warm = [made(*brief) for brief in reversed(BRIEFS)][::-1]
    assert [each.keys() for each in cold] == [set(FORMATS)] * len(BRIEFS)
    assert warm == cold
    remembered = [memory for memory in memories() if memory.cache_info().hits]
    assert len(remembered) > 20, "little was remembered: the comparison says little"
