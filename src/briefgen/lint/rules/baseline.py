"""Exactly one option is the baseline that the others are compared with."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `no-baseline`, `two-baselines`."""
    marked = [option for option in scenario.options if option.baseline]
    if scenario.options and not marked:
        yield Finding(
            "no-baseline",
            "options",
            "No option is marked as the baseline.",
            "Add `baseline: true` to the option that means going on as today or doing nothing more.",
            presumes=("options",),
        )
    for option in marked[1:]:
        yield Finding(
            "two-baselines",
            f"options.{option.id}.baseline",
            f"`{option.id}` is marked as the baseline, but `{marked[0].id}` is too.",
            "Keep `baseline: true` on one of them.",
        )
