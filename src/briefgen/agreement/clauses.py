"""The clauses of a text: what its sentences are made of, as far as signs and joining words tell."""

import re

from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.prose.sentences import sentences

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r";|,\s(?=([^\W_]+))")


def clauses(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Start and end of each: sentences, cut at semicolons, and behind a comma before a “but” or “whereas”."""
    out: list[tuple[int, int]] = []
    for start, end in sentences(text):
        at = start
        first = _WORD.search(text, start, end)
        opens = first is not None and folded(first[0]) in lexicon.opening
        for found in _CUT.finditer(text, start, end):
            if found[0] == ";" or opens or folded(found[1]) in lexicon.opening:
                opens = False  # “Whereas the ministry admits 740, the union …”
                out.append((at, found.start()))
                at = found.end()
        out.append((at, end))
    return out


def clause(text: str, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The one that an offset stands in; the whole text where it stands between two."""
    return next((span for span in clauses(text, lexicon) if span[0] <= at < span[1]), (0, len(text)))
