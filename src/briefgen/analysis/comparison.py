"""What options are compared by: the weights, and what each cell is worth."""

from collections.abc import Collection
from math import fsum, isclose, isfinite
from typing import Literal, TypeAlias

import msgspec

from briefgen.analysis.coverage import weighted
from briefgen.analysis.values import Interval, value, value_function
from briefgen.model.options import Range
from briefgen.model.scenario import Scenario

MOST_OPTIONS = 60
MOST_CRITERIA = 60
"""Beyond what a person could have judged; it keeps the work of pairs within bounds."""

Obstacle: TypeAlias = Literal["no-criteria", "weights", "too-large", "no-score"]
"""Why there is nothing to compute with: nothing is weighed; the weights do not add up; there is more than can be
compared; no cell has a score."""


class Comparison(msgspec.Struct, frozen=True):
    """Options × weighted criteria. A criterion with the weight 0 counts for nothing, and is not in it."""

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: tuple[float, ...]
    """A share of 1 each. They are as the author gives them, never rescaled."""
    values: tuple[tuple[Interval, ...], ...]
    """By option, by criterion: each within 0 and 1."""

    def row(self, option: str) -> tuple[Interval, ...]:
        """The values of one option."""
        return self.values[self.options.index(option)]

    def among(self, options: Collection[str]) -> "Comparison":
        """The comparison of some of the options only."""
        rows = [(option, row) for option, row in zip(self.options, self.values, strict=True) if option in options]
        return Comparison(
            tuple(option for option, _row in rows), self.criteria, self.weights, tuple(row for _option, row in rows)
        )


def comparison(scenario: Scenario) -> Comparison | Obstacle:
    """The comparison that a scenario makes, of all its options; or why it makes none."""
    if not weighted(scenario):
        return "no-criteria"
    weights = [criterion.weight for criterion in weighted(scenario)]
    if not all(weight is not None and isfinite(weight) and weight >= 0 for weight in weights):
        return "weights"
    if not isclose(fsum(weight or 0 for weight in weights), 100, abs_tol=1e-6):
        return "weights"
    criteria = [criterion for criterion in weighted(scenario) if criterion.weight]
    if len(scenario.options) > MOST_OPTIONS or len(criteria) > MOST_CRITERIA:
        return "too-large"
    functions = [value_function(criterion) for criterion in criteria]
    scores = [[option.assessments.get(criterion.id) for criterion in criteria] for option in scenario.options]
    if not any(isinstance(cell.score, float | int | Range) for row in scores for cell in row if cell):
        return "no-score"
    return Comparison(
        tuple(option.id for option in scenario.options),
        tuple(criterion.id for criterion in criteria),
        tuple((criterion.weight or 0) / 100 for criterion in criteria),
        tuple(tuple(value(function, cell) for function, cell in zip(functions, row, strict=True)) for row in scores),
    )
