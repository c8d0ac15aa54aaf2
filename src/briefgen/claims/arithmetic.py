"""Results of formulas compared with the figures of a sentence, in every language."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from briefgen.claims.dates import Date, dates, resolves
from briefgen.claims.lexicon import CODES, Lexicon, lexicon
from briefgen.claims.printed_figures import Printed, printed_figures
from briefgen.claims.text import folded
from briefgen.formulas import units
from briefgen.formulas.printing import result_text
from briefgen.formulas.quantities import Quantity, date_of, place
from briefgen.formulas.units import PLAIN, POINTS, SHARE, Unit
from briefgen.locale import load

Outcome: TypeAlias = Literal["right", "too-precise", "wrong", "wrong-unit", "missing", "unread"]
"""`missing`: the sentence has no figure that could be the result. `unread`: its language is not known."""


class Comparison(msgspec.Struct, frozen=True):
    """How a result and a sentence agree. Offsets are those of the sentence."""

    outcome: Outcome
    expected: str
    """The result as it would be printed in the language of the sentence."""
    start: int = 0
    end: int = 0

    @property
    def agrees(self) -> bool:
        """Whether the sentence gives the result."""
        return self.outcome in ("right", "too-precise")


def compare(result: Quantity, text: str, lang: str, operands: Sequence[Quantity] = ()) -> Comparison:
    """Whether a sentence gives the result of a formula, at the precision that it prints.

    Figures that repeat an operand are not taken for a wrong result.
    """
    ratio = any(operand.unit != PLAIN for operand in operands)
    expected = result_text(result, load(lang), ratio)
    known = lexicon(lang)
    if known is None:
        return Comparison("unread", expected)
    if result.is_date:
        return _compare_date(result, text, known, expected, operands)
    candidates = list(printed_figures(text, known))
    seen = tuple(dict.fromkeys(each.unit for each in candidates if each.unit.measured))
    without_unit = bool(operands) and all(operand.unit == PLAIN and not operand.is_date for operand in operands)
    wrong: list[tuple[Fraction, Printed]] = []
    other_unit: list[Printed] = []
    for each in candidates:
        if result.is_range and each.in_range:
            continue
        if without_unit and each.unit != SHARE:
            each = replace(each, unit=PLAIN)
        targets = _in_unit_of(each, result, known, seen)
        elapsed = result.unit.measured == {"time": 1}
        agreeing = next((target for target in targets if _agree(target, each, elapsed)), None)
        if agreeing is not None:
            fine = each.step and each.step * _EXCESS <= place(agreeing)
            return Comparison("too-precise" if fine else "right", expected, each.start, each.end)
        if each.is_year or any(_repeats(each, operand, known) for operand in operands):
            continue
        if targets:
            wrong.append((min(_distance(target, each) for target in targets), each))
        else:
            other_unit.append(each)
    if wrong:
        _, nearest = min(wrong, key=lambda one: one[0])
        return Comparison("wrong", expected, nearest.start, nearest.end)
    if other_unit:
        return Comparison("wrong-unit", expected, other_unit[0].start, other_unit[0].end)
    return Comparison("missing", expected)


_EXCESS = 100
"""A figure is too precise if its last digit is this many times finer than the inputs justify."""


# The result in the unit of a figure.


def _in_unit_of(printed: Printed, result: Quantity, known: Lexicon, seen: Sequence[Unit] = ()) -> list[Quantity]:
    """The result as numbers that can be set against a figure; none where their units do not go together.

    A figure without a unit may have that of another figure of the sentence, one of `seen`.
    """
    unit = result.unit
    if printed.unit == SHARE:
        if unit == POINTS or unit.measured.keys() - {"share"}:
            return []
        counted = bool(unit.counted) and not any(power < 0 for _, power in unit.parts)
        return [] if counted else [_scaled(result, unit.factor * 100)]
    if unit == SHARE:
        return [_scaled(result, Fraction(1, 100))] if printed.figure.kind == "factor" else []
    if printed.unit != PLAIN:
        return [target for target in [_measured(printed.unit, result)] if target is not None]
    if not _counts_alike(printed.figure.counted, unit, known):
        return []
    elsewhere = (_measured(other, result) for other in seen if unit.measured)
    return [_scaled(result, Fraction(printed.of)), *(target for target in elsewhere if target is not None)]


def _measured(printed: Unit, result: Quantity) -> Quantity | None:
    """The result in a unit with a measure or a currency."""
    if result.unit == POINTS or printed == POINTS:
        return result if result.unit == printed else None
    mine, its = result.unit.measured, printed.measured
    common = {units.COMMON_NAMES.get(name, name) for name in (result.unit.currency, printed.currency)}
    if common & {result.unit.currency, printed.currency}:  # dollars of any country where no country is said
        mine, its = _commonly_named(mine), _commonly_named(its)
    if mine == its:
        return _scaled(result, result.unit.factor / printed.factor)
    rates = {name for name, power in its.items() if power < 0 and name not in mine}
    above = {name: power for name, power in its.items() if name not in rates}
    if {name: power for name, power in mine.items() if power > 0} == above:
        # “12 tonnes” of tonnes per hectare: the sentence need not repeat “per hectare”
        factor = _above(result.unit) / _above(printed)
        return _scaled(result, factor)
    return None


def _commonly_named(measured: dict[str, int]) -> dict[str, int]:
    return {units.COMMON_NAMES.get(name, name): power for name, power in measured.items()}


def _above(unit: Unit) -> Fraction:
    """How many base units the measures above the stroke are."""
    return Unit(tuple((name, power) for name, power in unit.parts if power > 0)).factor


_PEOPLE = frozenset({"person", "child", "man", "woman", "worker", "death", "injury", "case"})
"""Kinds of counted things that are people."""


def _counts_alike(counted: str, unit: Unit, known: Lexicon) -> bool:
    """Whether a figure that counts a thing may be a result in a unit."""
    if not counted or not unit.parts:
        return True
    kinds = {kind for name in unit.counted if (kind := _kind(name, known))}
    if not unit.counted:
        return False
    return not kinds or counted in kinds or (counted in _PEOPLE and bool(kinds & _PEOPLE))


def _kind(noun: str, known: Lexicon) -> str:
    """The kind of a counted thing, by the words of the language of the sentence, else of any."""
    for code in (known.code, *CODES):
        words = lexicon(code)
        if words is None:
            continue
        if noun in words.amounts.counted.values():
            return noun
        last, first = noun.rpartition(" ")[2], noun.partition(" ")[0]  # “displaced people”, “personnes déplacées”
        for form in (noun, f"{noun}s", last, f"{last}s", first):
            if kind := words.amounts.counted.get(folded(form)):
                return kind
    return ""


def _scaled(of: Quantity, factor: Fraction) -> Quantity:
    return Quantity(of.low * factor, of.high * factor, PLAIN, of.step * factor)


# Whether a number is a figure, at the precision of the figure.


def _agree(target: Quantity, printed: Printed, elapsed: bool = False) -> bool:
    """Whether a result is what is printed; `elapsed`: it is a time, which a range of dates leaves open."""
    if elapsed and any(target.low < value < target.high for value in printed.lows):
        return True
    if printed.is_range:
        if not target.is_range:
            number = abs(target.low)
            if printed.spans and any(low <= number <= high for low in printed.lows for high in printed.highs):
                return True
            return any(_is_near(number, value, printed) for value in (*printed.lows, *printed.highs))
        ends = ((abs(target.low), printed.lows), (abs(target.high), printed.highs))
        return all(any(_is_near(end, value, printed) for value in values) for end, values in ends)
    return any(_is_value(target, value, printed) for value in printed.lows)


def _distance(target: Quantity, printed: Printed) -> Fraction:
    """How far a result is from a figure, as a share of the larger: the nearest figure is taken for the result."""
    ends = ((abs(target.low), printed.lows[0]), (abs(target.high), printed.highs[0]))
    return max(abs(end - abs(value)) / max(end, abs(value), Fraction(1)) for end, value in ends)


def _is_value(target: Quantity, value: Fraction, printed: Printed) -> bool:
    low, high = target.low, target.high
    if value >= 0 > high:  # “fell by 300,000”
        low, high = -high, -low
    match printed.figure.bound:
        case "least":
            return value - _slack(printed) <= low < value + _reach(printed)
        case "most":
            return value - _reach(printed) < high <= value + _slack(printed)
        case "about" if low <= value <= high:
            return True
    return _is_near(low, value, printed) and _is_near(high, value, printed)


def _is_near(number: Fraction, value: Fraction, printed: Printed) -> bool:
    """Whether a number rounds to a figure."""
    tolerance = printed.step / 2
    if printed.step >= 10:  # “about 10,000” is not 14,000
        tolerance = min(tolerance, abs(value) / _WIDEST)
    if printed.unit == SHARE and not printed.step:  # “two-thirds”
        tolerance = Fraction(2)
    if printed.figure.kind == "factor":  # “doubled”
        tolerance = abs(value) / 10
    if printed.figure.bound == "about":
        tolerance = max(tolerance, abs(value) / _ABOUT) * (2 if not printed.step else 1)
    return abs(number - value) <= tolerance + _slack(printed)


def _reach(printed: Printed) -> Fraction:
    """How far a result may be from a figure that is its bound: “more than 3 million” is not 5 million."""
    return printed.step or (Fraction(10) if printed.unit == SHARE else abs(printed.lows[0]) / 10)


_WIDEST = 5
_ABOUT = 40
"""“About” allows a fortieth, where the digits allow less."""


_ACCURACY = 10**9


def _slack(printed: Printed) -> Fraction:
    """For what binary numbers lose."""
    return abs(printed.lows[0]) / _ACCURACY


def _repeats(printed: Printed, operand: Quantity, known: Lexicon) -> bool:
    """Whether a figure is one of the operands."""
    if operand.is_date:
        return False
    return any(_agree(target, printed) for target in _in_unit_of(printed, operand, known))


def _compare_date(
    result: Quantity, text: str, known: Lexicon, expected: str, operands: Sequence[Quantity]
) -> Comparison:
    given = [date_of(operand.low) for operand in operands if operand.is_date]
    found = [date for date in dates(text, known) if _parts(date) and not _is_given(date, given)]
    if not found:
        return Comparison("missing", expected)
    most = max(map(_parts, found))
    found = [date for date in found if _parts(date) == most]  # where a day is given, a year alone is not the result
    days = [date_of(end) for end in dict.fromkeys((result.low, result.high))]
    right = next((date for date in found if any(resolves(date, day) for day in days)), None)
    date = right or found[0]
    return Comparison("right" if right else "wrong", expected, date.start, date.end)


def _parts(date: Date) -> int:
    """How many of year, month and day a date has."""
    return sum(part is not None for part in (date.year, date.month, date.day))


def _is_given(date: Date, given: list[dt.date]) -> bool:
    return any(resolves(date, day) for day in given)
