"""Quantities and formulas as they are printed in each language, at the precision that their inputs justify."""

import ast
import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

from briefgen.formulas import units
from briefgen.formulas.formula import Formula, Number, exponent, operand
from briefgen.formulas.quantities import Quantity, date_of, order, place
from briefgen.formulas.units import PLAIN, SHARE
from briefgen.locale import Locale

_SCALES: Mapping[str, tuple[tuple[int, str, str], ...]] = {
    "en": ((10**9, "billion", "billion"), (10**6, "million", "million")),
    "fr": ((10**9, "milliard", "milliards"), (10**6, "million", "millions")),
    "es": ((10**6, "millón", "millones"),),
}
_OF: Mapping[str, tuple[str, str]] = {"fr": ("de ", "d’"), "es": ("de ", "de ")}
"""Between “millions” and a noun, and the same before a vowel."""

_GROUPED = 5
"""Digits of a number whose thousands are separated."""

_YEARS = units.Unit((("year", 1),))
_FIRST_YEAR, _LAST_YEAR = 1500, 2099

_MOST_DIGITS = 4
"""Significant digits of a number before “million”; a number with more is written in digits."""

_EXACT_DECIMALS, _ROUNDED_DIGITS = 2, 3
"""An exact result with more decimals is rounded to this many significant digits."""


def text(quantity: Quantity, locale: Locale) -> str:
    """A quantity with its unit, every digit that it has."""
    if quantity.is_date:
        return _date_text(quantity, locale)
    low, high = quantity.low, quantity.high
    scale, name = _scale(quantity, locale)
    decimals = max(_decimals(low / scale), _decimals(high / scale), _decimals(quantity.step / scale))
    digits = "–".join(_digits(end / scale, decimals, locale) for end in dict.fromkeys((low, high)))
    if quantity.unit == SHARE:
        return locale.formats.percent.format(number=digits)
    if quantity.unit == _YEARS and all(_FIRST_YEAR <= end <= _LAST_YEAR for end in (low, high)):
        return "–".join(str(end) for end in dict.fromkeys((low, high)))  # “2026” is a year, not a length of time
    one = quantity.size == 1 or (locale.lang == "fr" and quantity.size < 2)
    unit = units.words(quantity.unit, locale.lang, plural=not one)
    number = f"{digits} {name}" if name else digits
    if unit.isupper() and quantity.unit.currency and locale.lang == "en":
        return f"{unit} {number}"
    if name and unit[:1].islower() and locale.lang in _OF:
        unit = _OF[locale.lang][unit[0] in "aeiouhéèœ"] + unit
    return f"{number} {unit}".rstrip() if not unit.startswith("°") else f"{number}\u00a0{unit}"


def _date_text(quantity: Quantity, locale: Locale) -> str:
    """A day, a month, or the first and last day of any other time."""
    first, last = date_of(quantity.low), date_of(quantity.high)
    whole_month = first.day == 1 and first.month == last.month and (last + dt.timedelta(days=1)).day == 1
    if whole_month and first.year == last.year:
        form = locale.formats.day[locale.formats.day.index("{month}") :]
        return form.format(month=locale.formats.months[first.month - 1], year=first.year)
    return "–".join(locale.date(day) for day in dict.fromkeys((first, last)))


def result_text(result: Quantity, locale: Locale, ratio: bool = False) -> str:
    """A result rounded to the precision of its inputs; `ratio`: a plain number up to 1 is a percentage."""
    return text(presented(result, ratio), locale)


def presented(result: Quantity, ratio: bool = False) -> Quantity:
    """A result as it is printed: rounded, and a ratio of counted things as a percentage."""
    if result.is_date:
        return result
    counted = bool(result.unit.parts) and not result.unit.measured and not sum(n for _, n in result.unit.parts)
    if (counted or (ratio and result.unit == PLAIN)) and result.size <= 1:
        result = Quantity(result.low * 100, result.high * 100, SHARE, result.step * 100)
    elif counted:
        result = Quantity(result.low, result.high, PLAIN, result.step)
    size = place(result)
    if not size and result.size and _decimals(result.size) > _EXACT_DECIMALS:
        size = min(order(result.size) / 10 ** (_ROUNDED_DIGITS - 1), Fraction(1))
    if not size:
        return result
    low, high = round(result.low / size) * size, round(result.high / size) * size
    return Quantity(low, high, result.unit, size)


