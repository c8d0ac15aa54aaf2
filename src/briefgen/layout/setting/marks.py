"""The notes that a piece of the text brings to the foot of its page.

The note of a first mark begins on the page of its mark, so nothing that stays whole may hold more marks than a page has
lines for the beginnings of their notes.
"""

from collections.abc import Sequence

import msgspec

from briefgen.layout.matter import Segment, Words
from briefgen.layout.setting.strip import Strip
from briefgen.theme import Theme

NOTES_GAP = 9.0
"""Between the text and the first note; the rule above the notes stands within it."""

_BEGINNINGS = 0.5
"""Of the page: the first lines of the notes that one line of text may bring."""


def least_foot(marks: int, theme: Theme) -> float:
    """What the notes of so many first marks need to begin."""
    return NOTES_GAP + marks * theme.styles["note"].leading if marks else 0.0


def most_marks(page_height: float, theme: Theme) -> int:
    """First marks that one line may hold."""
    return max(int((page_height * _BEGINNINGS - NOTES_GAP) / theme.styles["note"].leading), 1)


def crowded(strips: Sequence[Strip], most: int) -> bool:
    """Whether a line holds more first marks than it may."""
    return any(len(strip.notes) > most for strip in strips)


def thinned(words: Words, most: int) -> Words:
    """The paragraph with a new line after every so many first marks."""
    segments: list[Segment] = []
    marks = 0
    for segment in words.segments:
        if segment.note:
            marks += 1
            if marks > most:
                segment, marks = msgspec.structs.replace(segment, forced=True), 1
        segments.append(segment)
    return msgspec.structs.replace(words, segments=tuple(segments))
