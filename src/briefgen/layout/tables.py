"""Table layout: the header, the rows, and the groups of columns of a table that is too wide."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import fsum

import msgspec

from briefgen.layout.boxes import Box, TableCellBox, TableGridBox
from briefgen.layout.column_widths import (
    IntrinsicWidths,
    balanced_widths,
    column_intrinsic_widths,
    distributed_widths,
    with_reserve,
)
from briefgen.layout.line_boxes import MAX_BLANK, LineBox, as_artifact, total_height
from briefgen.layout.page import Anchor, Fill, PlacedBox
from briefgen.layout.rows import (
    HIGH_ROW,
    SPLIT,
    SPLIT_AT_END,
    SPLIT_IN_GROUP,
    CellLayout,
    backgrounds_of,
    group_parts,
    repeated_cells,
    row_group_boxes,
    row_groups,
    with_row_fragments,
)
from briefgen.theme import Tables, Theme

MIN_PORTRAIT, MIN_LANDSCAPE = 58.0, 52.0
"""Least width of a column of more than a few words, in points: about ten characters a line on a portrait page and nine
on a landscape page, since a table in groups of columns costs its reader more than a landscape page."""

LONGEST = 0.4
"""Share of the width: a longer word is hyphenated rather than take a landscape page."""

KEY = 0.3
"""Share of the width: a wider first column is not repeated in each group."""


def needed_widths(columns: Sequence[IntrinsicWidths], width: float, comfort: float) -> list[float]:
    """Width that each column needs to be readable: its longest word, or a few words if it has more."""
    return [min(max(column.min_content, min(column.max_content, comfort)), width * LONGEST) for column in columns]


def needs_landscape(columns: Sequence[IntrinsicWidths], width: float, across: float) -> bool:
    """Whether columns that are too wide take a landscape page, which is `across` wide."""
    return width < across and fsum(needed_widths(columns, width, MIN_PORTRAIT)) > width


def column_groups(grid: TableGridBox, columns: Sequence[IntrinsicWidths], width: float) -> list[TableGridBox]:
    """The grid, or several grids of fewer columns, each readable in the width."""
    key, groups = divided_into_groups(grid, columns, width)
    if len(groups) < 2:
        return [grid]
    return [_group(grid, key, first, end, shown=number > 0) for number, (first, end) in enumerate(groups)]


def divided_into_groups(
    grid: TableGridBox, columns: Sequence[IntrinsicWidths], width: float
) -> tuple[int, list[tuple[int, int]]]:
    """How many columns each group repeats, and which others it has, first to end; none if the grid is not divided."""
    needed = needed_widths(columns, width, MIN_LANDSCAPE)
    if len(needed) < 3 or fsum(needed) <= width:
        return 0, []
    key = 1 if needed[0] <= width * KEY else 0
    units = _units(grid, needed, key, width - fsum(needed[:key]))
    most = width - fsum(needed[:key])
    groups = _filled(units, needed, most)
    # As few groups as possible, of about equal width: no group is left with a single narrow column.
    low, high = most / 2, most
    for _ in range(8):
        middle = (low + high) / 2
        tried = _filled(units, needed, middle)
        if len(tried) > len(groups) or any(fsum(needed[first:end]) > most for first, end in tried):
            low = middle
        else:
            high, groups = middle, tried
    return key, groups


def _units(grid: TableGridBox, needed: list[float], key: int, room: float) -> list[tuple[int, int]]:
    """Columns kept together, first to end, because a cell spans them and they fit in the width."""
    start = list(range(len(needed)))
    for cell in sorted(grid.cells, key=lambda cell: cell.colspan):
        first, end = cell.column, cell.column + cell.colspan
        if cell.colspan == 1 or first < key:
            continue
        first = min(start[first:end])
        while end < len(start) and start[end] < end:
            end += 1
        if fsum(needed[first:end]) <= room:
            start[first:end] = [first] * (end - first)
    edges = [*(column for column in range(key, len(needed)) if start[column] == column), len(needed)]
    return list(pairwise(edges))


def _filled(units: list[tuple[int, int]], needed: list[float], most: float) -> list[tuple[int, int]]:
    """Units distributed greedily into groups; at least one in each."""
    offsets = list(accumulate(needed, initial=0.0))
    out: list[tuple[int, int]] = []
    for first, end in units:
        if out and offsets[end] - offsets[out[-1][0]] <= most:
            out[-1] = (out[-1][0], end)
        else:
            out.append((first, end))
    return out


def _group(grid: TableGridBox, key: int, first: int, end: int, shown: bool) -> TableGridBox:
    """The first `key` columns and those from `first` to `end`. `shown`: the first columns were in an earlier group."""
    cells = [cell for given in grid.cells if (cell := _clipped(given, key, first, end, shown)) is not None]
    shares = (*grid.shares[:key], *grid.shares[first:end])
    return msgspec.structs.replace(grid, cells=tuple(cells), shares=shares, anchors=() if shown else grid.anchors)


def _clipped(cell: TableCellBox, key: int, first: int, end: int, shown: bool) -> TableCellBox | None:
    """The part of a cell that is in a group."""
    begins, ends = cell.column, cell.column + cell.colspan
    in_key = max(min(ends, key) - begins, 0)
    left, right = max(begins, first), min(ends, end)
    span = in_key + max(right - left, 0)
    if not span:
        return None
    column = begins if in_key else key + left - first
    again = shown and begins < first
    return msgspec.structs.replace(cell, column=column, colspan=span, again=again)


LayoutBoxes = Callable[[tuple[Box, ...], float, float], list[LineBox]]
"""Lays boxes out at x in a width."""

SMALL_TABLE = 0.3
"""Share of a page: a lower table is split only if much of a page would stay blank."""

MIDDLING_TABLE, TORN = 0.55, 0.12
"""Shares of a page: a table lower than the first is split only if more than the second would stay blank."""

LEAST_BROKEN = 4
"""Least number of rows of a table that is split with two rows on either side."""

TWO_ROWS = 0.5
"""Share of a page: a table of two rows is split only if more would stay blank."""

FEW_ROWS = 0.3
"""Share of a page: a table with fewer rows is split only if more would stay blank."""

LEAST_BEGUN, LEAST_ENDED = 0.14, 0.07
"""Shares of a page: least height of the rows above the first break of a longer table, and below the last."""

BEGUN_LOW, NEARLY_BEGUN = 0.15, 0.12
"""Share of a page that may stay blank where a table could start with two rows or more of this height."""

ENDED_ALONE = 0.12
"""Share of a page that may stay blank for the rows after the last break."""

WITHIN_GROUP = 0.16
"""Share of a page: rows joined by a cell are separated only if more would stay blank."""

TALLEST_HEAD = 0.35
"""Share of a page: a higher header is not repeated."""

TOGETHER = 0.8
"""Share of a page: groups of columns lower than this in all are kept on one page."""

LEAST_MEASURE = 6.0
"""Least width of the content of a cell."""


def layout_table(
    grid: TableGridBox,
    x: float,
    width: float,
    page_height: float,
    theme: Theme,
    layout: LayoutBoxes,
    reserve: float = 1.0,
) -> list[LineBox]:
    """A table as line boxes. Groups of columns that do not fit on a page together start one each. `reserve`: each
    column has room for its longest word in a font so many times as wide."""
    columns = column_intrinsic_widths(grid, theme.table)
    parts = []
    for group in column_groups(grid, columns, width):
        extents = columns if group is grid else column_intrinsic_widths(group, theme.table)
        widths = column_widths(group, extents, width, theme.table, reserve)
        parts.append(
            _finished(_Rows(group, widths, x, page_height, theme, layout).line_boxes(), group, page_height, theme)
        )
    if len(parts) > 1:
        together = fsum(total_height(part) for part in parts) <= page_height * TOGETHER
        parts = (
            [*map(_kept_together, parts[:-1]), parts[-1]]
            if together
            else [parts[0], *map(_with_break_before, parts[1:])]
        )
    caption = theme.styles["caption"]
    out = [line_box for part in parts for line_box in part]
    out[-1] = msgspec.structs.replace(
        out[-1], after=caption.after if grid.keyed else caption.before, keep_with_next=grid.keyed
    )
    return out


def _kept_together(line_boxes: list[LineBox]) -> list[LineBox]:
    """Each kept with the next, unless that leaves too much of the page blank."""
    return [msgspec.structs.replace(line_box, keep_penalty=MAX_BLANK) for line_box in line_boxes]


def _without_fragments(line_boxes: list[LineBox]) -> list[LineBox]:
    """Without fragments: no row may be split."""
    return [
        msgspec.structs.replace(line_box, fragments=()) if line_box.fragments else line_box for line_box in line_boxes
    ]


def _with_break_before(line_boxes: list[LineBox]) -> list[LineBox]:
    """Starting a page."""
    return [msgspec.structs.replace(line_boxes[0], break_before=True), *line_boxes[1:]]


def column_widths(
    grid: TableGridBox, columns: list[IntrinsicWidths], width: float, tables: Tables, reserve: float = 1.0
) -> list[float]:
    """Column widths of an undivided grid."""
    if reserve > 1.0:
        columns = with_reserve(columns, reserve, tables)
    return balanced_widths(grid, columns, distributed_widths(columns, grid.shares, width), tables)


class _Rows:
    """The rows of one group of columns, laid out from top to bottom."""

    def __init__(
        self, grid: TableGridBox, widths: list[float], x: float, page_height: float, theme: Theme, layout: LayoutBoxes
    ) -> None:
        tables = theme.table
        self._grid, self._page_height, self._theme = grid, page_height, theme
        self._edges = list(accumulate(widths, initial=x))
        cells = [_cell_layout(cell, self._edges, tables, layout) for cell in grid.cells]
        self._heights = _row_heights(grid.rows, cells, theme)
        self._starting: list[list[CellLayout]] = [[] for _ in range(grid.rows)]
        """Row by row, the cells that start there."""
        for one in cells:
            self._starting[one.cell.row].append(one)
        width = self._edges[-1] - x
        self._top_rule = Fill(x, -tables.outer_width / 2, width, tables.outer_width, theme.inks[tables.outer])
        self._closing = (LineBox(tables.outer_width, (self._top_rule,)),)
        self._head: tuple[LineBox, ...] = ()
        self._out: list[LineBox] = []

    def line_boxes(self) -> list[LineBox]:
        """All rows as line boxes."""
        grid, tables = self._grid, self._theme.table
        for group in row_groups(grid):
            above: list[CellLayout] = []
            pad = tables.pad_top + tables.pad_bottom
            in_head = group[1] < grid.head
            for first, last in [group] if in_head else group_parts(self._starting, self._heights, *group, pad):
                self._add(first, last, group, above)
                members = [one for row in self._starting[first : last + 1] for one in row]
                above = [one for one in (*above, *members) if one.cell.row + one.cell.rowspan - 1 > last]
                if last == grid.head - 1:
                    self._head = _repeated(self._out, self._page_height)
                if not self._head and last >= grid.head - 1:
                    self._head = (LineBox(0, (self._top_rule,)),)
        return self._out

    def _add(self, first: int, last: int, group: tuple[int, int], above: list[CellLayout]) -> None:
        """Add the rows `first` to `last` of a row group. `above`: cells of earlier rows that reach into them."""
        heights, tables = self._heights, self._theme.table
        members = [one for row in self._starting[first : last + 1] for one in row]
        in_head, is_last = last < self._grid.head, last == self._grid.rows - 1
        rules = self._rules_of(first, last, [*above, *members])
        page_head = () if in_head else self._head
        room = self._page_height - total_height(self._head) - 2 * tables.outer_width
        shaded = [one._replace(line_boxes=[]) for one in above]
        line_boxes = row_group_boxes([*shaded, *members], heights, first, last, rules, self._theme, room)
        if len(line_boxes) == 1:
            again = [(_reach(one, heights, first), one) for one in above if one.line_boxes]
            page_head += repeated_cells(again, tables)
            if self._out and not in_head and line_boxes[0].height > self._page_height * HIGH_ROW:
                tops = [(fsum(heights[first : one.cell.row]), one) for one in members]
                again += [(top + _reach(one, heights, one.cell.row), one) for top, one in tops if not one.cell.column]
                backgrounds = backgrounds_of([*shaded, *members], heights, first, last)
                at_end = first == self._grid.head or is_last
                penalty = SPLIT_IN_GROUP if (first, last) != group else SPLIT_AT_END if at_end else SPLIT
                line_boxes = [
                    with_row_fragments(
                        line_boxes[0], tops, again, backgrounds, rules, tables, self._page_height, self._head,
                        self._closing, penalty,
                    )
                ]  # fmt: skip
        for index, line_box in enumerate(line_boxes):
            at_end = is_last and index == len(line_boxes) - 1
            self._out.append(
                LineBox(
                    line_box.height, line_box.boxes, line_box.notes, keep_with_next=in_head,
                    keep_penalty=WITHIN_GROUP if last < group[1] else 0, page_head=page_head,
                    page_foot=() if at_end else self._closing, fragments=line_box.fragments,
                )
            )  # fmt: skip
            page_head = () if in_head else self._head

    def _rules_of(self, first: int, last: int, members: list[CellLayout]) -> list[Fill]:
        """The rules of these rows, with those that open and close the table."""
        heights, tables = self._heights, self._theme.table
        rules = _rules(members, heights, first, last, self._edges, self._theme)
        if first == 0:
            rules.append(self._top_rule)
        if last == self._grid.rows - 1:
            bottom = fsum(heights[first:]) - tables.outer_width / 2
            rules.append(msgspec.structs.replace(self._top_rule, y=bottom))
        return rules


def _finished(out: list[LineBox], grid: TableGridBox, page_height: float, theme: Theme) -> list[LineBox]:
    """The table with the space around it, kept together if it is small."""
    caption = theme.styles["caption"]
    anchors: tuple[PlacedBox, ...] = tuple(Anchor(0, name) for name in grid.anchors)
    out[0] = msgspec.structs.replace(out[0], boxes=anchors + out[0].boxes, before=caption.after)
    height = total_height(out)
    if height <= page_height * SMALL_TABLE:
        out = [*_without_fragments(_kept_together(out[:-1])), *_without_fragments(out[-1:])]
    least = TORN if height <= page_height * MIDDLING_TABLE else 0.0
    rows = [at for at, line_box in enumerate(out) if not line_box.keep_with_next]
    for at, keep_penalty in zip(rows[:-1], _row_penalties([out[at].height for at in rows], page_height), strict=True):
        if (keep_penalty := max(keep_penalty, least)) > out[at].keep_penalty:
            out[at] = msgspec.structs.replace(out[at], keep_penalty=keep_penalty)
    out[-1] = msgspec.structs.replace(out[-1], after=caption.before)
    return out


def _row_penalties(heights: list[float], page_height: float) -> list[float]:
    """Penalty for a break after each row but the last: it avoids a single row, or a few low rows, on one side of a
    break."""
    count = len(heights)
    if count < LEAST_BROKEN:
        return [TWO_ROWS if count == 2 else FEW_ROWS] * (count - 1)
    out = [MAX_BLANK, *[0.0] * (count - 3), MAX_BLANK]
    above = below = 0.0
    for at in range(count - 1):
        above += heights[at]
        if above >= page_height * LEAST_BEGUN:
            break
        out[at] = MAX_BLANK if at < 1 or above < page_height * NEARLY_BEGUN else max(out[at], BEGUN_LOW)
    for at in range(count - 2, -1, -1):
        below += heights[at + 1]
        if below >= page_height * LEAST_ENDED:
            break
        out[at] = max(out[at], ENDED_ALONE)
    return out


def _reach(one: CellLayout, heights: list[float], row: int) -> float:
    """How far a cell reaches below the top of a row."""
    return fsum(heights[row : one.cell.row + one.cell.rowspan])


def _repeated(line_boxes: list[LineBox], page_height: float) -> tuple[LineBox, ...]:
    if total_height(line_boxes) > page_height * TALLEST_HEAD:
        return ()
    return tuple(as_artifact(line_box) for line_box in line_boxes)


def _cell_layout(cell: TableCellBox, edges: list[float], tables: Tables, layout: LayoutBoxes) -> CellLayout:
    x, right = edges[cell.column], edges[cell.column + cell.colspan]
    pad = min(tables.pad_x, (right - x) / 6)
    line_boxes = layout(cell.children, x + pad, max(right - x - 2 * pad, LEAST_MEASURE))
    return CellLayout(
        cell, x, right - x, [as_artifact(line_box) for line_box in line_boxes] if cell.again else line_boxes
    )


def _row_heights(rows: int, cells: list[CellLayout], theme: Theme) -> list[float]:
    """Row heights: each is that of its highest cell; a cell that spans rows adds what it lacks to the last."""
    pad = theme.table.pad_top + theme.table.pad_bottom
    heights = [0.0] * rows
    for one in sorted(cells, key=lambda one: one.cell.rowspan):
        first, span = one.cell.row, one.cell.rowspan
        content = (
            total_height(one.line_boxes) if one.line_boxes else theme.styles["table"].leading if span == 1 else 0.0
        )
        missing = content + pad - fsum(heights[first : first + span])
        if missing > 0:
            heights[first + span - 1] += missing
    return heights


def _rules(
    members: list[CellLayout], heights: list[float], first: int, last: int, edges: list[float], theme: Theme
) -> list[Fill]:
    """Hairlines below the rows, interrupted where a cell spans into the next row."""
    tables = theme.table
    ink, thick = theme.inks[tables.inner], tables.inner_width
    out: list[Fill] = []
    y = 0.0
    for row in range(first, last + 1):
        y += heights[row]
        ending = sorted(
            (one.cell.column, one.cell.column + one.cell.colspan)
            for one in members
            if one.cell.row + one.cell.rowspan - 1 == row
        )
        start: int | None = None
        reach = 0
        for begin, end in ending:
            if start is not None and begin != reach:
                out.append(Fill(edges[start], y - thick / 2, edges[reach] - edges[start], thick, ink))
                start = None
            start = begin if start is None else start
            reach = end
        if start is not None:
            out.append(Fill(edges[start], y - thick / 2, edges[reach] - edges[start], thick, ink))
    return out
