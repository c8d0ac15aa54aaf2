"""How far the page reaches that begins in some state, and where it ends if it is filled as far as it goes.

The law: the note of a first mark begins on the page of its mark. A note that has no room there runs on to the next.
"""

from bisect import bisect_right
from collections.abc import Iterator
from math import fsum
from typing import NamedTuple

from briefgen.layout.paging.scroll import NEAR, RUN_OVER, Scroll, State
from briefgen.layout.setting.strip import BLANK, height_of


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
