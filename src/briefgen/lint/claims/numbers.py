"""A number of a claim stands in what the claim rests on, and counts the same."""

import re
from collections.abc import Iterator

import msgspec

from briefgen.agreement.claims import Claim
from briefgen.agreement.dates import dates
from briefgen.agreement.folding import folded
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, grounds

_IDENTIFIER = re.compile(r"[^\W\d_]-?$|[^\W\d_]\.?\s?(?:n[o°º]\.?\s?)$")
_IDENTIFIED = re.compile(r"^-?[A-Z]")
_SMALL = 3
"""A number up to this, in words and of nothing measured, often only counts what a sentence lists."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `number-not-in-passage`, `unit-differs`."""
    if claim.computed:
        return
    mine = [each for each in quantities(claim.text, claim.lexicon) if _counts(claim, each)]
    if not mine:
        return
    theirs = _of_passages(claim)
    for quantity in mine:
        found = match(quantity, theirs)
        words = claim.text[quantity.start : quantity.end]
        if found.verdict == "unit" and found.passage is not None:
            end = max(quantity.end, quantity.after)
            yield at(
                claim, "unit-differs", quantity.start, end,
                f"“{claim.text[quantity.start:end]}”: {grounds(claim)} gives this number of something else.",
                "Say what is counted, and per what, as the passage does.",
            )  # fmt: skip
        elif (
            found.verdict == "none"
            and not _majority(quantity, claim)
            and not _elliptic(quantity, claim, theirs)
            and not _summing(quantity, words, theirs)
            and not _ratio(quantity, theirs)
        ):
            there = _told(claim)
            yield at(
                claim, "number-not-in-passage", quantity.start, quantity.end,
                f"“{words}” does not stand in {grounds(claim)}.",
                (f"There stands: {there}. " if there else "")
                + "If the figure is worked out, say how: `computed:` on the fact, or `[…]{.computed}`.",
            )  # fmt: skip


def _counts(claim: Claim, quantity: Quantity) -> bool:
    """Whether a quantity is one that the claim asserts: no date, no “one”, no part of a name."""
    words = claim.text[quantity.start : quantity.end]
    if any(date.start < quantity.end and quantity.start < date.end for date in dates(claim.text, claim.lexicon)):
        return False
    if quantity.kind == "ordinal":
        return quantity.values[0] > 2
    if words[:1].isdigit():
        before, after = claim.text[: quantity.start][-6:], claim.text[quantity.end :][:2]
        # “COVID-19”, “F-16”, “Resolution 2699”, “G7”: names, which another rule looks at.
        return not _IDENTIFIER.search(before) and not (_IDENTIFIED.match(after) and not quantity.unit)
    if quantity.kind == "number" and quantity.values[0] <= 1 and not quantity.unit:
        return False
    return not (quantity.kind == "number" and quantity.values[0] == 1 and quantity.unit)


def _of_passages(claim: Claim) -> list[Quantity]:
    return [
        quantity
        for passage in claim.passages
        if passage.lexicon
        for quantity in quantities(passage.text, passage.lexicon)
    ]


def _summing(quantity: Quantity, words: str, theirs: list[Quantity]) -> bool:
    """Whether a small number in words may only count what the sentence lists: nothing of its size is there to differ
    from."""
    if words[:1].isdigit() or quantity.kind != "number" or quantity.unit or quantity.values[0] > _SMALL:
        return False
    return not any(
        other.kind == "number" and 1 < other.values[0] <= 20 and (not other.unit or other.unit == quantity.unit)
        for other in theirs
    )


_MAJORITY = re.compile(r"\b(?:majorit|mayor|most\b|la plupart)")


def _majority(quantity: Quantity, claim: Claim) -> bool:
    """“More than half” for “a majority”."""
    more = quantity.kind == "share" and quantity.values[0] == 0.5 and quantity.bound == "least"
    return more and any(_MAJORITY.search(folded(passage.text)) for passage in claim.passages)


def _elliptic(quantity: Quantity, claim: Claim, theirs: list[Quantity]) -> bool:
    """“64” for 64 million, beside another that is given in millions."""
    if quantity.kind != "number" or quantity.unit:
        return False
    words = set(folded(claim.text).split())
    sizes = {size for word, size in claim.lexicon.numerals.magnitudes.items() if word in words}
    return any(
        match(msgspec.structs.replace(quantity, values=(quantity.values[0] * size,)), theirs).verdict != "none"
        for size in sizes
    )


def _ratio(quantity: Quantity, theirs: list[Quantity]) -> bool:
    """“Doubled”, where the passage says from what to what."""
    if quantity.kind != "factor":
        return False
    values = [other.values[0] for other in theirs if other.kind in {"number", "share"} and other.values[0]]
    return any(
        abs(second / first - quantity.values[0]) <= 0.1 * quantity.values[0]
        for n, first in enumerate(values)
        for second in values[n + 1 :]
    )


def _told(claim: Claim) -> str:
    """The numbers that the passages have, as they say them."""
    words = [
        passage.text[each.start : max(each.end, each.after)].strip()
        for passage in claim.passages
        if passage.lexicon and passage.kind == "quote"
        for each in quantities(passage.text, passage.lexicon)
    ]
    return ", ".join(f"“{each}”" for each in dict.fromkeys(words[:4]))
