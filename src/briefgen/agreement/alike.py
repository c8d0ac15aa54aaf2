"""Words of two languages that are one word: names, and words that both have from Latin or Greek."""

import re
from collections.abc import Iterable
from functools import lru_cache

from briefgen.agreement.exonyms import EXONYMS
from briefgen.agreement.folding import folded

_SPELLINGS = (
    ("tion", "cion"), ("sion", "cion"),
    ("ph", "f"), ("th", "t"), ("rh", "r"), ("ch", "c"), ("qu", "c"), ("ck", "c"), ("k", "c"), ("y", "i"), ("w", "v"),
    ("x", "s"), ("z", "s"), ("ç", "c"), ("j", "i"), ("h", ""),
)  # fmt: skip
"""How one sound is written here and there: `pharmacie`, `farmacia`."""

_SHORTEST = 4
_SHARE = 0.6
"""Letters that two words must have in common at their beginning, and how much of the longer that must be."""

_DOUBLED = re.compile(r"([a-z])\1")
_WORD = re.compile(r"[^\W_]+")


def alike(one: str, other: str) -> bool:
    """Whether two folded words are one word: `haitian` and `haitiano`, `mission` and `mision`."""
    if one == other:
        return True
    first, second = _spelled(one), _spelled(other)
    shared = next((n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    shared = min(len(first), len(second)) if shared is None else shared
    return shared >= _SHORTEST and shared >= _SHARE * max(len(first), len(second))


def akin(one: str, other: str) -> bool:
    """Whether two folded words begin alike: “bloqueos”, “blockades”."""
    return _spelled(one)[:_SHORTEST] == _spelled(other)[:_SHORTEST]


def stands_alike(word: str, others: Iterable[str]) -> bool:
    """Whether a word stands among words of another language."""
    return any(alike(word, other) for other in others)


@lru_cache(8192)
def words_alike(text: str) -> frozenset[str]:
    """The folded words of a text, and for each name that changes with the language one that does not."""
    plain = folded(text).replace(".", "")
    words = set(_WORD.findall(plain))
    spaced = f" {' '.join(_WORD.findall(plain))} "
    for number, forms in enumerate(EXONYMS):
        if any(f" {form} " in spaced for form in forms):
            words.add(f"#{number}")
    return frozenset(words)


def exonyms(text: str) -> frozenset[str]:
    """The names in a text that change with the language, each by a sign of its own."""
    return frozenset(word for word in words_alike(text) if word.startswith("#"))


def of_exonyms(word: str, signs: Iterable[str]) -> bool:
    """Whether a folded word belongs to one of some such names."""
    return any(word in form.split() for sign in signs for form in EXONYMS[int(sign[1:])])


def _spelled(word: str) -> str:
    word = _DOUBLED.sub(r"\1", word)
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return word
