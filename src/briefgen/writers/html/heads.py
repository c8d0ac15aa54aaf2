"""The words that stand over each column of a table."""

from collections.abc import Iterable

from briefgen.document import Cell, plain
from briefgen.document.walk import Line, texts


def heads(rows: Iterable[Line], columns: int) -> list[str]:
    """The words over each column, those of upper rows first: “Options, No action”."""
    over: list[list[str]] = [[] for _column in range(columns)]
    for row in rows:
        for at in row:
            if words := cell_words(at.cell):
                for column in range(at.column, at.column + at.colspan):
                    over[column].append(words)
    return [", ".join(words) for words in over]


def cell_words(cell: Cell | None) -> str:
    """The words of a cell in one line."""
    blocks = cell.blocks if cell else ()
    return " ".join(found for block in blocks for part in texts(block) if (found := plain(part).strip()))
