"""Stakeholders: parties with interests, memberships and, per option, a position."""

from typing import Literal, TypeAlias

import msgspec

from briefgen.scenario.model.kinds import Degree, Factual, Id, OptionRef, StakeholderRef, Words

Stance: TypeAlias = Literal["supports", "opposes", "conditional", "mixed", "neutral", "not-stated"]


class Position(msgspec.Struct, frozen=True):
    """Where a party stands on an option."""

    stance: Stance
    """Where the party stands on the option. `supports`: it is for the option; `opposes`: it is against it;
    `conditional`: it is for it on conditions; `mixed`: some of it speaks for, some against; `neutral`: it says that it
    takes no side; `not-stated`: the sources do not say. For example: supports"""
    basis: Literal["stated", "inferred"] | None = None
    """How the stance is known; left out where the stance is `not-stated`. `stated`: the source says so; `inferred`: the
    analyst concludes it. For example: stated"""
    text: Factual | None = None
    """The position in words, with the citation that carries it.
    For example: One in three would use it [@would-use]."""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {scope-widened: The board speaks for all members.}"""


class Stakeholder(msgspec.Struct, frozen=True):
    """A party with interests, memberships and, per option, a position."""

    id: Id
    """The short name by which memberships refer to it. For example: taxi-firm"""
    name: Words
    """What the paper calls it. For example: Lindby Taxi"""
    role: Factual | None = None
    """Who it is, and what it has to do with the decision.
    For example: The taxi firm that wrote to the survey [@taxi-firm]."""
    interests: Factual | None = None
    """What it wants or has to lose. For example: Late rides are a third of its income [@taxi-firm]."""
    influence: Degree | None = None
    """How far it can bring about or hinder the decision. `low`: hardly; `moderate`: in part; `high`: decisively.
    For example: moderate"""
    members_of: tuple[StakeholderRef, ...] = ()
    """Stakeholders that it belongs to, by their ids. For example: [chamber-of-trade]"""
    positions: dict[OptionRef, Position] = {}
    """Where it stands, by the option's id; an option that is left out is `not-stated`.
    For example: {trial: {stance: opposes, basis: stated}}"""
    marking: str = ""
    """Who may see it. For example: TLP:CLEAR"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {name-not-in-passage: It is the new name of the board.}"""
