"""The dates of a text, as precisely as they are given: a day without a year, a month, a weekday, part of a year."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from briefgen.claims.lexicon import Lexicon
from briefgen.claims.lexicon import lexicon as loaded
from briefgen.claims.numbers import Quantity
from briefgen.claims.phrases import Cues
from briefgen.claims.quantities import quantities
from briefgen.claims.text import FIRST_YEAR, LAST_YEAR, Line, is_year, line
from briefgen.core.dates import PartialDate

Part: TypeAlias = Literal["", "early", "middle", "late"]


class Date(msgspec.Struct, frozen=True):
    """A date where it stands; what it does not say is None. Offsets are those of the text."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """From Monday, 1."""
    season: int | None = None
    """From spring, 1."""
    part: Part = ""
    decade: bool = False
    """“the 1990s”."""
    swapped: bool = False
    """`03/05/2024` may be March or May."""


_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_NUMERIC = re.compile(r"\b([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\b")
_MONTH = re.compile(r"(?<![\d/])(0?[1-9]|1[0-2])/([0-9]{4})\b")
_YEARS = re.compile(r"\b(1[5-9][0-9]{2}|20[0-9]{2})\s?[-–/]\s?([0-9]{2}(?:[0-9]{2})?)\b")
_DECADE = re.compile(r"\b(1[5-9][0-9]0|20[0-9]0|[0-9]0)(s?)\b")


def dates(text: str, lexicon: Lexicon) -> tuple[Date, ...]:
    """The dates of a text, in order."""
    return _dates(text, lexicon.code)


def resolves(date: Date, given: dt.date | PartialDate | None) -> bool:
    """Whether a date is one that the text may mean; one that says no more than its month has no day."""
    if given is None:
        return False
    pairs = ((date.year, given.year), (date.month, given.month), (date.day, given.day))
    return all(mine is None or mine == its for mine, its in pairs)


@lru_cache(4096)
def _dates(text: str, code: str) -> tuple[Date, ...]:
    known = loaded(code)
    if known is None:
        return ()
    read = line(text, known)
    out = [*_in_digits(read.text, known), *_decades(read.text, known), *_years(read.text)]
    taken = {n for n, token in enumerate(read.tokens) if any(each.start <= token.start < each.end for each in out)}
    out += _months(read, taken)
    out += _seasons(read, taken)
    out += _years_and_weekdays(read, taken, out)
    return tuple(_with_years(read, sorted(out, key=lambda date: date.start)))


def _with_years(read: Line, found: list[Date]) -> Iterator[Date]:
    """The dates, with the year of the second for the first of “between 6 March and 19 May 2023”."""
    words = read.lexicon.dates
    for date, following in pairwise([*found, None]):
        if date and following and date.month and not date.year and following.month and following.year:
            link = read.text[date.end : following.start].split()
            if link and link[0] in words.spans and all(word in words.between for word in link[1:]):
                year = following.year - (date.month > following.month)
                date = replace(date, year=year)
        if date:
            yield date


def _in_digits(plain: str, lexicon: Lexicon) -> Iterator[Date]:
    for found in _ISO.finditer(plain):
        year, month, day = map(int, found.groups())
        yield Date(*found.span(), year, month, day)
    for found in _NUMERIC.finditer(plain):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        year += 0 if year > 99 else 2000
        if month > 12 >= day:
            day, month = month, day
        if 1 <= month <= 12 and 1 <= day <= 31:
            swapped = lexicon.dates.month_first and day <= 12 and found[2] == "/"
            yield Date(*found.span(), year, month, day, swapped=swapped)
    for found in _MONTH.finditer(plain):
        if FIRST_YEAR <= int(found[2]) <= LAST_YEAR:
            yield Date(*found.span(), int(found[2]), int(found[1]))


def _decades(plain: str, lexicon: Lexicon) -> Iterator[Date]:
    """“the 1990s”, “les années 90”."""
    for found in _DECADE.finditer(plain):
        before = plain[max(0, found.start() - 24) : found.start()]
        named = any(not before[cue.end :].strip() for cue in lexicon.dates.decades.find(before))
        year = int(found[1])
        if named or (found[2] and year > 99):
            yield Date(*found.span(), year if year > 99 else 1900 + year, decade=True)


def _years(plain: str) -> Iterator[Date]:
    """“2021–22”: each end is a date."""
    for found in _YEARS.finditer(plain):
        first = int(found[1])
        second = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
        if first < second <= first + 200:
            yield Date(*found.span(1), first)
            yield Date(*found.span(2), second)


def _months(read: Line, taken: set[int]) -> Iterator[Date]:
    """Months with the day and the year beside them. The tokens of each are added to `taken`."""
    words = read.lexicon.dates
    for at, token in enumerate(read.tokens):
        if at in taken or token.kind != "word" or token.text not in words.months:
            continue
        day, first = _day_before(read, at)
        year, last = None, at
        after = _next(read, at)
        if after is not None and is_year(read.word(after)):
            year, last = int(read.word(after)), after
        elif after is not None and day is None and _is_day(read.word(after)) and not read.gap(at + 1).strip():
            day, last = int(read.word(after)), after
            if read.word(after + 1) in read.lexicon.numerals.ordinal_endings:
                last = after + 1
            behind = _next(read, last)
            if behind is not None and is_year(read.word(behind)):
                year, last = int(read.word(behind)), behind
        if token.text in words.doubtful and day is None and year is None:
            before = read.text[: token.start].split()[-1:]
            if not before or not words.before_month.within(before[0]):
                continue
        start = read.tokens[first].start
        taken |= set(range(first, last + 1))
        part = _part(read, start)
        month = words.months[token.text]
        if day and (opening := _opening_day(read, first, day)) and opening[1] not in taken:
            taken.add(opening[1])
            begins = read.tokens[opening[1]]
            yield Date(begins.start, begins.end, year, month, opening[0])
        yield Date(start, read.tokens[last].end, year, month, day, _weekday(read, first), part=part)


def _seasons(read: Line, taken: set[int]) -> Iterator[Date]:
    """“summer 2023”. A season without a year is not read: spring is a source too."""
    words = read.lexicon.dates
    for at, token in enumerate(read.tokens):
        if at in taken or token.text not in words.seasons:
            continue
        year = _next(read, at)
        if year is not None and is_year(read.word(year)):
            taken |= set(range(at, year + 1))
            yield Date(token.start, read.tokens[year].end, int(read.word(year)), season=words.seasons[token.text])


def _years_and_weekdays(read: Line, taken: set[int], others: list[Date]) -> Iterator[Date]:
    weekdays = read.lexicon.dates.weekdays
    for at, token in enumerate(read.tokens):
        if at in taken:
            continue
        if is_year(token.text) and not _counts(read, at):
            yield Date(token.start, token.end, int(token.text), part=_part(read, token.start))
        elif token.text in weekdays and not any(date.start - 12 < token.start < date.start for date in others):
            yield Date(token.start, token.end, weekday=weekdays[token.text])


def _day_before(read: Line, at: int) -> tuple[int | None, int]:
    """The day before a month, and the token that it begins at; the month's own where there is none."""
    here = at - 1
    while here >= 0 and read.word(here) in read.lexicon.dates.between and at - here < 3:
        here -= 1
    if here >= 1 and read.word(here) in read.lexicon.numerals.ordinal_endings and not read.gap(here):
        here -= 1
    if here < 0:
        return None, at
    if _is_day(read.word(here)) and read.tokens[at].start - read.tokens[here].end < 12:
        return int(read.word(here)), here
    return (1, here) if read.word(here) in read.lexicon.dates.first_day else (None, at)


