"""From the words of a field, as they are read, back to its Markdown."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from briefgen.diagnostic import Place
from briefgen.prose.model import MARK
from briefgen.prose.parse import LONGEST
from briefgen.prose.words import body_offsets

if TYPE_CHECKING:
    from briefgen.prose.rewriting.spots import Spot

_ID = re.compile(r"@\w(?:[\w.:-]*\w)?")


class _Field(msgspec.Struct, frozen=True):
    """The paragraphs of a field."""

    words: "tuple[tuple[Spot, ...], ...]"
    """Of each paragraph, the characters that are shown, without note marks."""
    citations: "tuple[Spot, ...]"
    offsets: tuple[int, ...]
    """Where each character of the text that the parser reads stands in the Markdown, and where its end does."""

    def range(self, start: int, end: int) -> Place:
        """A range of the text that the parser reads, in the Markdown."""
        return Place(self.offsets[start], self.offsets[end - 1] + 1)


def in_markdown(markdown: str, place: Place) -> Place | None:
    """A place in the Markdown of its field; None where the Markdown is too unusual to tell."""
    if place.paragraph is None:
        return place
    field = _field(markdown)
    if field is None or place.paragraph >= len(field.words):
        return None
    spots = field.words[place.paragraph][place.start : place.end]
    return field.range(spots[0].start, spots[-1].end) if spots else None


def citation_place(markdown: str, number: int) -> Place | None:
    """The id of a citation, with its `@`: the `number`-th of its field, from 0."""
    field = _field(markdown)
    if field is None or number >= len(field.citations):
        return None
    spot = field.citations[number]
    place = field.range(spot.start, spot.end)
    found = _ID.search(markdown, place.start, place.end)
    return Place(*found.span()) if found else place


@lru_cache(maxsize=64)
def _field(markdown: str) -> _Field | None:
    from briefgen.prose.rewriting.spots import blocks  # loads markdown-it, which a check without findings never needs

    body, offsets = body_offsets(markdown)
    found = blocks(body) if len(body) <= LONGEST else None
    if found is None:
        return None
    shown = [[spot for spot in block.spots if not spot.dropped] for block in found]
    return _Field(
        tuple(tuple(spot for spot in spots if spot.character != MARK) for spots in shown),
        tuple(spot for spots in shown for spot in spots if spot.character == MARK),
        tuple(offsets),
    )
