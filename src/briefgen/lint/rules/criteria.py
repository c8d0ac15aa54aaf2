"""A fact or an assumption says why a criterion matters here."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `criterion-without-support`."""
    if not scenario.facts and not scenario.assumptions:  # a scenario that is only begun has none to name
        return
    for criterion in scenario.criteria:
        prose = [each for each in (criterion.definition, criterion.reason) if each]
        if not criterion.supported_by and not any(map(cited_facts, prose)):
            yield Finding(
                "criterion-without-support",
                f"criteria.{criterion.id}",
                f"No fact or assumption says why the criterion `{criterion.id}` matters here.",
                "Name one: `supported_by: [fact-or-assumption]`.",
                severity="info",
                presumes=tuple(f"criteria.{criterion.id}.{key}" for key in ("supported_by", "definition", "reason")),
            )
