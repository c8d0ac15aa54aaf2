"""The rows that stand together → one strip, or several where they are higher than a page."""

from math import fsum
from typing import NamedTuple

from briefgen.layout.matter import GridCell
from briefgen.layout.page import Box, Fill, moved
from briefgen.layout.setting.marks import least_foot
from briefgen.layout.setting.strip import Strip, stacked
from briefgen.theme import Theme

_NEAR = 0.01


class Set(NamedTuple):
    """A cell whose content is set."""

    cell: GridCell
    x: float
    width: float
    strips: list[Strip]


def band_strips(
    members: list[Set], heights: list[float], first: int, last: int, rules: list[Fill], theme: Theme, room: float
) -> list[Strip]:
    """The rows `first` to `last` as one strip if they fit into `room` with the beginnings of their notes, else cut
    between their lines."""
    tables = theme.table
    height = fsum(heights[first : last + 1])
    marks = sum(len(strip.notes) for one in members for strip in one.strips)
    if height + least_foot(marks, theme) > room:
        return _sliced(members, heights, first, rules, theme, height, room)
    boxes: list[Box] = [*grounds_of(members, heights, first, last), *rules]
    notes: list[int] = []
    for one in members:
        top = fsum(heights[first : one.cell.row]) + tables.pad_top
        _, content, cited = stacked(one.strips)
        boxes += [moved(box, top) for box in content]
        notes += cited
    return [Strip(height, tuple(boxes), tuple(notes))]


def grounds_of(members: list[Set], heights: list[float], first: int, last: int) -> list[Fill]:
    """The grounds of cells in the rows `first` to `last`."""
    out: list[Fill] = []
    for one in members:
        if one.cell.ground:
            top = fsum(heights[first : one.cell.row])
            depth = fsum(heights[max(one.cell.row, first) : min(one.cell.row + one.cell.rowspan, last + 1)])
            out.append(Fill(one.x, top, one.width, depth, one.cell.ground))
    return out


class _Column:
    """The lines of one cell that are not yet on a slice, and how far they were pushed down by cuts."""

    def __init__(self, one: Set, top: float) -> None:
        self.ground, self.row = one.cell.ground, one.cell.row
        self.x, self.width = one.x, one.width
        self.waiting: list[tuple[float, Strip]] = []
        gap = 0.0
        for index, strip in enumerate(one.strips):
            top += max(gap, strip.before) if index else 0
            self.waiting.append((top, strip))
            top += strip.height
            gap = strip.after

    @property
    def top(self) -> float:
        return self.waiting[0][0]

    @property
    def bottom(self) -> float:
        return self.waiting[0][0] + self.waiting[0][1].height

    @property
    def end(self) -> float:
        return self.waiting[-1][0] + self.waiting[-1][1].height

    def push(self, top: float) -> None:
        """Move all that waits down, so that its first line begins at `top`."""
        by = top - self.top
        self.waiting = [(at + by, strip) for at, strip in self.waiting]

    def above(self, other: "_Column") -> bool:
        """Whether it is a cell of a row further up that stands over the other, in part at least."""
        beside = other.x >= self.x + self.width - _NEAR or self.x >= other.x + other.width - _NEAR
        return self.row < other.row and not beside


def _sliced(
    members: list[Set], heights: list[float], first: int, rules: list[Fill], theme: Theme, height: float, room: float
) -> list[Strip]:
    """Slices as high as the highest line that begins at their top; lines that a cut would cross move below it, as do
    those whose notes have no room to begin."""
    tables = theme.table
    columns = [_Column(one, fsum(heights[first : one.cell.row]) + tables.pad_top) for one in members]
    out: list[Strip] = []
    top = 0.0
    while any(column.waiting for column in columns):
        waiting = [column for column in columns if column.waiting]
        start = top + tables.pad_top if not out else top
        reached = [column for column in waiting if column.top <= start + _NEAR]
        cut = max(column.bottom for column in reached) if reached else min(column.top for column in waiting)
        boxes: list[Box] = [Fill(c.x, 0, c.width, cut - top, c.ground) for c in columns if c.ground]
        notes: list[int] = []
        for column in waiting:
            while column.waiting and column.bottom <= cut + _NEAR:
                marks = len(column.waiting[0][1].notes)
                if marks and notes and cut - top + least_foot(len(notes) + marks, theme) > room:
                    break
                at, strip = column.waiting.pop(0)
                boxes += [moved(box, at - top) for box in strip.boxes]
                notes += strip.notes
            if column.waiting and column.top < cut:
                column.push(cut)
        _part(waiting, tables.pad_top + tables.pad_bottom)
        out.append(Strip(cut - top, tuple(boxes), tuple(notes)))
        top = cut
    end = Strip(tables.pad_bottom, (*(Fill(c.x, 0, c.width, tables.pad_bottom, c.ground) for c in columns if c.ground),
                                    *_at_end(rules, height, tables.pad_bottom)))  # fmt: skip
    out[0] = Strip(out[0].height, (*(rule for rule in rules if rule.y < 1), *out[0].boxes), out[0].notes)
    return [*out, end]


def _part(columns: list[_Column], space: float) -> None:
    """Push cells down that would stand in what was pushed down above them."""
    waiting = sorted((column for column in columns if column.waiting), key=lambda column: column.row)
    for lower in waiting:
        least = max((upper.end + space for upper in waiting if upper.above(lower)), default=lower.top)
        if lower.top < least:
            lower.push(least)


def _at_end(rules: list[Fill], height: float, bottom: float) -> list[Fill]:
    """The rules at the foot of the band, moved to the foot of its last slice."""
    return [
        Fill(rule.x, rule.y - height + bottom, rule.width, rule.height, rule.ink)
        for rule in rules
        if rule.y > height - 2
    ]
