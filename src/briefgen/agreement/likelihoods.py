"""Words of likelihood in a text, as terms of the scales."""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from briefgen.agreement.cues import Cues, overlap
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon, lexicon

_GAP = re.compile(r"[\s-]+")


class Stated(msgspec.Struct, frozen=True):
    """A likelihood that a text states. Offsets are those of the text."""

    start: int
    end: int
    terms: tuple[str, ...]
    """The terms of the scales that it comes to, on whichever scale; none where it belongs to no scale."""


def likelihoods(text: str, of: Lexicon) -> list[Stated]:
    """All of them, in order. “More likely” compares, and states none."""
    terms, cues = _forms(of.code)
    plain = folded(text)
    found = cues.find(plain)
    if not found:
        return []
    stated = [Stated(cue.start, cue.end, terms[_GAP.sub(" ", cue.words)]) for cue in found]
    aside = of.reserves.comparing.find(plain)
    return [one for one in stated if not one.terms or not any(overlap(one, each) for each in aside)]


def may_state(plain: str, of: Lexicon) -> bool:
    """Whether a folded text has any word of likelihood."""
    return _forms(of.code)[1].within(plain)


@lru_cache(8)
def _forms(code: str) -> tuple[Mapping[str, tuple[str, ...]], Cues]:
    """How likelihoods are said → the terms that they come to; and a search for all of them."""
    known = lexicon(code)
    out: dict[str, tuple[str, ...]] = {}
    for term, forms in known.reserves.likelihoods.items() if known else ():
        for form in forms:
            out[form] = (*out.get(form, ()), term) if term else ()
    return out, Cues(*out)
