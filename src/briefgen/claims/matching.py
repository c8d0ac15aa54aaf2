"""Whether a quantity of a claim is one of a passage: as stated, rounded, in other units, or worked out."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from briefgen.claims.claim import Claim
from briefgen.claims.dates import Date, year_parts
from briefgen.claims.numbers import Quantity
from briefgen.claims.quantities import quantities
from briefgen.claims.text import folded, tokens
from briefgen.formulas.measures import UNITS

Verdict: TypeAlias = Literal["same", "hedge", "bound", "unit", "none"]
"""The same; the same without its “about”; “at least” made “at most”; the same number of something else; not there."""

_RANK: tuple[Verdict, ...] = ("same", "hedge", "bound", "unit", "none")


class Match(msgspec.Struct, frozen=True):
    """What a passage has for a quantity."""

    verdict: Verdict
    passage: Quantity | None = None


def match(claim: Quantity, passages: Iterable[Quantity]) -> Match:
    """The best that the passages offer."""
    best = Match("none")
    passages = list(passages)
    if claim.terms and all(any(_has(term, passage) for passage in passages) for term in claim.terms):
        return Match("same")
    for passage in passages:
        verdict = _verdict(claim, passage)
        if _RANK.index(verdict) < _RANK.index(best.verdict):
            best = Match(verdict, passage)
    return best


def _has(term: float, passage: Quantity) -> bool:
    return term in passage.values or term in passage.terms


def _verdict(claim: Quantity, passage: Quantity) -> Verdict:
    if not _equal(claim, passage):
        if claim.kind == "number" == passage.kind and _apart(claim, passage) and _plainly_equal(claim, passage):
            return "unit"
        return "none"
    if _apart(claim, passage) and not (passage.terms and claim.kind == "number"):
        return "unit"
    if {claim.bound, passage.bound} == {"least", "most"}:
        return "bound"
    if claim.bound == "exact" and passage.bound != "exact" and passage.kind != "vague":
        return "hedge"
    return "same"


def _apart(claim: Quantity, passage: Quantity) -> bool:
    """Whether they count different things, as far as both say what."""
    if claim.unit and passage.unit and claim.kind != "share":
        mine, its = UNITS[claim.unit], UNITS[passage.unit]
        if mine.family != its.family:
            return True
    if (claim.kind == "share") != (passage.kind == "share") and (claim.unit or passage.unit):
        return True
    if claim.per and passage.per and claim.per != passage.per:
        return True
    if claim.kind == "share":
        return False
    return bool(claim.counted and passage.counted) and not _alike(claim.counted, passage.counted)


_PERSONS = frozenset({"person", "child", "woman", "man", "worker"})


def _alike(one: str, other: str) -> bool:
    """Whether two kinds of thing may be one: who has an illness is a case of it."""
    kinds = {one, other}
    return len(kinds) == 1 or ("case" in kinds and bool(kinds & _PERSONS))


def _plainly_equal(claim: Quantity, passage: Quantity) -> bool:
    return any(_close(mine, its, 0) for mine in claim.values for its in passage.values)


def _equal(claim: Quantity, passage: Quantity) -> bool:
    if "time" in {claim.kind, passage.kind} and claim.kind != passage.kind:
        return _on_the_hour(claim, passage) or _on_the_hour(passage, claim)
    if claim.kind == "vague" or passage.kind == "vague":
        return _vaguely(claim, passage)
    if passage.terms and claim.kind == "number" and any(value in passage.terms for value in claim.values):
        return True
    if claim.kind == "share" and passage.kind == "number" and claim.values[0] >= 0.01:
        # “70 per cent” and “70 percentage points” are not the same, though their digits are.
        if passage.unit == "point":
            return any(_close(mine * 100, its, 0) for mine in claim.values for its in passage.values)
    elif passage.kind == "share" and claim.kind == "number" and (claim.unit == "point" or not _measured(claim)):
        # “from 64.1 to 57.8 per cent” may be said with the sign once.
        return any(_close(mine, its * 100, 0) for mine in claim.values for its in passage.values)
    return any(_holds(mine, its, claim, passage) for mine, its in _pairs(claim, passage))


def _on_the_hour(time: Quantity, other: Quantity) -> bool:
    """“18 heures” for 18:00."""
    hours = other.kind == "number" and other.unit == "hour"
    return time.kind == "time" and hours and any(value * 60 in time.values for value in other.values)


def _pairs(claim: Quantity, passage: Quantity) -> Iterable[tuple[float, float]]:
    first, second = _factor(claim, passage), _factor(passage, claim)
    # What digits may mean besides is not converted as well: 4,500 tonnes are not 4,500 kilograms.
    ours = claim.values if first == second else claim.values[:1]
    theirs = passage.values if first == second else passage.values[:1]
    for mine in ours:
        for its in theirs:
            yield mine * first, its * second


def _factor(quantity: Quantity, other: Quantity) -> float:
    """In the unit of the family, where both are of one family."""
    if not quantity.unit or not other.unit or quantity.unit == other.unit:
        return 1
    mine, its = UNITS[quantity.unit], UNITS[other.unit]
    return mine.factor if mine.family == its.family else 1


def _holds(mine: float, its: float, claim: Quantity, passage: Quantity) -> bool:
    scale = _factor(claim, passage)
    step = claim.precision * scale
    if claim.kind == "share" == passage.kind and not (claim.precision and passage.precision):
        # A fraction in words against percent: as near as the percentage says.
        step = max(step, passage.precision)
        if _close(mine, its, step / 2):
            return True
    match claim.bound:
        case "exact":
            return _close(mine, its, 0)
        case "about" if claim.kind == "share" and not claim.precision:  # “about a fifth” of 21.4 per cent
            return _close(mine, its, 0.1 * abs(mine))
        case "about":
            return _close(mine, its, max(min(step / 2, 0.1 * abs(mine)), 0.005 * abs(its)))
        case "least":
            return mine <= its <= mine + max(min(step, abs(mine)), 0.25 * abs(mine)) or _close(mine, its, 0)
        case "most":
            return mine - max(min(step, abs(mine)), 0.25 * abs(mine)) <= its <= mine or _close(mine, its, 0)


def _close(mine: float, its: float, within: float) -> bool:
    return abs(mine - its) <= within + 1e-9 * max(1.0, abs(mine), abs(its))


def _measured(quantity: Quantity) -> bool:
    return bool(quantity.unit or quantity.counted or quantity.per)


def _vaguely(claim: Quantity, passage: Quantity) -> bool:
    """“Hundreds” for 350; never 350 for “hundreds”."""
    if claim.kind == "vague" == passage.kind:
        return claim.values[0] == passage.values[0]
    return claim.kind == "vague" and any(claim.values[0] <= its < 12 * claim.values[0] for its in passage.values)


# Numbers that passages say in other words: twelve months for a year, the length of a span, a share of others.

_SMALL = 3
"""A number up to this, in words and of nothing measured, often only counts what a sentence lists."""


def implied(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
    """Whether the passages say as much without the number."""
    words = claim.text[quantity.start : quantity.end]
    return (
        _majority(quantity, claim)
        or _day(quantity, claim)
        or _one_or_none(quantity, claim)
        or _elliptic(quantity, claim, theirs)
        or _summing(quantity, words, theirs)
        or _ratio(quantity, theirs)
        or _share(quantity, theirs)
        or _rest(quantity, claim, theirs)
        or _between(quantity, claim)
        or _whole_unit(quantity, claim)
        or _year_part(quantity, claim)
        or _compound(quantity, claim, theirs)
    )


def _summing(quantity: Quantity, words: str, theirs: list[Quantity]) -> bool:
    """Whether a small number in words may only count what the sentence lists: nothing of its size is there to differ
    from."""
    if words[:1].isdigit() or quantity.kind != "number" or quantity.unit or quantity.value > _SMALL:
        return False
    return not any(
        other.kind == "number" and 1 < other.value <= 20 and (not other.unit or other.unit == quantity.unit)
        for other in theirs
    )


def _majority(quantity: Quantity, claim: Claim) -> bool:
    """“More than half” for “a majority”."""
    more = quantity.kind == "share" and quantity.value == 0.5 and quantity.bound == "least"
    return more and any(
        passage.lexicon.scope.majority.within(folded(passage.text)) for passage in claim.passages if passage.lexicon
    )


def _day(quantity: Quantity, claim: Claim) -> bool:
    """“The 15th of that month”, for a day of a date; “until the 12th”, where the claim or the passage has the month."""
    if not any(date.day == quantity.value for passage in claim.passages for date in passage.dates):
        return False
    behind = folded(claim.text[quantity.end : quantity.end + _MONTH])
    found = claim.lexicon.dates.same_month.find(behind)[:1]
    if found and not behind[: found[0].start].strip():
        return True
    before = folded(claim.text[: quantity.start]).split()[-1:]
    return not (quantity.unit or quantity.counted) and bool(before) and before[0] in claim.lexicon.dates.before_day


_MONTH = 20
"""Letters behind a day in which “of that month” stands."""


def _one_or_none(quantity: Quantity, claim: Claim) -> bool:
    """“1” for “one” or “a”, “0” for “none”: words that are read as no figures."""
    if quantity.kind != "number" or quantity.value not in (0, 1):
        return False
    for passage in claim.passages:
        if read := passage.lexicon:
            plain = folded(passage.text)
            if quantity.value == 0 and read.denials.negation.within(plain):
                return True
            if quantity.value == 1 and any(token.text in read.numerals.articles for token in tokens(plain)):
                return True
    return False


def _elliptic(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
    """“64” for 64 million, beside another that is given in millions."""
    if quantity.kind != "number" or quantity.unit:
        return False
    words = {token.text for token in tokens(folded(claim.text))}
    sizes = {size for word, size in claim.lexicon.numerals.magnitudes.items() if word in words}
    larger = (replace(quantity, values=(quantity.value * size,)) for size in sizes)
    return any(match(each, theirs).verdict != "none" for each in larger)


def _between(quantity: Quantity, claim: Claim) -> bool:
    """“Two years before”, between 2021 and 2023; “the first nine months”, between January and September."""
    if quantity.unit not in {"year", "month", "day", "week"}:
        return False
    found = [date for passage in claim.passages for date in passage.dates]
    if quantity.unit in {"day", "week"}:
        days = 7 * quantity.value if quantity.unit == "week" else quantity.value
        told = [day for date in found if (day := _day_of_year(date))]
        return any(days in (apart, apart + 1) for one in told for other in told if (apart := other - one) > 0)
    if quantity.unit == "year":
        years = {date.year for date in found if date.year}
        return any(abs(first - second) == quantity.value for first in years for second in years)
    months = {12 * (date.year or 0) + date.month for date in found if date.month}
    both = [last - first for first in months for last in months if first < last]
    return any(quantity.value in (apart, apart + 1) for apart in both)


def _day_of_year(date: Date) -> int | None:
    """The day that a date names, counted from any other; a date without a year is taken for one of a common year."""
    if not date.month or not date.day:
        return None
    try:
        return dt.date(date.year or _COMMON_YEAR, date.month, date.day).toordinal()
    except ValueError:
        return None


_COMMON_YEAR = 2023


def _whole_unit(quantity: Quantity, claim: Claim) -> bool:
    """“Three months” for “a quarter”, “twelve months” for “a year”."""
    if not quantity.unit or UNITS[quantity.unit].family != "time":
        return False
    size = quantity.value * UNITS[quantity.unit].factor
    for passage in claim.passages:
        if read := passage.lexicon:
            words = {token.text for token in tokens(folded(passage.text))}
            units = {
                UNITS[unit].factor for word in words if (unit := read.amounts.units.get(word)) and unit != quantity.unit
            }
            units |= {
                read.amounts.year_parts[word] * UNITS["month"].factor for word in words & read.amounts.year_parts.keys()
            }
            if any(abs(size - unit) <= _CALENDAR * unit for unit in units):
                return True
    return False


_CALENDAR = 0.02
"""By how much of itself a month or a year may be longer than another."""


def _year_part(quantity: Quantity, claim: Claim) -> bool:
    """“The first quarter of 2024”, where the passage says from January to March 2024."""
    if quantity.kind != "ordinal":
        return False
    months = {date.month for passage in claim.passages for date in passage.dates}
    parts = year_parts(claim.text, claim.lexicon)
    return any(part.start == quantity.start and {part.first, part.last} <= months for part in parts)


def _compound(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
    """“Two years and four months” for 28 months: each of the two is a part of one."""
    found = [each for each in quantities(claim.text, claim.lexicon) if each.unit]
    one = _one_before(quantity, claim) if quantity.unit else None
    if one:
        found = [one, quantity]
    for first, second in pairwise(found):
        if quantity.start not in {first.start, second.start} or second.start - max(first.end, first.after) > _JOINED:
            continue
        large, small = UNITS[first.unit], UNITS[second.unit]
        if large.family == small.family and large.factor > small.factor:
            whole = replace(second, values=(first.value * large.factor / small.factor + second.value,))
            if match(whole, theirs).verdict in {"same", "hedge"}:
                return True
    return False


def _one_before(quantity: Quantity, claim: Claim) -> Quantity | None:
    """The “one hour” of “one hour and three minutes”, which is read as no figure."""
    words = tokens(folded(claim.text[: quantity.start]))[-3:]
    if len(words) < 3 or words[2].text not in claim.lexicon.numerals.joiners:
        return None
    unit = claim.lexicon.amounts.units.get(words[1].text)
    if not unit or words[0].text not in claim.lexicon.numerals.articles:
        return None
    return Quantity((1.0,), words[0].start, words[1].end, unit=unit, after=words[1].end)


_JOINED = 6
"""Letters between the parts of one amount: “ and ”."""


def _share(quantity: Quantity, theirs: list[Quantity]) -> bool:
    """“Nearly a third”, where the passage says 9 of 28; “half as much again”, where it says from what to what.

    A share in words or a bounded one only: a percentage that is given as exact has to stand there, or to be marked as
    computed."""
    if quantity.kind not in {"share", "factor"} or (quantity.precision and quantity.bound == "exact"):
        return False
    kinds = {"number"} if quantity.precision else {"number", "share"}  # a percentage is none of two others
    values = [each.value for each in theirs if each.kind in kinds and each.value > 0]
    values += [term for each in theirs for term in each.terms]
    for first in values[:_MOST]:
        if first > 1 and _near(first - 1, quantity):  # “131 per cent” is nearly a third more
            return True
        for second in values[:_MOST]:
            parts = (first / second, 1 - first / second, second / first - 1) if first < second else ()
            if any(_near(part, quantity) for part in parts):
                return True
            if quantity.kind == "factor" and first < second and _near(second / first, quantity):
                return True
    return False


def _rest(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
    """“A third”, where the passage says two-thirds and speaks of the others."""
    if quantity.kind != "share" or (quantity.precision and quantity.bound == "exact"):
        return False
    texts = [(claim.text, claim.lexicon), *((each.text, read) for each in claim.passages if (read := each.lexicon))]
    shares = [each.value for each in theirs if each.kind == "share" and not each.terms]
    return any(_near(1 - share, quantity) for share in shares) and any(
        read.amounts.rest.within(folded(text)) for text, read in texts
    )


_MOST = 12
"""Numbers of the passages that are set in proportion to each other."""


def _near(value: float, quantity: Quantity) -> bool:
    return match(quantity, [Quantity((value,), 0, 0, quantity.kind)]).verdict in {"same", "hedge"}


def _ratio(quantity: Quantity, theirs: list[Quantity]) -> bool:
    """“Doubled”, where the passage says from what to what."""
    if quantity.kind != "factor":
        return False
    values = [other.value for other in theirs if other.kind in {"number", "share"} and other.value]
    return any(
        abs(second / first - quantity.value) <= 0.1 * quantity.value
        for n, first in enumerate(values)
        for second in values[n + 1 :]
    )
