"""By what a phrase is looked for: the words that a text must hold wherever the phrase stands in it.

A claim is asked for some two hundred kinds of phrases and has two or three of them. So the words of a text are gathered
once, under all the anchors that they are, and a kind of phrase of which no anchor is among them is not looked for.

An anchor is a word (`enough`), the beginning of one (`refus*`), or nothing, which stands in every text.
"""

from functools import lru_cache

from briefgen.agreement.phrase import LETTERS, words_of

NOTHING = ""

_LENGTHS = (5, 3, 1)
"""Letters of the beginnings of words. A longer one is looked for by its first five (`refus*`), one of four by three."""


def anchors(phrase: str) -> frozenset[str]:
    """One of these stands in every text that holds the phrase: those of its longest word, which is the rarest."""
    of_words = [word if isinstance(word, frozenset) else frozenset(map(_anchor, word)) for word in words_of(phrase)]
    return max(of_words, key=_least) if len(of_words) > 1 else of_words[0]


def _least(word: frozenset[str]) -> int:
    return min(map(len, word))


def _anchor(pieces: tuple[str, ...]) -> str:
    """The longest run of letters of a wording, up to its first `*`."""
    if not pieces:
        return NOTHING
    first = pieces[0]
    runs = [first] if first.isalnum() else LETTERS.findall(first)
    if len(pieces) > 1 and runs and first.endswith(runs[-1]):
        runs[-1] = next(runs[-1][:length] + "*" for length in _LENGTHS if length <= len(runs[-1]))
    return max(runs, key=len, default=NOTHING)


@lru_cache(4096)
def anchored(text: str) -> frozenset[str]:
    """All the anchors in a folded text."""
    return frozenset().union((NOTHING,), *map(_anchors, set(LETTERS.findall(text))))


@lru_cache(16384)
def _anchors(word: str) -> tuple[str, ...]:
    """All that a word is an anchor of: `nobody` → `nobody`, `nobod*`, `nob*`, `n*`."""
    return (word, *(word[:length] + "*" for length in _LENGTHS if length <= len(word)))
