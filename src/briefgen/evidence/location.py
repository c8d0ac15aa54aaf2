"""What comes of looking for a quote."""

from typing import TypeAlias

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A passage of a text. Offsets count characters of the text as it is."""

    parts: tuple[tuple[int, int], ...]
    """Start and end of the passage; of each part, where the quote has several."""
    where: str
    """Its page, `12`, or its line, `line 4`."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1][1]


class Selector(msgspec.Struct, frozen=True):
    """What says which passage is meant (W3C Web Annotation, TextQuoteSelector)."""

    quote: str
    prefix: str = ""
    suffix: str = ""


class Found(msgspec.Struct, frozen=True):
    """The one passage that the quote is."""

    place: Place


class Ambiguous(msgspec.Struct, frozen=True):
    """Several passages."""

    places: tuple[tuple[Place, Selector], ...]
    """The first of them, each with what would single it out; the selector has no prefix and no suffix where nothing
    does within a few words."""
    count: int


class TooShort(msgspec.Struct, frozen=True):
    """Too little to carry a statement."""


class InHeading(msgspec.Struct, frozen=True):
    """Words that stand in a heading only; headings are no evidence."""

    place: Place


class Misplaced(msgspec.Struct, frozen=True):
    """The words are there, but not behind the prefix, or not before the suffix, that are given."""

    places: tuple[tuple[Place, Selector], ...]


class Apart(msgspec.Struct, frozen=True):
    """The parts are there, but in another order, or too far apart to be one passage."""

    wheres: tuple[str, ...]
    """Where the first place of each part is."""


class Change(msgspec.Struct, frozen=True):
    """Words of the quote, and what the source has in their place; one of them may be empty."""

    quote: str
    source: str


class Altered(msgspec.Struct, frozen=True):
    """Nearly a passage."""

    corrected: str
    """The passage word for word."""
    changes: tuple[Change, ...]
    where: str


class Absent(msgspec.Struct, frozen=True):
    """Nothing like it."""


Location: TypeAlias = Found | Ambiguous | TooShort | InHeading | Misplaced | Apart | Altered | Absent