def _opening_day(read: Line, first: int, last_day: int) -> tuple[int, int] | None:
    """The first day of a span that says its month once, “8 to 13 August”, and its token."""
    words, here = read.lexicon.dates, first - 1
    if first and (sign := read.gap(first).strip()):
        return _day_at(read, first - 1, last_day) if sign in words.spans else None
    while here >= 0 and read.word(here) in words.between and first - here < 3:
        here -= 1
    if here < 1 or read.word(here) not in words.spans or read.gap(here + 1).strip():
        return None
    before = here - 1
    if read.word(before) in read.lexicon.numerals.ordinal_endings and not read.gap(before):
        before -= 1
    return _day_at(read, before, last_day)


def _day_at(read: Line, at: int, before: int) -> tuple[int, int] | None:
    if at < 0 or not _is_day(read.word(at)) or int(read.word(at)) >= before:
        return None
    return int(read.word(at)), at


def _is_day(digits: str) -> bool:
    return len(digits) <= 2 and digits.isdecimal() and 1 <= int(digits) <= 31


def _next(read: Line, at: int) -> int | None:
    """The token behind another, small words of dates left out, where it stands close by."""
    here = at + 1
    while read.word(here) in read.lexicon.dates.between and here - at < 3:
        here += 1
    if here >= len(read.tokens) or read.tokens[here].start - read.tokens[at].end >= 9:
        return None
    return here


