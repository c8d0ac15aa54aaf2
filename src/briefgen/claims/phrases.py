"""Phrases of a lexicon, compiled and found in a text."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Protocol, TypeAlias

import msgspec

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


# By what a phrase is looked for: the words that a text must hold wherever the phrase stands in it.
#
# A claim is asked for some two hundred kinds of phrases and has two or three of them. So the words of a text
# are gathered once, under all the anchors that they are, and a kind of phrase of which no anchor is among them
# is not looked for.
#
# An anchor is a word (`enough`), the beginning of one (`refus*`), or nothing, which stands in every text.

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


# Words and phrases that a lexicon lists, found in a text. How a phrase is written stands in `phrase`.


class Cue(msgspec.Struct, frozen=True):
    """A phrase where it stands. Offsets are those of the text."""

    start: int
    end: int
    words: str
    """As they stand in the folded text."""


class Stretch(Protocol):
    """Whatever stands somewhere in a text."""

    @property
    def start(self) -> int:
        """The offset of its first letter."""

    @property
    def end(self) -> int:
        """The offset behind its last."""


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches of a text share a letter."""
    return one.start < other.end and other.start < one.end


class Cues:
    """The phrases of one kind."""

    def __init__(self, *phrases: str) -> None:
        self.phrases = phrases

    def find(self, text: str) -> list[Cue]:
        """All of them in a folded text, in order, without overlap; of two at one place, the longer."""
        there = anchored(text)
        if self.anchors.isdisjoint(there):
            return []
        places = [
            (start, rank, phrase)
            for anchor in self.anchors & there
            for rank, phrase in self._by_anchor[anchor]
            for start in starts_of(phrase, text)
        ]
        found: list[Cue] = []
        reached = 0
        for start, _, phrase in sorted(places):
            if start >= reached and (end := end_of(phrase, text, start)) is not None:
                found.append(Cue(start, end, text[start:end]))
                reached = end
        return found

    def standing(self, text: str) -> tuple[Cue, ...]:
        """The same, remembered: for a text of which one stretch after another is asked about."""
        return _standing(self, text)

    def within(self, text: str) -> bool:
        """Whether any of them stands in a folded text."""
        there = anchored(text)
        return not self.anchors.isdisjoint(there) and any(
            end_of(phrase, text, start) is not None
            for anchor in self.anchors & there
            for _, phrase in self._by_anchor[anchor]
            for start in starts_of(phrase, text)
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """By which they are looked for: none of them stands in a text that has none of these."""
        return frozenset(self._by_anchor)

    @cached_property
    def _by_anchor(self) -> dict[str, list[tuple[int, str]]]:
        """Anchor → its phrases, each with its rank: the longest has the first."""
        found: dict[str, list[tuple[int, str]]] = {}
        for rank, phrase in enumerate(sorted(self.phrases, key=len, reverse=True)):
            for anchor in anchors(phrase):
                found.setdefault(anchor, []).append((rank, phrase))
        return found


@lru_cache(4096)
def _standing(cues: Cues, text: str) -> tuple[Cue, ...]:
    return tuple(cues.find(text))


def blanked(text: str, cues: Cues) -> str:
    """A folded text without some phrases, letter for letter."""
    for cue in cues.find(text):
        text = text[: cue.start] + " " * (cue.end - cue.start) + text[cue.end :]
    return text
