"""The measures of font files; each file is read once in the life of the process."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import fsum
from typing import Literal

from briefgen.fonts.face import Face
from briefgen.fonts.kerning import Pairs
from briefgen.theme import Theme
from briefgen.theme.read import FONTS

_WORDS_KEPT = 50_000
"""Widths of words are kept up to this number; a process that lives long starts anew then."""

LEAST_KERN = 0.011
"""Of the size. Smaller kerns, a ninth of a point in running text, are not seen; to paint them would make the text of a
PDF a tenth longer."""

_NEVER_PAINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Classes of Unicode's bidirectional algorithm (UAX 9): Hebrew, Arabic and their like, and Arabic figures."""


def paintable(char: str) -> bool:
    """Whether a character may be painted as its glyph: it is assigned, visible, and its script runs from left to right
    without shaping."""
    return unicodedata.category(char) not in _NEVER_PAINTED and unicodedata.bidirectional(char) not in RIGHT_TO_LEFT


class Advances(dict[str, float]):
    """Character → its advance at size 1, found on demand; KeyError for what the font cannot paint."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, char: str) -> float:
        glyph = self._face.glyph_of(ord(char))
        if not glyph or not paintable(char):
            raise KeyError(char)
        advance = self[char] = self._face.advance(glyph) * (1000 / self._face.units) * 0.001
        return advance


class Kerns(dict[tuple[str, str], float]):
    """Two characters → what is added to the advance of the first, at size 1; found on demand.

    Nothing is added beside a space: it is as wide in every line, and where a line ends it is gone.
    """

    def __init__(self, face: Face) -> None:
        self._pairs = Pairs(face.table(b"GPOS"))
        self._glyph = face.glyph_of
        self._unit = 1 / face.units

    def __missing__(self, pair: tuple[str, str]) -> float:
        first, second = pair
        value = 0.0
        if first != " " and second != " ":
            value = self._pairs.between(self._glyph(ord(first)), self._glyph(ord(second))) * self._unit
        value = self[pair] = value if abs(value) > LEAST_KERN else 0.0
        return value


class Font:
    """One font file: advances of characters, kerns and widths of words, ascent, descent and line, all at size 1."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self.advances = Advances(face)
        self.kerns = Kerns(face)
        self.ascent = face.ascent / face.units
        self.descent = -face.descent / face.units
        self.line = face.line / face.units
        self.space = self.advances[" "]
        self._words: dict[str, tuple[float, tuple[float, ...]]] = {}
        """Word → its width and its kerns."""

    def width(self, word: str) -> float:
        """The width of a word at size 1, kerned. KeyError where the font lacks one of its characters."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            width, kerns = fsum(map(self.advances.__getitem__, word)), self._kerns_in(word)
            known = self._words[word] = width + fsum(kerns), kerns
        return known[0]

    def kerns_of(self, word: str) -> tuple[float, ...]:
        """The kerns of a word, one for each two of its characters; none where no two are kerned."""
        known = self._words.get(word)
        return known[1] if known else self._kerns_in(word)

    def _kerns_in(self, word: str) -> tuple[float, ...]:
        kerns = tuple(map(self.kerns.__getitem__, pairwise(word)))
        return kerns if any(kerns) else ()

    def placed(self, text: str) -> Iterator[tuple[str, float]]:
        """The characters, each with its distance from the beginning, at size 1."""
        at, before = 0.0, " "
        for char in text:
            at += self.kerns[before, char]
            yield char, at
            at += self.advances[char]
            before = char

    def can_paint(self, char: str) -> bool:
        """Whether the font has a glyph for the character that may be painted as it is."""
        try:
            self.advances[char]
        except KeyError:
            return False
        return True


@cache
def load(name: str) -> Font:
    """The font in the file of that name beside the theme."""
    return Font(name, Face((FONTS / name).read_bytes()))


def file_of(theme: Theme, family: Literal["serif", "sans"], strong: bool, italic: bool) -> str:
    """The name of the font file of a family, by weight and slope."""
    face = theme.serif if family == "serif" else theme.sans
    if strong:
        return face.strong_italic if italic else face.strong
    return face.italic if italic else face.regular
