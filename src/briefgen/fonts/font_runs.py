"""Font fallback: a word divided into runs that one font each can paint."""

from typing import NamedTuple

from briefgen.fonts.font import Font

BOX = "\u25a1"
"""Painted for a character that no font has."""

INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d"
    "\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
"""Characters that control joining, breaking and direction, and are invisible."""

_SAME_SHAPE = {"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u2007": " "}
_NARROW = {"\u202f": 0.62, "\u2009": 0.62, "\u2008": 0.62, "\u2006": 0.5, "\u200a": 0.3, "\u205f": 0.62}
"""Spaces painted as a share of the common space if the font lacks them."""


class FontRun(NamedTuple):
    """Characters painted with one font at one size. `text` is as long as the original."""

    font: Font
    text: str
    scale: float
    boxed: bool


def font_runs(word: str, font: Font, fallback: Font) -> list[FontRun]:
    """The word divided into runs of one font and size."""
    out: list[FontRun] = []
    for char in word:
        one = _font_run(char, font, fallback)
        if out and out[-1].font is one.font and out[-1].scale == one.scale and out[-1].boxed == one.boxed:
            last = out[-1]
            out[-1] = FontRun(last.font, last.text + one.text, last.scale, last.boxed)
        else:
            out.append(one)
    return out


def _font_run(char: str, font: Font, fallback: Font) -> FontRun:
    if font.can_paint(char):
        return FontRun(font, char, 1, False)
    if (same := _SAME_SHAPE.get(char)) is not None:
        return FontRun(font, same, 1, False)
    if (scale := _NARROW.get(char)) is not None:
        return FontRun(font, " ", scale, False)
    if fallback.can_paint(char):
        return FontRun(fallback, char, 1, False)
    return FontRun(fallback, BOX, 1, True)


def capitals(text: str) -> str:
    """The text in capitals, character for character: a letter whose capital is two letters is unchanged."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(_CAPITAL.get(char) or (up if len(up := char.upper()) == 1 else char) for char in text)


_CAPITAL = {"ß": "ẞ"}
