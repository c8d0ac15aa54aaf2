"""The model: one file a noun. Frozen values; what a field means stands under it."""

from briefgen.model.evidence import Evidence, Fact, Figure, Source
from briefgen.model.kinds import Degree, Point
from briefgen.model.options import Assessment, Criterion, Option, Position, Range, Risk, Scale, Stakeholder, Stance
from briefgen.model.scenario import (
    Assumption,
    Audience,
    Dissent,
    Edition,
    Gap,
    Indicator,
    Judgement,
    KeyDate,
    Marking,
    Recommendation,
    Scenario,
)

__all__ = [
    "Assessment", "Assumption", "Audience", "Criterion", "Degree", "Dissent", "Edition", "Evidence", "Fact", "Figure",
    "Gap", "Indicator", "Judgement", "KeyDate", "Marking", "Option", "Point", "Position", "Range", "Recommendation",
    "Risk", "Scale", "Scenario", "Source", "Stakeholder", "Stance",
]  # fmt: skip
