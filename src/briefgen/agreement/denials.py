"""A text without what only looks like a denial: “not only”, “did not rule out”."""

import re
from functools import lru_cache

from briefgen.agreement.cues import Cue, blanked
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded

AROUND = 46
"""Letters around a word in which a denial bears on it."""


def bare(plain: str, lexicon: Lexicon) -> str:
    """A folded text without what only looks like a denial: “not only”. Each rule on denials asks for it."""
    return _bare(plain, lexicon.code)


@lru_cache(4096)
def _bare(plain: str, code: str) -> str:
    lexicon = loaded(code)
    if lexicon is None:
        return plain
    plain = blanked(plain, lexicon.denials.affirming)
    for cue in lexicon.denials.restrictive.find(plain):
        if not lexicon.denials.negation.within(cue.words.partition(" ")[2]):
            plain = _blanked(plain, cue.start, cue.end)
    for cue in lexicon.denials.negation.find(plain):
        before = plain[: cue.start].rsplit(maxsplit=1)
        if before and before[-1] in lexicon.denials.weak_denials:
            plain = _blanked(plain, cue.start, cue.end)  # “sin ningún”: one denial
    # “Did not rule out”, “n'exclut pas”: two denials are none.
    for cue in lexicon.denials.negation.find(plain):
        if lexicon.denials.denying.within(cue.words.partition("'")[2]):
            after = next((each for each in lexicon.denials.negation.find(plain) if 0 < each.start - cue.end <= 3), cue)
            plain = plain[: cue.start] + " " * (after.end - cue.start) + plain[after.end :]
    for cue in lexicon.denials.negation.find(plain):
        for refused in lexicon.denials.denying.find(plain[cue.end : cue.end + 24]):
            start, end = cue.end + refused.start, cue.end + refused.end
            most = 3 if cue.words in lexicon.denials.correlative else 2  # “nor the U.S. has failed to”
            if len(plain[cue.end : start].split()) <= most and not _CLAUSE.search(plain[cue.end : start]):
                behind_it = lexicon.denials.negation.find(plain[end : end + 8])[:1]  # the “pas” of “ne refusent pas”
                if behind_it and behind_it[0].start <= 1:
                    end += behind_it[0].end
                for each in _correlatives(plain, cue.start, end, lexicon):  # “ne manque ni de l'un ni de l'autre”
                    plain = _blanked(plain, each.start, each.end)
                for inner in lexicon.denials.negation.find(plain[cue.start : start]):  # “ne jamais manquer”
                    plain = _blanked(plain, cue.start + inner.start, cue.start + inner.end)
                plain = _blanked(plain, start, end)
                break
    return plain


def _correlatives(plain: str, start: int, end: int, lexicon: Lexicon) -> list[Cue]:
    """The “neither” and “nor” of a clause that belong to a denial between two offsets of it."""
    first = max((found.end() for found in _CLAUSE.finditer(plain, 0, start)), default=0)
    last = next((found.start() for found in _CLAUSE.finditer(plain, end)), len(plain))
    return [
        cue
        for cue in lexicon.denials.negation.find(plain)
        if first <= cue.start < last and cue.words in lexicon.denials.correlative
    ]


def _blanked(plain: str, start: int, end: int) -> str:
    return plain[:start] + " " * (end - start) + plain[end:]


_CLAUSE = re.compile(r"[,;:–—]|(?<!\b[a-z])\.")
