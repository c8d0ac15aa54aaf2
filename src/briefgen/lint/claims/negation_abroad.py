"""A claim denies what its passage in another language denies, and affirms what it affirms."""

from collections.abc import Iterator
from itertools import chain, islice

from briefgen.agreement.abroad import Abroad, abroad, speaks_of, texts_abroad
from briefgen.agreement.claim import Claim
from briefgen.agreement.denials import bare
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Contrast
from briefgen.agreement.willed import willed
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import contrary, left_out, opposite, refused

_SURE: tuple[Contrast, ...] = (
    "for-against", "accepting-refusing", "open-closed", "more-less", "allowed-banned", "success-failure",
    "arrested-released", "admitting-denying", "taking-losing", "returning-vanishing", "many-few", "killed-injured",
    "hired-dismissed", "extended-expired", "helping-hindering", "approving-criticising",
)  # fmt: skip
"""Opposites of which the words have one meaning in every language."""


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `negation-differs`: a denial on one side and none on the other, or an opposite."""
    if not claim.factual or not claim.foreign:
        return
    found = chain(_dropped(claim), _added(claim), _willed(claim), _refused(claim), _opposites(claim))
    yield from islice(found, 1)


def _near(claim: Claim) -> list[Abroad]:
    """The passages in other languages that speak of what the claim does; all of them where none is known to."""
    return [there for there in abroad(claim) if speaks_of(claim, there)] or list(abroad(claim))


def _denied(claim: Claim) -> bool:
    return claim.lexicon.denials.negation.within(bare(folded(claim.text), claim.lexicon))


def _dropped(claim: Claim) -> Iterator[Finding]:
    """A denial that the claim does not have, by whatever word."""
    own, mine = claim.lexicon, bare(folded(claim.text), claim.lexicon)
    if any(cues.within(mine) for cues in (own.denials.negation, own.denials.refusal, own.denials.denying)):
        return
    alone = len(list(abroad(claim))) == 1
    for there in _near(claim):
        plain = bare(folded(there.text), there.lexicon)
        denies = there.lexicon.denials.negation.find(plain) or there.lexicon.denials.denying.find(plain)
        if denies and (alone or speaks_of(claim, there, strictly=True)):
            yield left_out(claim, there.text[denies[0].start : min(len(there.text), denies[0].end + 20)].strip())


def _added(claim: Claim) -> Iterator[Finding]:
    """A denial of the claim, where no passage has a word of one."""
    if _denied(claim) and not any(_denies(there, folded(there.text)) for there in abroad(claim)) and _near(claim):
        cue = claim.lexicon.denials.negation.find(bare(folded(claim.text), claim.lexicon))[0]
        yield contrary(claim, cue.start, cue.end)


def _denies(there: Abroad, plain: str) -> bool:
    read = there.lexicon
    return any(cues.within(plain) for cues in (read.denials.negation, read.denials.refusal, read.denials.denying))


def _willed(claim: Claim) -> Iterator[Finding]:
    """A refusal, where it has only not been done."""
    texts = [(passage.text, read) for passage in texts_abroad(claim) if (read := passage.lexicon)]
    if claim.foreign and (cue := willed(claim.text, claim.lexicon, texts)):
        yield refused(claim, cue)


def _refused(claim: Claim) -> Iterator[Finding]:
    """“Opposes it”, where the passage says “does not oppose it”."""
    own, mine = claim.lexicon, bare(folded(claim.text), claim.lexicon)
    refusing = [cue for cue in own.denials.denying.find(mine) if cue.words not in own.denials.weak_denials]
    doubled = any(there.lexicon.denials.denying.within(folded(there.text)) for there in _near(claim))
    denied = any(_denies(there, bare(folded(there.text), there.lexicon)) for there in abroad(claim))
    if refusing and doubled and not denied:
        yield contrary(claim, refusing[0].start, refusing[0].end)


def _opposites(claim: Claim) -> Iterator[Finding]:
    """A word whose opposite stands in the passages, while neither stands in the other."""
    near = _near(claim)
    if not near:
        return
    mine, read = bare(folded(claim.text), claim.lexicon), near[0].lexicon
    whole = " \n ".join(bare(folded(there.text), there.lexicon) for there in near)
    if _denied(claim) != read.denials.negation.within(whole):
        return
    for kind in _SURE:
        own_pair, their_pair = claim.lexicon.denials.contrasts.get(kind), read.denials.contrasts.get(kind)
        if own_pair is None or their_pair is None:
            continue
        for one, other in ((0, 1), (1, 0)):
            found, there = own_pair[one].find(mine), their_pair[other].find(whole)
            if found and there and not own_pair[other].within(mine) and not their_pair[one].within(whole):
                yield opposite(claim, found[0], there[0].words)
