"""A claim is about no more than its passage in another language."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from briefgen.agreement.abroad import Abroad, abroad, speaks_of
from briefgen.agreement.claim import Claim
from briefgen.agreement.cues import blanked
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.quantities import quantities
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import beyond, does, whole_for_part


class _There(NamedTuple):
    """A passage in another language."""

    passage: Abroad
    text: str
    """Folded."""
    read: Lexicon
    """Of its language."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `scope-widened`."""
    if not claim.factual:
        return
    theirs = [_There(each, folded(each.text), each.lexicon) for each in abroad(claim) if speaks_of(claim, each)]
    if theirs:
        plain = blanked(folded(claim.text), claim.lexicon.scope.idle)
        found = chain(_all(claim, plain, theirs), _wide(claim, plain, theirs), _parts(claim, plain, theirs))
        yield from islice(found, 1)  # the others mostly say the same again


def _all(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """“All” where the passage says “some”; “the whole country” where it speaks of none."""
    own = claim.lexicon
    if any(read.scope.universal.within(text) or read.denials.negation.within(text) for _, text, read in theirs):
        return
    some = any(read.scope.quantifiers.within(text) or read.scope.parts.within(text) for _, text, read in theirs)
    if some and not own.denials.negation.within(plain):
        seeming = own.scope.seeming_universal.find(plain)
        for cue in own.scope.universal.find(plain):
            rates = any(cues.within(plain[cue.start : cue.end + 12]) for cues in own.amounts.per.values())
            if not rates and not any(each.start <= cue.start < each.end for each in seeming):
                yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")
    if not any(read.scope.wide_places.within(text) for _, text, read in theirs):
        for cue in own.scope.wide_places.find(plain):
            around = " ".join((*plain[: cue.start].split()[-_CLOSE:], cue.words))
            if own.scope.universal.within(around):  # “in the whole country”
                yield beyond(claim, cue, f"{does(claim, 'say')} nothing of all")


def _wide(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """The country, where the passage speaks of a city."""
    scope = claim.lexicon.scope
    if scope.narrow_places.within(plain) or any(read.scope.wide_places.within(text) for _, text, read in theirs):
        return
    narrow = [
        passage.text[cue.start : cue.end]
        for passage, text, read in theirs
        for cue in read.scope.narrow_places.find(text)
    ]
    for cue in scope.wide_places.find(plain) if narrow else ():
        yield beyond(claim, cue, f"{does(claim, 'speak')} of “{narrow[0]}”")


def _parts(claim: Claim, plain: str, theirs: Sequence[_There]) -> Iterator[Finding]:
    """“The party” for “members of the party”."""
    own = claim.lexicon
    narrowed = any(
        cue.words not in own.scope.existing
        for cues in (own.scope.parts, own.scope.quantifiers, own.reserves.extent)
        for cue in cues.find(plain)
    )
    if narrowed or claim.quantities:
        return
    for passage, text, read in theirs:
        for cue in read.scope.parts.find(text):
            counted = any(each.overlaps(cue.start, cue.end) for each in quantities(passage.text, read))
            single = cue.words.split()[0] in read.numerals.articles  # “a member of”
            if not counted and not single and not read.reserves.weighty["quantifier"].within(cue.words):
                yield whole_for_part(claim, passage.text[cue.start : cue.end])


_CLOSE = 3
"""Words between “the whole” and the place that it is about."""
