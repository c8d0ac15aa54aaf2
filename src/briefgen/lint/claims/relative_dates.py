"""“This month” means nothing to a reader who does not know when it was written."""

from collections.abc import Iterator

from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import Cue, blanked
from briefgen.agreement.folding import folded
from briefgen.agreement.quoted import opened
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `relative-date`."""
    if not claim.factual or any(ground.fact.date for ground in claim.grounds):
        return
    counted = any(date.year or (date.month and date.day) for date in claim.dates)
    for start, end in sorted(_moving(claim) if counted else _relative(claim)):
        if not opened(claim.text, start):
            yield at(
                claim, "relative-date", start, end,
                f"A reader cannot tell when “{claim.text[start:end]}” is.",
                "Write the date itself, or give the fact a `date:` from which it counts.",
            )  # fmt: skip


def _relative(claim: Claim) -> list[tuple[int, int]]:
    words = claim.lexicon.dates
    plain = folded(claim.text)
    found = [
        (cue.start, cue.end)
        for cue in words.relative.find(plain)
        if not _owned(plain, cue, claim)
        and not (cue.words.split()[0] in words.weekdays and plain[: cue.start].split()[-1:] == [words.habitual])
        and not any(date.month and 0 <= date.start - cue.end <= _OF for date in claim.dates)
    ]
    found += [
        (date.start, date.end)
        for date in claim.dates
        if date.weekday
        and not date.month
        and not any(start <= date.start < end for start, end in found)
        and not plain[date.start : date.end].endswith("s")  # “on Mondays”
        and plain[: date.start].split()[-1:] != [claim.lexicon.dates.habitual]  # “le dimanche”
    ]
    if claim.as_of is None:
        found += [(cue.start, cue.end) for cue in words.passing.find(blanked(plain, claim.lexicon.reserves.so_far))]
    return found


def _moving(claim: Claim) -> list[tuple[int, int]]:
    """Those that no date beside them explains: “last month, against 7 in 2023”, “31 March of this year”."""
    words, plain = claim.lexicon.dates, folded(claim.text)
    found = [(cue.start, cue.end) for cue in words.moving.find(plain) if not _owned(plain, cue, claim)]
    days = [date for date in claim.dates if date.month and date.day and not date.year]
    if not days:
        return found
    out = [(start, end) for start, end in found if any(0 <= start - date.end <= _BEHIND for date in days)]
    for date in days:
        before, behind = plain[: date.start].split()[-1:], plain[date.end :].split()[:1]
        if words.moving_before.intersection(before) or words.moving_behind.intersection(behind):
            out.append((date.start, date.end))
    return out


_BEHIND = 6
"""Letters between a day and the “this year” that tells its year."""


def _owned(plain: str, cue: Cue, claim: Claim) -> bool:
    """Whether it is the last year of something: “in its last year”."""
    return bool(claim.lexicon.dates.owners.intersection(plain[: cue.start].split()[-1:]))


_OF = 4
"""Letters between “début du mois” and the month that it names."""
