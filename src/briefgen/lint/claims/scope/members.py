"""“The party” for “members of the party”."""

import re
from collections.abc import Iterator

from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.folding import folded
from briefgen.agreement.quantities import quantities
from briefgen.agreement.words import behind, stems
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import whole_for_part


def parts(claim: Claim, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """“The party” for “members of the party”."""
    lexicon = claim.lexicon
    plain = folded(claim.text)
    mine = stems(claim.text, lexicon)
    narrowing = (lexicon.scope.parts, lexicon.scope.quantifiers, lexicon.reserves.extent)
    kept = [cue.words for cues in narrowing for cue in cues.find(plain) if cue.words not in lexicon.scope.existing]
    for passage in passages:
        counted = quantities(passage.text, lexicon)
        for cue in lexicon.scope.parts.find(folded(passage.text)):
            following = behind(passage.text, cue.end, lexicon, 2)
            others = {each.words for cues in narrowing for each in cues.find(folded(passage.text))} - {cue.words}
            if any(words not in others for words in kept):
                continue
            if lexicon.reserves.weighty["quantifier"].within(cue.words):
                continue  # a reserve, which another rule looks at
            if any(each.overlaps(cue.start, cue.end) for each in counted):
                continue  # “more than half of”: a number, which another rule looks at
            if following and following <= mine and not _belongs(claim.text, passage.text[cue.end :]):
                yield whole_for_part(claim, passage.text[cue.start : cue.end])
                return


_BELONGING = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,60},?\s(?:of|from|de|du|del|d['’])(?:\s?(?:the|el|la|los|las|le|les|l['’]))?\s?$"
)


def _belongs(text: str, behind_part: str) -> bool:
    """Whether a claim has a name before the whole: “Monique Clesca of the Montana Group”, for a member of it."""
    whole = re.search(r"[A-ZÀ-ÖØ-Þ][\w'’-]+", behind_part)
    return whole is not None and _BELONGING.search(text[: max(0, text.find(whole[0]))]) is not None
