"""How wide words are in the letters of the theme."""

from functools import lru_cache
from math import fsum
from unicodedata import east_asian_width

from briefgen.fonts import INVISIBLE, Font, capitals, load, stretches

_KEPT = 20_000
"""Widths of words that are kept for one kind of text; a process that lives long starts anew then."""

_UNKNOWN, _IDEOGRAPH = 0.6, 1.0
"""Of the size: a letter that our font has not got, in whatever font stands in for it."""


class Widths(dict[str, float]):
    """Word → its width in points, in one kind of text."""

    def __init__(self, font: Font, size: float, tracking: float, capital: bool) -> None:
        self._font, self._size, self._tracking, self._capital = font, size, tracking, capital
        self.space = font.space * size + tracking
        self.line = font.line * size
        """The height of a line, in points, where no more is asked for."""

    def __missing__(self, word: str) -> float:
        if len(self) >= _KEPT:
            self.clear()
        letters = capitals(word) if self._capital else word
        try:
            wide = fsum(map(self._font.advances.__getitem__, letters))
        except KeyError:
            wide = fsum(map(self._advance, letters))
        width = self[word] = wide * self._size + self._tracking * len(letters)
        return width

    def _advance(self, char: str) -> float:
        if char in INVISIBLE:
            return 0.0
        (stretch,) = stretches(char, self._font, self._font)
        if stretch.boxed:
            return _IDEOGRAPH if east_asian_width(char) in "WF" else _UNKNOWN
        return stretch.font.advances[stretch.text] * stretch.scale


@lru_cache(maxsize=256)
def widths_of(font: str, size: float, tracking: float, capital: bool) -> Widths:
    """The widths of words in a font file at a size."""
    return Widths(load(font), size, tracking, capital)
