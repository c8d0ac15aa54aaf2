"""A table → the full grid that Word wants: a cell at each place, covered places and gaps included."""

from collections.abc import Sequence

import msgspec

from briefgen.document import Blocks, Cell, Revision, Table
from briefgen.document.spans import Line, Placed, placed

COLUMNS_MAX = 63
"""Word opens no table with more. What stands beyond goes into the last cell of its row."""


class Place(msgspec.Struct, frozen=True):
    """What stands at a place of the grid."""

    column: int
    span: int
    cell: Cell | None = None
    """None where nothing was given, and where a cell from above reaches down."""
    reaches_down: bool = False
    covered: bool = False
    extra: Blocks = ()
    """From cells that found no place."""
    revision: Revision = ""
    """Of its row."""


class Grid(msgspec.Struct, frozen=True):
    """A table's places, row by row."""

    columns: int
    head: tuple[tuple[Place, ...], ...]
    body: tuple[tuple[Place, ...], ...]


def grid(table: Table, shown: Sequence[int] = ()) -> Grid:
    """The cells of a table at their places, and between them the places that cells from above cover. `shown`: only
    these columns."""
    count, head, body = placed(table)
    return Grid(min(len(shown) or count, COLUMNS_MAX), _section(head, shown), _section(body, shown))


def _section(lines: tuple[Line, ...], shown: Sequence[int]) -> tuple[tuple[Place, ...], ...]:
    out = []
    covering: list[tuple[Placed, int]] = []  # cells from above, and the row before which they end
    for number, line in enumerate(lines):
        covering = [(at, end) for at, end in covering if end > number]
        row = [_place(at) for at in line]
        if covering:
            row += [Place(at.column, at.colspan, covered=True) for at, _ in covering]
            row.sort(key=lambda place: place.column)
        out.append(_narrowed(_clipped(row, shown) if shown else row))
        covering += [(at, number + at.rowspan) for at in line]
    return tuple(out)


def _clipped(row: list[Place], shown: Sequence[int]) -> list[Place]:
    """The places of a row that reach into some columns, as far as they do."""
    out = []
    for place in row:
        within = [at for at, column in enumerate(shown) if place.column <= column < place.column + place.span]
        if within:
            out.append(msgspec.structs.replace(place, column=within[0], span=len(within)))
    return out


def _place(at: Placed) -> Place:
    return Place(at.column, at.colspan, at.cell, reaches_down=at.rowspan > 1, revision=at.revision)


def _narrowed(row: list[Place]) -> tuple[Place, ...]:
    """The row within Word's columns."""
    if row[-1].column + row[-1].span <= COLUMNS_MAX:
        return tuple(row)
    kept = [place for place in row if place.column < COLUMNS_MAX]
    last = kept[-1]
    beyond = tuple(block for place in row[len(kept) :] if place.cell for block in place.cell.blocks)
    kept[-1] = msgspec.structs.replace(last, span=min(last.span, COLUMNS_MAX - last.column), extra=beyond)
    return tuple(kept)
