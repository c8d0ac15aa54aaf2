"""Words → lines, as Word breaks them: as many words on each as it holds, and the next line begins."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import fsum
from unicodedata import east_asian_width

from briefgen.fonts import INVISIBLE, Font, capitals, load, stretches

_KEPT = 20_000
"""Widths of words that are kept for one kind of text; a process that lives long starts anew then."""

_UNKNOWN, _IDEOGRAPH = 0.6, 1.0
"""Of the size: a letter that our font has not got, in whatever font stands in for it."""

_HYPHEN = re.compile(r"(?<=[-–—])(?=\w)")
"""Where a line may end inside a word."""

_SLACK = 0.05
"""A line may be longer by this, in points: Word counts in whole twentieths."""


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


def line_starts(words: Sequence[str], widths: Widths, measure: float) -> list[int]:
    """The word with which each line begins. A word longer than a line begins as many lines as it takes."""
    wide = [widths[word] for word in words]
    space, room = widths.space, measure + _SLACK
    if fsum(wide) + space * (len(wide) - 1) <= room:
        return [0]
    starts, used = [0], 0.0
    for at, width in enumerate(wide):
        if used + width > room:
            rest = _divided(words[at], widths, room - used) if "-" in words[at] or "–" in words[at] else width
            if at or rest < width:
                starts.append(at)
            width, used = rest, 0.0
            while width > room > 0:
                starts.append(at)
                width -= room
        used += width + space
    return starts


def _divided(word: str, widths: Widths, room: float) -> float:
    """What of a word with hyphens in it has no room in a line, in points."""
    parts = _HYPHEN.split(word)
    left = fsum(widths[part] for part in parts)
    for part in parts[:-1]:
        if widths[part] > room:
            break
        room -= widths[part]
        left -= widths[part]
    return left
