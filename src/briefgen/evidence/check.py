"""All quotes of a scenario against the texts of their sources, or against the lock where a text is not available."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.diagnostic import Finding, Severity
from briefgen.evidence.locate import heading_spans, locate, too_short
from briefgen.evidence.lock import (
    Found,
    Location,
    Lock,
    LockedQuote,
    Place,
    Quoted,
    QuoteKey,
    quote_hash,
    quotes_by_source,
)
from briefgen.evidence.report import quote_finding, short_quote
from briefgen.evidence.text import SourceText
from briefgen.evidence.texts import Text
from briefgen.model.evidence import Source
from briefgen.model.scenario import Scenario

State: TypeAlias = Literal["verified", "as-locked", "unverified"]


class SourceStatus(msgspec.Struct, frozen=True):
    """How far the quotes of a source are verified, for the reader of a brief."""

    state: State
    """`as-locked`: the text is not present; the quotes are those that were verified on the day."""
    day: dt.date | None = None
    quotes: int = 0
    """How many there are of it."""
    unverified: int = 0
    """How many of these neither are in its text nor are as locked."""


class Checked(msgspec.Struct, frozen=True):
    """What came of a verification."""

    findings: tuple[Finding, ...]
    places: dict[QuoteKey, Place]
    """Of the quotes that were found in a text."""
    locked: dict[QuoteKey, dt.date]
    """Of those whose text is not present and that are as they were verified: the day of that."""
    statuses: dict[str, SourceStatus]
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
    statuses: dict[str, SourceStatus] = {}
    sources = {source.id: source for source in scenario.sources}
    for name, quotes in quotes_by_source(scenario).items():
        source = sources[name]
        if text := texts.get(name):
            located = {each.key: locate(each.selector, text.text, source.headings) for each in quotes}
            found = {key: one.place for key, one in located.items() if isinstance(one, Found)}
            findings += against_text(source, quotes, located, text, lock)
            places |= found
            state: State = "verified" if len(found) == len(quotes) else "unverified"
            statuses[name] = SourceStatus(state, None, len(quotes), len(quotes) - len(found))
        else:
            new_findings, day, as_before = against_lock(source, quotes, lock, require_texts)
            findings += new_findings
            locked |= as_before
            open_ = len(quotes) - len(as_before)
            statuses[name] = SourceStatus("as-locked" if day else "unverified", day, len(quotes), open_)
    return Checked(tuple(findings), places, locked, statuses, frozenset(texts))


# The quotes of a source against its text.

MOST_QUOTED = 3
"""More than one part in three of a text that may not be passed on is more than a quotation."""


def against_text(
    source: Source, quotes: list[Quoted], located: Mapping[QuoteKey, Location], text: Text, lock: Lock | None
) -> Iterator[Finding]:
    """What is wrong with the quotes, and with the text itself."""
    for each in quotes:
        finding = quote_finding(located[each.key], each.selector, each.path, source.id)
        if finding:
            yield finding
    if text.registered:
        yield from pages_given(source.id, quotes, located, text.text)
    yield from _headings(source, text.text)
    locked = lock.sources.get(source.id) if lock else None
    if not text.registered or (locked and not source.sha256 and locked.sha256 != text.text.sha256):
        yield _changed(source, quotes, located, text.text, lock)
    elif lock:
        yield from _outdated(source, quotes, located, lock)
    if source.redistribution == "quotes-only":
        yield from _too_much(source, located, text.text)


def _changed(
    source: Source, quotes: list[Quoted], located: Mapping[QuoteKey, Location], text: SourceText, lock: Lock | None
) -> Finding:
    """A text that is not the one registered. Which quotes moved is known where there is a lock."""
    vanished = [each.key[0] for each in quotes if not isinstance(located[each.key], Found)]
    moved = []
    for each in quotes:
        before = locked_quote(each, quotes, lock) if lock else None
        one = located[each.key]
        if before and isinstance(one, Found) and one.place.parts != before.at:
            moved.append(each.key[0])
    new_findings = [f"{_of(moved)} moved"] if moved else []
    new_findings += [f"{_of(vanished)} no longer found"] if vanished else []
    return Finding(
        "text-changed",
        f"sources.{source.id}.sha256",
        f"The text of `{source.id}` ({text.file.name}) is not the one registered: "
        f"{', '.join(new_findings) or 'all quotes still stand in it'}.",
        f"If the new text is meant, write sha256: {text.sha256} and run `briefgen lock`.",
        severity="warning",
    )


def _outdated(
    source: Source, quotes: list[Quoted], located: Mapping[QuoteKey, Location], lock: Lock
) -> Iterator[Finding]:
    found = [each for each in quotes if isinstance(located[each.key], Found)]
    stale = [each for each in found if not (one := locked_quote(each, quotes, lock)) or differs(each, source.id, one)]
    if stale:
        yield Finding(
            "lock-outdated",
            stale[0].path,
            f"`evidence.lock` does not yet have {_of([each.key[0] for each in stale])} from `{source.id}`.",
            "Run `briefgen lock`, so that they can be relied on where the text is not at hand.",
            severity="warning",
        )


def _too_much(source: Source, located: Mapping[QuoteKey, Location], text: SourceText) -> Iterator[Finding]:
    quoted = _union(span for one in located.values() if isinstance(one, Found) for span in one.place.parts)
    whole = len(text.text.strip())
    if quoted * MOST_QUOTED > whole:
        yield Finding(
            "too-much-quoted",
            f"sources.{source.id}.redistribution",
            f"The quotes are {quoted * 100 // whole} percent of the text of `{source.id}`, of which only quotes may be "
            "passed on.",
            "Quote only the words that carry each statement.",
            severity="info",  # a short text is soon quoted to a third, and nothing can be waived for a source
            presumes=(f"sources.{source.id}.redistribution",),
        )


def _headings(source: Source, text: SourceText) -> Iterator[Finding]:
    for number, heading in enumerate(source.headings, 1):
        if not heading_spans([heading], text):
            yield Finding(
                "heading-absent",
                f"sources.{source.id}.headings.{number}",
                f"No line of the text of `{source.id}` is “{heading}”.",
                "Copy the line word for word, or take it out.",
                severity="warning",
            )


def _union(spans: Iterator[tuple[int, int]]) -> int:
    """How many characters some stretches cover together."""
    covered = reached = 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def _of(facts: list[str]) -> str:
    """“2 quotes (a, b)”."""
    names = list(dict.fromkeys(facts))
    shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
    return f"{len(facts)} quote{'s' if len(facts) != 1 else ''} ({shown})"


# The quotes of a source whose text is not at hand, against what was verified before.


def against_lock(
    source: Source, quotes: list[Quoted], lock: Lock | None, required: bool
) -> tuple[list[Finding], dt.date | None, dict[QuoteKey, dt.date]]:
    """What differs from the lock, the day on which the quotes were verified if none does, and the quotes that do not
    differ with that day."""
    brief = [each for each in quotes if too_short(each.selector.quote)]
    findings = [short_quote(each.path) for each in brief]
    locked = lock.sources.get(source.id) if lock else None
    if lock is None or locked is None:
        return [*findings, _missing(source, f"{_count(quotes)} cannot be verified", required)], None, {}
    day = locked.verified
    as_before: dict[QuoteKey, dt.date] = {}
    compared = [(each, _compared(each, quotes, source, lock, day)) for each in quotes]
    if source.sha256 and source.sha256.lower() != locked.sha256:
        findings.append(_other_text(source, day))
    else:
        as_before = {each.key: day for each, finding in compared if finding is None and each not in brief}
    findings += [finding for _, finding in compared if finding]
    as_locked = not findings
    findings.append(_missing(source, f"{_count(quotes)} were verified on {day.isoformat()}", required))
    return findings, day if as_locked else None, as_before


def locked_quote(quote: Quoted, quotes: list[Quoted], lock: Lock) -> LockedQuote | None:
    """What the lock has of a quote: the same words under any number of the fact, else what is under its number and
    is no other quote of today."""
    fact = quote.key[0]
    of_fact = {key: each for key, each in lock.quotes.items() if key[0] == fact}
    digest = quote_hash(quote.selector)
    for each in of_fact.values():
        if each.sha256 == digest:
            return each
    before = of_fact.get(quote.key)
    others = {quote_hash(each.selector) for each in quotes if each.key[0] == fact}
    return before if before and before.sha256 not in others else None


def differs(quote: Quoted, source: str, locked: LockedQuote) -> bool:
    """Whether a quote is another one than that of the lock."""
    return locked.sha256 != quote_hash(quote.selector) or locked.source != source


def _compared(quote: Quoted, quotes: list[Quoted], source: Source, lock: Lock, day: dt.date) -> Finding | None:
    locked = locked_quote(quote, quotes, lock)
    if locked is None:
        return Finding(
            "quote-not-verified",
            quote.path,
            "This quote was never verified, and the text of its source is not here.",
            "Run `briefgen lock` where the text is at hand.",
            severity="warning",
        )
    if differs(quote, source.id, locked):
        return Finding(
            "quote-not-as-locked",
            quote.path,
            f"This quote is not the one that was verified on {day.isoformat()}.",
            "Put it back as it was, or run `briefgen lock` where the text of its source is at hand.",
        )
    return None


def _other_text(source: Source, day: dt.date) -> Finding:
    return Finding(
        "text-changed",
        f"sources.{source.id}.sha256",
        f"The quotes of `{source.id}` were verified on {day.isoformat()} in another text than the one registered here.",
        "Run `briefgen lock` where the text is at hand.",
        severity="warning",
    )


def _missing(source: Source, state: str, required: bool) -> Finding:
    severity: Severity = "error" if required else "info"
    place = "file" if source.file else "id"
    return Finding(
        "text-missing",
        f"sources.{source.id}.{place}",
        f"The text of `{source.id}` is not here; its {state}.",
        _text_hint(source.file),
        severity=severity,
        presumes=("facts",),
    )


def _text_hint(file: str) -> str:
    """What to do where the text of a source is not found."""
    folder, _, name = file.replace("\\", "/").rpartition("/")
    if folder and name:
        return f"Write `file: {name}`: it is looked for below `texts/`, and in folders named with `--texts DIR`."
    if name.endswith((".pdf", ".docx", ".html", ".htm")):
        return f"Take its text out with `briefgen source add {name}`, and name the file that it writes."
    return "Put it under `texts/`, or name its folder with `--texts DIR`."


def _count(quotes: list[Quoted]) -> str:
    return f"{len(quotes)} quotes" if len(quotes) != 1 else "one quote"


# The page that an author gives for a passage, against the page on which it is in the text.

_NUMBERS = r"\s*+(?P<first>\d{1,6})(?:\s*+[-–—]\s*+(?P<last>\d{1,6}))?"
_PAGES = re.compile(rf"(?P<word>(?:pp?|S)\.|pages?|Seiten?)?{_NUMBERS}", re.IGNORECASE)
_LINES = re.compile(rf"(?P<word>lines?|lignes?|Zeilen?)\b{_NUMBERS}", re.IGNORECASE)


class _Given(msgspec.Struct, frozen=True):
    """A page or line as given, and where the passage is."""

    path: str
    word: str
    """What is before the number: `line`, `ligne`."""
    first: int
    last: int
    begins: int
    ends: int

    @property
    def agrees(self) -> bool:
        return self.first <= self.ends and self.begins <= self.last


def pages_given(
    source: str, quotes: Sequence[Quoted], located: Mapping[QuoteKey, Location], text: SourceText
) -> Iterator[Finding]:
    """Pages that are not those of their passages; of a text without pages, lines. Only plain numbers are compared:
    “par. 3” and “Annex, 12” name a place that the text does not know."""
    paged = text.page(0) > 0
    given = [
        each
        for quoted in quotes
        if isinstance(found := located[quoted.key], Found)
        for each in _given(quoted, found.place, text, paged)
    ]
    if paged and _printed_otherwise(given):
        return
    for each in given:
        if not each.agrees:
            where = f"page {each.begins}" if paged else f"line {each.begins}"
            value = str(each.begins) if paged else f"{each.word} {each.begins}"
            yield Finding(
                "page-not-of-passage",
                each.path,
                f"In the text of `{source}` this passage stands on {where}.",
                f'Write page: "{value}"; or, if that page bears another number in print, `printed {each.first}`.'
                if paged
                else f"Write page: {value}",
                severity="warning",
            )


def _given(quoted: Quoted, place: Place, text: SourceText, paged: bool) -> Iterator[_Given]:
    """One for each language in which it is given."""
    count = text.page if paged else text.line
    for lang, words in quoted.pages.items():
        plain = words.strip()
        if written := _PAGES.fullmatch(plain) if paged else _LINES.fullmatch(plain):
            first = int(written["first"])
            yield _Given(
                f"{quoted.path.removesuffix('quote')}page.{lang}",
                written["word"] or "",
                first,
                int(written["last"] or first),
                count(place.start),
                count(place.end),
            )


def _printed_otherwise(given: Sequence[_Given]) -> bool:
    """Whether all numbers are off by the same: then they are those printed on the pages, and right."""
    return len({each.begins for each in given}) > 1 and len({each.first - each.begins for each in given}) == 1


# The text around a quote: who speaks there, and whom “they” means.

BEFORE, AFTER = 600, 240
"""Characters; about four sentences before, and one or two after."""


def around(
    scenario: Scenario, places: Mapping[QuoteKey, Place], texts: Mapping[str, Text]
) -> dict[QuoteKey, tuple[str, str, str, str]]:
    """The text before, in and after each quote that was found, to whole words, and the head of the text."""
    out: dict[QuoteKey, tuple[str, str, str, str]] = {}
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            place, text = places.get((fact.id, number)), texts.get(evidence.source)
            if place and text:
                words = text.text.text
                start, end = place.start, place.end
                out[fact.id, number] = (
                    words[_start(words, start) : start],
                    words[start:end],
                    words[end : _end(words, end)],
                    _head(words),
                )
    return out


_INTERVIEW = re.compile(r"(?:Interview with|Entretien avec|Entrevista (?:con|a))\b[^.]*", re.IGNORECASE)
"""Whom an interview is with speaks in all of it."""

LINE, LINES = 100, 5
"""Letters of a line that may head a text, and how many such lines are read."""


def _head(text: str) -> str:
    """The lines above the first sentence: a title, who writes, to whom."""
    head = []
    for line in text[: LINE * LINES].splitlines()[:LINES]:
        if opening := _INTERVIEW.match(line):
            head.append(opening[0])
            break
        if len(line) > LINE or line.rstrip().endswith("."):
            break
        head.append(line)
    return "\n".join(head)


def _start(text: str, at: int) -> int:
    start = max(0, at - BEFORE)
    if start == 0:
        return 0
    space = text.find(" ", start, at)
    return space + 1 if space >= 0 else start


def _end(text: str, at: int) -> int:
    end = min(len(text), at + AFTER)
    if end == len(text):
        return end
    space = text.rfind(" ", at, end)
    return space if space >= 0 else end
