"""Rules on stakeholders: stated positions cite a passage, and memberships have no cycle."""

from collections.abc import Iterator

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.parse import cited_facts
from briefgen.model.scenario import Scenario

STATED_WITHOUT_PASSAGE = Code(
    "stated-without-passage",
    "error",
    """
    A position that is said to be stated, without a passage that states it.

    The position has `basis: stated`, which promises that a source says so. But its text cites nothing, or it has no
    text.

    ## Why it matters

    Putting a position into somebody's mouth is the worst mistake that a table of positions can make.

    ## Example

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: supports, basis: stated, text: They want it.}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: supports, basis: inferred, text: "[They want it]{.inferred} [@last-bus]."}
    ```

    If a source does say so, keep `basis: stated` and cite the fact in the text: `They want it [@fact].`
    """,
)


BASIS_OF_SILENCE = Code(
    "basis-of-silence",
    "error",
    """
    A basis for a position that is not stated.

    The stance is `not-stated`: the sources do not say what this party thinks. So there is nothing that `basis` could
    describe.

    ## Why it matters

    Readers take `basis: stated` as a promise that a source says so. With `not-stated`, it contradicts the table.

    ## Example

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: not-stated, basis: stated}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: not-stated}
    ```

    If a source does say what they think, give that stance: `{stance: supports, basis: stated}`.
    """,
)


PASSAGE_OF_SILENCE = Code(
    "passage-of-silence",
    "warning",
    """
    A position that is not stated, but cites a passage.

    The stance is `not-stated`: the sources do not say what this party thinks. Yet the text of the position cites a
    fact.

    ## Why it matters

    If the passage shows a stance, the table is wrong. If it shows none, it suggests one.

    ## Example

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        positions:
          trial: {stance: not-stated, text: "They know when the last bus leaves [@last-bus]."}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - id: residents
        name: Residents
        role: They know when the last bus leaves [@last-bus].
        positions:
          trial: {stance: not-stated}
    ```
    """,
)


@rule(STATED_WITHOUT_PASSAGE, BASIS_OF_SILENCE, PASSAGE_OF_SILENCE)
def check_positions(scenario: Scenario) -> Iterator[Finding]:
    """A stated position cites a passage, and a position that is not stated has no basis."""
    for stakeholder in scenario.stakeholders:
        for option, position in stakeholder.positions.items():
            path = f"stakeholders.{stakeholder.id}.positions.{option}"
            cited = cited_facts(position.text) if position.text else frozenset()
            if position.stance == "not-stated":
                if position.basis is not None:
                    yield BASIS_OF_SILENCE.finding(
                        f"{path}.basis",
                        "A position that is not stated has no basis.",
                        "Remove `basis`, or give the stance that it is the basis of.",
                    )
                if cited:
                    yield PASSAGE_OF_SILENCE.finding(
                        f"{path}.text",
                        "A position that is not stated cites a passage.",
                        "Give the stance that the passage shows; if it shows none, tell it in `role` or `interests`.",
                    )
            elif position.basis == "stated" and not cited:
                yield STATED_WITHOUT_PASSAGE.finding(
                    path,
                    f"The stance `{position.stance}` is said to be stated, but nothing is cited in which it is.",
                    "Say it in `text` with the fact that carries it, `[@fact]`; if you conclude it, write "
                    "`basis: inferred`.",
                    presumes=(f"{path}.text",),
                )


MEMBERSHIP_CYCLE = Code(
    "membership-cycle",
    "error",
    """
    A party that is a member of itself, through its memberships.

    `members_of` lists the parties that a party belongs to. Here the memberships form a circle, which the message shows.

    ## Why it matters

    Counting who supports an option would never end, and would count the same people again and again.

    ## Example

    ```yaml
    stakeholders:
      - {id: council, name: Town council, members_of: [league]}
      - {id: league, name: League of towns, members_of: [council]}
    ```

    ## How to fix it

    ```yaml
    stakeholders:
      - {id: council, name: Town council, members_of: [league]}
      - {id: league, name: League of towns}
    ```
    """,
)


@rule(MEMBERSHIP_CYCLE)
def check_membership_cycle(scenario: Scenario) -> Iterator[Finding]:
    """No party is a member of itself; reported once for each cycle, at its first party in the file."""
    belongs = {party.id: party.members_of for party in scenario.stakeholders}
    reported: set[str] = set()
    for party in scenario.stakeholders:
        if party.id in reported:
            continue
        trail = _way_back(party.id, belongs)
        if trail:
            reported.update(trail)
            yield MEMBERSHIP_CYCLE.finding(
                f"stakeholders.{party.id}.members_of",
                f"`{party.id}` is a member of itself: {' → '.join([*trail, party.id])}.",
                "Remove one of these memberships.",
            )


def _way_back(start: str, belongs: dict[str, tuple[str, ...]]) -> list[str]:
    """The shortest chain of memberships from a party back to itself, or an empty list."""
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
