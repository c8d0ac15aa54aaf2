"""A grid becomes line boxes: its header, its rows, and the grids that a grid too wide is divided into."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import fsum

import msgspec

from briefgen.layout.boxes import Grid, GridCell, Matter
from briefgen.layout.column_widths import Extent, balanced, column_extents, widths_of, with_reserve
from briefgen.layout.line_boxes import BLANK, Strip, as_artifact, height_of
from briefgen.layout.page import Anchor, Box, Fill
from briefgen.layout.rows import (
    HIGH_ROW,
    PARTED,
    PARTED_AT_END,
    PARTED_IN_BAND,
    Set,
    band_strips,
    bands,
    divided,
    grounds_of,
    parts,
    said_again,
)
from briefgen.theme import Tables, Theme

UPRIGHT, SIDEWAYS = 58.0, 52.0
"""A column of more than a few words is not squeezed below this, in points: about ten letters a line on an upright
page, nine on one turned sideways, since to part a table costs its reader more than to turn it."""

LONGEST = 0.4
"""Of the measure: a longer word is divided; no page is turned for it."""

KEY = 0.3
"""Of the measure: a first column that needs more is shown once."""


def needs(columns: Sequence[Extent], width: float, comfort: float) -> list[float]:
    """What each column needs to be readable: its longest word, and the comfort of a few in a line."""
    return [min(max(column.least, min(column.most, comfort)), width * LONGEST) for column in columns]


def turns(columns: Sequence[Extent], width: float, across: float) -> bool:
    """Whether columns too wide for a measure take a page turned sideways, which is `across` wide."""
    return width < across and fsum(needs(columns, width, UPRIGHT)) > width


def column_groups(grid: Grid, columns: Sequence[Extent], width: float) -> list[Grid]:
    """The grid, or several of fewer columns, each of which is readable in the measure."""
    key, groups = divided_into_groups(grid, columns, width)
    if len(groups) < 2:
        return [grid]
    return [_part(grid, key, first, end, shown=number > 0) for number, (first, end) in enumerate(groups)]


def divided_into_groups(grid: Grid, columns: Sequence[Extent], width: float) -> tuple[int, list[tuple[int, int]]]:
    """How many columns each group begins with, and which others it has, first to end; none where the grid is whole."""
    needed = needs(columns, width, SIDEWAYS)
    if len(needed) < 3 or fsum(needed) <= width:
        return 0, []
    key = 1 if needed[0] <= width * KEY else 0
    units = _units(grid, needed, key, width - fsum(needed[:key]))
    most = width - fsum(needed[:key])
    groups = _filled(units, needed, most)
    # As many groups as that takes, but about equally wide: none is left with a lone column.
    low, high = most / 2, most
    for _ in range(8):
        middle = (low + high) / 2
        tried = _filled(units, needed, middle)
        if len(tried) > len(groups) or any(fsum(needed[first:end]) > most for first, end in tried):
            low = middle
        else:
            high, groups = middle, tried
    return key, groups


def _units(grid: Grid, needed: list[float], key: int, room: float) -> list[tuple[int, int]]:
    """Columns that stand together, first to end, since a cell reaches over them and the measure holds them all."""
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
    """Units one after the other, as many in a group as it holds; at least one."""
    offsets = list(accumulate(needed, initial=0.0))
    out: list[tuple[int, int]] = []
    for first, end in units:
        if out and offsets[end] - offsets[out[-1][0]] <= most:
            out[-1] = (out[-1][0], end)
        else:
            out.append((first, end))
    return out


def _part(grid: Grid, key: int, first: int, end: int, shown: bool) -> Grid:
    """The first `key` columns and those from `first` to `end`. `shown`: the first columns stood in a group before."""
    cells = [cell for given in grid.cells if (cell := _clipped(given, key, first, end, shown)) is not None]
    shares = (*grid.shares[:key], *grid.shares[first:end])
    return msgspec.structs.replace(grid, cells=tuple(cells), shares=shares, anchors=() if shown else grid.anchors)


def _clipped(cell: GridCell, key: int, first: int, end: int, shown: bool) -> GridCell | None:
    """What a group shows of a cell."""
    begins, ends = cell.column, cell.column + cell.colspan
    in_key = max(min(ends, key) - begins, 0)
    left, right = max(begins, first), min(ends, end)
    span = in_key + max(right - left, 0)
    if not span:
        return None
    column = begins if in_key else key + left - first
    again = shown and begins < first
    return msgspec.structs.replace(cell, column=column, colspan=span, again=again)


# A grid → strips: its head, then its rows, each whole unless it is higher than a page.
#
# Columns that the measure does not hold follow in further groups of columns, below the first.

SetAll = Callable[[tuple[Matter, ...], float, float], list[Strip]]
"""Sets matter at x in a measure."""

SMALL_TABLE = 0.3
"""Of the page: a table no higher than this is broken only where much of a page would stay blank."""

MIDDLING_TABLE, TORN = 0.55, 0.12
"""Of the page: a table no higher than this is broken only where more than that would stay blank."""

LEAST_BROKEN = 4
"""Rows of a table that is broken so that two stand on either side."""

TWO_ROWS = 0.5
"""Of the page: a table of two rows is broken only where more than this would stay blank."""

FEW_ROWS = 0.3
"""Of the page: a table of fewer rows is broken only where more than this would stay blank."""

LEAST_BEGUN, LEAST_ENDED = 0.14, 0.07
"""Of the page: rows of a longer table that stand above the first break, and below the last."""

BEGUN_LOW, NEARLY_BEGUN = 0.15, 0.12
"""Of the page: no more of it stays blank where a table could begin with two rows or more that are so high."""

ENDED_ALONE = 0.12
"""Of the page: no more of it stays blank for the sake of the rows below the last break."""

WITHIN_BAND = 0.16
"""Of the page: rows that a cell holds together are parted only where more than this would stay blank."""

TALLEST_HEAD = 0.35
"""Of the page: a head higher than this is not repeated."""

TOGETHER = 0.8
"""Of the page: groups of columns no higher than this stand on one page."""

LEAST_MEASURE = 6.0
"""The content of a cell gets at least this width."""


def set_grid(
    grid: Grid, x: float, width: float, page_height: float, theme: Theme, set_all: SetAll, reserve: float = 1.0
) -> list[Strip]:
    """A table's rows as strips. Groups of columns that do not fit on a page together each begin one. `reserve`: each
    column has room for its longest word in letters so many times as wide."""
    columns = column_extents(grid, theme.table)
    parts = []
    for group in column_groups(grid, columns, width):
        extents = columns if group is grid else column_extents(group, theme.table)
        widths = column_widths(group, extents, width, theme.table, reserve)
        parts.append(_rows(group, widths, x, width, page_height, theme, set_all))
    if len(parts) > 1:
        together = fsum(height_of(part) for part in parts) <= page_height * TOGETHER
        parts = [*map(_clinging, parts[:-1]), parts[-1]] if together else [parts[0], *map(_opening, parts[1:])]
    caption = theme.styles["caption"]
    out = [strip for part in parts for strip in part]
    out[-1] = msgspec.structs.replace(out[-1], after=caption.after if grid.keyed else caption.before, keep=grid.keyed)
    return out


def _clinging(strips: list[Strip]) -> list[Strip]:
    """All on the page of what follows, if that page is not left half empty for it."""
    return [msgspec.structs.replace(strip, clings=BLANK) for strip in strips]


def _whole(strips: list[Strip]) -> list[Strip]:
    """With no row that may be parted."""
    return [msgspec.structs.replace(strip, parts=()) if strip.parts else strip for strip in strips]


def _opening(strips: list[Strip]) -> list[Strip]:
    """At the head of a page."""
    return [msgspec.structs.replace(strips[0], opens=True), *strips[1:]]


def column_widths(grid: Grid, columns: list[Extent], width: float, tables: Tables, reserve: float = 1.0) -> list[float]:
    """The widths of the columns of a grid that is whole."""
    if reserve > 1.0:
        columns = with_reserve(columns, reserve, tables)
    return balanced(grid, columns, widths_of(columns, grid.shares, width), tables)


def _rows(
    grid: Grid, widths: list[float], x: float, width: float, page_height: float, theme: Theme, set_all: SetAll
) -> list[Strip]:
    """The rows of one group of columns."""
    tables = theme.table
    edges = list(accumulate(widths, initial=x))
    cells = [_set(cell, edges, tables, set_all) for cell in grid.cells]
    heights = _row_heights(grid.rows, cells, theme)
    begun: list[list[Set]] = [[] for _ in range(grid.rows)]
    for one in cells:
        begun[one.cell.row].append(one)
    top_rule = Fill(x, -tables.outer_width / 2, width, tables.outer_width, theme.inks[tables.outer])
    closing = (Strip(tables.outer_width, (top_rule,)),)
    out: list[Strip] = []
    head: tuple[Strip, ...] = ()
    pad = tables.pad_top + tables.pad_bottom
    for begin, end in bands(grid):
        above: list[Set] = []
        for first, last in [(begin, end)] if end < grid.head else parts(begun, heights, begin, end, pad):
            members = [one for row in begun[first : last + 1] for one in row]
            in_head, ends = last < grid.head, last == grid.rows - 1
            rules = _rules([*above, *members], heights, first, last, edges, theme)
            if first == 0:
                rules.append(top_rule)
            if ends:
                rules.append(msgspec.structs.replace(top_rule, y=fsum(heights[first:]) - tables.outer_width / 2))
            lead = head if not in_head else ()
            room = page_height - height_of(head) - 2 * tables.outer_width
            shaded = [one._replace(strips=[]) for one in above]
            strips = band_strips([*shaded, *members], heights, first, last, rules, theme, room)
            if len(strips) == 1:
                again = [(_reach(one, heights, first), one) for one in above if one.strips]
                lead += said_again(again, tables)
                if out and not in_head and strips[0].height > page_height * HIGH_ROW:
                    tops = [(fsum(heights[first : one.cell.row]), one) for one in members]
                    again += [
                        (top + _reach(one, heights, one.cell.row), one) for top, one in tops if not one.cell.column
                    ]
                    grounds = grounds_of([*shaded, *members], heights, first, last)
                    at_end = first == grid.head or ends
                    clings = PARTED_IN_BAND if first > begin or last < end else PARTED_AT_END if at_end else PARTED
                    strips = [
                        divided(strips[0], tops, again, grounds, rules, tables, page_height, head, closing, clings)
                    ]
            for index, strip in enumerate(strips):
                at_end = ends and index == len(strips) - 1
                out.append(
                    Strip(
                        strip.height, strip.boxes, strip.notes, keep=in_head, clings=WITHIN_BAND if last < end else 0,
                        lead=lead, tail=() if at_end else closing, parts=strip.parts,
                    )
                )  # fmt: skip
                lead = head if not in_head else ()
            above = [one for one in (*above, *members) if one.cell.row + one.cell.rowspan - 1 > last]
            if last == grid.head - 1:
                head = _repeated(out, page_height)
            if not head and last >= grid.head - 1:
                head = (Strip(0, (top_rule,)),)
    return _finished(out, grid, page_height, theme)


def _finished(out: list[Strip], grid: Grid, page_height: float, theme: Theme) -> list[Strip]:
    """The table with the space around it, and held together where it is small."""
    caption = theme.styles["caption"]
    anchors: tuple[Box, ...] = tuple(Anchor(0, name) for name in grid.anchors)
    out[0] = msgspec.structs.replace(out[0], boxes=anchors + out[0].boxes, before=caption.after)
    height = height_of(out)
    if height <= page_height * SMALL_TABLE:
        out = [*_whole(_clinging(out[:-1])), *_whole(out[-1:])]
    least = TORN if height <= page_height * MIDDLING_TABLE else 0.0
    rows = [at for at, strip in enumerate(out) if not strip.keep]
    for at, clings in zip(rows[:-1], _clings([out[at].height for at in rows], page_height), strict=True):
        if (clings := max(clings, least)) > out[at].clings:
            out[at] = msgspec.structs.replace(out[at], clings=clings)
    out[-1] = msgspec.structs.replace(out[-1], after=caption.before)
    return out


def _clings(heights: list[float], page_height: float) -> list[float]:
    """How each row but the last clings to the next: no row stands alone above a break or below it, and no few low
    ones."""
    count = len(heights)
    if count < LEAST_BROKEN:
        return [TWO_ROWS if count == 2 else FEW_ROWS] * (count - 1)
    out = [BLANK, *[0.0] * (count - 3), BLANK]
    above = below = 0.0
    for at in range(count - 1):
        above += heights[at]
        if above >= page_height * LEAST_BEGUN:
            break
        out[at] = BLANK if at < 1 or above < page_height * NEARLY_BEGUN else max(out[at], BEGUN_LOW)
    for at in range(count - 2, -1, -1):
        below += heights[at + 1]
        if below >= page_height * LEAST_ENDED:
            break
        out[at] = max(out[at], ENDED_ALONE)
    return out


def _reach(one: Set, heights: list[float], row: int) -> float:
    """How far a cell reaches below the top of a row."""
    return fsum(heights[row : one.cell.row + one.cell.rowspan])


def _repeated(strips: list[Strip], page_height: float) -> tuple[Strip, ...]:
    if height_of(strips) > page_height * TALLEST_HEAD:
        return ()
    return tuple(as_artifact(strip) for strip in strips)


def _set(cell: GridCell, edges: list[float], tables: Tables, set_all: SetAll) -> Set:
    x, right = edges[cell.column], edges[cell.column + cell.colspan]
    pad = min(tables.pad_x, (right - x) / 6)
    strips = set_all(cell.children, x + pad, max(right - x - 2 * pad, LEAST_MEASURE))
    return Set(cell, x, right - x, [as_artifact(strip) for strip in strips] if cell.again else strips)


def _row_heights(rows: int, cells: list[Set], theme: Theme) -> list[float]:
    """A row is as high as its highest cell; what a cell over several rows needs beyond theirs goes to the last."""
    pad = theme.table.pad_top + theme.table.pad_bottom
    heights = [0.0] * rows
    for one in sorted(cells, key=lambda one: one.cell.rowspan):
        first, span = one.cell.row, one.cell.rowspan
        content = height_of(one.strips) if one.strips else theme.styles["table"].leading if span == 1 else 0.0
        missing = content + pad - fsum(heights[first : first + span])
        if missing > 0:
            heights[first + span - 1] += missing
    return heights


def _rules(
    members: list[Set], heights: list[float], first: int, last: int, edges: list[float], theme: Theme
) -> list[Fill]:
    """Hairlines below the rows, broken where a cell goes on into the next row."""
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
