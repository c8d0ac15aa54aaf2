"""Hedges: whether a claim is as cautious as its passage, and the likelihood terms in a text."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from briefgen.claims.claim import Claim, Grounds
from briefgen.claims.dates import apart, dates
from briefgen.claims.lexicon import Hedge, Lexicon, lexicon
from briefgen.claims.phrases import Cues, overlap
from briefgen.claims.quantities import quantities
from briefgen.claims.speech import sayings
from briefgen.claims.text import folded


class Reserve(NamedTuple):
    """A reserve of a passage, and the claim that should have one."""

    plain: str
    """The folded text of the claim, without dates."""
    claim: Claim
    ground: Grounds
    words: str
    """Those of the reserve."""
    read: Lexicon
    """That of their language."""

    @property
    def lexicon(self) -> Lexicon:
        """That of the language of the claim."""
        return self.claim.lexicon


def kept(hedge: Hedge, reserve: Reserve) -> bool:
    """Whether the claim has a reserve of the kind."""
    if hedge != "quantifier" and reserve.words in reserve.plain:
        return True  # the very words
    decided = _DECIDES[hedge](reserve) if hedge in _DECIDES else None
    if decided is not None:
        return decided
    lexicon = reserve.lexicon
    return any(cues.within(reserve.plain) for cues in (*_keeping(lexicon)[hedge], lexicon.reserves.weighty[hedge]))


def _quantifier(reserve: Reserve) -> bool:
    """What says “all” instead goes too far for another rule."""
    lexicon = reserve.lexicon
    return (
        lexicon.scope.universal.within(reserve.plain)
        or _narrowed(reserve.plain, reserve.claim.text, lexicon)
        or (_half(reserve.claim.text, lexicon) and reserve.read.scope.majority.within(reserve.words))
    )


def _allegation(reserve: Reserve) -> bool | None:
    lexicon, plain = reserve.lexicon, reserve.plain
    if reserve.read.reserves.suspicions.within(reserve.words):
        alleged = any(
            lexicon.reserves.suspicions.within(cue.words) or not lexicon.voices.saying.within(cue.words)
            for cue in lexicon.reserves.allegation.find(plain)
        )
        return alleged or lexicon.reserves.doubt.within(plain)
    attributed = (
        reserve.ground.fact.attributed_to or lexicon.voices.saying.within(plain) or sayings(reserve.claim.text, lexicon)
    )
    return True if attributed else None


def _doubt(reserve: Reserve) -> bool | None:
    lexicon, read, plain, words = reserve.lexicon, reserve.read, reserve.plain, reserve.words
    if lexicon.amounts.about.within(plain) and read.amounts.about.within(words):
        return True  # “about” for “estimated at”
    if read.reserves.possible.within(words) and lexicon.denials.able.within(plain):
        return True  # “can” for “may”
    opined = read.voices.saying.within(words) or read.voices.stances.within(words)
    if opined and (sayings(reserve.claim.text, lexicon) or reserve.ground.fact.attributed_to):
        return True  # who believes it is named
    return True if _otherwise_unsure(reserve) or _intends(plain, lexicon) else None


def _otherwise_unsure(reserve: Reserve) -> bool:
    """Whether the claim gives a range, an allegation or a condition that its passages have not."""
    lexicon, plain = reserve.lexicon, reserve.plain
    passages = reserve.ground.passages
    if _ranges(reserve.claim.text, lexicon) and not any(
        _ranges(passage.text, passage.lexicon) for passage in passages if passage.lexicon
    ):
        return True
    theirs = " \n ".join(folded(passage.text) for passage in passages)
    return any(
        not lexicon.voices.saying.within(cue.words) and cue.words not in theirs
        for cue in lexicon.reserves.allegation.find(plain)
    ) or any(cue.words not in theirs for cue in lexicon.reserves.weighty["condition"].find(plain))


def _wish(reserve: Reserve) -> bool | None:
    return True if _quotes(reserve.claim.text) or _intends(reserve.plain, reserve.lexicon) else None


def _intention(reserve: Reserve) -> bool | None:
    return True if _quotes(reserve.claim.text) else None


def _so_far(reserve: Reserve) -> bool | None:
    """“It has not been used” is up to now."""
    denials = reserve.lexicon.denials
    if not (denials.negation.within(reserve.plain) and denials.perfect.within(reserve.plain)):
        return None
    return any(
        each.lexicon.denials.negation.within(folded(each.text)) for each in reserve.ground.passages if each.lexicon
    )


_DECIDES: Mapping[Hedge, Callable[[Reserve], bool | None]] = {
    "quantifier": _quantifier,
    "allegation": _allegation,
    "doubt": _doubt,
    "wish": _wish,
    "intention": _intention,
    "so-far": _so_far,
}
"""By kind of reserve, whether the claim has one; None where only its words can tell."""


def _quotes(text: str) -> bool:
    """Whether the very words may be there."""
    return "“" in text or "«" in text


def _intends(plain: str, lexicon: Lexicon) -> bool:
    return any(cue.words not in lexicon.reserves.future for cue in lexicon.reserves.intention.find(plain))


def _half(text: str, lexicon: Lexicon) -> bool:
    return any(each.kind == "share" and each.value >= 0.5 for each in quantities(text, lexicon))


def _narrowed(plain: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a word says that it is not about all; “half of”, a number, says that of what it counts only."""
    found = quantities(text, lexicon)
    return any(
        not any(each.overlaps(cue.start, cue.end) for each in found)
        for cues in (lexicon.scope.quantifiers, lexicon.scope.parts, lexicon.reserves.extent)
        for cue in cues.find(plain)
    )


def _ranges(text: str, lexicon: Lexicon) -> bool:
    """Whether a claim gives a range, which is itself a reserve."""
    found = apart(quantities(text, lexicon), dates(text, lexicon))
    between = lexicon.numerals.between
    return any(folded(text[first.end : second.start]).strip(" €$£") in between for first, second in pairwise(found))


def _keeping(lexicon: Lexicon) -> Mapping[Hedge, tuple[Cues, ...]]:
    """For each kind of reserve, the words of a claim that keep it. Kinds overlap: “may” for “it is alleged”."""
    return {
        "quantifier": (),
        "allegation": (lexicon.reserves.allegation, lexicon.reserves.doubt),
        "doubt": (lexicon.reserves.doubt,),
        "wish": (lexicon.reserves.doubt,),
        "intention": (lexicon.reserves.intention, lexicon.reserves.doubt),
        "condition": (lexicon.reserves.condition,),
        "extent": (lexicon.reserves.extent, lexicon.scope.quantifiers, lexicon.amounts.about, lexicon.scope.parts),
        "so-far": (lexicon.reserves.so_far,),
    }


# Words of likelihood in a text, as terms of the scales.

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
