"""Which words of a text stand under a denial: “have not sent troops” denies “sent”, and with it “troops”."""

import re
from functools import lru_cache

import msgspec

from briefgen.agreement.denials import bare
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.tokens import tokens
from briefgen.agreement.words import stem

_PIECE = re.compile(r"(?:[^,;:.!?–—()“”«»\"]|[.,](?=\d))+")
"""A stretch between stops and commas."""


class Word(msgspec.Struct, frozen=True):
    """A word of meaning where it stands."""

    stem: str
    start: int
    denied: bool
    head: bool
    """Whether it is the first behind the denial."""
    denial: tuple[int, int]
    """Where the denial stands; two zeros where there is none."""
    piece: tuple[int, int]
    """The stretch between stops and commas that it stands in."""


def polarity(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of meaning of a text, in order."""
    return _polarity(text, lexicon.code)


@lru_cache(4096)
def _polarity(text: str, code: str) -> tuple[Word, ...]:
    lexicon = loaded(code)
    if lexicon is None:
        return ()
    plain = bare(folded(text), lexicon)
    denials = lexicon.denials.negation.find(plain)
    out: list[Word] = []
    words = [
        token
        for token in tokens(plain)
        if token.kind == "word" and len(token.text) > 2 and token.text not in lexicon.small_words
    ]
    for piece in _PIECE.finditer(plain):
        first, last = piece.span()
        here = [cue for cue in denials if first <= cue.start < last]
        telling = [
            token
            for token in words
            if first <= token.start < last and not any(cue.start <= token.start < cue.end for cue in here)
        ]
        for at, token in enumerate(telling):
            before = [cue for cue in here if cue.end <= token.start]
            # “Ne prescrit pas”: the two are one denial, and what stands between them is its head.
            head = bool(before) and not any(other.start > before[0].end for other in telling[:at])
            where = (before[0].start, before[-1].end) if before else (0, 0)
            out.append(Word(stem(token.text, lexicon), token.start, bool(before), head, where, piece.span()))
    return tuple(out)
