"""Coverage: how much of a comparison rests on evidence, inference or nothing, and which positions are on record."""

from math import floor
from typing import Literal, TypeAlias

import msgspec

from briefgen.markup.parse import cited_facts
from briefgen.model.options import Assessment, Criterion, Option, Position, Stakeholder
from briefgen.model.scenario import Scenario

State: TypeAlias = Literal["evidenced", "inferred", "empty"]
"""Of a cell: a cited passage supports it; the analyst concludes it; nothing is said."""


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
    cites = assessment.facts or (assessment.reason and cited_facts(assessment.reason))
    return "evidenced" if assessment.basis == "stated" and cites else "inferred"


def coverage(scenario: Scenario) -> Coverage:
    """The coverage of the weighted criteria over all options; without cells, all figures are zero."""
    count = {"evidenced": 0, "inferred": 0, "empty": 0}
    supported = weight = 0.0
    for criterion in weighted(scenario):
        for option in scenario.options:
            found = state(option.assessments.get(criterion.id))
            count[found] += 1
            weight += criterion.weight or 0
            if found == "evidenced":
                supported += criterion.weight or 0
    return Coverage(**count, share=round(100 * supported / weight, 9) if weight else 0.0)


def evidenced_criteria(scenario: Scenario, option: Option) -> int:
    """On how many of the weighted criteria a passage speaks to this option."""
    return sum(state(option.assessments.get(criterion.id)) == "evidenced" for criterion in weighted(scenario))


def weighted(scenario: Scenario) -> list[Criterion]:
    """The criteria that are weighed, in the author's order."""
    return [criterion for criterion in scenario.criteria if criterion.kind == "weighted"]


# The positions of the parties: what is on record, what is inferred, and what is silence.

SILENT = Position(stance="not-stated")


class PositionCount(msgspec.Struct, frozen=True):
    """The positions of all stakeholders on all options, counted."""

    stated: int
    inferred: int
    silent: int


def position(stakeholder: Stakeholder, option: Option) -> Position:
    """The position of a stakeholder on an option; silence where nothing is given."""
    return stakeholder.positions.get(option.id, SILENT)


def count_positions(scenario: Scenario) -> PositionCount:
    """How many positions are on record, inferred, and not stated."""
    stated = inferred = silent = 0
    for stakeholder in scenario.stakeholders:
        for option in scenario.options:
            found = position(stakeholder, option)
            if found.stance == "not-stated":
                silent += 1
            elif found.basis == "inferred":
                inferred += 1
            else:
                stated += 1
    return PositionCount(stated, inferred, silent)
