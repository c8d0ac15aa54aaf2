"""A paper recommends an option, or says that it recommends none; not both."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `recommends-though-neutral`, `no-recommendation`, `recommendation-without-citation`."""
    if scenario.neutral and scenario.recommendation:
        yield Finding(
            "recommends-though-neutral",
            "neutral",
            "The scenario is neutral, but has a recommendation.",
            "Remove one of them.",
        )
    if not scenario.neutral and not scenario.recommendation:
        yield Finding(
            "no-recommendation",
            "title",
            "The scenario neither recommends an option nor says that it recommends none.",
            "Add `recommendation`, or `neutral: true`.",
            severity="warning",
            presumes=("recommendation", "neutral"),
        )
    advice = scenario.recommendation
    if advice and not advice.basis and not cited_facts(advice.text):
        yield Finding(
            "recommendation-without-citation",
            "recommendation",
            "The recommendation cites nothing.",
            "Name the facts that the advice rests on: `basis: [fact]`, or `[@fact]` in its text.",
            severity="warning",
            presumes=("recommendation.basis", "recommendation.text"),
        )
