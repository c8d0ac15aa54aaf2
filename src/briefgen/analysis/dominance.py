"""Dominance: an option that is no worse than another on any criterion, and better on one, needs no weights."""

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.interval import TOLERANCE


def dominates(comparison: Comparison, better: str, worse: str, strictly: bool = False) -> bool:
    """Whether one option surely dominates another, whatever is in the open cells; `strictly`: better on each."""
    gaps = [
        one.low - other.high for one, other in zip(comparison.row(better), comparison.row(worse), strict=True)
    ]  # fmt: skip
    if strictly:
        return all(gap > TOLERANCE for gap in gaps)
    return all(gap >= -TOLERANCE for gap in gaps) and any(gap > TOLERANCE for gap in gaps)


def dominance(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Every pair of which the first surely dominates the second."""
    return tuple(
        (better, worse)
        for better in comparison.options
        for worse in comparison.options
        if better != worse and dominates(comparison, better, worse)
    )
