"""Screening: what an option must pass. It stands apart from weighting; no score makes up for a failure."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.scenario.model import Scenario

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
