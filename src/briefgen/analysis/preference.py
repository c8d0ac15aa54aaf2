"""Necessary and possible preference and dominance: what holds of two options whatever the open cells turn out to be."""

from collections.abc import Callable, Sequence
from math import fsum
from operator import sub
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

import msgspec

from briefgen.analysis.comparison import Comparison
from briefgen.analysis.values import TOLERANCE, Interval
from briefgen.model.scenario import Scenario

if TYPE_CHECKING:
    from random import Random


def weighted_sum(weights: Sequence[float], values: Sequence[Interval]) -> Interval:
    """Σ weight × value, at the least and at the most; the weights are taken as they are."""
    return Interval(
        fsum(weight * each.low for weight, each in zip(weights, values, strict=True)),
        fsum(weight * each.high for weight, each in zip(weights, values, strict=True)),
    )


def score_intervals(comparison: Comparison) -> tuple[Interval, ...]:
    """The score of each option, in the order of the options, between 0 and 1."""
    return tuple(weighted_sum(comparison.weights, row) for row in comparison.values)


# Dominance: an option that is no worse than another on any criterion, and better on one, needs no weights.


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


# Switching weights: how far the weight of one criterion can move before two options change places.
#
# One weight moves, and the others are rescaled in proportion, so that all go on adding up to 100. The
# difference of two scores is then a straight line in that weight, and where it crosses zero follows in closed
# form. (The term is that of the Green Book of HM Treasury, which calls a switching value what an input must
# become for the advice to change.)


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


# Sets of weightings: the stated weights alone, all that keep their order, and any at all.

Weightings: TypeAlias = Literal["stated", "ordered", "any"]
"""`stated`: the weights as given; `ordered`: all weights, adding up to 1, in which a criterion that is stated to weigh
more than another weighs no less (those that weigh the same are not held to it); `any`: all that add up to 1."""

SETS: tuple[Weightings, ...] = ("stated", "ordered", "any")


def groups(weights: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """The criteria, by their places, from the heaviest down; those of one weight together."""
    levels = sorted(set(weights), reverse=True)
    return tuple(tuple(at for at, weight in enumerate(weights) if weight == level) for level in levels)


def least(differences: Sequence[float], weights: Sequence[float], over: Weightings) -> float:
    """The least of Σ weight × difference over a set of weightings.

    It is reached at a corner of the set. The corners of the ordered weights are the equal weights on the heaviest
    criteria, however many; within a group of one weight, on those that make it least.
    """
    match over:
        case "stated":
            return fsum(weight * each for weight, each in zip(weights, differences, strict=True))
        case "ordered":
            lowest, total, count = float("inf"), 0.0, 0
            for group in groups(weights):
                for each in sorted(differences[at] for at in group):
                    total += each
                    count += 1
                    lowest = min(lowest, total / count)
            return lowest
        case "any":
            return min(differences)
        case _:
            assert_never(over)


def drawing(weights: Sequence[float], over: Literal["ordered", "any"], random: "Random") -> Callable[[], list[float]]:
    """Draws weights, each independently, with every weighting of the set as likely as every other.

    The lengths into which random cuts divide a line are uniform over all weightings; put in order and dealt out from
    the heaviest group down, by lot within a group, they are so over those that keep the order (Tervonen and Lahdelma,
    European Journal of Operational Research 178, 2007).
    """
    uniform = random.random
    cuts = range(len(weights) - 1)

    def freely() -> list[float]:
        ends = sorted([uniform() for _ in cuts])
        return list(map(sub, [*ends, 1.0], [0.0, *ends]))

    if over == "any":
        return freely
    order = [at for group in groups(weights) for at in group]
    dealt = [order.index(at) for at in range(len(weights))]
    lots = []  # steps of a shuffle: a place, and how many there are from it on to the end of its group
    begin = 0
    for group in groups(weights):
        lots += [(begin + step, len(group) - step) for step in range(len(group) - 1)]
        begin += len(group)

    def ordered() -> list[float]:
        drawn = sorted(freely(), reverse=True)
        for place, left in lots:
            other = place + int(left * uniform())
            drawn[place], drawn[other] = drawn[other], drawn[place]
        return [drawn[place] for place in dealt]

    return ordered


# Necessary and possible preference: what holds of two options whatever is in the cells that are open.
#
# After robust ordinal regression (Greco, Mousseau and Słowiński, European Journal of Operational Research 191,
# 2008): an option is necessarily preferred where it scores no less in every case that the scenario leaves open,
# possibly where it does in one. The cases here are all values within the cells' intervals, and all weightings
# of a set.

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


# Screening: what an option must pass. It is separate from weighting; no score makes up for a failure.

Outcome: TypeAlias = Literal["pass", "fail", "open"]
"""`open`: nothing says whether the option passes."""


class Screened(msgspec.Struct, frozen=True):
    """One option, with its outcome on each screening criterion."""

    option: str
    outcomes: dict[str, Outcome]

    def on(self, outcome: Outcome) -> tuple[str, ...]:
        """The criteria with an outcome."""
        return tuple(criterion for criterion, found in self.outcomes.items() if found == outcome)

    @property
    def whole(self) -> Outcome:
        """Of all criteria together: one failure is enough to fail; with no screening criterion, an option passes."""
        if self.on("fail"):
            return "fail"
        return "open" if self.on("open") else "pass"


def screening(scenario: Scenario) -> tuple[Screened, ...]:
    """Every option, in the order of the options."""
    criteria = [criterion.id for criterion in scenario.criteria if criterion.kind == "screening"]
    return tuple(
        Screened(
            option.id,
            {key: (cell.result or "open") if (cell := option.assessments.get(key)) else "open" for key in criteria},
        )
        for option in scenario.options
    )
