"""Other ways to write a number: 91,200 as `91.2 thousand`, `91k`, `ninety-one thousand`; and what such a one says."""

from collections.abc import Iterator, Sequence
from itertools import product

from briefgen.release.scan.numerals import LEAST, MAGNITUDES, MOST, Words, in_words, spelled_out
from briefgen.release.scan.words import is_figure, words

_SIGNIFICANT = 2
"""Digits that a rounded number has at least: `91 thousand` says 91,200, `2 thousand` does not say 1,950."""
_TELLING = 10
"""From this number on one in words tells with the word behind it; `two` of something there are everywhere."""
_PARTS = {0.25: ("a", "quarter", "of", "a"), 0.5: ("half", "a"), 0.75: ("three", "quarters", "of", "a")}
_LONGEST = 5
"""Words of a phrase."""
_SIGN = 2
"""Letters of what is written close behind digits: `91k`."""


def otherwise(figure: str, unit: str = "") -> Iterator[Words]:
    """Other words for a figure, with the word behind it if it has one; a long one is cut. `91k` is one word."""
    value = float(figure)
    behind = (unit,) if unit else ()
    for lang, magnitudes in MAGNITUDES.items():
        if _TELLING <= value <= MOST and value.is_integer():
            yield from ((each + behind)[:_LONGEST] for each in in_words(int(value), lang))
        for size, names in magnitudes.items():
            for shown in _rounded(value, size):
                yield from _with_magnitude(shown, lang, names)


def _with_magnitude(shown: float, lang: str, names: Sequence[Words]) -> Iterator[Words]:
    digits = f"{shown:g}"
    heads: list[Words] = [tuple(words(digits))]
    if shown.is_integer():
        heads += in_words(int(shown), lang) if LEAST <= shown <= MOST else ()
        yield from ((digits + name[0],) for name in names if len(name[0]) <= _SIGN)
    if lang == "en" and shown in _PARTS:
        heads.append(_PARTS[shown])
    yield from ((head + name)[:_LONGEST] for head, name in product(heads, names))


def said_by(found: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The figures that numbers in words, or with a magnitude, come to, each with the place of the word behind it."""
    digits = [(each, float(each), at + 1) for at, each in enumerate(found) if is_figure(each)]
    spelled = [("", float(number), after) for number, after in spelled_out(found)]
    for written, value, after in (*digits, *spelled):
        size, end = _magnitude(found, after)
        figure = f"{value * (size or 1):.0f}"
        if (size or (not written and value >= _TELLING)) and figure != written:
            yield figure, end


def _magnitude(found: Sequence[str], at: int) -> tuple[float, int]:
    """That of the words at a place, and the place behind them; 0 where they are none."""
    for magnitudes in MAGNITUDES.values():
        for size, names in magnitudes.items():
            for name in names:
                if tuple(found[at : at + len(name)]) == name:
                    return size, at + len(name)
    return 0, at


def _rounded(value: float, size: float) -> list[float]:
    """How often a magnitude is in a value: as it is, and with a decimal less as long as it says the same."""
    share = value / size
    if not 0.1 <= share < 1000:
        return []
    exact = round(share, 3)
    near = [each for each in (round(share, 1), round(share)) if len(f"{each:g}".replace(".", "")) >= _SIGNIFICANT]
    return list(dict.fromkeys([*([exact] if abs(exact - share) < 1e-9 else []), *map(float, near)]))
