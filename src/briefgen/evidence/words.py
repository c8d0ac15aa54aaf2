"""Where words and numbers end, so that a quote never cuts one: “legal” out of “illegal”, “300” out of “1,300”."""

import unicodedata
from collections.abc import Callable
from typing import Literal

from briefgen.evidence.normalise import HYPHENS
from briefgen.evidence.text import SourceText

_GROUPING = "\u00a0\u202f\u2009"
_DASH = "\u2014"
_UNSPACED = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\u9fff"), ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"), ("\uff66", "\uff9f"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: written without spaces, or with endings joined to the words."""


def size(text: str) -> tuple[int, int]:
    """How many words, and how many letters and digits. A character of a script without spaces counts as a word of two
    letters."""
    words = letters = 0
    inside = False
    for character in text:
        if _unspaced(character):
            words += 1
            letters += 2
            inside = False
        elif character.isalnum():
            letters += 1
            words += not inside
            inside = True
        else:
            inside = False
    return words, letters


def cuts(text: SourceText, at: int, side: Literal["begin", "end"]) -> bool:
    """Whether a quote that begins or ends at an offset of the normalised text cuts a word or a number."""
    normal = text.normal.text
    if not 0 < at < len(normal):
        return False
    left, right = normal[at - 1], normal[at]
    if unicodedata.combining(right) or (_wordlike(left) and _wordlike(right)):
        return not (_unspaced(left) or _unspaced(right))
    if side == "begin" and left == "-" and right.isdecimal() and (at == 1 or normal[at - 2] == " "):
        return text.text[text.normal.start(at - 1)] != _DASH  # a sign
    if side == "end":  # “can” of “can’t”; but “assemblée” of “l’assemblée” is a word
        for apostrophe in (at - 1, at):
            if normal[apostrophe] == "'" and _between(normal, apostrophe, _wordlike):
                return True
    return _links(text, at - 1) or _links(text, at)


def widened(text: SourceText, start: int, end: int) -> tuple[int, int]:
    """A stretch of the normalised text with the words that it cuts whole."""
    while cuts(text, start, "begin"):
        start -= 1
    while cuts(text, end, "end"):
        end += 1
    return start, end


def _links(text: SourceText, at: int) -> bool:
    """Whether the character at `at` joins what stands around it: the hyphen of “13-year”, the point of “1.3”."""
    normal = text.normal.text
    here, original = normal[at], text.text[text.normal.start(at)]
    if _between(normal, at, str.isdecimal):
        return here in ".,:/'-" or original in _GROUPING or (here == " " and _thousands(normal, at))
    return original in HYPHENS and _between(normal, at, _wordlike)


def _between(text: str, at: int, kind: Callable[[str], bool]) -> bool:
    return 0 < at < len(text) - 1 and kind(text[at - 1]) and kind(text[at + 1])


def _thousands(text: str, at: int) -> bool:
    """Whether a space parts thousands: `1 300`, but not `2022 300` nor `10 3000`."""
    before, after = text[max(0, at - 4) : at], text[at + 1 : at + 5]
    digits_before = len(before) - len(before.rstrip("0123456789"))
    digits_after = len(after) - len(after.lstrip("0123456789"))
    return digits_before <= 3 and digits_after == 3


def _wordlike(character: str) -> bool:
    """A letter or a digit; the raised number of a note is none."""
    return character == "_" or (character.isalnum() and not unicodedata.decomposition(character).startswith("<super>"))


def _unspaced(character: str) -> bool:
    return character >= "\u0e00" and any(first <= character <= last for first, last in _UNSPACED)
