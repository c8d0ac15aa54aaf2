"""The cells of a table at their places: a rectangle in which each place is covered once.

Every format takes its tables from here, so that all show the same one, whatever an author gave: rows of different
length, spans that are too long or overlap, or none at all.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from briefgen.document.blocks import Cell, Columns, Row, Table
from briefgen.document.inlines import Revision


class Placed(NamedTuple):
    """A cell, the column in which it begins, and its spans, cut to the size of the table."""

    cell: Cell | None
    """None at a place for which no cell was given."""
    column: int
    colspan: int
    rowspan: int
    revision: Revision = ""
    """Of its row."""


Line: TypeAlias = tuple[Placed, ...]
"""The cells that begin in a row, from left to right; at least one."""


class Grid(NamedTuple):
    """A table of `columns` columns. No cell spans head and body."""

    columns: int
    head: tuple[Line, ...]
    body: tuple[Line, ...]


def placed(table: Table) -> Grid:
    """Cells take the free places of their row from left to right, as in HTML; a place that no cell takes is empty.

    Cells for which the columns have no room make the table wider. A row in which no cell begins, since cells above
    span all of it, is left out (it is an error in HTML, and to readers of a tagged PDF a row without columns). A table
    without cells has no rows."""
    rows = (*table.head, *table.body)
    if not any(row.cells for row in rows):
        return Grid(len(table.columns), (), ())
    declared = max(len(table.columns), *(len(row.cells) for row in rows))
    head, body = _section(table.head, declared), _section(table.body, declared)
    sections = ((head, table.head), (body, table.body))
    columns = max(declared, *(at.column + at.colspan for line in (*head, *body) for at in line))
    return Grid(columns, *(_without_covered(_padded(lines, columns, rows)) for lines, rows in sections))


def _section(rows: tuple[Row, ...], declared: int) -> list[list[Placed]]:
    taken: set[tuple[int, int]] = set()
    out: list[list[Placed]] = []
    for number, row in enumerate(rows):
        line: list[Placed] = []
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            colspan = 1
            while colspan < cell.colspan and column + colspan < declared and (number, column + colspan) not in taken:
                colspan += 1
            rowspan = min(cell.rowspan, len(rows) - number) if cell.rowspan > 1 else 1
            at = Placed(cell, column, colspan, rowspan, row.revision)
            if rowspan > 1:
                taken.update(_places(number, at))
            line.append(at)
            column += colspan
        out.append(line)
    return out


def _places(row: int, at: Placed) -> Iterator[tuple[int, int]]:
    return ((row + down, at.column + across) for down in range(at.rowspan) for across in range(at.colspan))


def _padded(lines: list[list[Placed]], columns: int, rows: tuple[Row, ...]) -> list[Line]:
    """The rows with empty cells at the places that no cell takes."""
    if sum([at.colspan * at.rowspan for line in lines for at in line]) == columns * len(lines):
        return [tuple(line) for line in lines]
    taken = {place for number, line in enumerate(lines) for at in line for place in _places(number, at)}
    out: list[Line] = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        free = (column for column in range(columns) if (number, column) not in taken)
        empty = (Placed(None, column, 1, 1, row.revision) for column in free)
        out.append(tuple(sorted([*line, *empty], key=lambda at: at.column)))
    return out


def _without_covered(rows: list[Line]) -> tuple[Line, ...]:
    """The rows in which a cell begins; spans over other rows become shorter."""
    if all(rows):
        return tuple(rows)
    return tuple(
        tuple(at._replace(rowspan=sum(map(bool, rows[number : number + at.rowspan]))) for at in row)
        for number, row in enumerate(rows)
        if row
    )


# Blocks side by side.


def shares(block: Columns) -> list[float]:
    """The parts of the width that the cells have: their sum is 1. A share that is no positive number counts as 1."""
    given = [cell.share if math.isfinite(cell.share) and cell.share > 0 else 1.0 for cell in block.cells]
    most = max(given, default=1.0)
    parts = [each / most for each in given]  # first, since the sum of the given ones may overflow
    return [part / math.fsum(parts) for part in parts]
