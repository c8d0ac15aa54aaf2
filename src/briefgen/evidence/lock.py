"""`evidence.lock`: which quotes were found in which text, where, and on which day. It holds no word of a source."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.evidence.text import normalise, sha256
from briefgen.io.filesystem import World
from briefgen.model.scenario import Scenario


class Place(msgspec.Struct, frozen=True):
    """A passage of a text. Offsets count characters of the text as it is."""

    parts: tuple[tuple[int, int], ...]
    """Start and end of the passage; of each part, where the quote has several."""
    where: str
    """Its page, `12`, or its line, `line 4`."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1][1]


class Selector(msgspec.Struct, frozen=True):
    """Identifies a passage (W3C Web Annotation, TextQuoteSelector)."""

    quote: str
    prefix: str = ""
    suffix: str = ""


class Found(msgspec.Struct, frozen=True):
    """The one passage that the quote is."""

    place: Place


class Ambiguous(msgspec.Struct, frozen=True):
    """Several passages."""

    places: tuple[tuple[Place, Selector], ...]
    """The first of them, each with what would single it out; the selector has no prefix and no suffix where nothing
    does within a few words."""
    count: int


class TooShort(msgspec.Struct, frozen=True):
    """Too little to support a statement."""


class InHeading(msgspec.Struct, frozen=True):
    """Words that are in a heading only; headings are no evidence."""

    place: Place


class Misplaced(msgspec.Struct, frozen=True):
    """The words are there, but not after the prefix, or not before the suffix, that are given."""

    places: tuple[tuple[Place, Selector], ...]


class PartsTooFarApart(msgspec.Struct, frozen=True):
    """The parts are there, but in another order, or too far apart to be one passage."""

    wheres: tuple[str, ...]
    """Where the first place of each part is."""


class Change(msgspec.Struct, frozen=True):
    """Words of the quote, and what the source has in their place; one of them may be empty."""

    quote: str
    source: str
    span: tuple[int, int]
    """Where these words are in the quote; where it leaves words out, the words before and after the gap."""


class Altered(msgspec.Struct, frozen=True):
    """Nearly a passage."""

    corrected: str
    """The passage word for word."""
    changes: tuple[Change, ...]
    where: str


class Absent(msgspec.Struct, frozen=True):
    """Nothing like it."""


Location: TypeAlias = Found | Ambiguous | TooShort | InHeading | Misplaced | PartsTooFarApart | Altered | Absent


# `evidence.lock`: which quotes were found in which text, where, and on which day. It holds no word of the
# sources.
#
# A line a quote, sorted, so that two people's changes seldom meet:
#
# [sources] article = { sha256 = "a007…", verified = 2022-10-28 }
#
# [quotes] team-agreed.1 = { source = "article", at = [[0, 47]], sha256 = "91c4…" }
#
# `at` counts the characters of the text, from 0; `sha256` is of the quote in its normal form. A quote is named
# by its fact and its number there.

FILE = "evidence.lock"
HEAD = """\
# Written by `briefgen lock`: where each quote stands in the text of its source. It holds no word of the sources.
version = 1
"""


class LockedSource(msgspec.Struct, frozen=True):
    """A text in which quotes were found."""

    sha256: str
    verified: dt.date


class LockedQuote(msgspec.Struct, frozen=True):
    """A quote, and where it was found."""

    source: str
    at: tuple[tuple[int, int], ...]
    sha256: str


QuoteKey = tuple[str, int]
"""Id of the fact, and which of its passages, from 1."""


class Lock(msgspec.Struct, frozen=True):
    """What was verified."""

    sources: dict[str, LockedSource] = {}
    quotes: dict[QuoteKey, LockedQuote] = {}


def quote_hash(selector: Selector) -> str:
    """The hash of a quote in its normal form; words around it that narrow it down are part of it."""
    parts = [normalise(part).text.strip() for part in (selector.prefix, selector.quote, selector.suffix)]
    return sha256("\n".join(parts) if parts[0] or parts[2] else parts[1])


def dump(lock: Lock) -> str:
    """The lock as TOML."""
    lines = [HEAD, "[sources]"]
    for name, source in sorted(lock.sources.items()):
        lines.append(f'{name} = {{ sha256 = "{source.sha256}", verified = {source.verified.isoformat()} }}')
    lines += ["", "[quotes]"]
    for (fact, number), quote in sorted(lock.quotes.items()):
        at = ", ".join(f"[{start}, {end}]" for start, end in quote.at)
        lines.append(f'{fact}.{number} = {{ source = "{quote.source}", at = [{at}], sha256 = "{quote.sha256}" }}')
    return "\n".join(lines) + "\n"


def read_lock(report: Report, world: World, folder: Path) -> Lock | None:
    """The lock of a scenario's folder; None if it has none, or a damaged one."""
    source = world.read(folder / FILE, expected=False)
    if isinstance(source, Diagnostic):
        report.extend([] if source.code == "missing-file" else [source])
        return None
    lock = parse(source.text)
    if lock is None:
        hint = "Take it from version control, or write it anew with `briefgen lock`."
        report.add(error("bad-lock", f"{source.name} is damaged.", file=source.name, hint=hint))
    return lock


def parse(text: str) -> Lock | None:
    """The lock that `dump` wrote, or None."""
    try:
        table = tomllib.loads(text)
        if table.get("version") != 1:
            return None
        sources = msgspec.convert(table.get("sources", {}), dict[str, LockedSource])
        quotes = msgspec.convert(table.get("quotes", {}), dict[str, dict[str, LockedQuote]])
        return Lock(sources, _by_key(quotes))
    except (ValueError, RecursionError):  # msgspec.ValidationError and tomllib.TOMLDecodeError are ValueErrors
        return None


def _by_key(quotes: Mapping[str, Mapping[str, LockedQuote]]) -> dict[QuoteKey, LockedQuote]:
    return {(fact, int(number)): quote for fact, each in quotes.items() for number, quote in each.items()}


# The quotes of a scenario, by the source that they come from.


class Quoted(msgspec.Struct, frozen=True):
    """One quote of a scenario."""

    key: QuoteKey
    selector: Selector
    pages: dict[str, str]
    """Where a reader finds it, as its author says, by language; empty where it is not given."""

    @property
    def path(self) -> str:
        """Of the quote."""
        return f"facts.{self.key[0]}.evidence.{self.key[1]}.quote"


def quotes_by_source(scenario: Scenario) -> dict[str, list[Quoted]]:
    """The quotes of each registered source that has some, in the order of the register."""
    out: dict[str, list[Quoted]] = {source.id: [] for source in scenario.sources}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            if evidence.source in out:
                selector = Selector(evidence.quote, evidence.prefix, evidence.suffix)
                pages = evidence.page.texts if evidence.page else {}
                out[evidence.source].append(Quoted((fact.id, number), selector, pages))
    return {source: quotes for source, quotes in out.items() if quotes}
