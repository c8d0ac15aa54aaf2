"""So many more are not so many fewer."""

from collections.abc import Iterator

from briefgen.agreement.claim import Claim
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.matching import match
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import SAY_IT, at, grounds


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `negation-differs`: “2,900 more” for “2,900 fewer”."""
    if not claim.factual:
        return
    for quantity in claim.quantities:
        mine = _side(claim.text, quantity, claim.lexicon)
        if mine and (its := _other_side(quantity, mine, claim)):
            end = claim.text.find(" ", quantity.end + 1)
            end = end if end > 0 else len(claim.text)
            yield at(
                claim, "negation-differs", quantity.start, end,
                f"“{claim.text[quantity.start:end].rstrip('.,;')}” is so much {its}, not {mine}, in {grounds(claim)}.",
                SAY_IT,
            )  # fmt: skip
            return


def _other_side(quantity: Quantity, mine: str, claim: Claim) -> str:
    """What the same number is in a passage, where it is not what it is in the claim."""
    for passage in claim.own_passages:
        for other in quantities(passage.text, claim.lexicon):
            its = _side(passage.text, other, claim.lexicon)
            if its and its != mine and match(quantity, [other]).verdict == "same":
                return its
    return ""


def _side(text: str, quantity: Quantity, lexicon: Lexicon) -> str:
    """`more` or `fewer`, where one of them follows a number at once, or behind what is counted."""
    rest = folded(text[quantity.end : quantity.end + 30])
    for side, cues in (("more", lexicon.amounts.more), ("fewer", lexicon.amounts.fewer)):
        for cue in cues.find(rest):
            if len(rest[: cue.start].split()) <= lexicon.amounts.difference_gap:
                return side
    return ""
