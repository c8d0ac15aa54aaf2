"""Numbers, true and false, days, and choices among a few words; with a cure for the frequent slips."""

import calendar
import datetime as dt
import math
import re

from briefgen.diagnostic import closest
from briefgen.scenario.reading.context import Reading
from briefgen.scenario.reading.outcome import FAULTY, Faulty
from briefgen.scenario.reading.phrases import expected, found, listed, name, quoted
from briefgen.scenario.reading.shapes import Choice, Day, Number, Shape, Truth
from briefgen.yamltree import Node, Scalar, resolve

_COUNTING = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_YEAR = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {word: number for number, word in enumerate(_COUNTING)}
_TRUTHS = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}
_MEANT = {
    "medium": "moderate", "middling": "moderate", "final": "cleared", "approved": "cleared", "published": "cleared",
    "for": "supports", "in favour": "supports", "in favor": "supports", "against": "opposes", "none": "not-stated",
    "unknown": "not-stated", "silent": "not-stated", "maybe": "conditional", "undecided": "mixed",
}  # fmt: skip
"""Words of everyday, and the one that they stand for where it can be chosen."""
_MONTHS = {month: number for number, month in enumerate(_YEAR, 1)}


def read_number(node: Node, shape: Number, context: Reading, path: str) -> int | float | Faulty:
    """A number, as written without quotes."""
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return wrong(node, shape, context, path, _number_cure(node))
    if not math.isfinite(value):
        return wrong(node, shape, context, path)
    if shape.whole:
        if value != int(value):
            return wrong(node, shape, context, path)
        value = int(value)
    else:
        value = float(value)
    if bounds := _bounds(value, shape):
        context.report("out-of-range", f"{name(path)} is {node.span.text}; it must be {bounds}.", node.span)
        return FAULTY
    return value


def read_truth(node: Node, shape: Truth, context: Reading, path: str) -> bool | Faulty:
    """`true` or `false`."""
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return value
    hint = ""
    if isinstance(node, Scalar):
        word = node.text.strip().lower()
        if word in ("true", "false"):
            hint = f"Write `{word}`, without quotes."
        elif word in _TRUTHS:
            hint = f"Write `{_TRUTHS[word]}`."
    return wrong(node, shape, context, path, hint)


def read_day(node: Node, shape: Day, context: Reading, path: str) -> dt.date | Faulty:
    """A day of the calendar, as `2022-10-28`."""
    if not isinstance(node, Scalar):
        return wrong(node, shape, context, path, "Write year, month and day: `2022-10-28`.")
    text = node.text.strip()
    if not (parts := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)):
        context.report(
            "not-a-date", f"{name(path)} should be a date; this is {found(node)}.", node.span, _day_cure(text)
        )
        return FAULTY
    year, month, day = (int(part) for part in parts.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        if year == 0:
            why = "there is no year 0"
        elif not 1 <= month <= 12:
            why = f"there is no month {month}"
        else:
            why = f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
        swapped = 1 <= day <= 12 < month and f"Did you mean `{year:04}-{day:02}-{month:02}`?"
        context.report(
            "not-a-date", f"{name(path)}: {text} is not a day of the calendar; {why}.", node.span, swapped or ""
        )
        return FAULTY


def read_choice(node: Node, shape: Choice, context: Reading, path: str) -> str | int | Faulty:
    """One of a few words."""
    if not isinstance(node, Scalar):
        return wrong(node, shape, context, path)
    for value in shape.values:
        if node.text == str(value):
            return value
    words = [str(value) for value in shape.values]
    given = node.text.strip()
    near = next((word for word in words if word.lower() == given.lower().replace("_", "-").replace(" ", "-")), None)
    near = near or next((word for word in words if word == _MEANT.get(given.lower())), None)
    near = near or (closest(given, words) if len(given) <= 64 and context.patient else None)
    hint = f"Did you mean `{near}`? " if near else ""
    context.report(
        "unknown-value", f"{name(path)} cannot be “{quoted(given)}”.", node.span, f"{hint}It is one of {listed(words)}."
    )
    return FAULTY


def wrong(node: Node, shape: Shape, context: Reading, path: str, hint: str = "") -> Faulty:
    """Reports a value of a wrong type."""
    context.report("wrong-type", f"{name(path)} should be {expected(shape)}; this is {found(node)}.", node.span, hint)
    return FAULTY


def _bounds(value: float, shape: Number) -> str:
    """The bounds in words, where the value does not keep to them."""
    kept = (
        (shape.least is None or value >= shape.least)
        and (shape.most is None or value <= shape.most)
        and (shape.above is None or value > shape.above)
        and (shape.below is None or value < shape.below)
    )
    if kept:
        return ""
    bounds = (
        ("at least", shape.least),
        ("more than", shape.above),
        ("at most", shape.most),
        ("less than", shape.below),
    )
    return " and ".join(f"{words} {bound:g}" for words, bound in bounds if bound is not None)


_AROUND = " “”„‟«»‘’‚‹›"
"""What may stand around a number that was written as a text."""


def _number_cure(node: Node) -> str:
    if not isinstance(node, Scalar):
        return ""
    text = node.text.strip(_AROUND)
    bare = resolve(Scalar(text, "plain", node.span))
    if isinstance(bare, int | float) and not isinstance(bare, bool):
        return f"Write `{text}`, without quotes."
    if text.lower() in _NUMBERS:
        return f"Write `{_NUMBERS[text.lower()]}`."
    if percent := re.fullmatch(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:%|percent|per cent)", text):
        return f"Write `{percent[1].replace(',', '.')}`."
    if re.fullmatch(r"[-+]?[0-9]+,[0-9]{1,2}", text):
        return f"Write `{text.replace(',', '.')}`."
    if re.fullmatch(r"[0-9]{1,3}(?:[, \u00a0\u202f'’][0-9]{3})+", text):
        return f"Write `{re.sub(r'[^0-9]', '', text)}`."
    if between := re.fullmatch(r"([0-9.]+)\s*(?:-|–|—|to|\.\.)\s*([0-9.]+)", text):
        return f"A range is written `{{low: {between[1]}, high: {between[2]}}}`, where one may stand."
    return "Write it in digits." if text and not any(letter.isdigit() for letter in text) else ""


def _day_cure(text: str) -> str:
    """How to write what seems to be meant; both ways where day and month could be either."""
    guesses: list[tuple[int, int, int]] = []
    if parts := re.fullmatch(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})", text):
        first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
        guesses = [(year, second, first), (year, first, second)]
    elif parts := re.fullmatch(r"([0-9]{4})[/. -]?([0-9]{1,2})[/. -]?([0-9]{1,2})(?:[T ].*)?", text):
        guesses = [(int(parts[1]), int(parts[2]), int(parts[3]))]
    elif parts := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3})[a-z]*\.?,? ([0-9]{4})", text):
        guesses = [(int(parts[3]), _MONTHS.get(parts[2].lower(), 0), int(parts[1]))]
    elif parts := re.fullmatch(r"([A-Za-z]{3})[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", text):
        guesses = [(int(parts[3]), _MONTHS.get(parts[1].lower(), 0), int(parts[2]))]
    real = [
        f"`{year:04}-{month:02}-{day:02}`" for year, month, day in dict.fromkeys(guesses) if _real(year, month, day)
    ]
    return f"Write {' or '.join(real)}." if real else "Write year, month and day: `2022-10-28`."


def _real(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
