"""The places of a table's cells, as its spans have it: every place of the grid is covered once."""

from typing import NamedTuple

from briefgen.document import Cell, Row


class Placed(NamedTuple):
    """A cell, the column in which it begins, and its spans cut to what the grid has room for."""

    cell: Cell
    column: int
    colspan: int
    rowspan: int


def placed(rows: tuple[Row, ...], width: int) -> list[list[Placed]]:
    """Cells take the free places of their row from left to right, as in HTML; a place that no cell takes is empty.

    A row with more cells than the grid has columns keeps them all: such cells begin beyond `width`, and the caller
    widens the grid. The result is padded to the widest row.
    """
    taken: set[tuple[int, int]] = set()
    out: list[list[Placed]] = []
    for number, row in enumerate(rows):
        line: list[Placed] = []
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            colspan = 1
            while colspan < cell.colspan and column + colspan < width and (number, column + colspan) not in taken:
                colspan += 1
            rowspan = max(1, min(cell.rowspan, len(rows) - number))
            taken.update((number + down, column + across) for down in range(rowspan) for across in range(colspan))
            line.append(Placed(cell, column, colspan, rowspan))
            column += colspan
        out.append(line)
    return out


def padded(rows: list[list[Placed]], width: int) -> list[list[Placed]]:
    """The rows with empty cells at the places that no cell takes."""
    taken = {
        (number + down, at.column + across)
        for number, row in enumerate(rows)
        for at in row
        for down in range(at.rowspan)
        for across in range(at.colspan)
    }
    return [
        sorted(
            [*row, *(Placed(Cell(), column, 1, 1) for column in range(width) if (number, column) not in taken)],
            key=lambda at: at.column,
        )
        for number, row in enumerate(rows)
    ]
