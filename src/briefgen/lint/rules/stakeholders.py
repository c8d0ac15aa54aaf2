"""Rules on stakeholders: positions have a basis, and memberships have no cycle."""

from collections.abc import Iterator

from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.scenario import Scenario


def check_positions(scenario: Scenario) -> Iterator[Finding]:
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


# A party is not, through its memberships, a member of itself.


def check_membership_cycle(scenario: Scenario) -> Iterator[Finding]:
    """Finds `membership-cycle`: once for each cycle, at the party of it that stands first in the file."""
    belongs = {party.id: party.members_of for party in scenario.stakeholders}
    reported: set[str] = set()
    for party in scenario.stakeholders:
        if party.id in reported:
            continue
        trail = _way_back(party.id, belongs)
        if trail:
            reported.update(trail)
            yield Finding(
                "membership-cycle",
                f"stakeholders.{party.id}.members_of",
                f"`{party.id}` is a member of itself: {' → '.join([*trail, party.id])}.",
                "Remove one of these memberships.",
            )


def _way_back(start: str, belongs: dict[str, tuple[str, ...]]) -> list[str]:
    """The shortest chain of memberships from a party back to itself, or nothing."""
    came_from: dict[str, str] = {}
    queue = [start]
    for here in queue:
        for group in belongs.get(here, ()):
            if group == start:
                trail = [here]
                while trail[-1] != start:
                    trail.append(came_from[trail[-1]])
                return trail[::-1]
            if group in belongs and group not in came_from:
                came_from[group] = here
                queue.append(group)
    return []
