"""How much of a comparison rests on evidence, how much on inference, and how much on nothing."""

from math import floor
from typing import Literal, TypeAlias

import msgspec

from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Assessment, Criterion, Option, Scenario

State: TypeAlias = Literal["evidenced", "inferred", "empty"]
"""Of a cell: a cited passage speaks to it; the analyst concludes it; nothing is said."""


class Coverage(msgspec.Struct, frozen=True):
    """The cells of options × weighted criteria, counted. `share` is in percent."""

    evidenced: int
    inferred: int
    empty: int
    share: float
    """Σ weight × evidenced cells ÷ Σ weight × cells."""

    @property
    def cells(self) -> int:
        """All of them."""
        return self.evidenced + self.inferred + self.empty

    @property
    def percent(self) -> int:
        """The share as a whole number, for print: rounded down, so that it never claims evidence that is not there."""
        return floor(self.share)

    @property
    def unsupported(self) -> int:
        """Cells that rest on inference or on nothing."""
        return self.inferred + self.empty


def state(assessment: Assessment | None) -> State:
    """What a cell rests on. A cell that says something without citing a fact is the analyst's inference."""
    if assessment is None or assessment.empty:
        return "empty"
    cites = assessment.evidence or (assessment.rationale and cited_facts(assessment.rationale))
    return "evidenced" if assessment.basis == "stated" and cites else "inferred"


def coverage(scenario: Scenario) -> Coverage:
    """The coverage of the weighted criteria over all options; without cells, all figures are zero."""
    count = {"evidenced": 0, "inferred": 0, "empty": 0}
    carried = weight = 0.0
    for criterion in weighted(scenario):
        for option in scenario.options:
            found = state(option.assessments.get(criterion.id))
            count[found] += 1
            weight += criterion.weight or 0
            if found == "evidenced":
                carried += criterion.weight or 0
    return Coverage(**count, share=round(100 * carried / weight, 9) if weight else 0.0)


def evidenced_criteria(scenario: Scenario, option: Option) -> int:
    """On how many of the weighted criteria a passage speaks to this option."""
    return sum(state(option.assessments.get(criterion.id)) == "evidenced" for criterion in weighted(scenario))


def weighted(scenario: Scenario) -> list[Criterion]:
    """The criteria that are weighed, in the author's order."""
    return [criterion for criterion in scenario.criteria if criterion.kind == "weighted"]
