"""A claim is about no more than its passage: not the country for the capital, not all for some.

`everything` looks at words for all, `places` at what is part of what, `members` at those who belong to it, `several` at
numbers of them, `answers` at who was asked.
"""

from collections.abc import Iterator
from itertools import chain, islice

from briefgen.agreement.claim import Claim
from briefgen.agreement.folding import folded
from briefgen.diagnostic import Finding
from briefgen.lint.claims.scope.answers import asked
from briefgen.lint.claims.scope.everything import of_all
from briefgen.lint.claims.scope.members import parts
from briefgen.lint.claims.scope.places import wide, within
from briefgen.lint.claims.scope.several import of_several, uncounted

NEAR = 0.6
"""How much of a claim must be in the words of its passages for a wider word to tell."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `scope-widened`."""
    if not claim.factual:
        return
    passages = claim.own_passages
    if not passages or not claim.near(NEAR):
        return
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    found = chain(
        of_all(claim, theirs),
        wide(claim, theirs),
        within(claim, passages),
        parts(claim, passages),
        of_several(claim, passages),
        uncounted(claim, passages),
        asked(claim, passages),
    )
    yield from islice(found, 1)  # the others mostly say the same again
