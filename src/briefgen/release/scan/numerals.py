"""Numbers in words, in the languages of the interface: `ninety one thousand`, `noventa y un mil`; all words are folded.

`agreement.quantities` reads numbers as people write them; here they are written, to be looked for, so that a few forms
of each do.
"""

# ruff: noqa: SIM905  (lists of words read best as one)

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

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
"""Language → by how much a word behind a number multiplies it, and these words."""


def in_words(number: int, lang: str) -> tuple[Words, ...]:
    """A number from `LEAST` to `MOST` in a language of `MAGNITUDES`."""
    written = {"en": _english, "fr": _french, "es": _spanish}[lang](number)
    return tuple(tuple(each.replace("-", " ").split()) for each in dict.fromkeys(written))


def spelled_out(found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each number in words, and the place behind it."""
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
    for words in _numbers():
        sizes.setdefault(words[0], set()).add(len(words))
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
