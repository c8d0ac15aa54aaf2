"""The dates of a text, as far as they are given: a day without a year, a month, a weekday."""

import datetime as dt
import re
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.quantities import FIRST_YEAR, LAST_YEAR, Token, tokens

Part: TypeAlias = Literal["", "early", "middle", "late"]


class Date(msgspec.Struct, frozen=True):
    """A date where it stands; what it does not say is None. Offsets are those of the text."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    part: Part = ""
    decade: bool = False
    """“the 1990s”."""
    swapped: bool = False
    """`03/05/2024` may be March or May."""


_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})\b")
_MONTH = re.compile(r"(?<![\d/])(0?[1-9]|1[0-2])/(\d{4})\b")
_YEARS = re.compile(r"\b(1[5-9]\d\d|20\d\d)\s?[-–/]\s?(\d\d(?:\d\d)?)\b")
_DECADE = re.compile(
    r"\b(1[5-9]\d0|20\d0)s\b|\b(?:annees|anos|decada de|decenio de)\s(?:los\s)?(1[5-9]\d0|20\d0|\d0)\b"
)


def dates(text: str, lexicon: Lexicon) -> tuple[Date, ...]:
    """The dates of a text, in order."""
    return _dates(text, lexicon.code)


@lru_cache(4096)
def _dates(text: str, code: str) -> tuple[Date, ...]:
    lexicon = loaded(code)
    if lexicon is None:
        return ()
    plain = folded(text)
    out: list[Date] = []
    taken: list[tuple[int, int]] = []
    for found in _ISO.finditer(plain):
        year, month, day = map(int, found.groups())
        out.append(Date(*found.span(), year, month, day))
    for found in _NUMERIC.finditer(plain):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 0 if year > 99 else 2000
        if second > 12 >= first:
            first, second = second, first
        if 1 <= second <= 12 and 1 <= first <= 31:
            swapped = lexicon.code == "en" and first <= 12 and found[2] == "/"
            out.append(Date(*found.span(), year, second, first, swapped=swapped))
    for found in _MONTH.finditer(plain):
        if FIRST_YEAR <= int(found[2]) <= LAST_YEAR:
            out.append(Date(*found.span(), int(found[2]), int(found[1])))
    for found in _DECADE.finditer(plain):
        year = int(found[1] or found[2])
        out.append(Date(*found.span(), year if year > 99 else 1900 + year, decade=True))
    for found in _YEARS.finditer(plain):
        first = int(found[1])
        second = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
        if first < second <= first + 200:
            out += [Date(found.start(1), found.end(1), first), Date(found.start(2), found.end(2), second)]
    taken += [(date.start, date.end) for date in out]
    out += _in_words(plain, tokens(plain), lexicon, taken)
    return tuple(sorted(out, key=lambda date: date.start))


def _in_words(plain: str, found: tuple[Token, ...], lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Date]:
    words = lexicon.dates
    out: list[Date] = []
    used = {n for n, token in enumerate(found) if any(start <= token.start < end for start, end in taken)}
    for at, token in enumerate(found):
        if at in used or token.kind != "word" or token.text not in words.months:
            continue
        month = words.months[token.text]
        day, first = _day_before(found, at, lexicon)
        year, last = None, at
        after = _next(found, at, words.between)
        if after is not None and found[after].kind == "digits":
            number = found[after].text
            gap = plain[token.end : found[after].start]
            if _is_year(number):
                year, last = int(number), after
            elif (
                day is None
                and number.isdigit()
                and 1 <= int(number) <= 31
                and len(gap.strip()) <= 1
                and gap.strip() in ""
            ):
                day, last = int(number), after
                if after + 1 < len(found) and found[after + 1].text in lexicon.numerals.ordinal_endings:
                    last = after + 1
                behind = _next(found, last, words.between)
                if behind is not None and found[behind].kind == "digits" and _is_year(found[behind].text):
                    year, last = int(found[behind].text), behind
        before = plain[: token.start].rstrip()
        if token.text in words.doubtful and day is None and year is None:
            start = before.rsplit(" ", 1)[-1] if before else ""
            if not words.before_month.within(start):
                continue
        start_of_all = found[first].start
        used |= set(range(first, last + 1))
        out.append(
            Date(
                start_of_all,
                found[last].end,
                year,
                month,
                day,
                _weekday(found, first, lexicon),
                part=_part(plain, start_of_all, lexicon),
            )
        )
    for at, token in enumerate(found):
        if at in used or token.text not in words.seasons:
            continue
        year = _next(found, at, words.between)
        if year is not None and _is_year(found[year].text):
            used |= set(range(at, year + 1))
            season = words.seasons[token.text]
            out.append(Date(token.start, found[year].end, int(found[year].text), season=season))
    for at, token in enumerate(found):
        if at in used:
            continue
        if token.kind == "digits" and _is_year(token.text) and not _counts(plain, found, at, lexicon):
            out.append(Date(token.start, token.end, int(token.text), part=_part(plain, token.start, lexicon)))
        elif token.text in words.weekdays and not any(date.start - 12 < token.start < date.start for date in out):
            out.append(Date(token.start, token.end, weekday=words.weekdays[token.text]))
    return out


def _day_before(found: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """The day before a month, and the token that it begins at; the month's own where there is none."""
    here = at - 1
    while here >= 0 and found[here].text in lexicon.dates.between and at - here < 3:
        here -= 1
    if here >= 1 and found[here].text in lexicon.numerals.ordinal_endings and found[here - 1].end == found[here].start:
        here -= 1
    if here >= 0 and found[here].kind == "digits" and found[here].text.isdigit():
        day = int(found[here].text)
        if 1 <= day <= 31 and found[at].start - found[here].end < 12:
            return day, here
    if here >= 0 and found[here].text in {"premier", "primero"}:
        return 1, here
    return None, at


def _next(found: tuple[Token, ...], at: int, between: frozenset[str]) -> int | None:
    here = at + 1
    while here < len(found) and found[here].text in between and here - at < 3:
        here += 1
    return here if here < len(found) and found[here].start - found[at].end < 9 else None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _counts(plain: str, found: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether four digits count something: “2000 people”, “€ 1800”."""
    if plain[max(0, found[at].start - 2) : found[at].start].strip(" ") in {"€", "$", "£"}:
        return True
    if at + 1 >= len(found) or plain[found[at].end : found[at + 1].start].strip():
        return False
    behind = found[at + 1].text
    return behind in lexicon.units or behind in lexicon.counted or behind in lexicon.numerals.magnitudes


def _weekday(found: tuple[Token, ...], first: int, lexicon: Lexicon) -> int | None:
    for here in range(max(0, first - 2), first):
        if found[here].text in lexicon.dates.weekdays:
            return lexicon.dates.weekdays[found[here].text]
    return None


def _part(plain: str, start: int, lexicon: Lexicon) -> Part:
    before = plain[max(0, start - 26) : start].rstrip(" -")
    parts: tuple[Part, ...] = ("early", "middle", "late")
    for part in parts:
        for cue in getattr(lexicon.dates, part).find(before):
            gap = before[cue.end :].strip(" -")
            if not gap or gap in {"de", "du", "d'", "of", "in", "del"}:
                return part
    return ""


def resolves(date: Date, given: dt.date | None) -> bool:
    """Whether a calendar day is one that the text may mean."""
    if given is None:
        return False
    return all(
        mine is None or mine == its
        for mine, its in ((date.year, given.year), (date.month, given.month), (date.day, given.day))
    )
