"""The score of an option: the weighted sum of what its cells are worth, as an interval."""

from collections.abc import Sequence
from math import fsum

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.interval import Interval


def weighted_sum(weights: Sequence[float], values: Sequence[Interval]) -> Interval:
    """Σ weight × value, at the least and at the most; the weights are taken as they are."""
    return Interval(
        fsum(weight * each.low for weight, each in zip(weights, values, strict=True)),
        fsum(weight * each.high for weight, each in zip(weights, values, strict=True)),
    )


def score_intervals(comparison: Comparison) -> tuple[Interval, ...]:
    """The score of each option, in the order of the options, between 0 and 1."""
    return tuple(weighted_sum(comparison.weights, row) for row in comparison.values)
