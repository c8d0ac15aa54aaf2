"""A phrase of a lexicon, beside a text.

It is written in small letters without accents. `*` stands for any letters, as for the ending of a word (`refus*`), `_`
for one word of any kind (`not _ enough`), `a|b` for either. Digits count as letters. Between its words a text has
spaces or hyphens, so no word of a phrase begins with a hyphen.

Lexicons have thousands of phrases, and a brief a few of them. Each is compared as it is written: to compile regular
expressions of them took half of the time of a check.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

LETTERS = re.compile(r"[^\W_]+")
_START = re.compile(r"[^\W_]+|(?<![^\W_])(?:[^\w\s]|_)")
"""A word, or a sign that no letter stands before."""

_GAP = re.compile(r"[\s-]+")

Word = tuple[tuple[str, ...], ...]
"""What may stand for one word of a phrase: each wording, as its pieces between the `*`. No pieces: any word."""

_ANY: Word = ((),)


@lru_cache(8192)
def words_of(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase."""
    return tuple(
        _ANY if word == "_" else tuple(tuple(wording.split("*")) for wording in word.split("|"))
        for word in phrase.split()
    )


def starts_of(phrase: str, text: str) -> Iterator[int]:
    """Where a phrase may begin in a folded text. A letter before it would make another word of it; an elided article
    (“l'”) would not."""
    for pieces in words_of(phrase)[0]:
        if not pieces or not pieces[0]:
            yield from (found.start() for found in _START.finditer(text))
            continue
        at = text.find(pieces[0])
        while at >= 0:
            if at == 0 or not text[at - 1].isalnum():
                yield at
            at = text.find(pieces[0], at + 1)


def end_of(phrase: str, text: str, start: int) -> int | None:
    """The offset behind a phrase that begins at such a place; None where it does not stand there."""
    return _end_of(words_of(phrase), 0, text, start)


def _end_of(words: tuple[Word, ...], at: int, text: str, start: int) -> int | None:
    last = at == len(words) - 1
    for pieces in words[at]:
        end = _wording(pieces, text, start)
        if end is None:
            continue
        if last:
            if end == len(text) or not text[end].isalnum():
                return end
        elif gap := _GAP.match(text, end):
            found = _end_of(words, at + 1, text, gap.end())
            if found is not None:
                return found
    return None


def _wording(pieces: tuple[str, ...], text: str, start: int) -> int | None:
    """Where one word of a phrase ends. No letter may follow it, so of several pieces the last stands as far behind as
    it can; the others stand as far in front."""
    if not pieces:
        return _letters_end(text, start) if start < len(text) and text[start].isalnum() else None
    if not text.startswith(pieces[0], start):
        return None
    at = start + len(pieces[0])
    for number, piece in enumerate(pieces[1:], start=2):
        reach = _letters_end(text, at) + len(piece)
        found = text.rfind(piece, at, reach) if number == len(pieces) else text.find(piece, at, reach)
        if found < 0:
            return None
        at = found + len(piece)
    return at


def _letters_end(text: str, at: int) -> int:
    letters = LETTERS.match(text, at)
    return letters.end() if letters else at
