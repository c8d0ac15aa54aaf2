"""A claim is about no more than its passage in another language."""

from collections.abc import Iterator
from itertools import islice

from briefgen.agreement.abroad import abroad, speaks_of
from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import blanked
from briefgen.agreement.folding import folded
from briefgen.agreement.quantities import quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import beyond, does, grounds_do, of_whole


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `scope-widened`."""
    if claim.factual:
        yield from islice(_wider(claim), 1)


def _wider(claim: Claim) -> Iterator[Finding]:
    own = claim.lexicon
    plain = blanked(folded(claim.text), own.scope.idle)
    near = [there for there in abroad(claim) if speaks_of(claim, there)]
    theirs = [(there, folded(there.text), there.lexicon) for there in near]
    if not theirs:
        return
    some = any(read.scope.quantifiers.within(text) or read.scope.parts.within(text) for _, text, read in theirs)
    every = any(read.scope.universal.within(text) or read.denials.negation.within(text) for _, text, read in theirs)
    if some and not every and not own.denials.negation.within(plain):
        seeming = own.scope.seeming_universal.find(plain)
        for cue in own.scope.universal.find(plain):
            if not any(each.start <= cue.start < each.end for each in seeming) and not any(
                cues.within(plain[cue.start : cue.end + 12]) for cues in own.amounts.per.values()
            ):
                yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
    if not every and not any(read.scope.wide_places.within(text) for _, text, read in theirs):
        for cue in own.scope.wide_places.find(plain):
            around = " ".join((*plain[: cue.start].split()[-_CLOSE:], cue.words))
            if own.scope.universal.within(around):  # “in the whole country”
                yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
    narrow = [
        there.text[cue.start : cue.end] for there, text, read in theirs for cue in read.scope.narrow_places.find(text)
    ]
    wide = any(read.scope.wide_places.within(text) for _, text, read in theirs)
    if narrow and not wide and not own.scope.narrow_places.within(plain):
        for cue in own.scope.wide_places.find(plain):
            yield beyond(claim, cue, f"{does(claim, 'speak')} of “{narrow[0]}”")
    narrowed = any(
        cue.words not in own.scope.existing
        for cues in (own.scope.parts, own.scope.quantifiers, own.reserves.extent)
        for cue in cues.find(plain)
    )
    if narrowed or claim.quantities:
        return
    for there, text, read in theirs:
        for cue in read.scope.parts.find(text):
            counted = any(each.start < cue.end and cue.start < each.end for each in quantities(there.text, read))
            single = cue.words.split()[0] in read.numerals.articles  # “a member of”
            if not counted and not single and not read.reserves.weighty["quantifier"].within(cue.words):
                words = there.text[cue.start : cue.end]
                yield of_whole(
                    claim, "scope-widened",
                    f"{grounds_do(claim, 'say')} “{words}”; the claim speaks of the whole.",
                    f"Say “{words}” too, or what comes to the same.",
                )  # fmt: skip


_CLOSE = 3
"""Words between “the whole” and the place that it is about."""
