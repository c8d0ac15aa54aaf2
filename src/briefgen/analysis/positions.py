"""Where the parties stand: what is on record, what is inferred, and what is silence."""

import msgspec

from briefgen.scenario.model import Option, Position, Scenario, Stakeholder

SILENT = Position(stance="not-stated")


class PositionCount(msgspec.Struct, frozen=True):
    """The positions of all stakeholders on all options, counted."""

    stated: int
    inferred: int
    silent: int


def position(stakeholder: Stakeholder, option: Option) -> Position:
    """Where a stakeholder stands on an option; silence where nothing is given."""
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
