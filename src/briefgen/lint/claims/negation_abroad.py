"""A claim denies what its passage in another language denies, and affirms what it affirms."""

from collections.abc import Iterator

from briefgen.agreement.abroad import abroad, speaks_of, texts_abroad
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
    if not claim.factual:
        return
    own = claim.lexicon
    mine = bare(folded(claim.text), own)
    near = [there for there in abroad(claim) if speaks_of(claim, there)] or list(abroad(claim))
    theirs = [(there, bare(folded(there.text), there.lexicon)) for there in near]
    denied = own.negation.within(mine)
    denials = [
        (text, bare(text, there.lexicon), (there.lexicon.negation, there.lexicon.refusal, there.lexicon.denying))
        for there in abroad(claim)
        if (text := folded(there.text))
    ]
    for there, plain in theirs:
        denies = there.lexicon.negation.find(plain) or there.lexicon.denying.find(plain)
        strictly = len(denials) == 1 or speaks_of(claim, there, strictly=True)
        if denies and strictly and not denied and not own.refusal.within(mine) and not own.denying.within(mine):
            words = there.text[denies[0].start : min(len(there.text), denies[0].end + 20)].strip()
            yield left_out(claim, words)
            return
    affirmed = not any(cues.within(plain) for _, plain, kinds in denials for cues in kinds)
    if denied and theirs and not any(cues.within(text) for text, _, kinds in denials for cues in kinds):
        cue = own.negation.find(mine)[0]
        yield contrary(claim, cue.start, cue.end)
        return
    texts = [(passage.text, read) for passage in texts_abroad(claim) if (read := passage.lexicon)]
    if claim.foreign and (will := willed(claim.text, own, texts)):
        yield refused(claim, will)
        return
    doubled = any(there.lexicon.denying.within(folded(there.text)) for there, _ in theirs)
    refusing = [cue for cue in own.denying.find(mine) if cue.words not in own.weak_denials]
    if refusing and doubled and affirmed:  # “opposes it”, where the passage says “does not oppose it”
        cue = refusing[0]
        yield contrary(claim, cue.start, cue.end)
        return
    whole = " \n ".join(plain for _, plain in theirs)
    for kind in _SURE if theirs else ():
        pair, abroad_pair = own.contrasts.get(kind), theirs[0][0].lexicon.contrasts.get(kind)
        if not pair or not abroad_pair or denied != theirs[0][0].lexicon.negation.within(whole):
            continue
        for one, other in ((0, 1), (1, 0)):
            found, there_words = pair[one].find(mine), abroad_pair[other].find(whole)
            if found and there_words and not pair[other].within(mine) and not abroad_pair[one].within(whole):
                yield opposite(claim, found[0], there_words[0].words)
                return
