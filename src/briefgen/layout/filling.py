"""How far a page reaches: the line boxes that fit on it, with their notes at its foot."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from math import fsum
from operator import add
from typing import NamedTuple

from briefgen.layout.line_boxes import FOOTNOTE_GAP, MAX_BLANK, LineBox, row_fragments, total_height

MIN_FORCED = 0.35
"""Of the page: behind no more than this that ran over from the page before, a wanted page break would leave a page
nearly blank, and is left out."""

NEAR = 1e-6
"""Points: what exceeds its room by no more than this has room, in whichever order it was added up."""


class PageStart(NamedTuple):
    """What there is to be set when a page begins."""

    start: int = 0
    """The first strip of the text."""
    carried_notes: tuple[LineBox, ...] = ()
    """Lines of notes that had no room on the page before."""


class Offsets(NamedTuple):
    """How far down the scroll strips stand."""

    tops: list[float]
    bottoms: list[float]
    """Of each strip, with the notes of all strips down to it below it."""


class Flow:
    """Strips, rows that may be parted among them in their parts, and the notes that they bring, for pages of two
    heights. `notes_gap`: between the text and the first note. Lengths in points."""

    def __init__(
        self,
        line_boxes: Sequence[LineBox],
        notes: Mapping[int, Sequence[LineBox]],
        portrait_height: float,
        landscape_height: float,
        footnote_gap: float = FOOTNOTE_GAP,
    ) -> None:
        if any(line_box.fragments for line_box in line_boxes):
            line_boxes = list(
                chain.from_iterable(
                    row_fragments(line_box) if line_box.fragments else (line_box,) for line_box in line_boxes
                )
            )
        self.line_boxes, self.notes, self.footnote_gap = line_boxes, notes, footnote_gap
        self._portrait_height, self._landscape_height = portrait_height, landscape_height
        self.head_heights = [_height(line_box.page_head) if line_box.page_head else 0.0 for line_box in line_boxes]
        """What is painted above each strip where it begins a page."""
        self.foot_heights = [_height(line_box.page_foot) if line_box.page_foot else 0.0 for line_box in line_boxes]
        """And below each where it ends one that is not the last."""
        self.foot_heights[-1:] = [0.0] * min(len(line_boxes), 1)
        self.max_foot_height = max(self.foot_heights, default=0.0)
        self.heights = [line_box.height for line_box in line_boxes]
        befores, afters = [line_box.before for line_box in line_boxes], [line_box.after for line_box in line_boxes]
        self.gaps = list(map(max, chain((0.0,), afters), befores))
        """The space above each strip."""
        note_heights = [self._brought(line_box.notes) if line_box.notes else 0.0 for line_box in line_boxes]
        self.note_heights = list(accumulate(note_heights, initial=0.0))
        """What the notes of all strips before each one take at the feet of pages."""
        landscape = [line_box.landscape for line_box in line_boxes]
        turns = [at for at in range(1, len(landscape)) if landscape[at] != landscape[at - 1]] if any(landscape) else []
        self.forced_breaks = sorted(
            {*turns, *(at for at, line_box in enumerate(line_boxes) if line_box.break_before and at)}
        )
        """Strips that may have to begin a page."""
        self.breaks: dict[int, float] = {}
        """What breaks cost, as far as it was asked."""
        self._offsets: dict[float, Offsets] = {}

    def offsets(self, spacing: float) -> Offsets:
        """With the spaces between blocks as given, or closer: `closeness` is what is left of them."""
        if (offsets := self._offsets.get(spacing)) is None:
            spaces = accumulate(self.gaps if spacing == 1 else [gap * spacing for gap in self.gaps])
            tops = list(map(add, accumulate(self.heights, initial=0.0), spaces))
            bottoms = list(map(add, map(add, tops, self.heights), self.note_heights[1:]))
            offsets = self._offsets[spacing] = Offsets(tops, bottoms)
        return offsets

    def landscape(self, start: int) -> bool:
        """Whether the page that begins with a strip is turned sideways."""
        return start < len(self.line_boxes) and self.line_boxes[start].landscape

    def height(self, start: int) -> float:
        """Of the page that begins with a strip."""
        return self._landscape_height if self.landscape(start) else self._portrait_height

    def continues_page(self, start: int) -> bool:
        """Whether a page begins with what had no room on the one before."""
        return start > 0 and not self.line_boxes[start].break_before and not self.line_boxes[start].landscape

    def _brought(self, numbers: Sequence[int]) -> float:
        return total_height([line for number in numbers for line in self.notes.get(number, ())])


def _height(line_boxes: Sequence[LineBox]) -> float:
    return total_height(line_boxes) if len(line_boxes) > 1 else line_boxes[0].height


# How far the page reaches that begins in some state, and where it ends if it is filled as far as it goes.
#
# The law: the note of a first mark begins on the page of its mark. A note that has no room there runs on to the
# next.


class ImageShrink(NamedTuple):
    """Pictures of a page that are made smaller."""

    first: int
    """The first strip that may be one."""
    last: int
    """And the last."""
    share: float
    """Of what may be taken from their size, what is taken."""
    saved: float
    """Points of height that this saves."""


class PageEnd(NamedTuple):
    """Where a page ends, and what is done for it."""

    at: int
    """Before this strip."""
    blank: float = 0.0
    """What stays blank at its foot, in points."""
    forced: bool = False
    """It ends there for the sake of what follows: nothing, a page break, or a page turned otherwise."""
    kept: bool = True
    """Its notes stand on it whole."""
    spacing: float = 1.0
    """Of the spaces between its blocks, what is given."""
    scaled: ImageShrink | None = None


class PageFill:
    """A page that begins in a state, with its blocks somewhat closer, or with some room more."""

    def __init__(self, flow: Flow, state: PageStart, spacing: float = 1.0, scaled: ImageShrink | None = None) -> None:
        self.flow, self.spacing, self.scaled = flow, spacing, scaled
        self.start = start = state.start
        self.height = flow.height(start)
        self.carried_notes = total_height(state.carried_notes) + flow.footnote_gap if state.carried_notes else 0.0
        self._offsets = flow.offsets(spacing)
        self.room = self.height + (scaled.saved if scaled else 0.0)
        """For the strips and the notes."""
        self._above = self._offsets.tops[start] - flow.head_heights[start] if start < len(flow.line_boxes) else 0.0
        self._gap = 0.0 if self.carried_notes else flow.footnote_gap
        self.at, self.forced = self._reach()

    def filled(self, end: int) -> float:
        """What strips and notes take if the page ends before a strip; without what closes a broken table."""
        start, note_heights = self.start, self.flow.note_heights
        if end == start:
            return self.carried_notes
        new = self._gap if note_heights[end] > note_heights[start] else 0.0
        return self._offsets.bottoms[end - 1] - self._above - note_heights[start] + self.carried_notes + new

    def break_opportunities(self, above: int) -> Iterator[tuple[int, float]]:
        """From the lowest up to one below a strip: ends that part nothing kept together, and what would stay blank, in
        points."""
        line_boxes, note_heights, bottoms = self.flow.line_boxes, self.flow.note_heights, self._offsets.bottoms
        before = note_heights[self.start]
        room = self.room + self._above + before - self.carried_notes
        for at in range(self.at, above, -1):
            if not line_boxes[at - 1].keep_with_next:
                blank = room - bottoms[at - 1] - (self._gap if note_heights[at] > before else 0.0)
                yield at, max(blank, 0.0)

    def _reach(self) -> tuple[int, bool]:
        """The first strip that has no room, or that begins a page, and whether it is the latter."""
        flow, start = self.flow, self.start
        bottoms, foot_heights, note_heights, count = (
            self._offsets.bottoms,
            flow.foot_heights,
            flow.note_heights,
            len(flow.line_boxes),
        )
        if start >= count:
            return start, True
        limit = self.room - self.carried_notes + self._above + note_heights[start] + NEAR
        # All before this one have room whatever is painted below them.
        at = bisect_right(bottoms, limit - self._gap - flow.max_foot_height, start)
        while at < count:
            gap = self._gap if note_heights[at + 1] > note_heights[start] else 0.0
            if bottoms[at] + foot_heights[at] + gap > limit:
                break
            at += 1
        for index in range(bisect_right(flow.forced_breaks, start), len(flow.forced_breaks)):
            forced_break = flow.forced_breaks[index]
            if forced_break > at:
                break
            if flow.landscape(forced_break) != flow.landscape(start):
                return forced_break, True
            if not (flow.continues_page(start) and self.filled(forced_break) < self.height * MIN_FORCED):
                return forced_break, True
        return at, at >= count

    def greedy(self) -> PageEnd:
        """As far down as may be, but above what clings more to what follows it than the page would stay blank."""
        at, start = self.at, self.start
        if self.forced:
            return self.end(at)
        if self._can_begin_notes(at):
            return self.end(at + 1, kept=False)
        if at == start:
            # Not even the first strip fits with its notes; it stands here nevertheless, and the notes run on.
            alone = self.flow.heights[start] > self.height
            return self.end(at) if self.carried_notes and not alone else self.end(at + 1, kept=False)
        return self.end(self._cut())

    def end(self, at: int, kept: bool = True) -> PageEnd:
        """The end of this page before a strip."""
        blank = max(self.room - self.filled(at), 0.0) if kept else 0.0
        return PageEnd(at, blank, self.forced and at == self.at, kept, self.spacing, self.scaled)

    def _can_begin_notes(self, at: int) -> bool:
        """Whether a strip that has no room for its notes stands on the page with the beginnings of them, since the page
        would stay rather blank without it."""
        flow, line_box = self.flow, self.flow.line_boxes[at]
        beginnings = [lines[0].height for number in line_box.notes if (lines := flow.notes.get(number))]
        if not beginnings or line_box.keep_with_next:
            return False
        text = self._offsets.tops[at] - self._above
        before = flow.note_heights[at] - flow.note_heights[self.start]
        note_heights = self.carried_notes + before + (self._gap if before else 0.0)
        least = fsum(beginnings) + (0.0 if note_heights else self._gap)
        if text + line_box.height + flow.foot_heights[at] + note_heights + least > self.room + NEAR:
            return False
        return at == self.start or self.room - note_heights - text > self.height * MAX_BLANK

    def _cut(self) -> int:
        line_boxes, start, at = self.flow.line_boxes, self.start, self.at
        end = at
        while end > start and line_boxes[end - 1].keep_with_next:
            end -= 1
        if end == start:
            return at
        for higher in range(end - 1, start, -1):
            above = line_boxes[higher - 1]
            if self.room - self.filled(higher) > self.height * line_boxes[end - 1].keep_penalty:
                break
            if not above.keep_with_next and above.keep_penalty < line_boxes[end - 1].keep_penalty:
                end = higher
        return end
