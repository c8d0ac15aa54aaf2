"""A position says what it rests on; silence says nothing."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `position-without-basis`, `basis-of-silence`."""
    for stakeholder in scenario.stakeholders:
        for option, position in stakeholder.positions.items():
            path = f"stakeholders.{stakeholder.id}.positions.{option}"
            if position.stance == "not-stated":
                if position.basis is not None:
                    yield Finding(
                        "basis-of-silence",
                        f"{path}.basis",
                        "A position that is not stated has no basis.",
                        "Remove `basis`, or give the stance that it is the basis of.",
                    )
            elif position.basis is None:
                yield Finding(
                    "position-without-basis",
                    path,
                    f"It is not said what the stance `{position.stance}` rests on.",
                    "Add `basis: stated` where a source says so, `basis: inferred` where you conclude it.",
                )
