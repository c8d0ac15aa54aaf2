"""A marking is a label of the scheme, written as the scheme writes it."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding, closest
from briefgen.scenario.marking import LABELS
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import markings


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `unknown-marking`."""
    for path, marking in markings(scenario):
        if marking not in LABELS:
            near = closest(marking, LABELS)
            yield Finding(
                "unknown-marking",
                path,
                f"`{marking}` is no label of TLP 2.0.",
                f"Did you mean `{near}`?" if near else "The labels are " + ", ".join(LABELS) + ".",
            )
