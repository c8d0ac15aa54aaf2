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
from typing import TypeAlias

LETTERS = re.compile(r"[^\W_]+")
_START = re.compile(r"[^\W_]+|(?<![^\W_])(?:[^\w\s]|_)")
"""A word, or a sign that no letter stands before."""

_GAP = re.compile(r"[\s-]+")

Word: TypeAlias = tuple[tuple[str, ...], ...] | frozenset[str]
"""What may stand for one word of a phrase: each wording, as its pieces between the `*`. No pieces: any word. Many plain
words are a set."""

_ANY: Word = ((),)

_MANY = 4
"""Wordings above which it is sooner to look a word up than to compare it with each."""


@lru_cache(8192)
def words_of(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase."""
    return tuple(map(_word, phrase.split()))


def _word(written: str) -> Word:
    if written == "_":
        return _ANY
    wordings = written.split("|")
    if len(wordings) > _MANY and all(map(str.isalnum, wordings)):
        return frozenset(wordings)
    return tuple(tuple(wording.split("*")) for wording in wordings)


def starts_of(phrase: str, text: str) -> Iterator[int]:
    """Where a phrase may begin in a folded text. A letter before it would make another word of it; an elided article
    (“l'”) would not."""
    first = words_of(phrase)[0]
    if isinstance(first, frozenset):
        yield from (found.start() for found in LETTERS.finditer(text) if found[0] in first)
        return
    for pieces in first:
        if not pieces or not pieces[0]:
            yield from (found.start() for found in _START.finditer(text))
        else:
            yield from (at for at in occurrences(pieces[0], text) if at == 0 or not text[at - 1].isalnum())


def occurrences(letters: str, text: str) -> Iterator[int]:
    """Wherever letters stand in a text; all places, for no letters."""
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + 1)


def end_of(phrase: str, text: str, start: int) -> int | None:
    """The offset behind a phrase that begins at such a place; None where it does not stand there."""
    return _end_of(words_of(phrase), 0, text, start)


def _end_of(words: tuple[Word, ...], at: int, text: str, start: int) -> int | None:
    last = at == len(words) - 1
    for end in _ends(words[at], text, start):
        if last:
            if end == len(text) or not text[end].isalnum() or text[end - 1] == "'":  # “moins d'” in “moins d'un”
                return end
        elif gap := _GAP.match(text, end):
            found = _end_of(words, at + 1, text, gap.end())
            if found is not None:
                return found
    return None


def _ends(word: Word, text: str, start: int) -> Iterator[int]:
    """Where the wordings of one word end that stand at a place, in their order."""
    if isinstance(word, frozenset):
        letters = LETTERS.match(text, start)
        if letters and letters[0] in word:
            yield letters.end()
        return
    for pieces in word:
        end = _wording(pieces, text, start)
        if end is not None:
            yield end


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
