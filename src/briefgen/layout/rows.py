"""Rows of a table: which stay together, and where a row may be split between pages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

import msgspec

from briefgen.layout.boxes import TableCellBox, TableGridBox
from briefgen.layout.line_boxes import LineBox, as_artifact, min_footnote_height, stacked, total_height
from briefgen.layout.page import Fill, PlacedBox, translated
from briefgen.theme import Tables, Theme

_NEAR = 0.01


class CellLayout(NamedTuple):
    """A cell with its content laid out."""

    cell: TableCellBox
    x: float
    width: float
    line_boxes: list[LineBox]


def row_group_boxes(
    members: list[CellLayout], heights: list[float], first: int, last: int, rules: list[Fill], theme: Theme, room: float
) -> list[LineBox]:
    """The rows `first` to `last` as one line box if they fit into `room` with the first lines of their footnotes,
    otherwise split between lines."""
    tables = theme.table
    height = fsum(heights[first : last + 1])
    marks = sum(len(line_box.notes) for one in members for line_box in one.line_boxes)
    if height + min_footnote_height(marks, theme) > room:
        return _sliced(members, heights, first, rules, theme, height, room)
    boxes: list[PlacedBox] = [*backgrounds_of(members, heights, first, last), *rules]
    notes: list[int] = []
    for one in members:
        top = fsum(heights[first : one.cell.row]) + tables.pad_top
        _, content, cited = stacked(one.line_boxes)
        boxes += [translated(box, top) for box in content]
        notes += cited
    return [LineBox(height, tuple(boxes), tuple(notes))]


def backgrounds_of(members: list[CellLayout], heights: list[float], first: int, last: int) -> list[Fill]:
    """The backgrounds of cells in the rows `first` to `last`."""
    out: list[Fill] = []
    for one in members:
        if one.cell.background:
            top = fsum(heights[first : one.cell.row])
            depth = fsum(heights[max(one.cell.row, first) : min(one.cell.row + one.cell.rowspan, last + 1)])
            out.append(Fill(one.x, top, one.width, depth, one.cell.background))
    return out


class _CellLines:
    """The lines of a cell that are not yet in a slice, and how far splits have moved them down."""

    def __init__(self, one: CellLayout, top: float) -> None:
        self.background, self.row = one.cell.background, one.cell.row
        self.x, self.width = one.x, one.width
        self.waiting = list(_lines(top, one.line_boxes))

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
        """Move the waiting lines down so that the first is at `top`."""
        by = top - self.top
        self.waiting = [(at + by, line_box) for at, line_box in self.waiting]

    def above(self, other: "_CellLines") -> bool:
        """Whether it is in an earlier row and overlaps the other cell horizontally."""
        apart = other.x >= self.x + self.width - _NEAR or self.x >= other.x + other.width - _NEAR
        return self.row < other.row and not apart


def _sliced(
    members: list[CellLayout],
    heights: list[float],
    first: int,
    rules: list[Fill],
    theme: Theme,
    height: float,
    room: float,
) -> list[LineBox]:
    """Slices as high as the highest line that starts at their top. Lines that a split would cross move below it, as do
    lines whose footnotes have no room to start."""
    tables = theme.table
    columns = [_CellLines(one, fsum(heights[first : one.cell.row]) + tables.pad_top) for one in members]
    out: list[LineBox] = []
    top = 0.0
    while any(column.waiting for column in columns):
        waiting = [column for column in columns if column.waiting]
        start = top + tables.pad_top if not out else top
        reached = [column for column in waiting if column.top <= start + _NEAR]
        cut = max(column.bottom for column in reached) if reached else min(column.top for column in waiting)
        boxes: list[PlacedBox] = [Fill(c.x, 0, c.width, cut - top, c.background) for c in columns if c.background]
        notes: list[int] = []
        for column in waiting:
            while column.waiting and column.bottom <= cut + _NEAR:
                marks = len(column.waiting[0][1].notes)
                if marks and notes and cut - top + min_footnote_height(len(notes) + marks, theme) > room:
                    break
                at, line_box = column.waiting.pop(0)
                boxes += [translated(box, at - top) for box in line_box.boxes]
                notes += line_box.notes
            if column.waiting and column.top < cut:
                column.push(cut)
        _push_apart(waiting, tables.pad_top + tables.pad_bottom)
        out.append(LineBox(cut - top, tuple(boxes), tuple(notes)))
        top = cut
    pad = tables.pad_bottom
    backgrounds = [Fill(column.x, 0, column.width, pad, column.background) for column in columns if column.background]
    end = LineBox(pad, (*backgrounds, *_at_end(rules, height, pad)))
    out[0] = LineBox(out[0].height, (*(rule for rule in rules if rule.y < 1), *out[0].boxes), out[0].notes)
    return [*out, end]


def _push_apart(columns: list[_CellLines], space: float) -> None:
    """Move cells down that would overlap what was moved down above them."""
    waiting = sorted((column for column in columns if column.waiting), key=lambda column: column.row)
    for lower in waiting:
        least = max((upper.end + space for upper in waiting if upper.above(lower)), default=lower.top)
        if lower.top < least:
            lower.push(least)


def _at_end(rules: list[Fill], height: float, bottom: float) -> list[Fill]:
    """The rules at the bottom of the row group, moved to the bottom of its last slice."""
    return [
        Fill(rule.x, rule.y - height + bottom, rule.width, rule.height, rule.ink)
        for rule in rules
        if rule.y > height - 2
    ]


def row_groups(grid: TableGridBox) -> list[tuple[int, int]]:
    """The row groups, first to last row: rows joined by cells that span them."""
    out: list[tuple[int, int]] = []
    reach = list(range(grid.rows))
    for cell in grid.cells:
        reach[cell.row] = max(reach[cell.row], cell.row + cell.rowspan - 1)
    first, last = 0, 0
    for row in range(grid.rows):
        last = max(last, reach[row])
        if row == last:
            out.append((first, last))
            first = last = row + 1
    return out


def group_parts(
    begun: Sequence[Sequence[CellLayout]], heights: Sequence[float], first: int, last: int, pad: float
) -> Iterator[tuple[int, int]]:
    """The parts of a row group, first to last row, between which a page may break: the content of cells that span rows
    is in the upper part. `begun`: row by row, the cells that start there."""
    start = least = first
    for row in range(first, last):
        least = max(least, *(_reached(one, heights, pad) for one in begun[row] if one.cell.rowspan > 1), first)
        if row >= least:
            yield start, row
            start = row + 1
    yield start, last


def _reached(one: CellLayout, heights: Sequence[float], pad: float) -> int:
    """The row in which the content of a cell ends."""
    left = total_height(one.line_boxes) + pad
    row = one.cell.row
    end = row + one.cell.rowspan - 1
    while row < end and left > heights[row] + _NEAR:
        left -= heights[row]
        row += 1
    return row


def repeated_cells(cells: Iterable[tuple[float, CellLayout]], tables: Tables) -> tuple[LineBox, ...]:
    """Cells of earlier rows repeated at the top of a page that starts with their next part. Each comes with how far it
    reaches below that point, in points.

    They show the reader what the rows are about, take no space and are artifacts. A cell is omitted if the rows next to
    it, or as many as fit on the page, are not high enough for it.
    """
    out: list[LineBox] = []
    for reach, one in cells:
        high, content, _ = stacked(one.line_boxes)
        needed = tables.pad_top + high + tables.pad_bottom
        if content and needed <= reach + _NEAR:
            artifact = as_artifact(LineBox(0, tuple(translated(box, tables.pad_top) for box in content)))
            out.append(msgspec.structs.replace(artifact, min_below=needed))
    return tuple(out)


# Splitting a high row where no line of any cell is crossed. A fragment at the top of a page repeats the first
# cell of its row if all of that cell's content is above.

HIGH_ROW = 0.15
"""Share of a page: a lower row is never split."""

LEAST_PART = 0.06
"""Share of a page: the least height of a fragment."""

SPLIT, SPLIT_AT_END, SPLIT_IN_GROUP = 0.18, 0.2, 0.22
"""Penalties for splitting a row, as shares of a page that would stay blank otherwise: higher for the first and last
row, since less than a row would be on one side, and for a row in a group, since a break between its rows is better."""

FEWEST_LINES = 2
"""Lines of a cell on either side of a split."""


def with_row_fragments(
    row: LineBox,
    cells: Sequence[tuple[float, CellLayout]],
    again: Sequence[tuple[float, CellLayout]],
    backgrounds: Sequence[Fill],
    rules: Sequence[Fill],
    tables: Tables,
    page_height: float,
    head: Sequence[LineBox],
    closing: Sequence[LineBox],
    keep_penalty: float,
) -> LineBox:
    """The row with its fragments, if it can be split.

    `cells`: those with content in it, with their tops. `again`: those that are repeated, with their bottoms. `head` and
    `closing` are painted above and below where a page breaks between two fragments. `keep_penalty`: for a break between
    two fragments.
    """
    columns = [list(_lines(top + tables.pad_top, one.line_boxes)) for top, one in cells]
    edges = [0.0, *_split_points(columns, row.height, page_height * LEAST_PART), row.height]
    if len(edges) == 2:
        return row
    above, below = (
        LineBox(pad, tuple(msgspec.structs.replace(background, y=0, height=pad) for background in backgrounds))
        for pad in (tables.pad_top, tables.pad_bottom)
    )
    ends = {id(one): column[-1][0] for (_, one), column in zip(cells, columns, strict=True) if column}
    out: list[LineBox] = []
    for top, bottom in pairwise(edges):
        boxes: list[PlacedBox] = []
        for background in backgrounds:
            begin, end = max(background.y, top), min(background.y + background.height, bottom)
            if begin < end:
                boxes.append(msgspec.structs.replace(background, y=begin - top, height=end - begin))
        at_foot = bottom == row.height
        boxes += [
            translated(rule, -top) for rule in rules if top <= rule.y + 1 < bottom or (at_foot and rule.y + 1 >= bottom)
        ]
        notes: list[int] = []
        for column in columns:
            for at, line in column:
                if top <= at + _NEAR < bottom:
                    boxes += [translated(box, at - top) for box in line.boxes]
                    notes += line.notes
        ended = [(end - top + tables.pad_top, one) for end, one in again if ends.get(id(one), -1.0) < top]
        lead = (*head, *repeated_cells(ended, tables), above) if top else ()
        out.append(
            LineBox(
                bottom - top,
                tuple(boxes),
                tuple(notes),
                keep_penalty=keep_penalty,
                page_head=lead,
                page_foot=(below, *closing),
            )
        )
    return msgspec.structs.replace(row, fragments=tuple(out))


def _lines(top: float, line_boxes: Sequence[LineBox]) -> Iterator[tuple[float, LineBox]]:
    """The lines of a cell with their offsets."""
    gap = 0.0
    for index, line_box in enumerate(line_boxes):
        top += max(gap, line_box.before) if index else 0.0
        yield top, line_box
        top += line_box.height
        gap = line_box.after


def _split_points(columns: Sequence[Sequence[tuple[float, LineBox]]], height: float, least: float) -> Iterator[float]:
    """Where a row may be split: below a line that is not kept with the next, and between lines of all other cells."""
    last = 0.0
    ends = sorted({at + line.height for column in columns for at, line in column[:-1] if not line.keep_with_next})
    for cut in ends:
        if cut < last + least or cut > height - least:
            continue
        if all(_splits_well(column, cut) for column in columns):
            yield cut
            last = cut


def _splits_well(column: Sequence[tuple[float, LineBox]], cut: float) -> bool:
    """Whether a cell is on one side of the split or has enough lines on both, with no line crossed or separated from
    one that it is kept with."""
    above = [(at, line) for at, line in column if at < cut - _NEAR]
    if len(above) in (0, len(column)):
        return not above or _bottom(above[-1]) <= cut + _NEAR
    few = min(len(above), len(column) - len(above)) < FEWEST_LINES
    return not few and not above[-1][1].keep_with_next and _bottom(above[-1]) <= cut + _NEAR


def _bottom(placed: tuple[float, LineBox]) -> float:
    return placed[0] + placed[1].height
