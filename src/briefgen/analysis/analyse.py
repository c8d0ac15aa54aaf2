"""The analysis of a scenario: all figures of its comparison, and what they allow to be said."""

from typing import TYPE_CHECKING

import msgspec

from briefgen.analysis.acceptability import SEED, rank_acceptability
from briefgen.analysis.comparison import Comparison, comparison
from briefgen.analysis.coverage import Coverage, coverage
from briefgen.analysis.screening import Screened, screening
from briefgen.analysis.verdict import NotCompared, NotEnoughEvidence, NothingToRank, Verdict, ranking
from briefgen.scenario.model import Scenario

if TYPE_CHECKING:
    from briefgen.analysis.acceptability import Acceptability


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
