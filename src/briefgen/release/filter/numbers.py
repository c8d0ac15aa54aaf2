"""Items without an id are named by their number in the whole scenario: a number that is wanting tells readers that one
before it is withheld. In files that come home from them, each bears the number that it has among what they see."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from briefgen.prose import Label, Prose
from briefgen.scenario.model import Scenario
from briefgen.scenario.reading.shapes import fields_of


def renumbered(left: Scenario) -> dict[str, str]:
    """The path of each text of a filtered scenario that has another number there → its path by that number; without a
    language, and with each that it has."""
    out: dict[str, str] = {}
    for text, seen in _texts(left, ""):
        if text.path != seen:
            out[text.path] = seen
            out |= {f"{text.path}.{lang}": f"{seen}.{lang}" for lang in text.texts}
    return out


def _texts(value: Any, path: str) -> Iterator[tuple[Prose | Label, str]]:
    """Each text with the path that leads to it."""
    match value:
        case Prose() | Label():
            yield value, path
        case msgspec.Struct():
            for field in fields_of(type(value)).values():
                yield from _texts(getattr(value, field.name), f"{path}.{field.key}" if path else field.key)
        case tuple():
            for number, item in enumerate(value, 1):
                yield from _texts(item, f"{path}.{getattr(item, 'id', number)}")
        case Mapping():
            for name, item in value.items():
                yield from _texts(item, f"{path}.{name}")
        case _:
            pass
