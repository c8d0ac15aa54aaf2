"""A TrueType font as its file has it (OpenType 1.9): what is measured once, and glyphs as they are asked for.

Of a font only a few hundred glyphs are looked at, so nothing is read for all of them. A file is not trusted: what it
says is checked against its length, and `BadFont` raised.
"""

import re
from functools import cached_property
from struct import error, unpack_from

from briefgen.fonts import sfnt
from briefgen.fonts.charmap import CharMap
from briefgen.fonts.sfnt import BadFont

_NAME_OF_PROGRAM = 6
"""In the table `name`: the name for PostScript, which PDF takes too."""
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class Face:
    """A font. Lengths are in its own units, of which `units` go to its size."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._places = sfnt.places(data)
        head, hhea = self.table(b"head", 54), self.table(b"hhea", 36)
        self.units: int = unpack_from(">H", head, 18)[0]
        (self.long_places,) = unpack_from(">H", head, 50)
        above, below, between = unpack_from(">3h", hhea, 4)
        self.line: int = above - below + between
        """What a line takes in a program that is told no more."""
        self._advances: int = unpack_from(">H", hhea, 34)[0]
        self.glyphs: int = unpack_from(">H", self.table(b"maxp", 6), 4)[0]
        if not self.units or not self.glyphs or not 0 < self._advances <= self.glyphs or self.long_places > 1:
            raise BadFont("its measures cannot be")
        self._hmtx = self.table(b"hmtx", 4 * self._advances + 2 * (self.glyphs - self._advances))
        self._loca = self.table(b"loca", (self.glyphs + 1) * (4 if self.long_places else 2))
        self._glyf = self._places.get(b"glyf", (0, 0))
        self.characters = CharMap(self.table(b"cmap", 4))
        bounds = unpack_from(">4h", head, 36)
        self.bounds: tuple[int, int, int, int] = bounds
        """The box that holds every glyph: left, bottom, right, top (`head`)."""
        system = self.table(b"OS/2", 78)
        version: int = unpack_from(">H", system)[0]
        self.weight: int = unpack_from(">H", system, 4)[0]
        self.ascent: int = unpack_from(">h", system, 68)[0]
        self.descent: int = unpack_from(">h", system, 70)[0]
        self.capital: int = unpack_from(">h", system, 88)[0] if version > 1 and len(system) >= 90 else self.ascent
        whole, part = unpack_from(">hH", self.table(b"post", 16), 4)
        self.slant: float = whole + part / 65536
        """In degrees counter-clockwise; 0 for an upright face (`post`)."""

    def table(self, tag: bytes, least: int = 0) -> bytes:
        """The bytes of a table; none where it is not there. Raises BadFont where there are fewer than `least`."""
        return sfnt.table(self._data, self._places, tag, least)

    def glyph_of(self, code: int) -> int:
        """The glyph of a code point; 0 where there is none. A no-break space is the common one."""
        return self.characters.glyph(_SPACE if code == _NO_BREAK_SPACE else code)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen (`hmtx`): the last glyphs are as wide as the one that was listed last."""
        (width,) = unpack_from(">H", self._hmtx, 4 * min(glyph, self._advances - 1))
        return int(width)

    def bearing(self, glyph: int) -> int:
        """From the pen to the left edge of a glyph (`hmtx`)."""
        beyond = glyph - self._advances
        place = 4 * glyph + 2 if beyond < 0 else 4 * self._advances + 2 * beyond
        (left,) = unpack_from(">h", self._hmtx, place)
        return int(left)

    def glyph(self, number: int) -> bytes:
        """The bytes of a glyph (`loca`, `glyf`); none for one without ink."""
        if number >= self.glyphs:
            raise BadFont("it has no such glyph")
        if self.long_places:
            start, end = unpack_from(">2L", self._loca, 4 * number)
        else:
            start, end = (2 * half for half in unpack_from(">2H", self._loca, 2 * number))
        at, length = self._glyf
        if not start <= end <= length:
            raise BadFont("a glyph lies outside its table")
        return self._data[at + start : at + end]

    @cached_property
    def name(self) -> str:
        """Its name in a program of PostScript or a PDF (`name`)."""
        table = self.table(b"name", 6)
        count, texts = unpack_from(">2xHH", table)
        for row in range(count):
            try:
                platform, encoding, _, kind, length, at = unpack_from(">6H", table, 6 + 12 * row)
            except error as fault:
                raise BadFont("the table name is cut off") from fault
            if kind == _NAME_OF_PROGRAM and (platform, encoding) in ((3, 1), (1, 0)):
                given = table[texts + at : texts + at + length]
                found = given.decode("utf-16-be" if platform == 3 else "latin-1", "replace")
                if name := re.sub(r"[^A-Za-z0-9+.-]", "", found)[:63]:
                    return name
        return "Font"
