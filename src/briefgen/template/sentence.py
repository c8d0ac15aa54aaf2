"""Sentences of a template: words from the catalogue, with values in their slots."""

import re
from collections.abc import Mapping

import msgspec

SLOT = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
"""A slot in a message: `{date}`."""


class Sentence(msgspec.Struct, frozen=True):
    """A message in the language of the brief, and the values for its slots."""

    words: str
    values: Mapping[str, object]


class Series(msgspec.Struct, frozen=True):
    """Values to be listed: a, b and c; or with a separator of the template's own."""

    values: tuple[object, ...]
    separator: str | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to list, so that a template can ask."""
        return bool(self.values)


class Wordings(msgspec.Struct, frozen=True):
    """What a brief says where it has pages, and what where it has none."""

    with_pages: object
    without_pages: object


class Pointer(msgspec.Struct, frozen=True):
    """“Table 2” or the words of a heading, by its anchor; becomes a link when the document is numbered."""

    anchor: str
    template: str = ""
    line: int = 0


def slots(message: str) -> frozenset[str]:
    """The names of the slots of a message."""
    return frozenset(SLOT.findall(message))
