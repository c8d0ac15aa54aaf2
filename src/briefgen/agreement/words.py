"""What a stretch of text is about: the stems of its words, without the small ones."""

import re
from collections.abc import Iterable
from functools import lru_cache

from briefgen.agreement.folding import folded
from briefgen.agreement.lexicon import Lexicon
from briefgen.agreement.lexicon import lexicon as loaded
from briefgen.agreement.tokens import tokens

_LONGEST = 6
"""Letters of a stem: endings that no list foresees differ behind them."""


def stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return _stems(text, lexicon.code)


@lru_cache(8192)
def _stems(text: str, code: str) -> frozenset[str]:
    lexicon = loaded(code)
    if lexicon is None:
        return frozenset()
    words = (token.text for token in tokens(folded(text)) if token.kind == "word")
    return frozenset(stem(word, lexicon) for word in words if len(word) > 2 and word not in lexicon.small_words)


def stem(word: str, lexicon: Lexicon) -> str:
    """A folded word without its ending."""
    return _stem(word, lexicon.endings)


@lru_cache(8192)
def _stem(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_LONGEST]


def likeness(text: str, others: Iterable[str], lexicon: Lexicon) -> float:
    """The share of the words of a text that stand in others, from 0 to 1.

    Where it is low, the text is a free paraphrase, and that a single word is missing says little."""
    mine = stems(text, lexicon)
    theirs = frozenset().union(*(stems(other, lexicon) for other in others))
    return len(mine & theirs) / len(mine) if mine else 0.0


_FEWEST, _COVERED = 3, 0.8


def covers(text: str, other: str, lexicon: Lexicon, fewest: int = _FEWEST) -> bool:
    """Whether a text has nearly all the words of another, be it longer."""
    theirs = stems(other, lexicon)
    return len(theirs) >= fewest and len(theirs & stems(text, lexicon)) >= _COVERED * len(theirs)


_STOP = re.compile(r"[;:!?–—()“”«»\"\[\]…]|[.,](?!\d)")
"""Where a clause ends; a point or comma within a figure ends none."""


_REACH = 1_000
"""Letters around an offset in which the few words next to it stand."""


def behind(text: str, end: int, lexicon: Lexicon, most: int = 5) -> frozenset[str]:
    """The first few stems behind an offset of a text, up to the end of the clause."""
    rest = text[end : end + _REACH]
    stop = _STOP.search(rest)
    return _few(rest[: stop.start()] if stop else rest, lexicon, most)


def before(text: str, start: int, lexicon: Lexicon, most: int = 4) -> frozenset[str]:
    """The last few stems before an offset, from the beginning of the clause."""
    rest = text[max(0, start - _REACH) : start]
    cut = max((found.end() for found in _STOP.finditer(rest)), default=0)
    return _few(rest[cut:], lexicon, -most)


def _few(text: str, lexicon: Lexicon, most: int) -> frozenset[str]:
    words = [
        token.text
        for token in tokens(folded(text))
        if token.kind == "word" and len(token.text) > 2 and token.text not in lexicon.small_words
    ]
    chosen = words[:most] if most > 0 else words[most:]
    return frozenset(stem(word, lexicon) for word in chosen)
