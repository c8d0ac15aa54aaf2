"""Totals, subtotals and shares of a list of labelled figures, recomputed."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Literal, TypeAlias

import msgspec

from briefgen.formulas.quantities import Quantity, QuantityError, add, converted
from briefgen.formulas.units import SHARE

Kind: TypeAlias = Literal["item", "subtotal", "total", "part"]
"""A part is a row such as “of which children”, which is counted in the row above it."""


class Entry(msgspec.Struct, frozen=True):
    """A figure with its label; None where the figure cannot be read."""

    label: str
    figure: Quantity | None

    @property
    def kind(self) -> Kind:
        """What its label says that it is."""
        label = self.label.strip().strip("*:").strip()
        return next((kind for kind, pattern in _LABELS if pattern.match(label)), "item")


class Difference(msgspec.Struct, frozen=True):
    """A total or a share that is not what its figures give."""

    index: int
    printed: Quantity
    expected: Quantity


_END = r"(?: ?\([^()]*\)|,? (?:in|en) [^ ]+(?: [^ ]+)?)?$"
_LABELS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("subtotal", re.compile("(?:sub-?total|sous-total)s?" + _END, re.IGNORECASE)),
    ("total", re.compile(
        "(?:(?:grand |overall )?totals?|total (?:général|generale?s?)|sum|all|ensemble|suma|en tout|in all)" + _END,
        re.IGNORECASE)),
    ("part", re.compile(r"(?:of which|including|dont|y compris|de los cuales|de las cuales|incluid[oa]s?)\b",
                        re.IGNORECASE)),
)  # fmt: skip
"""English, French and Spanish together, since a table has the labels of its source."""


def check_totals(entries: Sequence[Entry]) -> list[Difference]:
    """The totals and subtotals that differ from the sum of their items; a total may come before or after these."""
    out: list[Difference] = []
    kinds = [entry.kind for entry in entries]
    ends = [at for at, kind in enumerate(kinds) if kind == "total"]
    if ends and "item" not in kinds[: ends[0]]:
        spans = [(at, at + 1, end) for at, end in zip(ends, [*ends[1:], len(entries)], strict=True)]
    else:
        spans = [(end, start, end) for start, end in zip([0, *(at + 1 for at in ends)], ends, strict=False)]
    for total, start, end in spans:
        items = [entries[at].figure for at in range(start, end) if kinds[at] == "item"]
        if not items:  # the total of several totals
            items = [entries[at].figure for at in ends if at < total]
        out += _difference(total, entries[total].figure, items)
    group: list[Quantity | None] = []
    for at, kind in enumerate(kinds):
        if kind == "item":
            group.append(entries[at].figure)
        elif kind != "part":
            if kind == "subtotal":
                out += _difference(at, entries[at].figure, group)
            group = []
    return sorted(out, key=lambda difference: difference.index)


def check_whole(entries: Sequence[Entry]) -> list[Difference]:
    """Shares of a whole that do not add up to 100 %, reported at the last of them."""
    items = [at for at, entry in enumerate(entries) if entry.kind == "item"]
    figures = [entries[at].figure for at in items]
    if len(items) < _FEWEST or any(figure is None or figure.unit != SHARE for figure in figures):
        return []
    whole = Quantity(Fraction(100), Fraction(100), SHARE)
    return [Difference(items[-1], found.expected, whole) for found in _difference(items[-1], whole, figures)]


def check_shares(amounts: Sequence[Entry], shares: Sequence[Entry]) -> list[Difference]:
    """The shares that differ from the amount of the same row divided by the total.

    Nothing is reported where fewer than half of the rows agree: they are shares of something else.
    """
    whole = next((entry.figure for entry in amounts if entry.kind == "total"), None)
    if whole is None:
        known = [entry.figure for entry in amounts if entry.kind == "item"]
        whole = _sum(known)
    if whole is None or whole.low <= 0 or whole.is_range:
        return []
    out: list[Difference] = []
    compared = 0
    for at, (amount, share) in enumerate(zip(amounts, shares, strict=False)):
        part, printed = amount.figure, share.figure
        if part is None or printed is None or printed.unit != SHARE or part.unit.dimension != whole.unit.dimension:
            continue
        compared += 1
        part = converted(part, whole.unit)
        expected = Quantity(part.low * 100 / whole.low, part.high * 100 / whole.low, SHARE)
        if abs(expected.low - printed.low) > _step(printed) * Fraction(51, 100):
            out.append(Difference(at, printed, expected))
    return out if compared >= _FEWEST and 2 * len(out) <= compared else []


_FEWEST = 2
"""Figures that make a sum."""

_MOST_STEPS = 2
"""By how many units of the last digit the rounding of many figures may move a total."""


def _difference(at: int, printed: Quantity | None, items: Sequence[Quantity | None]) -> list[Difference]:
    expected = _sum(items)
    if printed is None or expected is None or len(items) < _FEWEST:
        return []
    if printed.unit.dimension != expected.unit.dimension:
        return []
    expected = converted(expected, printed.unit)
    step = max(_step(each) for each in (printed, *items) if each is not None)
    tolerance = min(Fraction(len(items) + 1, 2), Fraction(_MOST_STEPS)) * step
    ends = (printed.low - expected.low, printed.high - expected.high)
    return [Difference(at, printed, expected)] if max(map(abs, ends)) > tolerance else []


def _sum(items: Sequence[Quantity | None]) -> Quantity | None:
    known = [item for item in items if item is not None]
    if not known or len(known) < len(items):
        return None
    try:
        return reduce(add, [item for item in known if item.size] or known[:1])
    except QuantityError:
        return None


def _step(figure: Quantity) -> Fraction:
    """By how much rounding may move a figure: whole percentages are rounded, figures without a step are exact."""
    if figure.unit == SHARE:
        return min(figure.step or Fraction(1), Fraction(1))
    return figure.step
