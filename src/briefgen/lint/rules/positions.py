"""A position says what it rests on; silence says nothing."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.prose.cited import cited_facts
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `position-without-basis`, `stated-without-passage`, `basis-of-silence`, `passage-of-silence`."""
    for stakeholder in scenario.stakeholders:
        for option, position in stakeholder.positions.items():
            path = f"stakeholders.{stakeholder.id}.positions.{option}"
            cited = cited_facts(position.text) if position.text else frozenset()
            if position.stance == "not-stated":
                if position.basis is not None:
                    yield Finding(
                        "basis-of-silence",
                        f"{path}.basis",
                        "A position that is not stated has no basis.",
                        "Remove `basis`, or give the stance that it is the basis of.",
                    )
                if cited:
                    yield Finding(
                        "passage-of-silence",
                        f"{path}.text",
                        "A position that is not stated cites a passage.",
                        "Give the stance that the passage shows; if it shows none, tell it in `role` or `interests`.",
                        severity="warning",
                    )
            elif position.basis is None:
                yield Finding(
                    "position-without-basis",
                    path,
                    f"It is not said what the stance `{position.stance}` rests on.",
                    "Add `basis: stated` where a source says so, `basis: inferred` where you conclude it.",
                    presumes=(f"{path}.basis",),
                )
            elif position.basis == "stated" and not cited:
                yield Finding(
                    "stated-without-passage",
                    path,
                    f"The stance `{position.stance}` is said to be stated, but nothing is cited in which it is.",
                    "Say it in `text` with the fact that carries it, `[@fact]`; if you conclude it, write "
                    "`basis: inferred`.",
                    presumes=(f"{path}.text",),
                )
