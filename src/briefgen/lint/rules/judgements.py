"""A judgement says what it rests on, how likely it is, and how sure the analyst is of it."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `judgement-without-basis`, `judgement-without-confidence`, `judgement-without-likelihood`."""
    for judgement in scenario.judgements:
        path = f"judgements.{judgement.id}"
        if not judgement.basis and not cited_facts(judgement.statement):
            yield Finding(
                "judgement-without-basis",
                path,
                f"The judgement `{judgement.id}` rests on no fact.",
                "Name the facts that it rests on: `basis: [fact]`, or `[@fact]` in its statement.",
                severity="warning",
                presumes=(f"{path}.basis", f"{path}.statement"),
            )
        if judgement.confidence is None:
            yield Finding(
                "judgement-without-confidence",
                path,
                f"It is not said how sure you are of the judgement `{judgement.id}`.",
                "Add `confidence: low`, `moderate` or `high`, by how well the evidence carries it.",
                severity="warning",
                presumes=(f"{path}.confidence",),
            )
        if not judgement.likelihood:
            yield Finding(
                "judgement-without-likelihood",
                path,
                f"The judgement `{judgement.id}` has no likelihood.",
                "If it is about what will happen, add `likelihood:` with a term of the scale.",
                severity="info",
                presumes=(f"{path}.likelihood",),
            )
