"""Numbers, true and false, days, and choices among a few words; with a cure for the frequent slips."""

import calendar
import datetime as dt
import math
import re

from briefgen.scenario.reading.choice_cures import choice_cure
from briefgen.scenario.reading.context import Reading
from briefgen.scenario.reading.day_cures import day_cure
from briefgen.scenario.reading.number_cures import number_cure
from briefgen.scenario.reading.outcome import FAULTY, Faulty
from briefgen.scenario.reading.phrases import expected, found, listed, name, quoted
from briefgen.scenario.reading.shapes import Choice, Day, Number, Shape, Truth
from briefgen.slips import did_you_mean
from briefgen.yamltree import Node, Scalar, resolve

# What is wrong with a value is looked into where it is: a sound scenario has no need of its cures.

_TRUTHS = {
    "true": "yes y on 1 oui vrai sí si verdadero ja x",
    "false": "no n off 0 non faux falso nein",
}


def read_number(node: Node, shape: Number, context: Reading, path: str, ranges: bool = False) -> int | float | Faulty:
    """A number, as written without quotes. `ranges`: whether a range may stand there too."""
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return wrong(node, shape, context, path, number_cure(node, ranges))
    if not math.isfinite(value):
        return wrong(node, shape, context, path, "Write one number, in digits.")
    if shape.whole:
        if value != int(value):
            return wrong(node, shape, context, path, "Write a number without a fraction: `1`, `2`, `3`.")
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
    hint = "Write `true` or `false`."
    if isinstance(node, Scalar):
        word = node.text.strip(" .!“”\"'").lower()
        if word in ("true", "false"):
            hint = f"Write `{word}`" + (", without quotes." if node.span.text != node.text else ".")
        elif meant := next((each for each, words in _TRUTHS.items() if word in words.split()), None):
            hint = f"Write `{meant}`."
        else:
            hint = did_you_mean(word, _TRUTHS) or hint
    return wrong(node, shape, context, path, hint)


def read_day(node: Node, shape: Day, context: Reading, path: str) -> dt.date | Faulty:
    """A day of the calendar, as `2022-10-28`."""
    if not isinstance(node, Scalar):
        return wrong(node, shape, context, path, "Write year, month and day: `2022-10-28`.")
    text = node.text.strip()
    if not (parts := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)):
        context.report(
            "not-a-date", f"{name(path)} should be a date; this is {found(node)}.", node.span, day_cure(text)
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
        cure = "Write year, month and day in this order: `2022-10-28`."
        if year and 1 <= month <= 12:
            cure = f"The last day of that month is `{year:04}-{month:02}-{calendar.monthrange(year, month)[1]}`."
        if 1 <= day <= 12 < month <= calendar.monthrange(max(year, 1), day)[1]:
            cure = f"Did you mean `{year:04}-{day:02}-{month:02}`?"
        context.report("not-a-date", f"{name(path)}: {text} is not a day of the calendar; {why}.", node.span, cure)
        return FAULTY


def read_choice(node: Node, shape: Choice, context: Reading, path: str) -> str | int | Faulty:
    """One of a few words."""
    if not isinstance(node, Scalar):
        return wrong(node, shape, context, path)
    for value in shape.values:
        if node.text == str(value):
            return value
    words = [str(value) for value in shape.values]
    hint = ""
    if len(node.text) <= 64 and context.patient:
        hint = choice_cure(node.text.strip(), words)
    given = quoted(node.text)
    context.report(
        "unknown-value",
        f"{name(path)} cannot be “{given}”.",
        node.span,
        f"{hint} It is one of {listed(words)}.".lstrip(),
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
