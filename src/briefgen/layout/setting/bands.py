"""Which rows of a table stand together, and where a page may break between those that a cell holds together."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from briefgen.layout.matter import Grid
from briefgen.layout.page import moved
from briefgen.layout.setting.band import Set
from briefgen.layout.setting.strip import Strip, as_artifact, height_of, stacked
from briefgen.theme import Tables

_NEAR = 0.01


def bands(grid: Grid) -> list[tuple[int, int]]:
    """The rows, first to last, that cells over several rows hold together."""
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


def parts(
    begun: Sequence[Sequence[Set]], heights: Sequence[float], first: int, last: int, pad: float
) -> Iterator[tuple[int, int]]:
    """The parts of a band, first row to last. Between two of them a page may break: what the cells over several rows
    hold stands in the upper one. `begun`: row by row, the cells that begin there."""
    start = least = first
    for row in range(first, last):
        least = max(least, *(_reached(one, heights, pad) for one in begun[row] if one.cell.rowspan > 1), first)
        if row >= least:
            yield start, row
            start = row + 1
    yield start, last


def _reached(one: Set, heights: Sequence[float], pad: float) -> int:
    """The row in which the content of a cell ends."""
    left = height_of(one.strips) + pad
    row = one.cell.row
    end = row + one.cell.rowspan - 1
    while row < end and left > heights[row] + _NEAR:
        left -= heights[row]
        row += 1
    return row


def said_again(cells: Iterable[tuple[float, Set]], tables: Tables) -> tuple[Strip, ...]:
    """What cells from above say, for the head of a page that begins with their next part. With each cell, how far it
    reaches below that place, in points.

    Who reads on sees what it is about. It takes no room and is no content, and it is left out where what the cell
    stands beside, or so much of it as the page holds, is not high enough for it."""
    out: list[Strip] = []
    for reach, one in cells:
        high, content, _ = stacked(one.strips)
        needed = tables.pad_top + high + tables.pad_bottom
        if content and needed <= reach + _NEAR:
            said = as_artifact(Strip(0, tuple(moved(box, tables.pad_top) for box in content)))
            out.append(msgspec.structs.replace(said, beside=needed))
    return tuple(out)
