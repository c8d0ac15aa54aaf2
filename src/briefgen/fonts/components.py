"""A glyph that is made of others, as letters with accents are (OpenType 1.9, `glyf`, composite glyph description)."""

from collections.abc import Iterator
from struct import error, unpack_from
from typing import NamedTuple

from briefgen.fonts.sfnt import BadFont

HEADER = 10
"""Bytes of a glyph before its contours or its components."""
WORDS, OFFSETS, SCALE, MORE, TWO_SCALES, MATRIX = 1, 2, 8, 32, 64, 128
"""Bits of a component's flags: its arguments are words; they are distances; how it is scaled; another one follows."""


class Component(NamedTuple):
    """One of the glyphs in a glyph."""

    at: int
    """Where in the glyph's bytes it begins: flags, the number of its glyph, arguments, scale."""
    flags: int
    glyph: int


def components(glyph: bytes) -> Iterator[Component]:
    """The components of a glyph, given its bytes; none where it has contours of its own. Raises BadFont."""
    if not glyph or not glyph[0] & 0x80:  # the number of contours is not negative
        return
    at, more = HEADER, True
    while more:
        try:
            flags, part = unpack_from(">HH", glyph, at)
        except error as fault:
            raise BadFont("a glyph is cut off") from fault
        yield Component(at, flags, part)
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
        more = bool(flags & MORE)
