"""The figures of a sentence exactly as they are printed: numbers, ranges and long times, with units and precision."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from briefgen.claims.dates import apart, dates
from briefgen.claims.lexicon import Lexicon
from briefgen.claims.numbers import Quantity as Figure
from briefgen.claims.quantities import quantities
from briefgen.claims.text import folded
from briefgen.formulas import units
from briefgen.formulas.measures import UNITS
from briefgen.formulas.units import PLAIN, SHARE, Unit

_KINDS = frozenset({"number", "share", "factor"})
"""Kinds of figures that may be a result."""


class Printed(msgspec.Struct, frozen=True):
    """A figure or a range of a sentence, exactly as it is printed; percentages are numbers up to 100."""

    lows: tuple[Fraction, ...]
    """What the first number may be: `1.250` has two readings."""
    highs: tuple[Fraction, ...]
    step: Fraction
    unit: Unit
    figure: Figure
    start: int
    end: int
    is_range: bool = False
    spans: bool = False
    """Whether it is certainly a range, and not a change from one number to another."""
    in_range: bool = False
    """Whether it is an end of a range that is read as well."""
    is_year: bool = False
    """Whether four digits are more likely a year: they are never a wrong result."""
    of: int = 1
    """The number after “per”: 1,000 in “23 per 1,000”."""


_PER_MANY = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
_PER = re.compile(r"[^.;]{0,24}?\b(?:per|for every|pour|por cada|por|cada|sur)\s*$")
_MONEY_BEFORE = re.compile(r"([A-Z]{3}|US\$)\s?$")
_MONEY_AFTER = re.compile(r"\s?([A-Z]{3}|US\$)(?![\w])")


def printed_figures(text: str, known: Lexicon) -> Iterator[Printed]:
    """The figures of a sentence: ranges first, then times of two units, then each alone."""
    plain = folded(text)
    singles = list(_singles(text, plain, known))
    for at, (first, second) in enumerate(pairwise(singles)):
        gap = plain[first.figure.end : second.figure.start].strip(" €$£")
        if gap in known.numerals.between and (first.unit == second.unit or PLAIN in (first.unit, second.unit)):
            yield _range(first, second, plain)
            singles[at] = replace(singles[at], in_range=True)
            singles[at + 1] = replace(singles[at + 1], in_range=True)
        elif both := _long_time(first, second, plain, known):
            yield both
    for at, single in enumerate(singles):
        yield single
        if at + 1 < len(singles) and int(singles[at + 1].lows[0]) in _PER_MANY:
            between = plain[single.figure.end : singles[at + 1].figure.start]
            if _PER.fullmatch(between):
                yield replace(single, of=int(singles[at + 1].lows[0]), end=singles[at + 1].end)


def _printed(figure: Figure, text: str, plain: str) -> Printed:
    """A figure of a text exactly as it is printed; `plain` is the folded text."""
    share = figure.kind == "share"
    factor = 100 if share else 1
    values = tuple(Fraction(value).limit_denominator(_ACCURACY) * factor for value in figure.values)
    step = Fraction(figure.precision).limit_denominator(_ACCURACY) * factor
    span = plain[figure.start : figure.end]
    in_digits = span[:1].isdigit() and (share or not any(character.isalpha() for character in span))
    if figure.bound == "exact" and step >= 10 and (in_digits or step < 1000) and values[0]:
        digits = len(str(abs(int(values[0]))))
        step = min(step, Fraction(10 ** (digits - _LEAST_DIGITS if digits > _ALL_DIGITS else 0)))
    unit = SHARE if share else _unit(figure, text)
    of = 1000 if figure.unit == "per-mille" else 1
    return Printed(values, values, step, unit, figure, figure.start, figure.end, of=of)


_YEAR_DIGITS = 4
_ACCURACY = 10**9
_LEAST_DIGITS, _ALL_DIGITS = 2, 3
"""Where no word such as “about” says that it is rounded, two digits of “10,000” are meant, and all of “100”."""


def _unit(figure: Figure, text: str) -> Unit:
    before = _MONEY_BEFORE.search(text[: figure.start])
    after = _MONEY_AFTER.match(text, figure.end)
    per = ((figure.per, -1),) if figure.per in UNITS else ()
    for code in (before, after):
        if code and (name := _currency(code[1])):
            if figure.unit in UNITS and UNITS[figure.unit].family == "time":
                per = ((figure.unit, -1),)  # “USD 600 a month”
            return Unit(((name, 1), *per))
    if figure.unit in ("", "percent", "per-mille"):
        return PLAIN
    return Unit(((figure.unit, 1), *per))


def _currency(code: str) -> str:
    """The currency of a code; empty for three capitals that the author writes as a name."""
    try:
        parsed, _ = units.parse(code)
    except units.UnitError:
        return ""
    return parsed.currency if parsed.currency in UNITS or code in units.COMMON_NAMES else ""


def _singles(text: str, plain: str, known: Lexicon) -> Iterator[Printed]:
    """Each figure alone, without those of dates; years may be figures."""
    when = dates(text, known)
    years = [date for date in when if date.end - date.start == _YEAR_DIGITS]
    for figure in apart(quantities(text, known), [date for date in when if date not in years]):
        if figure.kind in _KINDS:
            is_year = any(figure.overlaps(date.start, date.end) for date in years)
            yield replace(_printed(figure, text, plain), is_year=is_year)


_DASHES = frozenset("-–—")
_BETWEEN = re.compile(r"\b(?:between|entre)(?: \w+)?\s*[€$£]?$")


def _range(first: Printed, second: Printed, plain: str) -> Printed:
    """Two figures as one range; “from 15 to 27” may be a change."""
    gap = plain[first.figure.end : second.figure.start].strip(" €$£")
    spans = gap in _DASHES or first.figure.bound == "about" or bool(_BETWEEN.search(plain[: first.start]))
    return replace(
        second, lows=first.lows, step=max(first.step, second.step), start=first.start, is_range=True, spans=spans,
        unit=first.unit if second.unit == PLAIN else second.unit,
    )  # fmt: skip


def _long_time(first: Printed, second: Printed, plain: str, known: Lexicon) -> Printed | None:
    """“Two years and three months” in the smaller unit."""
    if not (_is_time(first) and _is_time(second) and first.unit.factor > second.unit.factor):
        return None
    link = plain[first.figure.after or first.figure.end : second.figure.start].strip(" ,")
    if link and link not in known.numerals.joiners:
        return None
    sum_of_both = (first.lows[0] * first.unit.factor / second.unit.factor + second.lows[0],)
    return replace(second, lows=sum_of_both, highs=sum_of_both, start=first.start)


def _is_time(printed: Printed) -> bool:
    return bool(printed.unit.parts) and units.base(printed.unit.parts[0][0]) == "time" and printed.figure.per == ""
