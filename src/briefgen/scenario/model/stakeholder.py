"""Stakeholders: parties with interests, memberships and, per option, a position."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.scenario.model.kinds import Degree, Factual, Id, OptionRef, StakeholderRef, Words

Stance: TypeAlias = Literal["supports", "opposes", "conditional", "mixed", "neutral", "not-stated"]


class Position(msgspec.Struct, frozen=True):
    """Where a party stands on an option."""

    stance: Stance
    basis: Literal["stated", "inferred"] | None = None
    """`stated` in the source, or `inferred` by the analyst; left out where the stance is `not-stated`."""
    text: Factual | None = None
    """The position in words, with the citation that carries it."""
    marking: str = ""


class Stakeholder(msgspec.Struct, frozen=True):
    """A party with interests, memberships and, per option, a position."""

    id: Id
    name: Words
    role: Factual | None = None
    """Who it is, and what it has to do with the decision."""
    interests: Factual | None = None
    influence: Degree | None = None
    members_of: tuple[StakeholderRef, ...] = ()
    """Stakeholders that it belongs to."""
    positions: dict[OptionRef, Position] = {}
    """By option; an option that is left out is `not-stated`."""
    marking: str = ""
