"""Value functions and intervals: what a score is worth between the worst and the best end of its scale."""

from bisect import bisect_left
from collections.abc import Iterable
from math import isfinite

import msgspec

from briefgen.model.options import Assessment, Criterion, Range


class Interval(msgspec.Struct, frozen=True):
    """From `low` to `high`, both included; where they are equal, the number is known."""

    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


FULL_RANGE = Interval(0.0, 1.0)
"""The value of an empty cell: the whole scale, neither zero nor average."""

TOLERANCE = 1e-9
"""Differences of values below it are rounding."""


# What a score is worth: 0 at the worst end of its scale, 1 at the best, by the criterion's value function.
#
# An additive value function (Keeney and Raiffa, Decisions with Multiple Objectives, 1976) adds worths, not
# scores. A weight says what the whole way from the worst end of a scale to the best counts for, so both ends
# are fixed.


class ValueFunction(msgspec.Struct, frozen=True):
    """Straight lines between points (score, worth), by ascending scores."""

    points: tuple[tuple[float, float], ...]

    @property
    def linear(self) -> bool:
        """Whether it is one straight line."""
        return len(self.points) == 2

    def at(self, score: float) -> float | None:
        """The worth of a score, or None off the scale: nothing is extended beyond its ends."""
        (least, _value), (most, last) = self.points[0], self.points[-1]
        if not least <= score <= most:
            return None
        above = bisect_left(self.points, score, key=lambda point: point[0])
        if above == 0:
            return self.points[0][1]
        (x0, y0), (x1, y1) = self.points[above - 1], self.points[above]
        return last if score == most else y0 + (y1 - y0) * ((score - x0) / (x1 - x0))


def value_function(criterion: Criterion) -> ValueFunction | None:
    """The value function of a criterion; None where its scale or the points on it are faulty, which `check` reports."""
    scale = criterion.scale
    rises = criterion.better == "higher"
    if not (isfinite(scale.low) and isfinite(scale.high) and scale.low < scale.high):
        return None
    values: dict[float, float] = {scale.low: float(not rises), scale.high: float(rises)}
    for key, percent in scale.value.items():
        point = number(key)
        if point is None or not scale.low <= point <= scale.high or not 0 <= percent <= 100:
            return None
        if values.setdefault(point, percent / 100) != percent / 100:
            return None
    points = tuple(sorted(values.items()))
    utilities = [each for _score, each in points]
    if utilities != sorted(utilities, reverse=not rises):
        return None
    return ValueFunction(points)


def value(function: ValueFunction | None, assessment: Assessment | None) -> Interval:
    """The worth of a cell. An empty cell, or one whose score means nothing on the scale, may be worth anything."""
    if function is None or assessment is None or assessment.score is None:
        return FULL_RANGE
    score = assessment.score
    ends = (score.low, score.high) if isinstance(score, Range) else (score, score)
    one, other = (function.at(end) for end in ends)
    if one is None or other is None:
        return FULL_RANGE
    return Interval(min(one, other), max(one, other))


def number(key: str) -> float | None:
    """The number that a key of a scale stands for, or None."""
    try:
        found = float(key)
    except ValueError:
        return None
    return found if isfinite(found) else None


# How precisely numbers are printed.

_FINEST = 4
"""Decimals that somebody may have written; a number with more is a quotient."""


def justified(number: float, inputs: Iterable[float]) -> float:
    """A number rounded to what it was worked out from justifies: to a whole number, or to the decimals of the input
    that was given most finely."""
    return round(number, max((_decimals(each) for each in inputs), default=0))


def _decimals(given: float) -> int:
    """The decimals of a number that was written; none for a quotient, such as a weight that was scaled again."""
    return next((places for places in range(_FINEST + 1) if round(given, places) == given), 0)
