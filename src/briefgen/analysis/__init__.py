"""Figures worked out from a scenario. Pure: Scenario → figures. `docs/analysis.md` says how, and after whom."""

from briefgen.analysis.analyse import Analysis, analyse
from briefgen.analysis.comparison import Comparison, comparison
from briefgen.analysis.coverage import (
    Coverage,
    PositionCount,
    State,
    count_positions,
    coverage,
    evidenced_criteria,
    position,
    state,
)

__all__ = [
    "Analysis",
    "Comparison",
    "Coverage",
    "PositionCount",
    "State",
    "analyse",
    "comparison",
    "count_positions",
    "coverage",
    "evidenced_criteria",
    "position",
    "state",
]
