"""A word that is denied in a claim and affirmed in its passages, or the other way about, among the same others."""

from collections import defaultdict

import msgspec

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.contraries import opposed
from briefgen.agreement.denials import AROUND
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.polarity import Word, polarity
from briefgen.agreement.words import stems
from briefgen.prose.sentences import sentences


class Turned(msgspec.Struct, frozen=True):
    """Such a word."""

    denial: tuple[int, int]
    """Where the denial stands, in the claim or in the passage."""
    passage: Passage | None
    """That denies it; none where the claim does."""


def turned(claim: Claim, passages: list[Passage]) -> Turned | None:
    """The first such word: denied in the claim only, or in these passages only."""
    lexicon = claim.lexicon
    mine = polarity(claim.text, lexicon)
    mine_of = defaultdict(list)
    for word in mine:
        mine_of[word.stem].append(word)
    theirs_of = defaultdict(list)
    for passage in passages:
        for other in polarity(passage.text, lexicon):
            theirs_of[other.stem].append((passage, other))
    for word in mine:
        its, same = theirs_of[word.stem], mine_of[word.stem]
        for passage, other in its:
            if word.denied == other.denied or not (word.head or other.head):
                continue
            if any(each.denied for each in same) != all(each.denied for each in same):
                continue
            if any(each.denied != other.denied for _, each in its):
                continue
            if word.denied and claim.computed:
                continue
            if not _same_company(word, claim.text, other, passage.text, lexicon):
                continue
            return Turned(word.denial, None) if word.denied else Turned(other.denial, passage)
    return None


def _same_company(mine: Word, text: str, its: Word, other: str, lexicon: Lexicon) -> bool:
    """Whether two words stand among the same others, and what is denied of the one is said of the other in no other
    way."""
    here, there = text[slice(*mine.piece)], other[slice(*its.piece)]
    first, second = stems(here, lexicon), stems(there, lexicon)
    shared = first & second
    if (
        len(shared) < min(_COMPANY, len(first), len(second))
        or len(shared) < 2
        or len(shared) < _SHARED * min(len(first), len(second))
    ):
        return False
    affirming, word = (text, mine) if its.denied else (other, its)
    start = next((first for first, last in sentences(affirming) if first <= word.start < last), 0)
    affirmed = folded(affirming)[start : _through_colon(affirming, word.piece[1])]
    denied, start = (folded(other), its.denial[1]) if its.denied else (folded(text), mine.denial[1])
    if any(
        cues.within(affirmed) for cues in (lexicon.denials.negation, lexicon.denials.refusal, lexicon.denials.denying)
    ):
        return False
    if lexicon.denials.contrasts["joining-leaving"][1].within(folded(affirming)):
        return False  # who has left is no longer there
    behind_it = denied[start : start + AROUND]
    return not opposed(behind_it, affirmed, lexicon) and not lexicon.denials.refusal.within(
        " ".join(behind_it.split()[:2])
    )


def _through_colon(text: str, end: int) -> int:
    """Where the words end behind a colon or a dash that closes a stretch: “Answer: none received”."""
    if text[end : end + 1] not in {":", "–", "—"}:
        return end
    return next((last for first, last in sentences(text) if first <= end < last), end)


_COMPANY, _SHARED = 3, 0.6
"""Words that two stretches have in common at least, and how many of the shorter's."""
