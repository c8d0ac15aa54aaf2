"""The quotes of a source against its text."""

from collections.abc import Iterator, Mapping

from briefgen.diagnostic import Finding
from briefgen.evidence.against_lock import differs, locked_quote
from briefgen.evidence.locate import heading_spans
from briefgen.evidence.location import Found, Location
from briefgen.evidence.lock import Lock, QuoteKey
from briefgen.evidence.page_given import pages_given
from briefgen.evidence.quotes import Quoted
from briefgen.evidence.telling import tell
from briefgen.evidence.text import SourceText
from briefgen.evidence.texts import Text
from briefgen.scenario.model import Source

MOST_QUOTED = 3
"""More than one part in three of a text that may not be passed on is more than a quotation."""


def against_text(
    source: Source, quotes: list[Quoted], located: Mapping[QuoteKey, Location], text: Text, lock: Lock | None
) -> Iterator[Finding]:
    """What is wrong with the quotes, and with the text itself."""
    for each in quotes:
        finding = tell(located[each.key], each.selector, each.path, source.id)
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
    told = [f"{_of(moved)} moved"] if moved else []
    told += [f"{_of(vanished)} no longer found"] if vanished else []
    return Finding(
        "text-changed",
        f"sources.{source.id}.sha256",
        f"The text of `{source.id}` ({text.file.name}) is not the one registered: "
        f"{', '.join(told) or 'all quotes still stand in it'}.",
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
