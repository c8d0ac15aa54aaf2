"""Quantities: exact numbers, ranges and dates with units, and their arithmetic."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import TypeAlias

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.formulas import units
from briefgen.formulas.units import DAYS, PLAIN, POINTS, SHARE, Unit

Value: TypeAlias = int | float | str | Decimal | dt.date | PartialDate


class Quantity(msgspec.Struct, frozen=True):
    """A number, or a range of numbers, in a unit; dates are numbers of days."""

    low: Fraction
    high: Fraction
    unit: Unit = PLAIN
    step: Fraction = Fraction(0)
    """The value of one in the last significant digit; 0 where the number is exact."""
    is_date: bool = False
    """Whether the numbers are days, from 1 January of the year 1."""

    @property
    def is_range(self) -> bool:
        """Whether it is more than one number."""
        return self.low != self.high

    @property
    def size(self) -> Fraction:
        """The larger of both ends without sign."""
        return max(abs(self.low), abs(self.high))


class QuantityError(ValueError):
    """Numbers or units that cannot be used together; the text is for the author."""


_BITS = 4096
"""A number with a longer numerator or denominator is refused: powers of powers would fill the memory."""

_HIGHEST_POWER = 6
_NUMBER = re.compile(r"[-+−]?\d{1,30}(?:\.\d{1,30})?")
_RANGE = re.compile(r" {0,9}([-−]?[\d.]{1,60}) {0,9}(?:–|-|to|\.\.) {0,9}([\d.]{1,60}) {0,9}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def quantity(value: Value | tuple[Value, Value], unit: str = "") -> Quantity | str:
    """The quantity of a number, a range or a date and its unit, or what is wrong with it."""
    try:
        if isinstance(value, str) and (found := _RANGE.fullmatch(value)) and not _MONTH.fullmatch(value.strip()):
            value = (found[1], found[2])
        ends = value if isinstance(value, tuple) else (value, value)
        low, high = _end(ends[0]), _end(ends[1])
        if low.is_date != high.is_date:
            return "One end of the range is a date and the other a number. Give two dates or two numbers."
        if low.low > high.high:
            return "The range ends below its beginning. Give the smaller number first."
        if low.is_date:
            day = Quantity(low.low, high.high, step=Fraction(1), is_date=True)
            return "A date has no unit. Remove the unit." if unit else day
        parsed, scale = units.parse(unit)
    except (QuantityError, units.UnitError) as error:
        return str(error)
    return Quantity(low.low * scale, high.high * scale, parsed, max(low.step, high.step) * scale)


def literal(digits: str, percent: bool = False) -> Quantity:
    """The quantity of a number in a formula: exact if whole, else with the digits that are written."""
    number = Fraction(digits)
    decimals = len(digits.partition(".")[2])
    return Quantity(number, number, SHARE if percent else PLAIN, Fraction(1, 10**decimals) if decimals else Fraction(0))


def add(left: Quantity, right: Quantity, sign: int = 1) -> Quantity:
    """The sum of two quantities, or with sign −1 their difference."""
    if left.is_date or right.is_date:
        return _add_to_date(left, right, sign)
    if {left.unit, right.unit} == {SHARE, POINTS}:
        unit, other = SHARE, Quantity(right.low, right.high, SHARE, right.step)
        left = Quantity(left.low, left.high, SHARE, left.step)
    elif left.unit.dimension == right.unit.dimension:
        unit = _finer(left.unit, right.unit)
        left, other = converted(left, unit), converted(right, unit)
    elif _is_number(left.unit) and _is_number(right.unit):
        unit = SHARE if SHARE in (left.unit, right.unit) else PLAIN
        left, other = _as_share(left, unit), _as_share(right, unit)
    else:
        raise QuantityError(_mismatch(left.unit, right.unit, "add" if sign > 0 else "subtract"))
    low, high = (other.low, other.high) if sign > 0 else (-other.high, -other.low)
    whole = left.low == left.high == 100
    if sign < 0 and unit == SHARE and right.unit == SHARE and not whole:
        unit = POINTS  # the difference of two percentages
    return _bounded(Quantity(left.low + low, left.high + high, unit, max(left.step, other.step)))


def multiply(left: Quantity, right: Quantity) -> Quantity:
    """The product of two quantities."""
    if left.is_date or right.is_date:
        raise QuantityError("A date cannot be multiplied. Subtract two dates to get days.")
    if right.unit == PLAIN and left.unit in (SHARE, POINTS):
        unit, factor = left.unit, Fraction(1)
    elif left.unit == PLAIN and right.unit in (SHARE, POINTS):
        unit, factor = right.unit, Fraction(1)
    else:
        unit, factor = units.multiply(left.unit, right.unit)
    ends = [a * b * factor for a in (left.low, left.high) for b in (right.low, right.high)]
    return _bounded(Quantity(min(ends), max(ends), unit, _relative(max(map(abs, ends)), left, right)))


def divide(left: Quantity, right: Quantity) -> Quantity:
    """The quotient of two quantities."""
    if left.is_date or right.is_date:
        raise QuantityError("A date cannot be divided. Subtract two dates to get days.")
    if right.low <= 0 <= right.high:
        raise QuantityError("This divides by zero, or by a range that holds zero.")
    if right.unit == PLAIN and left.unit in (SHARE, POINTS):
        unit, factor = left.unit, Fraction(1)
    else:
        unit, factor = units.multiply(left.unit, right.unit, -1)
    ends = [a / b * factor for a in (left.low, left.high) for b in (right.low, right.high)]
    return _bounded(Quantity(min(ends), max(ends), unit, _relative(max(map(abs, ends)), left, right)))


def power(of: Quantity, exponent: int) -> Quantity:
    """A quantity raised to a small whole power."""
    if abs(exponent) > _HIGHEST_POWER:
        raise QuantityError(f"The power {exponent} is too high. At most {_HIGHEST_POWER} is allowed.")
    if exponent < 0:
        return divide(literal("1"), power(of, -exponent))
    if exponent == 0:
        return literal("1")
    if of.is_date:
        raise QuantityError("A date has no powers. Subtract two dates to get days.")
    if of.unit in (SHARE, POINTS):
        of = _as_share(of, PLAIN)
    unit = reduce(lambda left, right: units.multiply(left, right)[0], [of.unit] * exponent)
    low, high = sorted((of.low**exponent, of.high**exponent))
    if exponent % 2 == 0 and of.low < 0 < of.high:
        low = Fraction(0)  # a square is never negative
    return _bounded(Quantity(low, high, unit, _relative(max(abs(low), abs(high)), of)))


def negative(of: Quantity) -> Quantity:
    """A quantity with the other sign."""
    if of.is_date:
        raise QuantityError("A date has no sign. Subtract it from another date.")
    return Quantity(-of.high, -of.low, of.unit, of.step)


def extreme(of: list[Quantity], largest: bool) -> Quantity:
    """The smallest or largest of quantities of one kind, in the unit of the first."""
    if len({each.is_date for each in of}) > 1:
        raise QuantityError("Dates and numbers cannot be compared.")
    for other in of[1:]:
        if other.unit.dimension != of[0].unit.dimension:
            raise QuantityError(_mismatch(of[0].unit, other.unit, "compare"))
    same = [converted(each, of[0].unit) for each in of]
    choose = max if largest else min
    low, high = choose(each.low for each in same), choose(each.high for each in same)
    return Quantity(low, high, of[0].unit, max(each.step for each in same), of[0].is_date)


def rounded(of: Quantity, places: int = 0) -> Quantity:
    """A quantity rounded half to even to decimal places; negative places round to tens and hundreds."""
    if of.is_date:
        raise QuantityError("A date cannot be rounded.")
    size = Fraction(10) ** -places
    low, high = round(of.low / size) * size, round(of.high / size) * size
    return Quantity(low, high, of.unit, max(of.step, size))


def converted(of: Quantity, unit: Unit) -> Quantity:
    """A quantity in another unit of its dimension."""
    factor = of.unit.factor / unit.factor
    return Quantity(of.low * factor, of.high * factor, unit, of.step * factor, of.is_date)


def date_of(number: Fraction) -> dt.date:
    """The day that a number of days is."""
    return dt.date.fromordinal(int(number))


_MIN_DIGITS = 2
"""A result is given with two significant digits at least: half of 11.4 million is 5.7 million."""


def place(of: Quantity) -> Fraction:
    """The value of the last digit that the inputs of a quantity justify, a power of ten; 0 where it is exact."""
    if not of.step or not of.size:
        return Fraction(0)
    most = order(of.size) * Fraction(10) ** (1 - _MIN_DIGITS)
    return min(order(of.step), most)


def order(number: Fraction) -> Fraction:
    """The power of ten at or below a positive number."""
    digits = len(str(number.numerator)) - len(str(number.denominator))
    size = Fraction(10) ** digits
    while size > number:
        size /= 10
    while size * 10 <= number:
        size *= 10
    return size


def _end(value: Value) -> Quantity:
    """One end of a range, from the text of a number so that its digits are known."""
    if isinstance(value, dt.date):
        day = Fraction(value.toordinal())
        return Quantity(day, day, is_date=True)
    if isinstance(value, PartialDate):
        first, last = (Fraction(day.toordinal()) for day in (value.first, value.last))
        return Quantity(first, last, is_date=True)
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise QuantityError("The number is too large.")
    text = (f"{value:f}" if isinstance(value, Decimal) else str(value)).strip().replace("−", "-")
    if found := _MONTH.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return _end(dt.date.fromisoformat(text))
        except ValueError:
            raise QuantityError(f"“{text}” is not a day of the calendar. Write year-month-day.") from None
    if isinstance(value, float) and "e" in text:
        text = f"{Decimal(text):f}"
    if isinstance(value, bool) or not _NUMBER.fullmatch(text):
        raise QuantityError(f"“{text[:40]}” is not a number. Write digits with a decimal point, such as `11.4`.")
    number = Fraction(text)
    return Quantity(number, number, step=_step(text, number))


_ROUND = 3
"""Zeros at the end of a whole number that say that it is rounded."""


def _step(digits: str, number: Fraction) -> Fraction:
    """One in the last digit: of decimals the last one written, of a large whole number the last that is not zero."""
    decimals = len(digits.partition(".")[2])
    if decimals:
        return Fraction(1, 10**decimals)
    whole = digits.lstrip("+-")
    zeros = len(whole) - len(whole.rstrip("0"))
    return Fraction(10**zeros) if number and zeros >= _ROUND else Fraction(0)


def _month(year: int, month: int) -> Quantity:
    try:
        first = dt.date(year, month, 1)
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        raise QuantityError(f"“{year:04}-{month:02}” is not a month of the calendar. Write year-month.") from None
    return Quantity(Fraction(first.toordinal()), Fraction(last.toordinal()), is_date=True)


def _add_to_date(left: Quantity, right: Quantity, sign: int) -> Quantity:
    if left.is_date and right.is_date:
        if sign > 0:
            raise QuantityError("Two dates cannot be added. Subtract them to get days, or add a number of days.")
        return Quantity(left.low - right.high, left.high - right.low, DAYS)
    date, span = (left, right) if left.is_date else (right, left)
    if span.unit.dimension != DAYS.dimension:
        raise QuantityError(f"Only a time can be added to a date, not {_described(span.unit)}. Give its unit: `days`.")
    if not left.is_date and sign < 0:
        raise QuantityError("A date cannot be subtracted from a time.")
    ends = [_moved(day, each * sign, span.unit) for day in (date.low, date.high) for each in (span.low, span.high)]
    return Quantity(min(ends), max(ends), is_date=True)


_CALENDAR = {"month": 1, "quarter": 3, "year": 12}


def _moved(day: Fraction, by: Fraction, unit: Unit) -> Fraction:
    """A day moved by a time: whole months and years by the calendar, anything else in days."""
    try:
        months = by * _CALENDAR.get(unit.parts[0][0], 0)
        if months and months.denominator == 1:
            start = date_of(day)
            count = start.year * 12 + start.month - 1 + int(months)
            end = _month(count // 12, count % 12 + 1)
            return min(end.low + start.day - 1, end.high)
        moved = Fraction(round(day + by * unit.factor / DAYS.factor))
        date_of(moved)
    except (ValueError, OverflowError, QuantityError):
        raise QuantityError("The result is not a date of the years 1 to 9999.") from None
    return moved


def _relative(size: Fraction, *of: Quantity) -> Fraction:
    """The step of a product, by the least precise of its factors."""
    return size * max((each.step / each.size for each in of if each.size), default=Fraction(0))


def _is_number(unit: Unit) -> bool:
    """Whether it is a plain number, per cent, or a ratio of counted things such as deaths to people."""
    return unit == SHARE or (not unit.measured and not sum(power for _, power in unit.parts))


def _finer(left: Unit, right: Unit) -> Unit:
    """The unit of a sum: that of its first term, but two weeks less three days are days."""
    return right if left.measured == {"time": 1} and right.factor < left.factor else left


def _as_share(of: Quantity, unit: Unit) -> Quantity:
    """A plain number or a percentage as the other: 1 is 100 %."""
    if (of.unit in (SHARE, POINTS)) == (unit == SHARE):
        return Quantity(of.low, of.high, unit, of.step)
    factor = Fraction(100) if unit == SHARE else Fraction(1, 100)
    return Quantity(of.low * factor, of.high * factor, unit, of.step * factor)


def _mismatch(left: Unit, right: Unit, verb: str) -> str:
    money = left.currency and right.currency
    cure = (
        "Currencies are not converted: multiply by a rate of exchange that is a quantity of its own."
        if money
        else "Correct the formula, or give both quantities the same unit."
    )
    first, second = _described(left), _described(right)
    match verb:
        case "subtract":
            message = f"{second} cannot be subtracted from {first}. {cure}"
        case "add":
            message = f"{second} cannot be added to {first}. {cure}"
        case _:
            message = f"{first} cannot be compared with {second}. {cure}"
    return message[0].upper() + message[1:]


def _described(unit: Unit) -> str:
    return f"“{units.words(unit, 'en')}”" if unit.parts else "a number without a unit"


def _bounded(of: Quantity) -> Quantity:
    if any(max(end.numerator.bit_length(), end.denominator.bit_length()) > _BITS for end in (of.low, of.high)):
        raise QuantityError("The numbers in this formula become too large.")
    return of
