"""The analysis of a scenario: all figures of its comparison, and what they allow a brief to say."""

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from briefgen.analysis.acceptability import SEED, rank_acceptability
from briefgen.analysis.comparison import Comparison, Obstacle, comparison
from briefgen.analysis.coverage import Coverage, coverage
from briefgen.analysis.preference import Screened, Weightings, ahead, margin, screening
from briefgen.analysis.values import TOLERANCE
from briefgen.model.scenario import Scenario

if TYPE_CHECKING:
    from briefgen.analysis.acceptability import Acceptability


# What the figures allow to be said of a ranking, and no more.


class NotCompared(msgspec.Struct, frozen=True):
    """There is nothing to compute with."""

    why: Obstacle


class NothingToRank(msgspec.Struct, frozen=True):
    """After the screening, one option is left, or none."""

    left: tuple[str, ...]


class NotEnoughEvidence(msgspec.Struct, frozen=True):
    """The cells with evidence account for too little of the weight; both in percent."""

    share: float
    threshold: float


class Winner(msgspec.Struct, frozen=True):
    """One option is ahead of every other, whatever is in the open cells, at all weights of a set."""

    option: str
    over: Weightings
    """The widest set that it holds for."""


class Level(msgspec.Struct, frozen=True):
    """Several options surely have the same score, ahead of all others."""

    options: tuple[str, ...]


class Leader(msgspec.Struct, frozen=True):
    """One option comes first in most cases, but not in all."""

    option: str
    share: float
    error: float


class PartialOrder(msgspec.Struct, frozen=True):
    """None leads, but some options are surely ahead of others: (better, worse)."""

    pairs: tuple[tuple[str, str], ...]


class Undecided(msgspec.Struct, frozen=True):
    """None leads, and none is surely ahead of another."""


Verdict: TypeAlias = (
    NotCompared | NothingToRank | NotEnoughEvidence | Winner | Level | Leader | PartialOrder | Undecided
)


def ranking(comparison: Comparison, acceptability: "Acceptability") -> Verdict:
    """The verdict where there is evidence enough, and at least two options are left."""
    options = comparison.options
    for option in options:
        others = [other for other in options if other != option]
        if all(ahead(comparison, option, other) for other in others):
            holds: Weightings = "stated"
            if all(ahead(comparison, option, other, "any") for other in others):
                holds = "any"
            elif all(ahead(comparison, option, other, "ordered") for other in others):
                holds = "ordered"
            return Winner(option, holds)
    for option in options:
        level = tuple(other for other in options if other == option or _same(comparison, option, other))
        rest = [other for other in options if other not in level]
        if len(level) > 1 and all(ahead(comparison, option, other) for other in rest):
            return Level(level)
    first = max(options, key=acceptability.first)
    if acceptability.first(first) - acceptability.error > 0.5:
        return Leader(first, acceptability.first(first), acceptability.error)
    pairs = tuple((one, two) for one in options for two in options if one != two and ahead(comparison, one, two))
    return PartialOrder(pairs) if pairs else Undecided()


def _same(comparison: Comparison, one: str, other: str) -> bool:
    return (
        margin(comparison, one, other, "stated") >= -TOLERANCE
        and margin(comparison, other, one, "stated") >= -TOLERANCE
    )


class Analysis(msgspec.Struct, frozen=True):
    """What preferences, dominance and switching weights are worked out from as well."""

    coverage: Coverage
    threshold: float
    """Percent of the weight that must rest on evidenced cells before options are ranked."""
    screened: tuple[Screened, ...]
    whole: Comparison | None
    """Of all options; None where there is nothing to compute with."""
    ranked: Comparison | None
    """Of the options that did not fail the screening; None where they are not ranked."""
    acceptability: "Acceptability | None"
    """None where options are not ranked."""
    verdict: Verdict


def analyse(scenario: Scenario, seed: int | None = None, samples: int | None = None) -> Analysis:
    """The analysis; `samples` of weights and values are drawn with a `seed`, or as many as are good."""
    covered, screened, made = coverage(scenario), screening(scenario), comparison(scenario)
    threshold = scenario.evidence_threshold
    left = tuple(each.option for each in screened if each.whole != "fail")
    whole = made if isinstance(made, Comparison) else None

    def unranked(verdict: Verdict) -> Analysis:
        return Analysis(covered, threshold, screened, whole, None, None, verdict)

    if made == "no-criteria" or made == "weights" or made == "too-large":
        return unranked(NotCompared(made))
    if covered.share < threshold:
        return unranked(NotEnoughEvidence(covered.share, threshold))
    if not isinstance(made, Comparison):
        return unranked(NotCompared(made))
    if len(left) < 2:
        return unranked(NothingToRank(left))
    among = made.among(left)
    shares = rank_acceptability(among, seed=SEED if seed is None else seed, samples=samples)
    return Analysis(covered, threshold, screened, whole, among, shares, ranking(among, shares))
