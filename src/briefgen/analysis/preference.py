"""Necessary and possible preference: what holds of two options whatever is in the cells that are open.

After robust ordinal regression (Greco, Mousseau and Słowiński, European Journal of Operational Research 191, 2008): an
option is necessarily preferred where it scores no less in every case that the scenario leaves open, possibly where it
does in one. The cases here are all values within the cells' intervals, and all weightings of a set.
"""

from typing import Literal, TypeAlias

import msgspec

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.interval import TOLERANCE
from briefgen.analysis.weightings import Weightings, least

Relation: TypeAlias = Literal["necessary", "possible", "impossible"]


class Preference(msgspec.Struct, frozen=True):
    """How far one option is preferred to another, over each set of weightings."""

    better: str
    worse: str
    stated: Relation
    ordered: Relation
    any: Relation


def margin(comparison: Comparison, better: str, worse: str, over: Weightings) -> float:
    """By how much one option scores more than another at the least, over all cases."""
    pairs = zip(comparison.row(better), comparison.row(worse), strict=True)
    return least([one.low - other.high for one, other in pairs], comparison.weights, over)


def relation(comparison: Comparison, better: str, worse: str, over: Weightings) -> Relation:
    """Whether one option scores no less than another: in every case, in some, in none."""
    if margin(comparison, better, worse, over) >= -TOLERANCE:
        return "necessary"
    return "impossible" if margin(comparison, worse, better, over) > TOLERANCE else "possible"


def ahead(comparison: Comparison, better: str, worse: str, over: Weightings = "stated") -> bool:
    """Whether one option surely scores more than another at the stated weights, and nowhere in the set less.

    It then scores more at all weights of the set but those at its edge, such as the weight 0 for a criterion.
    """
    return (
        margin(comparison, better, worse, "stated") > TOLERANCE
        and margin(comparison, better, worse, over) >= -TOLERANCE
    )


def preferences(comparison: Comparison) -> tuple[Preference, ...]:
    """Every ordered pair of options."""
    return tuple(
        Preference(
            better,
            worse,
            relation(comparison, better, worse, "stated"),
            relation(comparison, better, worse, "ordered"),
            relation(comparison, better, worse, "any"),
        )
        for better in comparison.options
        for worse in comparison.options
        if better != worse
    )
