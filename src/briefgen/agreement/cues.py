"""Words and phrases that a lexicon lists, found in a text. How a phrase is written stands in `phrase`."""

from functools import cached_property, lru_cache
from typing import Protocol

import msgspec

from briefgen.agreement.anchor import anchored, anchors
from briefgen.agreement.phrase import end_of, starts_of


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
