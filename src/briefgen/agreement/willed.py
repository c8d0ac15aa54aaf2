"""Whether a text says of what has not been done that it was refused: “have refused” for “have not”."""

from collections.abc import Iterable

from briefgen.agreement.cues import Cue
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon

_NEXT = 3
"""Words behind a denial among which the verb stands."""


def willed(text: str, lexicon: Lexicon, others: Iterable[tuple[str, Lexicon]]) -> Cue | None:
    """The word of refusal in a text, where the others say only that it is not done; None where they refuse too."""
    found = lexicon.denials.refusing.find(folded(text))
    undone = False
    for other, read in others:
        plain = folded(other)
        against = (read.denials.contrasts["accepting-refusing"][1], read.denials.contrasts["for-against"][1])
        if (
            read.denials.refusing.within(plain)
            or read.denials.denying.within(plain)
            or any(cues.within(plain) for cues in against)
        ):
            return None
        for cue in read.denials.undone.find(plain):
            if read.reserves.intention.within(" ".join(plain[cue.end :].split()[:_NEXT])):
                return None  # “has not agreed”, “n'a pas voulu”
            undone = True
    return found[0] if found and undone else None
