"""What those who were asked say is not what everyone thinks."""

from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.folding import folded
from briefgen.agreement.words import stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import grounds_do, of_whole


def asked(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """What those who were asked say is not what everyone thinks."""
    lexicon = claim.lexicon
    mine = stems(claim.text, lexicon)
    theirs = folded(max((each.text for each in passages), key=lambda text: len(stems(text, lexicon) & mine)))
    plain = folded(claim.text)
    strong = [
        cue
        for cue in lexicon.scope.asked.find(theirs)
        if cue.words not in lexicon.scope.surveys
        and not lexicon.voices.saying.within(cue.words)
        and not stems(cue.words, lexicon) & mine
    ]
    if not strong or lexicon.scope.asked.within(plain) or lexicon.voices.saying.within(plain):
        return
    if any(ground.fact.attributed_to for ground in claim.grounds):
        return
    yield of_whole(
        claim, "scope-widened",
        f"{grounds_do(claim, 'give')} the answers of some (“{strong[0].words}”); the claim speaks of everyone.",
        "Say who was asked.",
    )  # fmt: skip
