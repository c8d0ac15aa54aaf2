"""What rests on one source alone falls with it."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `single-source`: once, for all facts together, and not where the paper says itself what it rests on."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    if scenario.sourcing is None and len(scenario.facts) > 1 and len(quoted) == 1:
        (source,) = quoted
        yield Finding(
            "single-source",
            f"sources.{source}",
            f"All {len(scenario.facts)} facts rest on one source, `{source}`.",
            "Look for a second, independent one; until there is one, say so in `sourcing`.",
            severity="info",
            presumes=("facts", "sourcing"),
        )