def _counts(read: Line, at: int) -> bool:
    """Whether four digits count something: “2000 people”, “€ 1800”."""
    start = read.tokens[at].start
    if read.text[max(0, start - 2) : start].strip() in {"€", "$", "£"}:
        return True
    if at + 1 >= len(read.tokens) or read.gap(at + 1).strip():
        return False
    behind, lexicon = read.word(at + 1), read.lexicon
    return behind in lexicon.amounts.units or behind in lexicon.amounts.counted or behind in lexicon.numerals.magnitudes


def _weekday(read: Line, first: int) -> int | None:
    weekdays = read.lexicon.dates.weekdays
    before = map(read.word, range(max(0, first - 2), first))
    return next((weekdays[word] for word in before if word in weekdays), None)


def _part(read: Line, start: int) -> Part:
    """Whether “early”, “mid” or “late” stands before a date."""
    words = read.lexicon.dates
    parts: tuple[tuple[Part, Cues], ...] = (("early", words.early), ("middle", words.middle), ("late", words.late))
    for part, cues in parts:
        for cue in cues.standing(read.text):
            if start - _BEFORE <= cue.start and cue.end <= start:
                gap = read.text[cue.end : start].strip(" -'")
                if not gap or gap in words.between:
                    return part
    return ""


_BEFORE = 26
"""Letters before a date in which its part is told."""


# Parts of a year that are counted off: “the third quarter of 2023” is from July to September 2023.

_MONTHS = 12
_YEAR_NEAR = 3
"""Words behind the part among which its year stands."""


class YearPart(msgspec.Struct, frozen=True):
    """One of them where it stands. Offsets are those of the text."""

    start: int
    end: int
    first: int
    """Its first month."""
    last: int
    year: int


def year_parts(text: str, lexicon: Lexicon) -> list[YearPart]:
    """Those of a text that stand beside their year, in order."""
    read = line(text, lexicon)
    if lexicon.amounts.year_parts.keys().isdisjoint(token.text for token in read.tokens):
        return []
    out: list[YearPart] = []
    for ordinal in (each for each in quantities(text, lexicon) if each.kind == "ordinal"):
        at = next((n for n, token in enumerate(read.tokens) if token.start >= ordinal.end), len(read.tokens))
        months = lexicon.amounts.year_parts.get(read.word(at), 0)
        behind = map(read.word, range(at + 1, at + 1 + _YEAR_NEAR))
        year = next((int(word) for word in behind if is_year(word)), 0)
        last = int(ordinal.value) * months
        if months and year and last <= _MONTHS:
            out.append(YearPart(ordinal.start, read.tokens[at].end, last - months + 1, last, year))
    return out


# Numbers that are no part of a date: the 9 of “9 April” counts nothing.


def apart(figures: Iterable[Quantity], when: "Iterable[Date]") -> tuple[Quantity, ...]:
    """The figures that overlap none of the dates of the same text."""
    days = sorted((date.start, date.end) for date in when)
    starts = [start for start, _ in days]
    reach = [0, *accumulate((end for _, end in days), max)]  # how far the first dates reach
    return tuple(each for each in figures if reach[bisect_left(starts, each.end)] <= each.start)
