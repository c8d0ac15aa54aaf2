"""Rows of cells → the full grid that Word wants: a cell at each place, covered places and gaps included."""

import msgspec

from briefgen.document import Blocks, Cell, Column, Row

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


class Grid(msgspec.Struct, frozen=True):
    """A table's places, row by row."""

    columns: int
    head: tuple[tuple[Place, ...], ...]
    body: tuple[tuple[Place, ...], ...]


def grid(columns: tuple[Column, ...], head: tuple[Row, ...], body: tuple[Row, ...]) -> Grid:
    """Lay cells out as browsers do: each at the first free place of its row. No cell reaches from head to body."""
    sections = [_section(rows, len(columns)) for rows in (head, body)]
    widest = max((row[-1].column + row[-1].span for rows in sections for row in rows if row), default=0)
    count = min(max(widest, len(columns)), COLUMNS_MAX)
    filled = [tuple(_filled(row, count) for row in rows) for rows in sections]
    return Grid(count, *filled)


class _Cover(msgspec.Struct):
    """A cell above that reaches down from a column."""

    span: int
    rows: int


def _section(rows: tuple[Row, ...], declared: int) -> list[list[Place]]:
    covers: dict[int, _Cover] = {}
    out = []
    for index, row in enumerate(rows):
        places: list[Place] = []
        below = len(rows) - index
        at = 0
        waiting = list(reversed(row.cells))
        while waiting or any(column >= at for column in covers):
            if at in covers:
                cover = covers[at]
                places.append(Place(at, cover.span, covered=True))
                cover.rows -= 1
                if not cover.rows:
                    del covers[at]
                at += cover.span
            elif waiting and at < COLUMNS_MAX:
                cell = waiting.pop()
                room = min((column for column in covers if column > at), default=COLUMNS_MAX) - at
                wanted = min(cell.colspan, declared - at) if at < declared else cell.colspan
                span = max(min(wanted, room), 1)
                down = max(min(cell.rowspan, below), 1)
                places.append(Place(at, span, cell, reaches_down=down > 1))
                if down > 1:
                    covers[at] = _Cover(span, down - 1)
                at += span
            elif waiting:
                left = tuple(block for cell in reversed(waiting) for block in cell.blocks)
                places[-1] = msgspec.structs.replace(places[-1], extra=left)
                break
            else:
                places.append(Place(at, 1))
                at += 1
        out.append(places)
    return out


def _filled(row: list[Place], count: int) -> tuple[Place, ...]:
    end = row[-1].column + row[-1].span if row else 0
    return (*row, *(Place(column, 1) for column in range(end, count)))
