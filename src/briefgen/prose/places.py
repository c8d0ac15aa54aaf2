"""From the words of a field, as they are read, back to its Markdown."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from briefgen.diagnostic import Place
from briefgen.prose.markdown import parser
from briefgen.prose.model import MARK
from briefgen.prose.parse import LONGEST
from briefgen.prose.rewriting.spots import blocks
from briefgen.prose.traced import address, begins, closing, line_starts, places
from briefgen.prose.words import body_offsets, clean

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefgen.prose.rewriting.spots import Spot


class _Field(msgspec.Struct, frozen=True):
    """The paragraphs of a field."""

    words: "tuple[tuple[Spot, ...], ...]"
    """Of each paragraph, the characters that are shown, without note marks."""
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


def pointers(markdown: str, to: str) -> list[Place]:
    """The citations of a fact, `@fact`, or the targets of the links to an anchor, `#anchor`."""
    # Loads markdown-it, which a check without findings never needs.
    body, offsets = body_offsets(markdown)
    starts = line_starts(body)
    out: list[Place] = []
    for token in parser().parse(body) if len(body) <= LONGEST else ():
        ranges = list(_pointers(token, to)) if token.type == "inline" else []
        where = places(token, body, starts) if ranges else None
        out += (Place(offsets[where[start]], offsets[where[end - 1]] + 1) for start, end in ranges if where)
    return out


def _pointers(token: "Token", to: str) -> Iterator[tuple[int, int]]:
    """Those of a paragraph, in its content."""
    children = token.children or []
    ends = closing(children)
    for number, child in enumerate(children):
        if child.type == "citation":
            at = begins(child) + 1
            for part in child.content[1:-1].split(";"):
                start = at + len(part) - len(part.lstrip())
                if part.partition(",")[0].strip() == to:
                    yield start, start + len(to)
                at += len(part) + 1
        elif child.type == "link_open" and clean(str(child.attrs.get("href", ""))).strip() == to:
            yield address(child, children[ends[number]], token.content)


@lru_cache(maxsize=64)
def _field(markdown: str) -> _Field | None:
    body, offsets = body_offsets(markdown)
    found = blocks(body) if len(body) <= LONGEST else None
    if found is None:
        return None
    shown = [[spot for spot in block.spots if not spot.dropped] for block in found]
    return _Field(
        tuple(tuple(spot for spot in spots if spot.character != MARK) for spots in shown),
        tuple(offsets),
    )
