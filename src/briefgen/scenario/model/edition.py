"""What a paper says of itself: its edition, its readers, the days that matter."""

import datetime as dt
from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Factual, Id, Words


class Edition(msgspec.Struct, frozen=True):
    """A numbered, dated state of a scenario that went out."""

    number: int = 1
    date: dt.date | None = None
    status: Literal["draft", "cleared"] = "draft"
    changes: Definition | None = None
    """Since the last edition."""


class Audience(msgspec.Struct, frozen=True):
    """A named readership with the highest marking that it may see."""

    id: Id
    name: Words
    marking: str


class KeyDate(msgspec.Struct, frozen=True):
    """A day, or a time that is known less exactly, with what happened or falls due."""

    id: Id
    event: Factual
    date: dt.date | None = None
    when: Words | None = None
    """Where there is no exact day: “early October”."""
    dated_by: Literal["source", "author"] = "source"
    """`author`: the source does not give this date (or its year); the scenario's author does."""
