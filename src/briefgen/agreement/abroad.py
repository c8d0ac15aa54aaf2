"""A claim beside passages in another language that have no translation: what both are about, as far as words are alike.

The questions are the same as in one language. Each asks its words of the passage in the lexicon of the passage, and
those of the claim in the lexicon of the claim."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from briefgen.agreement.alike import alike, words_alike
from briefgen.agreement.claim import Claim, Passage
from briefgen.agreement.clauses import clauses
from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.quantities import quantities
from briefgen.prose.language import same

_WORD = re.compile(r"[^\W_]+")
_WHOLE = 0.75
"""How long a claim is, at least, that restates a whole passage."""

_SMALLEST = 3
"""Letters of a word that may show what a text is about."""


class Abroad(msgspec.Struct, frozen=True):
    """A clause of a passage in another language."""

    text: str
    lexicon: Lexicon
    whole: bool
    """Whether the claim is about the whole passage: it is this one clause, or no longer than the claim."""


def abroad(claim: Claim) -> Iterator[Abroad]:
    """The clauses that a claim is held to: of the quotes for a statement, and of the statements for a sentence."""
    if not claim.foreign:
        return
    others = [passage for passage in claim.passages if not same(passage.lang, claim.lang)]
    stated = [passage for passage in others if passage.kind == "statement"]
    for passage in stated or others:
        if read := passage.lexicon:
            spans = clauses(passage.text, read)
            whole = len(spans) == 1 or len(claim.text.split()) >= _WHOLE * len(passage.text.split())
            for start, end in spans:
                yield Abroad(passage.text[start:end], read, whole)


def texts_abroad(claim: Claim) -> list[Passage]:
    """All passages in another language that a lexicon reads."""
    return [passage for passage in claim.passages if passage.lexicon and not same(passage.lang, claim.lang)]


def speaks_of(claim: Claim, there: Abroad, strictly: bool = False) -> bool:
    """Whether a claim is about what a clause is about: they share words that are alike, or figures. `strictly`: that
    the claim is about the whole passage does not do."""
    if there.whole and not strictly:
        return True
    mine = words_alike(claim.text)
    telling = _telling(there.text, there.lexicon.code)
    shared = [word for word in telling if any(alike(word, other) for other in mine)]
    shared += [word for word in words_alike(there.text) & mine if word.startswith("#")]
    counted = {value for each in quantities(claim.text, claim.lexicon) for value in each.values}
    shared += ["" for each in quantities(there.text, there.lexicon) if not counted.isdisjoint(each.values)]
    return len(shared) >= 2 or (bool(telling) and len(shared) >= (_STRICT if strictly else _SHARE) * len(telling))


_SHARE, _STRICT = 0.25, 0.34
"""The least share of the words of a clause that a claim about it has, in words that are alike."""


@lru_cache(4096)
def _telling(text: str, code: str) -> tuple[str, ...]:
    lexicon = loaded(code)
    small = lexicon.small_words if lexicon else frozenset[str]()
    words = dict.fromkeys(_WORD.findall(folded(text)))
    return tuple(word for word in words if word not in small and (len(word) > _SMALLEST or word.isdecimal()))
