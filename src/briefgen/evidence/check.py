"""All quotes of a scenario against the texts of their sources; where a text is not at hand, against the lock."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.diagnostic import Finding
from briefgen.evidence.against_lock import against_lock
from briefgen.evidence.against_text import against_text
from briefgen.evidence.locate import locate
from briefgen.evidence.location import Found, Place
from briefgen.evidence.lock import Lock, QuoteKey
from briefgen.evidence.quotes import quotes_by_source
from briefgen.evidence.texts import Text
from briefgen.scenario.model import Scenario

State: TypeAlias = Literal["verified", "as-locked", "unverified"]


class Standing(msgspec.Struct, frozen=True):
    """How far the quotes of a source are verified, for the reader of a brief."""

    state: State
    """`as-locked`: the text is not present; the quotes are those that were verified on the day."""
    day: dt.date | None = None
    quotes: int = 0
    """How many there are of it."""
    unverified: int = 0
    """How many of these neither stand in its text nor are as locked."""


class Checked(msgspec.Struct, frozen=True):
    """What came of a verification."""

    findings: tuple[Finding, ...]
    places: dict[QuoteKey, Place]
    """Of the quotes that were found in a text."""
    locked: dict[QuoteKey, dt.date]
    """Of those whose text is not present and that are as they were verified: the day of that."""
    standings: dict[str, Standing]
    """Of each source that is quoted."""
    read: frozenset[str]
    """The sources whose text is at hand."""


def check_quotes(
    scenario: Scenario, texts: Mapping[str, Text], lock: Lock | None = None, require_texts: bool = False
) -> Checked:
    """Verifies every quote as far as it can be."""
    findings: list[Finding] = []
    places: dict[QuoteKey, Place] = {}
    locked: dict[QuoteKey, dt.date] = {}
    standings: dict[str, Standing] = {}
    sources = {source.id: source for source in scenario.sources}
    for name, quotes in quotes_by_source(scenario).items():
        source = sources[name]
        if text := texts.get(name):
            located = {each.key: locate(each.selector, text.text, source.headings) for each in quotes}
            found = {key: one.place for key, one in located.items() if isinstance(one, Found)}
            findings += against_text(source, quotes, located, text, lock)
            places |= found
            state: State = "verified" if len(found) == len(quotes) else "unverified"
            standings[name] = Standing(state, None, len(quotes), len(quotes) - len(found))
        else:
            told, day, as_before = against_lock(source, quotes, lock, require_texts)
            findings += told
            locked |= as_before
            open_ = len(quotes) - len(as_before)
            standings[name] = Standing("as-locked" if day else "unverified", day, len(quotes), open_)
    return Checked(tuple(findings), places, locked, standings, frozenset(texts))
