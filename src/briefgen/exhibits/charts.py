"""The charts of a scenario, as a template sees them."""

import msgspec

from briefgen.analysis import Analysis
from briefgen.document import Figure
from briefgen.exhibits.acceptability import acceptability
from briefgen.exhibits.contributions import contributions
from briefgen.exhibits.sensitivity import sensitivity
from briefgen.exhibits.timeline import timeline
from briefgen.exhibits.words import Words
from briefgen.locale import Locale
from briefgen.scenario.model import Scenario


class Charts(msgspec.Struct, frozen=True):
    """One field a chart, each a figure with its finding as its title; none where there is nothing to show."""

    timeline: Figure | None
    """The key dates, the deadline and the day up to which the evidence reaches."""
    contributions: Figure | None
    """What each criterion adds to the score of each option; where options are ranked."""
    sensitivity: Figure | None
    """The scores over the weight that turns the order soonest; where an option leads."""
    acceptability: Figure | None
    """How often each option takes each rank; where options are ranked."""


def charts(scenario: Scenario, analysis: Analysis, locale: Locale, lang: str) -> Charts:
    """The charts in one language."""
    words = Words(locale, lang)
    return Charts(
        timeline(scenario, words),
        contributions(analysis, scenario, words),
        sensitivity(analysis, scenario, words),
        acceptability(analysis, scenario, words),
    )
