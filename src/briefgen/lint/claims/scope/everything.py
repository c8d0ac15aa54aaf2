"""“All” where the passage says “some”, or nothing."""

import re
from collections.abc import Iterator, Sequence

from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import Cue, blanked
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.quantities import Quantity, quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import beyond, does

CLOSE = 4
"""Words between a word for all and one that denies it."""


def of_all(claim: Claim, theirs: str) -> Iterator[Finding]:
    """A word for all in a claim. `theirs`: the words of its passages, folded."""
    scope = claim.lexicon.scope
    theirs_bare = blanked(theirs, scope.unanimity)
    if scope.universal.within(theirs_bare) or claim.lexicon.denials.nobody.within(theirs):  # “nobody” is all, too
        return
    unanimous = scope.unanimity.within(theirs)
    plain = blanked(folded(claim.text), scope.idle)
    counted = quantities(claim.text, claim.lexicon)
    for cue in scope.universal.find(plain):
        if unanimous and scope.unanimity.within(cue.words):
            continue
        if (
            _limited(plain, cue, claim.lexicon)
            or _counts(plain, cue, counted)
            or _rates(plain, cue, claim.lexicon, theirs)
        ):
            continue
        yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
        return


def _limited(plain: str, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a word for all only seems to be one, or is taken back: “not all”, “nearly all”, “toutes n'ont pas”."""
    scope = lexicon.scope
    around = " ".join(plain[: cue.start].split()[-CLOSE:] + plain[cue.end :].split()[:CLOSE])
    return lexicon.denials.negation.within(around) or any(
        each.start <= cue.start < each.end
        for cues in (scope.seeming_universal, scope.quantifiers)
        for each in cues.find(plain)
    )


def _counts(plain: str, cue: Cue, counted: Sequence[Quantity]) -> bool:
    """Whether it goes with a number: “all three”, “62 litres each”."""
    return any(
        each.start <= cue.start < each.end
        or 0 <= each.start - cue.end <= 5
        or plain[max(each.end, each.after) : cue.start] in {" ", "  "}
        for each in counted
    )


def _rates(plain: str, cue: Cue, lexicon: Lexicon, theirs: str) -> bool:
    """Whether it says of what a rate is: “each year”, “each litre”, and “in each direction” for “per direction”."""
    following = plain[cue.end :].split()[:1]
    if following and following[0] in lexicon.amounts.units:
        return True
    if any(cues.within(plain[cue.end : cue.end + 12]) for cues in lexicon.amounts.per.values()):
        return True
    after = re.search(r"[^\W_]+", plain[cue.end : cue.end + 30])
    if cue.words not in lexicon.scope.each or after is None:
        return False
    return re.search(rf"\b(?:per|par|por|a)\s{re.escape(after[0])}\b", theirs) is not None
