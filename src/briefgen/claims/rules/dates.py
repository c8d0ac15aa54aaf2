"""A date of a claim is one that its passages give, and is absolute."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefgen.claims.claim import Claim
from briefgen.claims.dates import Date, resolves, year_parts
from briefgen.claims.phrases import Cue, blanked
from briefgen.claims.rules.finding import at, grounds, standing
from briefgen.claims.text import folded, opened
from briefgen.core.codes import Code, rule
from briefgen.core.dates import PartialDate
from briefgen.core.diagnostic import Finding

DATE_NOT_IN_PASSAGE = Code(
    "date-not-in-passage",
    "warning",
    """
    A claim with a date that is not in its evidence.

    A statement, or a sentence that cites facts, has a year, month, day or weekday that is in none of the quotes.
    Neither the `date:` of the fact nor the date of the source explains it.

    ## Why it matters

    People read a brief for its deadlines. A date that is not in the passage cannot be checked.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: In May 2024 the last bus left the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```

    ## How to fix it

    Correct the date, or quote the words that give it. If you know the date from elsewhere (the day of a meeting, from
    its minutes), add it to the fact: `date: 2026-01-31`. If you only know the month or the year, say how in the same
    fact: `waive: {date-not-in-passage: "The minutes of the council give the year."}`.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```
    """,
)


@rule(DATE_NOT_IN_PASSAGE)
def check_dates(claim: Claim) -> Iterator[Finding]:
    """The dates of a claim are in its evidence."""
    mine = [date for date in claim.dates if date.year or date.month or date.weekday]
    if not mine or claim.computed:
        return
    theirs = [date for passage in claim.passages for date in passage.dates]
    numbers = {value for passage in claim.passages for each in passage.quantities for value in each.values}
    for date in mine:
        if date.day == 1 and _before(date, claim):
            date = replace(date, day=None)  # “before 1 June” is before June
        if _given(date, theirs) or _anchored(date, theirs, claim):
            continue
        if date.year and not date.month and not date.season and float(date.year) in numbers:
            continue
        if _year_before(date, theirs, claim) or _eve(date, theirs, claim) or _in_part(date, claim):
            continue
        if date.weekday and not date.month and not any(other.weekday for other in theirs):
            continue  # a relative date, which another rule looks at
        yield at(
            claim, DATE_NOT_IN_PASSAGE, date.start, date.end,
            f"“{claim.text[date.start:date.end]}” is not in {grounds(claim)}.",
            standing(_told(claim), claim)
            + _elsewhere(date),
        )  # fmt: skip


def _elsewhere(date: Date) -> str:
    """What to do about a date that no passage gives."""
    waive = '`waive: {date-not-in-passage: "how you know it"}` to the same item'
    if date.year and date.month and date.day:
        given = f"{date.year:04}-{date.month:02}-{date.day:02}"
        return (
            f"Quote the words that give it. If you know it from elsewhere, add `date: {given}` to the fact, or {waive}."
        )
    return f"Quote the words that give it. If you know it from elsewhere, add {waive}."


def _before(date: Date, claim: Claim) -> bool:
    """Whether a claim speaks of what comes before a date."""
    words, _ = claim.lexicon.denials.contrasts["before-after"]
    return words.within(folded(claim.text[max(0, date.start - _NEAR) : date.start]))


_NEAR = 16
"""Letters before a date in which a “before” stands."""


def _in_part(date: Date, claim: Claim) -> bool:
    """“January” or “March 2024”, for the first quarter of 2024."""
    if not date.month or date.day:
        return False
    return any(
        date.month in (part.first, part.last) and date.year in (None, part.year)
        for passage in claim.passages
        if passage.lexicon
        for part in year_parts(passage.text, passage.lexicon)
    )


def _year_before(date: Date, theirs: list[Date], claim: Claim) -> bool:
    """“2021”, where the passage says “the year before” beside 2022."""
    if not date.year or date.month:
        return False
    near = {other.year + step for step in (-1, 1) for other in theirs if other.year}
    return date.year in near and any(
        passage.lexicon.dates.other_years.within(folded(passage.text)) for passage in claim.passages if passage.lexicon
    )


def _eve(date: Date, theirs: list[Date], claim: Claim) -> bool:
    """“Before April”, where the passage says “until 31 March”; and the other way round."""
    if not date.month:
        return any(other.part == "late" and other.year and other.year + 1 == date.year for other in theirs)
    for other in theirs:
        if not other.month or (date.year and other.year and date.year != other.year):
            continue
        if _touch(date, other) if date.day else _touch(other, date):
            return True
    return False


def _touch(first: Date, second: Date) -> bool:
    """Whether the second begins with the day after the first, or ends with the day before it."""
    if not first.month or not second.month or not first.day:
        return False
    step = (second.month - first.month) % 12
    if first.day >= 28 and step == 1 and (second.day or 1) == 1:
        return True
    return first.day == 1 and step == 11 and not second.day


def _given(date: Date, theirs: Iterable[Date]) -> bool:
    return any(not _conflict(date, other) and not _missing(date, other) for other in theirs)


def _anchored(date: Date, theirs: list[Date], claim: Claim) -> bool:
    """Whether what the passages leave open is said by the date of the fact, of its source, or of the decision."""
    days: list[dt.date | PartialDate | None] = [ground.fact.date for ground in claim.grounds]
    days += [source.date for ground in claim.grounds for source in ground.sources]
    if not claim.factual:
        days += claim.days
    same_month = [other for other in theirs if date.part and date.month and other.month == date.month]
    left_open = not any(_conflict(date, other) for other in same_month)
    if left_open and any(resolves(date, day) and not date.weekday for day in days):
        return True
    years = {day.year for day in (*days, claim.as_of) if day}
    return any(
        not _conflict(date, other)
        and _missing(date, other) <= {"year"}
        and bool(date.month or not other.month)
        and (date.year in years or not years)
        for other in theirs
    )


def _conflict(date: Date, other: Date) -> bool:
    """Whether two dates cannot be one."""
    if date.decade and not other.decade and date.year and other.year:
        return not date.year <= other.year < date.year + 10 or (date.part == "early" and other.year % 10 > 4)
    pairs = [(date.year, other.year)]
    if not date.swapped and not other.swapped:
        pairs += [(date.month, other.month), (date.day, other.day), (date.weekday, other.weekday)]
        pairs += [(date.season, other.season)]
    if any(mine is not None and its is not None and mine != its for mine, its in pairs):
        return True
    if date.decade != other.decade and date.month is None and other.month is None:
        return True
    mine, its = _part(date), _part(other)
    return bool(mine and its and mine != its and not (date.day and other.day))


def _part(date: Date) -> str:
    """In which part of its month a date lies."""
    if date.part or not date.day:
        return date.part
    return "early" if date.day <= 10 else "middle" if date.day <= 20 else "late"


def _missing(date: Date, other: Date) -> set[str]:
    """What the claim says and the passage does not."""
    parts = ("year", "month", "day", "weekday")
    given = {"day"} if other.part == "late" and date.day and date.day >= 28 else set()  # “the end of March”
    if other.part == "late" and not other.month and date.month == _LAST_MONTH and (date.day or 31) >= 28:
        given = {"month", "day"}  # “the end of the year”
    if date.year and date.month and date.day and date.weekday:
        try:
            if dt.date(date.year, date.month, date.day).isoweekday() == date.weekday:
                given.add("weekday")  # which day it was is no news
        except ValueError:
            pass
    return {part for part in parts if getattr(date, part) is not None and getattr(other, part) is None} - given


_LAST_MONTH = 12


def _told(claim: Claim) -> list[str]:
    return [passage.text[date.start : date.end] for passage in claim.passages for date in passage.dates]


# “This month” means nothing to a reader who does not know when it was written.


RELATIVE_DATE = Code(
    "relative-date",
    "warning",
    """
    A date that depends on the day it was written, such as “yesterday”.

    A statement counts from the day on which it, or its source, was written: `last week`, `in two years`, `on Thursday`.

    ## Why it matters

    A brief is read weeks later, and its source may be older still.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10 since last month.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```

    ## How to fix it

    Write the date itself. Or give the fact a `date:`; such words then count from that date, and the brief can print it.

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - source: survey
            quote: "the last bus leaves the station at 23:10"
    ```
    """,
)


@rule(RELATIVE_DATE)
def check_relative_dates(claim: Claim) -> Iterator[Finding]:
    """A statement does not count from the day on which it was written."""
    if not claim.factual or any(ground.fact.date for ground in claim.grounds):
        return
    counted = any(date.year or (date.month and date.day) for date in claim.dates)
    for start, end in sorted(_moving(claim) if counted else _relative(claim)):
        if not opened(claim.text, start):
            yield at(
                claim, RELATIVE_DATE, start, end,
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
