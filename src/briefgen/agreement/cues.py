"""Words and phrases that a lexicon lists, found in a text.

A phrase is written in small letters without accents. `*` stands for any letters, as for the ending of a word
(`refus*`), `_` for one word of any kind (`not _ enough`), `a|b` for either.
"""

import re
from functools import cached_property, lru_cache
from typing import Protocol

import msgspec


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
    """The phrases of one kind. Compiled when they are first looked for."""

    def __init__(self, *phrases: str) -> None:
        self.phrases = phrases

    def find(self, text: str) -> list[Cue]:
        """All of them in a folded text, in order, without overlap; of two at one place, the longer."""
        if not self._may_stand(text):
            return []
        return [Cue(*found.span(), found[0]) for found in self._pattern.finditer(text)]

    def within(self, text: str) -> bool:
        """Whether any of them stands in a folded text."""
        return self._may_stand(text) and self._pattern.search(text) is not None

    def _may_stand(self, text: str) -> bool:
        """A first look, without the pattern: whether a word of the text begins as one of the phrases does.

        A claim is asked for some two hundred kinds of phrases, and has two or three."""
        if len(text) < _SHORT or not self.phrases:
            return bool(self.phrases)
        return "" in self._openings or not self._openings.isdisjoint(beginnings(text))

    @cached_property
    def _openings(self) -> frozenset[str]:
        """The letters that the phrases begin with, up to the first sign; empty where any letter may stand there."""
        firsts = (first for phrase in self.phrases for first in phrase.split()[0].split("|"))
        return frozenset(found[0] if (found := _LETTERS.match(first)) else "" for first in firsts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self.phrases, key=len, reverse=True)
        # Letters on either side would make another word of it; an elided article (“l'”) would not.
        return re.compile(r"(?<![^\W_])(?:" + "|".join(map(_pattern, ordered)) + r")(?![^\W_])")


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(1024)
def beginnings(text: str) -> frozenset[str]:
    """All that the words of a text begin with: `no` → `n`, `no`."""
    words = set(_LETTERS.findall(text))
    return frozenset(word[:end] for word in words for end in range(1, min(len(word), _LONGEST) + 1))


_SHORT = 60
"""Letters of a text in which the pattern itself is as quick."""

_LONGEST = 30
"""Letters of a beginning: longer than any phrase of a lexicon opens with."""


def blanked(text: str, cues: Cues) -> str:
    """A folded text without some phrases, letter for letter."""
    for cue in cues.find(text):
        text = text[: cue.start] + " " * (cue.end - cue.start) + text[cue.end :]
    return text


def _pattern(phrase: str) -> str:
    return r"[\s-]+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    either = [re.escape(each).replace(r"\*", r"[^\W_]*") for each in word.split("|")]
    words = r"[^\W_]+" if word == "_" else "|".join(either)
    return f"(?:{words})"
