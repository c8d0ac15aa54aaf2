"""What comes of a filter: the scenario that is left, and what is not."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.diagnostic import Finding, Place, Severity
from briefgen.scenario.model import Audience, Scenario

Reason: TypeAlias = Literal[
    "marking", "citation", "source", "reference", "rests", "empty", "unreadable", "unmarked", "uncited"
]
"""Why a piece goes. `marking`: its own; `citation`: all that the sentence cites is withheld; `source`: the fact quotes
one that is; `reference`: it is about nothing else than what is; `rests`: all facts that it rested on are; `empty`:
nothing is left of the words that it must have; `unreadable`: it cannot be told which of its words are marked;
`unmarked`: in another language more of it is; `uncited`: in another language its sentence cites what is withheld."""

Recomputed: TypeAlias = Literal["", "figures", "weights"]
"""What is worked out from less than the author's scenario holds. `weights`: those of the criteria, too."""


class Withheld(msgspec.Struct, frozen=True):
    """A piece that an audience does not see: an item, or some words of a field."""

    path: str
    reason: Reason
    what: str = ""
    """The label, or the id of what it has to do with."""
    place: Place | None = None
    """Of the words, where it is no whole item."""

    def told(self, audience: Audience) -> Finding:
        """For the author, at its place."""
        message = _MESSAGES[self.reason].format(who=f"`{audience.id}`", what=self.what)
        hint = _HINTS.get(self.reason, "").format(what=self.what)
        severity: Severity = "warning" if hint else "info"
        return Finding("piece-withheld", self.path, message, hint, self.place, severity=severity)


_MESSAGES: dict[Reason, str] = {
    "marking": "{who} does not see this: it is marked {what}.",
    "citation": "{who} does not see this sentence: all that it cites is withheld from them, as `{what}` is.",
    "source": "{who} does not see this fact: it quotes `{what}`, which is withheld from them.",
    "reference": "{who} does not see this: it is about `{what}`, which is withheld from them.",
    "rests": "{who} does not see this: all that it rests on is withheld from them, as `{what}` is.",
    "empty": "{who} does not see this: nothing is left of its words.",
    "unmarked": "{who} does not see this: in another language more of it is marked.",
    "uncited": "{who} does not see this: in another language it cites `{what}`, which is withheld from them.",
    "unreadable": "{who} does not see this: it cannot be told which of its words are marked.",
}
_HINTS: dict[Reason, str] = {
    "unmarked": "Mark the same words here, so that only these go.",
    "uncited": "Cite it here too, in the same sentence, so that only this goes.",
}
"""Where it goes because two languages do not agree, which nobody means."""


class Released(msgspec.Struct, frozen=True):
    """A scenario for one audience."""

    scenario: Scenario | None
    """None where nothing can be shown to them."""
    withheld: tuple[Withheld, ...]
    """In the order of the model."""
    findings: tuple[Finding, ...]
    """Why nothing can be shown, or what hangs in the air."""
    recomputed: Recomputed = ""
