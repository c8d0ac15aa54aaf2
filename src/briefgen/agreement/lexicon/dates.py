"""The words of dates in a language."""

from collections.abc import Mapping

import msgspec

from briefgen.agreement.cues import Cues


class Dates(msgspec.Struct, frozen=True):
    """The words of dates."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """From Monday, 1."""
    early: Cues
    middle: Cues
    late: Cues
    before_month: Cues
    """A month that is also another word (`May`, `March`) is one only behind these, or beside a number."""
    doubtful: frozenset[str]
    """Such months."""
    same_month: Cues
    """Behind the number of a day, instead of its month: “the 15th of that month”."""
    between: frozenset[str]
    """Small words inside a date: `2 de octubre de 2022`."""
    before_day: frozenset[str]
    """Before the number of a day without its month: “until the 12th”, “hasta el 12”."""
    spans: frozenset[str]
    """Between the first and the last day of a span: “from 8 to 13 August”."""
    relative: Cues
    """Dates that only the day of writing gives a meaning: `this month`, `last Thursday`."""
    moving: Cues
    """Of the relative ones, those that no other date explains: “last month” is always that of the reader."""
    owners: frozenset[str]
    """Before the “last year” of something: “its”."""
    moving_before: frozenset[str]
    """Before a day of a month, words that make it one of the year of writing: “last 2 October”."""
    moving_behind: frozenset[str]
    """The same, behind it: “le 2 octobre dernier”."""
    passing: Cues
    """Words for the time of writing: `now`, `currently`."""
    other_years: Cues
    """A year told by another: “the year before”."""
    seasons: Mapping[str, int]
    """From spring, 1."""
    decades: Cues
    """Before a decade: `les années 1990`."""
    first_day: frozenset[str] = frozenset()
    """The word for the first of a month: `premier`."""
    before_noon: Cues = Cues()
    after_noon: Cues = Cues()
    """Behind a time of day: “p.m.”, “in the evening”."""
    twelve_hours: bool = False
    """Whether a time of day without either may be before noon or after."""
    month_first: bool = False
    """Whether `03/05/2024` may be the fifth of March."""
    habitual: str = ""
    """The word before a weekday that makes it every one: “le dimanche”."""
