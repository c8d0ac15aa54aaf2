"""Which column each cell of a table stands in, and the words that stand over a column."""

from briefgen.document import Cell, Row, plain
from briefgen.document.walk import texts


def placed(rows: tuple[Row, ...]) -> list[list[tuple[int, Cell]]]:
    """Each row's cells with their columns: a cell takes the first place that none from above reaches down to."""
    free: dict[int, int] = {}
    """Column → the first row that no cell from above reaches into."""
    out = []
    for index, row in enumerate(rows):
        at = 0
        places = []
        for cell in row.cells:
            while free.get(at, 0) > index:
                at += 1
            places.append((at, cell))
            below = index + min(max(cell.rowspan, 1), len(rows) - index)
            for column in range(at, at + across(cell)):
                free[column] = below
            at += across(cell)
        out.append(places)
    return out


def heads(rows: tuple[Row, ...], columns: int) -> list[str]:
    """The words over each column, those of upper rows first: “Options, No action”."""
    over: list[list[str]] = [[] for _column in range(columns)]
    for row in placed(rows):
        for at, cell in row:
            if words := cell_words(cell):
                for column in range(at, min(at + across(cell), columns)):
                    over[column].append(words)
    return [", ".join(words) for words in over]


def across(cell: Cell) -> int:
    """How many columns a cell covers. A browser takes no more than 1,000 (HTML, 4.9.11)."""
    return max(min(cell.colspan, 1_000), 1)


def cell_words(cell: Cell) -> str:
    """The words of a cell in one line."""
    return " ".join(found for block in cell.blocks for part in texts(block) if (found := plain(part).strip()))
