"""A field on its way: its source, how it reads, and where each character of that stands."""

import msgspec

from briefgen.prose.plain import Reading, reading
from briefgen.prose.rewriting.spots import Block, Spot, blocks, shown
from briefgen.prose.words import clean_lines

NOTHING_LEFT = "No words would be left. If the thing is to go, take it out of the file."
UNUSUAL = "The Markdown of this text is too unusual to change it by its words."


class Unplaced(msgspec.Struct, frozen=True):
    """Why a change could not be brought into the source."""

    reason: str


class Field(msgspec.Struct, frozen=True):
    """The source of a field, without the white space around it, and how it reads."""

    body: str
    read: Reading
    blocks: tuple[Block, ...]
    spots: tuple[Spot, ...]
    """Of the plain words, character by character."""

    @property
    def looks(self) -> list[tuple[object, object] | None]:
        """How each word looks, and how the constructs around it are written: a marking of words does not show in how
        they read. A space looks the same in any of them."""
        return [
            None if spot.character.isspace() else (look, tuple(construct.signs for construct in spot.within))
            for spot, look in zip(self.spots, self.read.looks, strict=True)
        ]


def field_of(body: str, lang: str) -> Field | None:
    """The field; None where places cannot be told."""
    found, read = blocks(body), reading(body, lang)
    spots = shown(found, read.words) if found is not None else None
    return None if found is None or spots is None else Field(body, read, tuple(found), tuple(spots))


def parted(source: str) -> tuple[str, str, str]:
    """A source as briefs read it: the white space before it, the rest, and the white space behind."""
    text = clean_lines(source)
    body = text.strip()
    at = text.index(body)
    return text[:at], body, text[at + len(body) :]
