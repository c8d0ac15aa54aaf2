"""Facts: statements that a source supports."""

import datetime as dt

import msgspec

from briefgen.scenario.model.kinds import Definition, Factual, Id, SourceRef, Words


class Evidence(msgspec.Struct, frozen=True):
    """A link from a statement to a passage (W3C Web Annotation, TextQuoteSelector)."""

    source: SourceRef
    quote: str
    """The shortest passage that carries the statement, word for word; `[…]` joins two parts."""
    prefix: str = ""
    """Words before the quote, where the quote alone stands more than once."""
    suffix: str = ""
    """Words after it."""
    page: str = ""
    """Where a reader finds it: `12`, `par. 3`, `line 4`."""


class Fact(msgspec.Struct, frozen=True):
    """One statement that a source supports, with the passages and who is said to have said it."""

    id: Id
    statement: Factual
    evidence: tuple[Evidence, ...]
    attributed_to: Words | None = None
    """Who says so, in the source: a speaker or a medium that it names."""
    computed: Definition | None = None
    """How a figure is worked out from the passages, where none of them has it."""
    caution: Definition | None = None
    """How not to read it: a doubt about scope, time or who is meant."""
    date: dt.date | None = None
    """When what it states took place, or was so."""
    marking: str = ""
    waive: dict[str, str] = {}
    """Rules that do not apply here: code → reason."""