def equation(formula: Formula, quantities: Mapping[str, Quantity], result: Quantity, locale: Locale) -> str:
    """The formula with its operands filled in, and its result: “0.27 × 11.4 million people = 3.1 million people”."""
    ratio = any(operand(leaf, quantities).unit != PLAIN for leaf in formula.leaves.values())
    filled = _filled(formula.tree, formula, quantities, locale)
    return f"{filled} = {result_text(result, locale, ratio)}"


_SIGNS: Mapping[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1), ast.Sub: ("−", 1), ast.Mult: ("×", 2), ast.Div: ("÷", 2),
}  # fmt: skip
"""How an operator is printed, and how strongly it binds."""


def _filled(node: ast.expr, formula: Formula, quantities: Mapping[str, Quantity], locale: Locale) -> str:
    def inner(part: ast.expr) -> str:
        return _filled(part, formula, quantities, locale)

    match node:
        case ast.Name(id=name):
            leaf = formula.leaves[name]
            value = operand(leaf, quantities)
            if isinstance(leaf, Number) and not leaf.percent:
                return _digits(value.low, _decimals(value.step), locale)
            return text(value, locale)
        case ast.UnaryOp(op=op, operand=of):
            sign = "−" if isinstance(op, ast.USub) else ""
            return sign + (f"({inner(of)})" if isinstance(of, ast.BinOp | ast.UnaryOp) else inner(of))
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            base = inner(left)
            closed = f"({base})" if not base.isdecimal() else base
            return f"{closed}^{exponent(right, formula)}"
        case ast.BinOp(left=left, op=op, right=right):
            sign, strength = _SIGNS[type(op)]
            first, second = inner(left), inner(right)
            if _strength(left) < strength:
                first = f"({first})"
            if _strength(right) < strength or (_strength(right) == strength and sign in "−÷"):
                second = f"({second})"
            return f"{first} {sign} {second}"
        case ast.Call(func=ast.Name(id=name), args=args):
            return f"{name}({'; '.join(map(inner, args))})"
    return ""


def _strength(node: ast.expr) -> int:
    match node:
        case ast.BinOp(op=op) if type(op) in _SIGNS:
            return _SIGNS[type(op)][1]
        case ast.UnaryOp():
            return 0
    return 9


def _scale(quantity: Quantity, locale: Locale) -> tuple[int, str]:
    """By what word of magnitude a quantity is divided; 1 where it is written in digits."""
    shown = units.words(quantity.unit, locale.lang)
    is_word = not shown or (shown.isalpha() and len(shown) > 2)
    for size, one, many in _SCALES.get(locale.lang, _SCALES["en"]) if is_word else ():
        ends = (quantity.low / size, quantity.high / size)
        if min(map(abs, ends)) >= 1 and all(len(_digits_of(end)) <= _MOST_DIGITS for end in ends):
            singular = ends[1] < 2 if locale.lang == "fr" else ends[0] == ends[1] == 1
            return size, one if singular else many
    return 1, ""


def _digits_of(number: Fraction) -> str:
    """The significant digits of a number."""
    decimals = _decimals(number)
    return str(abs(number.numerator * 10**decimals // number.denominator)).rstrip("0") if decimals < 9 else "9" * 9


_MOST_DECIMALS = 9


def _decimals(number: Fraction) -> int:
    """How many decimals a number needs, 9 at most."""
    return next((n for n in range(_MOST_DECIMALS) if (number * 10**n).denominator == 1), _MOST_DECIMALS)


def _digits(number: Fraction, decimals: int, locale: Locale) -> str:
    scaled = round(abs(number) * 10**decimals)
    whole, part = str(scaled // 10**decimals), str(scaled % 10**decimals).rjust(decimals, "0") if decimals else ""
    if len(whole) >= _GROUPED:
        head = len(whole) % 3
        groups = ([whole[:head]] if head else []) + [whole[at : at + 3] for at in range(head, len(whole), 3)]
        whole = locale.formats.group.join(groups)
    return ("−" if number < 0 and scaled else "") + whole + (locale.formats.decimal + part if part else "")
