"""Text without capitals, accents and typography, letter for letter: what stands at an offset stays there."""

import unicodedata
from functools import lru_cache

_ALIKE = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\n": " ", "\t": " ", "\r": " ", "\f": " ",
}  # fmt: skip
"""Apostrophes, hyphens and spaces, each as its plain form. Dashes stay: they part words."""


@lru_cache(4096)
def folded(text: str) -> str:
    """The text in small letters without accents, as long as it was."""
    lower = text.lower()
    if len(lower) != len(text):  # “İ” becomes two characters
        lower = "".join(_letter(character) for character in text)
    if lower.isascii() and "\n" not in lower:
        return lower.replace("\t", " ").replace("`", "'")
    return lower.translate(_TABLE)


class _Table(dict[int, str]):
    """Worked out for each character when it is first met, and kept for those of the alphabets in use."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if code < _COMMON:
            self[code] = plain
        return plain


_COMMON = 0x3000
"""Letters below this, and signs, are kept: those of all alphabets, and not of all scripts."""

_TABLE = _Table()


def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if len(base) == 1 else character


def _letter(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else lower[0]
