"""What a paper says of itself: its edition, its readers, the days that matter."""

import datetime as dt
from typing import Literal

import msgspec

from briefgen.scenario.model.kinds import Definition, Factual, Id, Words


class Edition(msgspec.Struct, frozen=True):
    """A numbered, dated state of a scenario that went out."""

    number: int = 1
    """Which edition it is, counted from 1. For example: 2"""
    date: dt.date | None = None
    """The day of this edition, which the paper prints as its date. For example: 2026-01-20"""
    status: Literal["draft", "cleared"] = "draft"
    """How far it has come. `draft`: still being worked on, and every page says so; `cleared`: approved to go out.
    For example: draft"""
    changes: Definition | None = None
    """What is different since the last edition. For example: The operator’s offer has been added."""


class Audience(msgspec.Struct, frozen=True):
    """A named readership with the highest marking that it may see."""

    id: Id
    """The short name by which a readership is asked for. For example: public"""
    name: Words
    """What the paper calls these readers. For example: The public"""
    marking: str
    """The highest marking that they may see; what is marked higher is left out of their paper.
    For example: TLP:CLEAR"""


class KeyDate(msgspec.Struct, frozen=True):
    """A day, or a time that is known less exactly, with what happened or falls due."""

    id: Id
    """The short name of this date; no other date has it. For example: survey-ends"""
    event: Factual
    """What happened or falls due, with the citation that carries it. For example: The survey ends [@would-use]."""
    short: Words | None = None
    """What the timeline calls it, in a few words; without it, the words of `event`. For example: Survey ends"""
    date: dt.date | None = None
    """The day, where it is known exactly. For example: 2026-01-15"""
    when: Words | None = None
    """The time in words, where there is no exact day. For example: early October"""
    dated_by: Literal["source", "author"] = "source"
    """Where the date comes from. `source`: the source gives it; `author`: the source does not give this date (or its
    year), and the scenario's author does. For example: author"""
    marking: str = ""
    """Who may see it. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {date-not-in-passage: The law sets the day.}"""
