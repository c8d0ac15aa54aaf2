"""Filling a page: the line boxes that fit on it, with their footnotes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from math import fsum
from operator import add
from typing import NamedTuple

from briefgen.layout.line_boxes import FOOTNOTE_GAP, MAX_BLANK, LineBox, row_fragments, total_height

MIN_FORCED = 0.35
"""Share of a page: a forced break is ignored if the previous page left no more than this, since the page would be
nearly blank."""

NEAR = 1e-6
"""Tolerance in points: sums of the same lengths differ in their last digits."""


class PageStart(NamedTuple):
    """What is left to place when a page starts."""

    start: int = 0
    """Index of the first line box."""
    carried_notes: tuple[LineBox, ...] = ()
    """Lines of footnotes that did not fit on the previous page."""


class Offsets(NamedTuple):
    """Offsets of line boxes from the start of the flow."""

    tops: list[float]
    bottoms: list[float]
    """Bottom of each line box, including the footnotes of all line boxes up to it."""


class Flow:
    """All line boxes, with splittable rows as their fragments, and their footnotes, for portrait and landscape pages.
    `footnote_gap`: between the text and the first footnote. Lengths in points."""

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
        """Height painted above each line box if it starts a page."""
        self.foot_heights = [_height(line_box.page_foot) if line_box.page_foot else 0.0 for line_box in line_boxes]
        """Height painted below each line box if it ends a page that is not the last."""
        self.foot_heights[-1:] = [0.0] * min(len(line_boxes), 1)
        self.max_foot_height = max(self.foot_heights, default=0.0)
        self.heights = [line_box.height for line_box in line_boxes]
        befores, afters = [line_box.before for line_box in line_boxes], [line_box.after for line_box in line_boxes]
        self.gaps = list(map(max, chain((0.0,), afters), befores))
        """Space above each line box."""
        note_heights = [self._brought(line_box.notes) if line_box.notes else 0.0 for line_box in line_boxes]
        self.note_heights = list(accumulate(note_heights, initial=0.0))
        """Cumulative height of the footnotes of all line boxes before each one."""
        landscape = [line_box.landscape for line_box in line_boxes]
        turns = [at for at in range(1, len(landscape)) if landscape[at] != landscape[at - 1]] if any(landscape) else []
        self.forced_breaks = sorted(
            {*turns, *(at for at, line_box in enumerate(line_boxes) if line_box.break_before and at)}
        )
        """Indices of line boxes that may have to start a page."""
        self.breaks: dict[int, float] = {}
        """Cost of breaks before each line box, computed once."""
        self._offsets: dict[float, Offsets] = {}

    def offsets(self, spacing: float) -> Offsets:
        """Offsets with the spaces between blocks scaled by `spacing`."""
        if (offsets := self._offsets.get(spacing)) is None:
            spaces = accumulate(self.gaps if spacing == 1 else [gap * spacing for gap in self.gaps])
            tops = list(map(add, accumulate(self.heights, initial=0.0), spaces))
            bottoms = list(map(add, map(add, tops, self.heights), self.note_heights[1:]))
            offsets = self._offsets[spacing] = Offsets(tops, bottoms)
        return offsets

    def landscape(self, start: int) -> bool:
        """Whether the page that starts with a line box is landscape."""
        return start < len(self.line_boxes) and self.line_boxes[start].landscape

    def height(self, start: int) -> float:
        """Height of the page that starts with a line box."""
        return self._landscape_height if self.landscape(start) else self._portrait_height

    def continues_page(self, start: int) -> bool:
        """Whether a page continues the previous one without a forced break."""
        return start > 0 and not self.line_boxes[start].break_before and not self.line_boxes[start].landscape

    def _brought(self, numbers: Sequence[int]) -> float:
        return total_height([line for number in numbers for line in self.notes.get(number, ())])


def _height(line_boxes: Sequence[LineBox]) -> float:
    return total_height(line_boxes) if len(line_boxes) > 1 else line_boxes[0].height


# Invariant: a footnote starts on the page of its first mark, and continues on the next page if it does not fit.


class ImageShrink(NamedTuple):
    """Images on a page that are shrunk to make room."""

    first: int
    """First line box in the range."""
    last: int
    """Last line box in the range."""
    share: float
    """Share of the possible reduction, from 0 to 1."""
    saved: float
    """Height saved, in points."""


class PageEnd(NamedTuple):
    """A possible end of a page, with the adjustments made for it."""

    at: int
    """Index of the first line box of the next page."""
    blank: float = 0.0
    """Blank space at the bottom, in points."""
    forced: bool = False
    """The end is forced: by the end of the document, a page break or a change of orientation."""
    notes_fit: bool = True
    """All of its footnotes fit on the page."""
    spacing: float = 1.0
    """Scale of the spaces between blocks."""
    shrink: ImageShrink | None = None


class PageFill:
    """A page being filled, with scaled spaces or shrunk images."""

    def __init__(self, flow: Flow, state: PageStart, spacing: float = 1.0, shrink: ImageShrink | None = None) -> None:
        self.flow, self.spacing, self.shrink = flow, spacing, shrink
        self.start = start = state.start
        self.height = flow.height(start)
        self.carried_notes = total_height(state.carried_notes) + flow.footnote_gap if state.carried_notes else 0.0
        self._offsets = flow.offsets(spacing)
        self.room = self.height + (shrink.saved if shrink else 0.0)
        """Height available for text and footnotes."""
        self._above = self._offsets.tops[start] - flow.head_heights[start] if start < len(flow.line_boxes) else 0.0
        self._gap = 0.0 if self.carried_notes else flow.footnote_gap
        self.at, self.forced = self._reach()

    def filled(self, end: int) -> float:
        """Height used if the page ends before a line box, without the closing rule of a split table."""
        start, note_heights = self.start, self.flow.note_heights
        if end == start:
            return self.carried_notes
        new = self._gap if note_heights[end] > note_heights[start] else 0.0
        return self._offsets.bottoms[end - 1] - self._above - note_heights[start] + self.carried_notes + new

    def break_opportunities(self, above: int) -> Iterator[tuple[int, float]]:
        """Break opportunities from the last one up to the line box `above`, with the blank space that each leaves, in
        points."""
        line_boxes, note_heights, bottoms = self.flow.line_boxes, self.flow.note_heights, self._offsets.bottoms
        before = note_heights[self.start]
        room = self.room + self._above + before - self.carried_notes
        for at in range(self.at, above, -1):
            if not line_boxes[at - 1].keep_with_next:
                blank = room - bottoms[at - 1] - (self._gap if note_heights[at] > before else 0.0)
                yield at, max(blank, 0.0)

    def _reach(self) -> tuple[int, bool]:
        """The first line box that does not fit or starts a new page, and whether the break is forced."""
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
        # Everything before this index fits, whatever is painted below it.
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
        """The last allowed end; earlier if that avoids a penalty larger than the blank space it leaves."""
        at, start = self.at, self.start
        if self.forced:
            return self.end(at)
        if self._can_begin_notes(at):
            return self.end(at + 1, notes_fit=False)
        if at == start:
            # Not even the first line box fits with its footnotes: it is placed anyway, and the footnotes
            # continue.
            alone = self.flow.heights[start] > self.height
            return self.end(at) if self.carried_notes and not alone else self.end(at + 1, notes_fit=False)
        return self.end(self._cut())

    def end(self, at: int, notes_fit: bool = True) -> PageEnd:
        """The end of this page before a line box."""
        blank = max(self.room - self.filled(at), 0.0) if notes_fit else 0.0
        return PageEnd(at, blank, self.forced and at == self.at, notes_fit, self.spacing, self.shrink)

    def _can_begin_notes(self, at: int) -> bool:
        """Whether a line box whose footnotes do not fit is placed with their first lines only, since the page would be
        rather blank without it."""
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
