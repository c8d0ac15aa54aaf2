"""`evidence.lock`: which quotes were found in which text, where, and on which day. It holds no word of the sources.

A line a quote, sorted, so that two people's changes seldom meet:

    [sources]
    article = { sha256 = "a007…", verified = 2022-10-28 }

    [quotes]
    team-agreed.1 = { source = "article", at = [[0, 47]], sha256 = "91c4…" }

`at` counts the characters of the text, from 0; `sha256` is of the quote in its normal form. A quote is named by its
fact and its number there.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.evidence.location import Selector
from briefgen.evidence.normalise import normalise
from briefgen.evidence.text import sha256
from briefgen.world import World

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


def read_lock(world: World, folder: Path) -> tuple[Lock | None, list[Diagnostic]]:
    """The lock of a scenario's folder; None where it has none, or a damaged one."""
    source = world.read(folder / FILE, awaited=False)
    if isinstance(source, Diagnostic):
        return None, [] if source.code == "missing-file" else [source]
    lock = parse(source.text)
    if lock is None:
        hint = "Take it from version control, or write it anew with `briefgen lock`."
        return None, [error("bad-lock", f"{source.name} is damaged.", file=source.name, hint=hint)]
    return lock, []


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
