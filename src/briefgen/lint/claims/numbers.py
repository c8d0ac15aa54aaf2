"""A number of a claim stands in what the claim rests on, and counts the same."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.folding import folded
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.agreement.tokens import tokens
from briefgen.agreement.units import UNITS
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, does, grounds, standing

_IDENTIFIER = re.compile(r"[^\W\d_]-?$|[^\W\d_]\.?\s?(?:n[o°º]\.?\s?)$")
_IDENTIFIED = re.compile(r"^-?[A-Z]")
_SMALL = 3
"""A number up to this, in words and of nothing measured, often only counts what a sentence lists."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `number-not-in-passage`, `unit-differs`."""
    if claim.computed:
        return
    mine = [each for each in claim.quantities if _counts(claim, each)]
    if not mine:
        return
    everywhere = [quantity for passage in claim.passages for quantity in passage.quantities]
    counted = [quantity for passage in claim.passages for quantity in _outside_dates(passage)]
    for quantity in mine:
        theirs = everywhere if quantity.kind == "ordinal" else counted
        found = match(quantity, theirs)
        if found.verdict == "unit":
            end = max(quantity.end, quantity.after)
            yield at(
                claim, "unit-differs", quantity.start, end,
                f"“{claim.text[quantity.start:end]}”: {grounds(claim)} {does(claim, 'give')} this number of something"
                " else.",
                standing(_told(claim, quantity), claim) + "Say what is counted, and per what, as it is said there.",
            )  # fmt: skip
        elif found.verdict == "none" and not _implied(quantity, claim, theirs):
            yield at(
                claim, "number-not-in-passage", quantity.start, quantity.end,
                f"“{claim.text[quantity.start:quantity.end]}” does not stand in {grounds(claim)}.",
                standing(_told(claim), claim)
                + "If the figure is worked out, say how: `computed:` on the fact, or `[…]{.computed}` here.",
            )  # fmt: skip


def _outside_dates(passage: Passage) -> Iterator[Quantity]:
    """The numbers of a passage that are none of a day: what is counted nine times is not the 9 of “9 April”."""
    days = [date for date in passage.dates if date.day and date.month]
    return (each for each in passage.quantities if not any(each.overlaps(day.start, day.end) for day in days))


def _counts(claim: Claim, quantity: Quantity) -> bool:
    """Whether a quantity is one that the claim asserts: no “one”, no part of a name."""
    words = claim.text[quantity.start : quantity.end]
    if quantity.kind == "ordinal":
        following = tokens(folded(claim.text[quantity.end : quantity.end + 20]))[:1]
        return quantity.value > 2 or any(token.text in claim.lexicon.terms for token in following)
    if words[:1].isdigit():
        before, after = claim.text[: quantity.start][-6:], claim.text[quantity.end :][:2]
        # “COVID-19”, “F-16”, “Resolution 2699”, “G7”: names, which another rule looks at.
        return not _IDENTIFIER.search(before) and not (_IDENTIFIED.match(after) and not quantity.unit)
    if quantity.kind == "number" and quantity.value <= 1 and not quantity.unit:
        return False
    return not (quantity.kind == "number" and quantity.value == 1 and quantity.unit)


def _implied(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
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
        or _years_between(quantity, claim)
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
        passage.lexicon.majority.within(folded(passage.text)) for passage in claim.passages if passage.lexicon
    )


def _day(quantity: Quantity, claim: Claim) -> bool:
    """“The 15th of that month”, for a day of a date."""
    behind = folded(claim.text[quantity.end : quantity.end + _MONTH])
    found = claim.lexicon.dates.same_month.find(behind)[:1]
    return (
        bool(found)
        and not behind[: found[0].start].strip()
        and any(date.day == quantity.value for passage in claim.passages for date in passage.dates)
    )


_MONTH = 20
"""Letters behind a day in which “of that month” stands."""


def _one_or_none(quantity: Quantity, claim: Claim) -> bool:
    """“1” for “one” or “a”, “0” for “none”: words that are read as no figures."""
    if quantity.kind != "number" or quantity.value not in (0, 1):
        return False
    for passage in claim.passages:
        if read := passage.lexicon:
            plain = folded(passage.text)
            if quantity.value == 0 and read.negation.within(plain):
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


def _years_between(quantity: Quantity, claim: Claim) -> bool:
    """“Two years before”, between 2021 and 2023."""
    if quantity.unit != "year":
        return False
    years = {date.year for passage in claim.passages for date in passage.dates if date.year}
    return any(abs(first - second) == quantity.value for first in years for second in years)


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
    unit = claim.lexicon.units.get(words[1].text)
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
    values = [each.value for each in theirs if each.kind in {"number", "share"} and each.value > 0]
    values += [term for each in theirs for term in each.terms]
    for first in values[:_MOST]:
        if first > 1 and _near(first - 1, quantity):  # “131 per cent” is nearly a third more
            return True
        for second in values[:_MOST]:
            if first < second and (_near(first / second, quantity) or _near(1 - first / second, quantity)):
                return True
            if quantity.kind == "factor" and first < second and _near(second / first, quantity):
                return True
    return False


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


def _told(claim: Claim, like: Quantity | None = None) -> list[str]:
    """The numbers of the passages, as they say them: all, or those with a value of another."""
    return [
        passage.text[each.start : max(each.end, each.after)].strip()
        for passage in claim.passages
        if passage.kind == "quote"
        for each in passage.quantities
        if (like is None or set(like.values) & set(each.values))
        and not any(each.overlaps(date.start, date.end) for date in passage.dates)
    ]
