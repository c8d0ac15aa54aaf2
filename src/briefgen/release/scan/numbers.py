"""Other ways to write a number: 91,200 as `91.2 thousand`, `91k`, `ninety-one thousand`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import TypeAlias

from briefgen.release.scan.words import is_figure, words

# Numbers in words, in the languages of the interface: `ninety one thousand`, `noventa y un mil`; all words are
# folded.
#
# `agreement.quantities` reads numbers as people write them; here they are written, to be looked for, so that a
# few forms of each do.

# ruff: noqa: SIM905  (lists of words read best as one)


Words: TypeAlias = tuple[str, ...]

LEAST, MOST = 2, 999
"""Those that are written."""
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FRENCH = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf"
).split()
_FRENCH_TENS = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
_SPANISH = (
    "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
    " dieciocho diecinueve veinte veintiun veintidos veintitres veinticuatro veinticinco veintiseis veintisiete"
    " veintiocho veintinueve"
).split()
_SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_SPANISH_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()

MAGNITUDES: Mapping[str, Mapping[float, tuple[Words, ...]]] = {
    "en": {1e3: (("thousand",), ("k",)), 1e6: (("million",), ("m",)), 1e9: (("billion",), ("bn",))},
    "fr": {
        1e3: (("mille",), ("milliers",)),
        1e6: (("million",), ("millions",)),
        1e9: (("milliard",), ("milliards",), ("md",)),
    },
    "es": {1e9: (("mil", "millones"),), 1e3: (("mil",), ("miles",)), 1e6: (("millon",), ("millones",))},
}
"""Language → by how much a word after a number multiplies it, and these words."""


def in_words(number: int, lang: str) -> tuple[Words, ...]:
    """A number from `LEAST` to `MOST` in a language of `MAGNITUDES`."""
    written = {"en": _english, "fr": _french, "es": _spanish}[lang](number)
    return tuple(tuple(each.replace("-", " ").split()) for each in dict.fromkeys(written))


def spelled_out(found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each number in words, and the place after it."""
    at = 0
    while at < len(found):
        sizes = (size for size in _sizes().get(found[at], ()) if at + size <= len(found))
        longest = next((size for size in sizes if tuple(found[at : at + size]) in _numbers()), 0)
        if longest:
            yield _numbers()[tuple(found[at : at + longest])], at + longest
        at += longest or 1


@cache
def _numbers() -> Mapping[Words, int]:
    """Words → the number."""
    return {
        words: number for number in range(LEAST, MOST + 1) for lang in MAGNITUDES for words in in_words(number, lang)
    }


@cache
def _sizes() -> Mapping[str, tuple[int, ...]]:
    """First word of a number → how many words it may have, the most first."""
    sizes: dict[str, set[int]] = {}
    for number in _numbers():
        sizes.setdefault(number[0], set()).add(len(number))
    return {word: tuple(sorted(each, reverse=True)) for word, each in sizes.items()}


def _english(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    small = _ENGLISH[rest] if rest < 20 else f"{_ENGLISH_TENS[rest // 10 - 2]}-{_ENGLISH[rest % 10]}"
    small = small.removesuffix("-zero")
    if not hundreds:
        return [small]
    head = f"{_ENGLISH[hundreds]} hundred"
    return [f"{head} {small}", f"{head} and {small}"] if rest else [head, *(["a hundred"] if hundreds == 1 else [])]


def _french(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if rest < 20:
        small = _FRENCH[rest]
    else:
        ones += 10 if tens in (7, 9) else 0
        joiner = " et " if ones in (1, 11) and tens < 8 else " "
        small = _FRENCH_TENS[tens - 2] + (joiner + _FRENCH[ones] if ones else "s" * (tens == 8))
    if not hundreds:
        return [small, small.removesuffix("s")] if rest == 80 else [small]
    head = "cent" if hundreds == 1 else f"{_FRENCH[hundreds]} cent"
    return [f"{head} {small}"] if rest else [head, f"{head}s"] if hundreds > 1 else [head]


def _spanish(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if rest < 30:
        small = _SPANISH[rest]
    else:
        small = _SPANISH_TENS[rest // 10 - 3] + (f" y {_SPANISH[rest % 10]}" if rest % 10 else "")
    if hundreds and not rest:
        whole = _SPANISH_HUNDREDS[hundreds - 1]
        return ["cien"] if hundreds == 1 else [whole, whole.replace("ientos", "ientas")]
    whole = f"{_SPANISH_HUNDREDS[hundreds - 1]} {small}" if hundreds else small
    forms = [whole + ending for ending in ("", "o", "a")] if whole.endswith("un") else [whole]
    return [*forms, *(each.replace("ientos", "ientas") for each in forms if hundreds > 1)]


_SIGNIFICANT = 2
"""Digits that a rounded number has at least: `91 thousand` says 91,200, `2 thousand` does not say 1,950."""
_IDENTIFYING_FROM = 10
"""From this number on, one in words identifies with the word after it; `two` of something there are everywhere."""
_PARTS = {0.25: ("a", "quarter", "of", "a"), 0.5: ("half", "a"), 0.75: ("three", "quarters", "of", "a")}
_LONGEST = 5
"""Words of a phrase."""
_SIGN = 2
"""Letters of what is written close after digits: `91k`."""


def otherwise(figure: str, unit: str = "") -> Iterator[Words]:
    """Other words for a figure, with the word after it if it has one; a long one is cut. `91k` is one word."""
    value = float(figure)
    unit_words = (unit,) if unit else ()
    for lang, magnitudes in MAGNITUDES.items():
        if _IDENTIFYING_FROM <= value <= MOST and value.is_integer():
            yield from ((each + unit_words)[:_LONGEST] for each in in_words(int(value), lang))
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


def figures_in(found: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The figures that numbers in words, or with a magnitude, come to, each with the place of the word after it."""
    digits = [(each, float(each), at + 1) for at, each in enumerate(found) if is_figure(each)]
    spelled = [("", float(number), after) for number, after in spelled_out(found)]
    for written, value, after in (*digits, *spelled):
        size, end = _magnitude(found, after)
        figure = f"{value * (size or 1):.0f}"
        if (size or (not written and value >= _IDENTIFYING_FROM)) and figure != written:
            yield figure, end


def _magnitude(found: Sequence[str], at: int) -> tuple[float, int]:
    """That of the words at a place, and the place after them; 0 where they are none."""
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
