"""Figures worked out from a scenario. Pure: Scenario → figures."""

from briefgen.analysis.coverage import Coverage, State, coverage, evidenced_criteria, state
from briefgen.analysis.positions import PositionCount, count_positions, position

__all__ = [
    "Coverage",
    "PositionCount",
    "State",
    "count_positions",
    "coverage",
    "evidenced_criteria",
    "position",
    "state",
]
