"""Numbers that passages say in other words: twelve months for a year, the length of a span, a share of others."""

import datetime as dt
from itertools import pairwise

from msgspec.structs import replace

from briefgen.agreement.claim import Claim
from briefgen.agreement.dates import Date
from briefgen.agreement.folding import folded
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.agreement.tokens import tokens
from briefgen.agreement.units import UNITS
from briefgen.agreement.year_parts import year_parts

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
