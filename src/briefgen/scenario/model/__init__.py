"""The model: one file a noun. Frozen values; what a field means stands under it."""

from briefgen.scenario.model.criterion import Criterion, Scale
from briefgen.scenario.model.edition import Audience, Edition, KeyDate
from briefgen.scenario.model.fact import Evidence, Fact
from briefgen.scenario.model.figure import Figure
from briefgen.scenario.model.judgement import Assumption, Dissent, Gap, Indicator, Judgement, Recommendation
from briefgen.scenario.model.kinds import Degree, Point
from briefgen.scenario.model.marking import Marking
from briefgen.scenario.model.option import Assessment, Option, Range, Risk
from briefgen.scenario.model.scenario import Scenario
from briefgen.scenario.model.source import Source
from briefgen.scenario.model.stakeholder import Position, Stakeholder, Stance

__all__ = [
    "Assessment", "Assumption", "Audience", "Criterion", "Degree", "Dissent", "Edition", "Evidence", "Fact", "Figure",
    "Gap", "Indicator", "Judgement", "KeyDate", "Marking", "Option", "Point", "Position", "Range", "Recommendation",
    "Risk", "Scale", "Scenario", "Source", "Stakeholder", "Stance",
]  # fmt: skip
