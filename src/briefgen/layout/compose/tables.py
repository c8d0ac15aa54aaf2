"""Tables → a title, a grid of cells at their places, and a key."""

import math

from msgspec.structs import replace

from briefgen.document import Cell, Paragraph, Table
from briefgen.document.walk import Placed, placed
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.decimals import with_decimals
from briefgen.layout.compose.lists import ComposeAll
from briefgen.layout.compose.paragraphs import caption, key, within
from briefgen.layout.compose.surroundings import CELL, HEAD_CELL, TEXT, Surroundings
from briefgen.layout.matter import Grid, GridCell, Matter, Spread
from briefgen.layout.page import Element


def compose_table(
    composer: Composer, block: Table, parent: int, around: Surroundings, compose_all: ComposeAll
) -> list[Matter]:
    """A table with its title above and its key below."""
    columns, head, body = placed(block)
    element = composer.place(Element("Table", parent, summary=block.description.strip()))
    title: list[Matter] = []
    if block.caption:
        home = composer.element("Caption", element)
        if words := caption(composer, block.caption, home, keep=True, anchor=block.anchor, how=block.revision):
            title.append(words)
        else:
            del composer.elements[home:]
    cells: list[GridCell] = []
    for rows, first, in_head in ((head, 0, True), (body, len(head), False)):
        if rows:
            # PDF/UA wants a body where there is a head; head rows alone are the body.
            section = composer.element("THead" if in_head and body else "TBody", element)
            for number, row in enumerate(rows, first):
                line = composer.element("TR", section)
                cells += [_cell(composer, block, at, number, line, in_head, compose_all) for at in row]
    below = key(composer, block.key, parent)
    if not cells:
        return [*title, *below]
    shares = tuple(_share(block, column) for column in range(columns))
    anchors = (block.anchor,) if block.anchor and not title else ()
    cells = with_decimals(cells, len(head), composer.lang)
    grid = Grid(tuple(cells), len(head) + len(body), len(head), shares, anchors, bool(below))
    # Only a table of the text itself may take a page of its own.
    return [Spread(grid, tuple(title), tuple(below))] if around is TEXT else [*title, grid, *below]


def _cell(
    composer: Composer, block: Table, at: Placed, row: int, parent: int, head: bool, compose_all: ComposeAll
) -> GridCell:
    cell = at.cell or Cell()
    header = head or cell.header
    element = composer.place(
        Element(
            "TH" if header else "TD",
            parent,
            scope=("Column" if head else "Row") if header else "",
            colspan=at.colspan,
            rowspan=at.rowspan,
        )
    )
    around = HEAD_CELL if head else CELL
    align = block.columns[at.column].align if at.column < len(block.columns) else "left"
    around = replace(around, strong=header, align=align)
    children: list[Matter]
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    if isinstance(only, Paragraph) and only.role == "body":
        words = within(composer, only.content, around.body, element, strong=around.strong, align=align)
        children = [words] if words else []
    else:
        children = compose_all(composer, cell.blocks, element, around)
    ground = composer.theme.inks["tint" if cell.ground == "tint" else f"{cell.ground}-ground"] if cell.ground else ""
    return GridCell(row, at.column, at.rowspan, at.colspan, tuple(children), ground)


def _share(block: Table, column: int) -> float | None:
    share = block.columns[column].share if column < len(block.columns) else None
    return share if share is not None and math.isfinite(share) and share > 0 else None
