"""All strips one below the other, as on a scroll, with sums: what a page holds between two of them is known without
counting."""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from briefgen.layout.setting.marks import NOTES_GAP
from briefgen.layout.setting.strip import Strip, height_of, parts_of

RUN_OVER = 0.35
"""Of the page: behind no more than this that ran over from the page before, a wanted page break would leave a page
nearly blank, and is left out."""

NEAR = 1e-6
"""Points: what exceeds its room by no more than this has room, in whichever order it was added up."""


class State(NamedTuple):
    """What there is to be set when a page begins."""

    start: int = 0
    """The first strip of the text."""
    carried: tuple[Strip, ...] = ()
    """Lines of notes that had no room on the page before."""


class Sums(NamedTuple):
    """How far down the scroll strips stand."""

    tops: list[float]
    bottoms: list[float]
    """Of each strip, with the notes of all strips down to it below it."""


class Scroll:
    """Strips, rows that may be parted among them in their parts, and the notes that they bring, for pages of two
    heights. `notes_gap`: between the text and the first note. Lengths in points."""

    def __init__(
        self,
        strips: Sequence[Strip],
        notes: Mapping[int, Sequence[Strip]],
        upright: float,
        sideways: float,
        notes_gap: float = NOTES_GAP,
    ) -> None:
        if any(strip.parts for strip in strips):
            strips = list(chain.from_iterable(parts_of(strip) if strip.parts else (strip,) for strip in strips))
        self.strips, self.notes, self.notes_gap = strips, notes, notes_gap
        self._upright, self._sideways = upright, sideways
        self.leads = [_height(strip.lead) if strip.lead else 0.0 for strip in strips]
        """What is painted above each strip where it begins a page."""
        self.tails = [_height(strip.tail) if strip.tail else 0.0 for strip in strips]
        """And below each where it ends one that is not the last."""
        self.tails[-1:] = [0.0] * min(len(strips), 1)
        self.deepest = max(self.tails, default=0.0)
        self.heights = [strip.height for strip in strips]
        befores, afters = [strip.before for strip in strips], [strip.after for strip in strips]
        self.gaps = list(map(max, chain((0.0,), afters), befores))
        """The space above each strip."""
        feet = [self._brought(strip.notes) if strip.notes else 0.0 for strip in strips]
        self.feet = list(accumulate(feet, initial=0.0))
        """What the notes of all strips before each one take at the feet of pages."""
        turned = [strip.turned for strip in strips]
        turns = [at for at in range(1, len(turned)) if turned[at] != turned[at - 1]] if any(turned) else []
        self.fences = sorted({*turns, *(at for at, strip in enumerate(strips) if strip.opens and at)})
        """Strips that may have to begin a page."""
        self.breaks: dict[int, float] = {}
        """What breaks cost, as far as it was asked."""
        self._sums: dict[float, Sums] = {}

    def sums(self, closeness: float) -> Sums:
        """With the spaces between blocks as given, or closer: `closeness` is what is left of them."""
        if (sums := self._sums.get(closeness)) is None:
            spaces = accumulate(self.gaps if closeness == 1 else [gap * closeness for gap in self.gaps])
            tops = list(map(add, accumulate(self.heights, initial=0.0), spaces))
            bottoms = list(map(add, map(add, tops, self.heights), self.feet[1:]))
            sums = self._sums[closeness] = Sums(tops, bottoms)
        return sums

    def turned(self, start: int) -> bool:
        """Whether the page that begins with a strip is turned sideways."""
        return start < len(self.strips) and self.strips[start].turned

    def height(self, start: int) -> float:
        """Of the page that begins with a strip."""
        return self._sideways if self.turned(start) else self._upright

    def ran_over(self, start: int) -> bool:
        """Whether a page begins with what had no room on the one before."""
        return start > 0 and not self.strips[start].opens and not self.strips[start].turned

    def _brought(self, numbers: Sequence[int]) -> float:
        return height_of([line for number in numbers for line in self.notes.get(number, ())])


def _height(strips: Sequence[Strip]) -> float:
    return height_of(strips) if len(strips) > 1 else strips[0].height
