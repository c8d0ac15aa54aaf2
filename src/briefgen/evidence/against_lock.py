"""The quotes of a source whose text is not at hand, against what was verified before."""

import datetime as dt

from briefgen.diagnostic import Finding, Severity
from briefgen.evidence.locate import too_short
from briefgen.evidence.lock import Lock, LockedQuote, QuoteKey, quote_hash
from briefgen.evidence.quotes import Quoted
from briefgen.evidence.telling import short
from briefgen.scenario.model import Source


def against_lock(
    source: Source, quotes: list[Quoted], lock: Lock | None, required: bool
) -> tuple[list[Finding], dt.date | None, dict[QuoteKey, dt.date]]:
    """What differs from the lock, the day on which the quotes were verified if none does, and the quotes that do not
    differ with that day."""
    brief = [each for each in quotes if too_short(each.selector.quote)]
    findings = [short(each.path) for each in brief]
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
    """What the lock has of a quote: the same words under any number of the fact, else what stands under its number and
    is no other quote of today."""
    fact = quote.key[0]
    of_fact = {key: each for key, each in lock.quotes.items() if key[0] == fact}
    wanted = quote_hash(quote.selector)
    for each in of_fact.values():
        if each.sha256 == wanted:
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
        _text_cure(source.file),
        severity=severity,
        presumes=("facts",),
    )


def _text_cure(file: str) -> str:
    """What to do where the text of a source is not found."""
    folder, _, name = file.replace("\\", "/").rpartition("/")
    if folder and name:
        return f"Write `file: {name}`: it is looked for below `texts/`, and in folders named with `--texts DIR`."
    if name.endswith((".pdf", ".docx", ".html", ".htm")):
        return f"Take its text out with `briefgen source add {name}`, and name the file that it writes."
    return "Put it under `texts/`, or name its folder with `--texts DIR`."


def _count(quotes: list[Quoted]) -> str:
    return f"{len(quotes)} quotes" if len(quotes) != 1 else "one quote"
