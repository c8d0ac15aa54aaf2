"""A number of a claim stands in what the claim rests on, and counts the same."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.folding import folded
from briefgen.agreement.implied import implied
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, apart
from briefgen.agreement.tokens import tokens
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at, does, grounds, standing

_IDENTIFIER = re.compile(r"[^\W\d_]-?$|[^\W\d_]\.?\s?(?:n[o°º]\.?\s?)$")
_IDENTIFIED = re.compile(r"^-?[A-Z]")


_NOT = 5
"""Letters before a number in which a “not” stands."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `number-not-in-passage`, `unit-differs`."""
    if claim.computed:
        return
    mine = [_whole(claim, each) for each in claim.quantities if _counts(claim, each)]
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
        elif found.verdict == "none" and not implied(quantity, claim, theirs):
            yield at(
                claim, "number-not-in-passage", quantity.start, quantity.end,
                f"“{claim.text[quantity.start:quantity.end]}” does not stand in {grounds(claim)}.",
                standing(_told(claim), claim)
                + "If the figure is worked out, say how: `computed:` on the fact, or `[…]{.computed}` here.",
            )  # fmt: skip


def _whole(claim: Claim, quantity: Quantity) -> Quantity:
    """The eleven of “not one of the eleven”; else the quantity itself."""
    if quantity.terms[:1] == (1,) and claim.lexicon.denials.negation.within(
        folded(claim.text[: quantity.start])[-_NOT:]
    ):
        return replace(quantity, kind="number", values=quantity.terms[1:], terms=())
    return quantity


def _outside_dates(passage: Passage) -> tuple[Quantity, ...]:
    """The numbers of a passage that are none of a day: what is counted nine times is not the 9 of “9 April”."""
    return apart(passage.quantities, (date for date in passage.dates if date.day and date.month))


def _counts(claim: Claim, quantity: Quantity) -> bool:
    """Whether a quantity is one that the claim asserts: no “one”, no part of a name."""
    words = claim.text[quantity.start : quantity.end]
    if quantity.kind == "ordinal":
        following = tokens(folded(claim.text[quantity.end : quantity.end + 20]))[:1]
        return quantity.value > 2 or any(token.text in claim.lexicon.amounts.terms for token in following)
    if words[:1].isdigit():
        before, after = claim.text[: quantity.start][-6:], claim.text[quantity.end :][:2]
        # “COVID-19”, “F-16”, “Resolution 2699”, “G7”: names, which another rule looks at.
        return not _IDENTIFIER.search(before) and not (_IDENTIFIED.match(after) and not quantity.unit)
    if quantity.kind == "number" and quantity.value <= 1 and not quantity.unit:
        return False
    return not (quantity.kind == "number" and quantity.value == 1 and quantity.unit)


def _told(claim: Claim, like: Quantity | None = None) -> list[str]:
    """The numbers of the passages, as they say them: all, or those with a value of another."""
    return [
        passage.text[each.start : max(each.end, each.after)].strip()
        for passage in claim.passages
        if passage.kind == "quote"
        for each in apart(passage.quantities, passage.dates)
        if like is None or set(like.values) & set(each.values)
    ]
