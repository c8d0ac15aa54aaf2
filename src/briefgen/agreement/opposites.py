"""Pairs of opposites, of which a text holds few: found by its words, not by asking for one after another."""

from functools import cache

from briefgen.agreement.anchor import anchored
from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded


def opposites(plain: str, lexicon: Lexicon) -> list[tuple[Cues, Cues]]:
    """Words that may stand in a folded text, each kind with its opposites; in the order of the lexicon."""
    sides = _by_anchor(lexicon.code)
    places = {place for anchor in anchored(plain) if anchor in sides for place in sides[anchor]}
    pairs = list(lexicon.denials.contrasts.values()) if places else []
    return [(pairs[number][side], pairs[number][1 - side]) for number, side in sorted(places)]


@cache
def _by_anchor(code: str) -> dict[str, list[tuple[int, int]]]:
    """Anchor → the pairs that have it, each with the side that it stands on."""
    found: dict[str, list[tuple[int, int]]] = {}
    known = loaded(code)
    for number, pair in enumerate(known.denials.contrasts.values() if known else ()):
        for side, cues in enumerate(pair):
            for anchor in cues.anchors:
                found.setdefault(anchor, []).append((number, side))
    return found
