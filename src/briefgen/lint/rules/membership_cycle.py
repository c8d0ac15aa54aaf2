"""A party is not, through its memberships, a member of itself."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
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
