"""A fact has at least one passage; a passage has words."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `evidence-empty`."""
    for fact in scenario.facts:
        if not fact.evidence:
            yield Finding(
                "evidence-empty",
                f"facts.{fact.id}.evidence",
                f"The fact `{fact.id}` has no passage.",
                "Quote the passage that supports it, or make it an assumption.",
            )
        for number, evidence in enumerate(fact.evidence, 1):
            if not evidence.quote.strip():
                yield Finding(
                    "evidence-empty",
                    f"facts.{fact.id}.evidence.{number}.quote",
                    "The quote is empty.",
                    "Copy the passage word for word.",
                )
