"""A grid too wide for its measure → grids that stand below each other, each with the first column at its left.

Its columns are parted where no cell reaches over, as far as can be. A cell that is parted nevertheless is shown in each
group; it is content in the first alone, as the cells of the first column are.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import fsum

import msgspec

from briefgen.layout.matter import Grid, GridCell
from briefgen.layout.setting.measure import Extent

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
    key, groups = parted(grid, columns, width)
    if len(groups) < 2:
        return [grid]
    return [_part(grid, key, first, end, shown=number > 0) for number, (first, end) in enumerate(groups)]


def parted(grid: Grid, columns: Sequence[Extent], width: float) -> tuple[int, list[tuple[int, int]]]:
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
