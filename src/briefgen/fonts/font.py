"""Font files as HarfBuzz reads them: advances, kerning, metrics and outlines."""

import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from math import fsum
from struct import unpack_from
from typing import Literal

import msgspec
import uharfbuzz as hb

from briefgen.theme import Theme
from briefgen.theme.read import FONTS

LEAST_KERN = 0.011
"""Share of the size. Smaller kerns, a ninth of a point in running text, are invisible and would make the text of a PDF
a tenth longer."""

_FEATURES = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False, "mark": False}
"""Each character keeps its own glyph, so that a code in a PDF means one character."""

_NEVER_PAINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Classes of Unicode's bidirectional algorithm (UAX 9): Hebrew, Arabic and related scripts, and Arabic figures."""

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_OS2 = 78
"""Length of the fields that every version of the table `OS/2` has."""


def paintable(char: str) -> bool:
    """Whether a character may be painted as its glyph: assigned, visible, from left to right, without shaping."""
    return unicodedata.category(char) not in _NEVER_PAINTED and unicodedata.bidirectional(char) not in RIGHT_TO_LEFT


class Description(msgspec.Struct, frozen=True):
    """The classification by which programs find a similar font (OpenType 1.9, `OS/2`)."""

    panose: str
    """Ten numbers that classify the letters, as hexadecimal digits."""
    scripts: tuple[int, int, int, int]
    """Unicode blocks that the font covers, a bit each."""
    pages: tuple[int, int]
    """Windows code pages that the font covers, a bit each."""


class Font:
    """One font file: advances of characters, kerns and widths of words, ascent, descent and line, all at size 1."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = FONTS / name
        self._face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        self.shaper = hb.Font(self._face)
        self.units: int = self._face.upem
        hhea = self._table("hhea")
        above, below, between = unpack_from(">3h", hhea, 4)
        self.line = (above - below + between) / self.units
        """Default line height, as used by other programs."""
        ascent, descent = unpack_from(">2h", self._os2, 68)
        self.ascent: float = ascent / self.units
        self.descent: float = -descent / self.units
        self.space = self.advance(" ")

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data or b"")

    @cached_property
    def _os2(self) -> bytes:
        return self._table("OS/2")[: _OS2 + 8]

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0 where there is none. A no-break space is painted as a space."""
        code = ord(char)
        return self.shaper.get_nominal_glyph(_SPACE if code == _NO_BREAK_SPACE else code) or 0

    def advance(self, char: str) -> float:
        """The advance of a character at size 1. KeyError where the font cannot paint it."""
        glyph = self.glyph(char)
        if not glyph or not paintable(char):
            raise KeyError(char)
        advance: int = self.shaper.get_glyph_h_advance(glyph)
        return advance / self.units

    def width(self, word: str) -> float:
        """The width of a word at size 1, kerned. KeyError where the font lacks one of its characters."""
        return _measured(self, word)[0]

    def kerns_of(self, word: str) -> tuple[float, ...]:
        """Kerns between the characters of a word; empty if there are none."""
        return _measured(self, word)[1]

    def shaped(self, text: str) -> tuple[float, ...]:
        """The kerns of a text as shaped by HarfBuzz.

        A space is not kerned: it has the same width in every line, and is dropped at the end of a line.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.shaper, buffer, _FEATURES)
        glyph_advance = self.shaper.get_glyph_h_advance
        kerns = [
            (position.x_advance - glyph_advance(info.codepoint)) / self.units
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        if len(kerns) != len(text):
            return ()
        seen = tuple(
            kern if abs(kern) > LEAST_KERN and " " not in pair else 0.0
            for kern, pair in zip(kerns, pairwise(text), strict=False)
        )
        return seen if any(seen) else ()

    def placed(self, text: str) -> Iterator[tuple[str, float]]:
        """The characters with their offsets from the start, at size 1."""
        at = 0.0
        for char, kern in zip(text, (*(self.kerns_of(text) or (0.0,) * (len(text) - 1)), 0.0), strict=True):
            yield char, at
            at += self.advance(char) + kern

    def can_paint(self, char: str) -> bool:
        """Whether the font has a glyph for the character that may be painted as it is."""
        try:
            self.advance(char)
        except KeyError:
            return False
        return True

    def outline(self, char: str) -> str:
        """The outline of a character as an SVG path in the font's units; `y` runs upward."""
        parts: list[str] = []
        self.shaper.draw_glyph(self.shaper.get_nominal_glyph(ord(char)) or 0, _pen(), parts)
        return "".join(parts)

    @cached_property
    def description(self) -> Description:
        """The classification in the table `OS/2`."""
        return Description(
            panose=self._os2[32:42].hex().upper(),
            scripts=unpack_from(">4L", self._os2, 42),
            pages=unpack_from(">2L", self._os2, 78),
        )

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that the font has a glyph for."""
        return frozenset(self._face.unicodes)


@lru_cache(maxsize=50_000)
def _measured(font: Font, word: str) -> tuple[float, tuple[float, ...]]:
    width = fsum(map(font.advance, word))
    kerns = font.shaped(word) if len(word) > 1 else ()
    return width + fsum(kerns), kerns


def _pen() -> hb.DrawFuncs:
    """Draw functions that append the segments of an outline to a list of strings."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, parts: parts.append(f"M{x:g} {y:g}"))
    pen.set_line_to_func(lambda x, y, parts: parts.append(f"L{x:g} {y:g}"))
    pen.set_quadratic_to_func(lambda a, b, x, y, parts: parts.append(f"Q{a:g} {b:g} {x:g} {y:g}"))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, parts: parts.append(f"C{a:g} {b:g} {c:g} {d:g} {x:g} {y:g}"))
    pen.set_close_path_func(lambda parts: parts.append("Z"))
    return pen


@cache
def load(name: str) -> Font:
    """The font in the file of that name in the theme's folder."""
    return Font(name)


def file_of(theme: Theme, family: Literal["serif", "sans"], strong: bool, italic: bool) -> str:
    """The name of the font file of a family, by weight and slope."""
    face = theme.serif if family == "serif" else theme.sans
    if strong:
        return face.strong_italic if italic else face.strong
    return face.italic if italic else face.regular
