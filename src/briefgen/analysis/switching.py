"""Switching weights: how far the weight of one criterion can move before two options change places.

One weight moves, and the others are rescaled in proportion, so that all go on adding up to 100. The difference of two
scores is then a straight line in that weight, and where it crosses zero follows in closed form. (The term is that of
the Green Book of HM Treasury, which calls a switching value what an input must become for the advice to change.)
"""

import msgspec

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.interval import TOLERANCE
from briefgen.analysis.weightings import least


class Switch(msgspec.Struct, frozen=True):
    """What happens to two options when the weight of a criterion passes a point."""

    ahead: str
    behind: str
    criterion: str
    stated: float
    """The weight as given, a share of 1."""
    weight: float
    """The weight at the point."""
    overtaken: bool
    """True: beyond the point, `behind` is surely ahead. False: beyond it, `ahead` is no longer surely ahead."""

    @property
    def more(self) -> bool:
        """Whether the point lies above the weight as given."""
        return self.weight > self.stated


def switches(comparison: Comparison, ahead: str, behind: str) -> tuple[Switch, ...]:
    """Where one option loses its sure lead over another, and where the other takes the lead; by criterion.

    The sure lead can be lost only where there is one. Where the values are known, both are at one point, which is
    given once, as overtaken.
    """
    one, other = comparison.row(ahead), comparison.row(behind)
    worst = [mine.low - theirs.high for mine, theirs in zip(one, other, strict=True)]
    best = [mine.high - theirs.low for mine, theirs in zip(one, other, strict=True)]
    known = worst == best
    out = []
    for at, (criterion, stated) in enumerate(zip(comparison.criteria, comparison.weights, strict=True)):
        for differences, overtaken in ((worst, False), (best, True)):
            if known and not overtaken:
                continue
            weight = crossing(differences, comparison.weights, at)
            if weight is not None:
                out.append(Switch(ahead, behind, criterion, stated, weight, overtaken))
    return tuple(out)


def crossing(differences: list[float], weights: tuple[float, ...], at: int) -> float | None:
    """The weight of one criterion at which Σ weight × difference, which is above zero, falls below it; None where it
    does so at no weight from 0 to 1, or is not above zero to begin with."""
    if least(differences, weights, "stated") <= TOLERANCE or weights[at] >= 1 - TOLERANCE:
        return None
    alone = differences[at]  # with all the weight on this criterion
    without = (least(differences, weights, "stated") - weights[at] * alone) / (1 - weights[at])  # with none on it
    if min(alone, without) >= -TOLERANCE:
        return None
    return without / (without - alone)
