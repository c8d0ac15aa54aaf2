"""Facts: statements that a source supports."""

import datetime as dt

import msgspec

from briefgen.scenario.model.kinds import Definition, Factual, Id, SourceRef, Words


class Evidence(msgspec.Struct, frozen=True):
    """A link from a statement to a passage (W3C Web Annotation, TextQuoteSelector)."""

    source: SourceRef
    """The id of the source that the passage stands in. For example: survey"""
    quote: str
    """The shortest passage that carries the statement, word for word; `[…]` joins two parts.
    For example: one in three say they would use a night bus"""
    prefix: str = ""
    """Words before the quote, where the quote alone stands more than once. For example: of the residents asked,"""
    suffix: str = ""
    """Words after the quote, where the quote alone stands more than once. For example: on Fridays and Saturdays"""
    page: Words | None = None
    """Where a reader finds it: a page, a paragraph, a line. For example: par. 3"""
    translation: Words | None = None
    """The quote in your own translation, by language: printed beside it, as yours, where the brief is in that language
    and the source is not. For example: {fr: "un habitant sur trois dit qu’il prendrait un bus de nuit"}"""


class Fact(msgspec.Struct, frozen=True):
    """One statement that a source supports, with the passages and who is said to have said it."""

    id: Id
    """The short name by which prose cites it: `[@last-bus]`. For example: last-bus"""
    statement: Factual
    """What is so, in your words and in one sentence. For example: The last bus leaves the station at 23:10."""
    evidence: tuple[Evidence, ...]
    """The passages that support it, each with its source and its exact words.
    For example: [{source: survey, quote: "the last bus leaves the station at 23:10"}]"""
    attributed_to: Words | None = None
    """Who says so, in the source: a speaker or a medium that it names. For example: Lindby Taxi"""
    computed: Definition | None = None
    """How a figure is worked out from the passages, where none of them has it.
    For example: 80 of 240 answers, which is one in three."""
    caution: Definition | None = None
    """How not to read it: a doubt about scope, time or who is meant.
    For example: Residents who chose to answer, not a sample of all."""
    date: dt.date | None = None
    """When what it states took place, or was so. For example: 2026-01-15"""
    marking: str = ""
    """Who may see it: the highest marking among its passages. For example: TLP:GREEN"""
    waive: dict[str, str] = {}
    """Rules that do not apply here, each with the reason.
    For example: {long-quote: The law is quoted in full.}"""
