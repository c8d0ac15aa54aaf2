"""How far a page reaches: the line boxes that fit on it, with their notes at its foot."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from math import fsum
from operator import add
from typing import NamedTuple

from briefgen.layout.line_boxes import BLANK, NOTES_GAP, Strip, height_of, parts_of

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


# How far the page reaches that begins in some state, and where it ends if it is filled as far as it goes.
#
# The law: the note of a first mark begins on the page of its mark. A note that has no room there runs on to the
# next.


class Smaller(NamedTuple):
    """Pictures of a page that are made smaller."""

    first: int
    """The first strip that may be one."""
    last: int
    """And the last."""
    share: float
    """Of what may be taken from their size, what is taken."""
    saved: float
    """Points of height that this saves."""


class End(NamedTuple):
    """Where a page ends, and what is done for it."""

    at: int
    """Before this strip."""
    blank: float = 0.0
    """What stays blank at its foot, in points."""
    wanted: bool = False
    """It ends there for the sake of what follows: nothing, a page break, or a page turned otherwise."""
    kept: bool = True
    """Its notes stand on it whole."""
    closeness: float = 1.0
    """Of the spaces between its blocks, what is given."""
    smaller: Smaller | None = None


class Filling:
    """A page that begins in a state, with its blocks somewhat closer, or with some room more."""

    def __init__(self, scroll: Scroll, state: State, closeness: float = 1.0, smaller: Smaller | None = None) -> None:
        self.scroll, self.closeness, self.smaller = scroll, closeness, smaller
        self.start = start = state.start
        self.height = scroll.height(start)
        self.carried = height_of(state.carried) + scroll.notes_gap if state.carried else 0.0
        self._sums = scroll.sums(closeness)
        self.room = self.height + (smaller.saved if smaller else 0.0)
        """For the strips and the notes."""
        self._above = self._sums.tops[start] - scroll.leads[start] if start < len(scroll.strips) else 0.0
        self._gap = 0.0 if self.carried else scroll.notes_gap
        self.at, self.wanted = self._reach()

    def filled(self, end: int) -> float:
        """What strips and notes take if the page ends before a strip; without what closes a broken table."""
        start, feet = self.start, self.scroll.feet
        if end == start:
            return self.carried
        new = self._gap if feet[end] > feet[start] else 0.0
        return self._sums.bottoms[end - 1] - self._above - feet[start] + self.carried + new

    def blanks(self, above: int) -> Iterator[tuple[int, float]]:
        """From the lowest up to one below a strip: ends that part nothing kept together, and what would stay blank, in
        points."""
        strips, feet, bottoms = self.scroll.strips, self.scroll.feet, self._sums.bottoms
        before = feet[self.start]
        room = self.room + self._above + before - self.carried
        for at in range(self.at, above, -1):
            if not strips[at - 1].keep:
                blank = room - bottoms[at - 1] - (self._gap if feet[at] > before else 0.0)
                yield at, max(blank, 0.0)

    def _reach(self) -> tuple[int, bool]:
        """The first strip that has no room, or that begins a page, and whether it is the latter."""
        scroll, start = self.scroll, self.start
        bottoms, tails, feet, count = self._sums.bottoms, scroll.tails, scroll.feet, len(scroll.strips)
        if start >= count:
            return start, True
        limit = self.room - self.carried + self._above + feet[start] + NEAR
        # All before this one have room whatever is painted below them.
        at = bisect_right(bottoms, limit - self._gap - scroll.deepest, start)
        while at < count:
            gap = self._gap if feet[at + 1] > feet[start] else 0.0
            if bottoms[at] + tails[at] + gap > limit:
                break
            at += 1
        for index in range(bisect_right(scroll.fences, start), len(scroll.fences)):
            fence = scroll.fences[index]
            if fence > at:
                break
            if scroll.turned(fence) != scroll.turned(start):
                return fence, True
            if not (scroll.ran_over(start) and self.filled(fence) < self.height * RUN_OVER):
                return fence, True
        return at, at >= count

    def greedy(self) -> End:
        """As far down as may be, but above what clings more to what follows it than the page would stay blank."""
        at, start = self.at, self.start
        if self.wanted:
            return self.end(at)
        if self._begins_notes(at):
            return self.end(at + 1, kept=False)
        if at == start:
            # Not even the first strip fits with its notes; it stands here nevertheless, and the notes run on.
            alone = self.scroll.heights[start] > self.height
            return self.end(at) if self.carried and not alone else self.end(at + 1, kept=False)
        return self.end(self._cut())

    def end(self, at: int, kept: bool = True) -> End:
        """The end of this page before a strip."""
        blank = max(self.room - self.filled(at), 0.0) if kept else 0.0
        return End(at, blank, self.wanted and at == self.at, kept, self.closeness, self.smaller)

    def _begins_notes(self, at: int) -> bool:
        """Whether a strip that has no room for its notes stands on the page with the beginnings of them, since the page
        would stay rather blank without it."""
        scroll, strip = self.scroll, self.scroll.strips[at]
        beginnings = [lines[0].height for number in strip.notes if (lines := scroll.notes.get(number))]
        if not beginnings or strip.keep:
            return False
        text = self._sums.tops[at] - self._above
        before = scroll.feet[at] - scroll.feet[self.start]
        feet = self.carried + before + (self._gap if before else 0.0)
        least = fsum(beginnings) + (0.0 if feet else self._gap)
        if text + strip.height + scroll.tails[at] + feet + least > self.room + NEAR:
            return False
        return at == self.start or self.room - feet - text > self.height * BLANK

    def _cut(self) -> int:
        strips, start, at = self.scroll.strips, self.start, self.at
        end = at
        while end > start and strips[end - 1].keep:
            end -= 1
        if end == start:
            return at
        for higher in range(end - 1, start, -1):
            above = strips[higher - 1]
            if self.room - self.filled(higher) > self.height * strips[end - 1].clings:
                break
            if not above.keep and above.clings < strips[end - 1].clings:
                end = higher
        return end
