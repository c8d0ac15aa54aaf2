"""Where a word may be divided, by the patterns of its language."""

from functools import cache

import pyphen

_HOME = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT"}
"""Where a language without a country is at home, for languages whose patterns differ by country."""

SHORTEST = 6
"""Shorter words are not divided: half of *below* on a line helps nobody."""

LONGEST = 80
"""Letters of a word that is looked up: no word of any language is longer, and the look-up costs the square of it."""


@cache
def points(word: str, lang: str) -> tuple[int, ...]:
    """The places in a word before which it may be divided; none for a language without patterns."""
    if not SHORTEST <= len(word) <= LONGEST:
        return ()
    patterns = _patterns(lang)
    return tuple(patterns.positions(word)) if patterns else ()  # type: ignore[attr-defined]


@cache
def _patterns(lang: str) -> object | None:
    code = lang.replace("-", "_")
    name = pyphen.language_fallback(_HOME.get(code, code)) if code else None
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None
