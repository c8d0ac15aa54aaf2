"""Tables: a title, a grid of cells, columns of numbers aligned at the decimal sign, and a key."""

import math
import re
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from briefgen.document import Cell, Paragraph, Table
from briefgen.document.grid import Placed, placed
from briefgen.fonts import load
from briefgen.layout.boxes import Grid, GridCell, Matter, Spread, Words
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.paragraphs import CELL, HEAD_CELL, TEXT, ComposeAll, Surroundings, caption, key, within
from briefgen.layout.page import Element
from briefgen.locale import FORMATS

_NOTHING = frozenset({"", "–", "—", "-", "…"})
"""Cells that give no number leave the column one of numbers."""

_LEAST = 2
"""Numbers that make a column."""


@cache
def _number(sign: str) -> re.Pattern[str]:
    """A number of a language: groups of thousands, decimals, and what stands for a currency or per cent."""
    group = "[ '’\u00a0\u202f" + (".]" if sign == "," else ",]")
    whole = rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    return re.compile(rf"[-−+–]?(?:[€$£]\s?)?{whole}(?:{re.escape(sign)}\d+)?(?:\s?[%€])?")


def with_decimals(cells: Iterable[GridCell], head: int, lang: str) -> list[GridCell]:
    """The cells of a table; those of a column with numbers alone are set to the right, each so far from the edge that
    the signs of decimals stand below each other. A centred column stays so. `head`: rows that are no data."""
    given = list(cells)
    columns: dict[int, list[GridCell]] = {}
    for cell in given:
        if cell.column and cell.colspan == 1:  # the first column says what the rows are, if it is by numbers
            columns.setdefault(cell.column, []).append(cell)
    found = {column: insets for column, members in columns.items() if (insets := _insets(members, head, lang))}
    return [_moved(cell, found[cell.column]) if cell.column in found and cell.colspan == 1 else cell for cell in given]


def _moved(cell: GridCell, insets: dict[int, float]) -> GridCell:
    return replace(cell, children=tuple(
        replace(child, align="right", inset=insets.get(cell.row, 0.0)) if isinstance(child, Words) else child
        for child in cell.children
    ))  # fmt: skip


def _insets(column: list[GridCell], head: int, lang: str) -> dict[int, float]:
    """Row → the distance from the right edge; nothing for a column that holds other things than numbers."""
    sign = FORMATS[lang[:2]].decimal if lang[:2] in FORMATS else "."
    behind: dict[int, float] = {}
    for cell in column:
        if cell.row < head:
            continue
        if not cell.children:
            continue
        words = cell.children[0]
        if cell.rowspan > 1 or len(cell.children) > 1 or not isinstance(words, Words) or words.align == "center":
            return {}
        width = _behind_the_whole(words, sign)
        if width is None:
            return {}
        if width >= 0:
            behind[cell.row] = width
    if len(behind) < _LEAST:
        return {}
    most = max(behind.values())
    return {row: most - width for row, width in behind.items()}


def _behind_the_whole(words: Words, sign: str) -> float | None:
    """The width of what follows the whole number: its decimals, a sign of per cent, marks of notes. Below 0 where the
    cell says that there is none; None where it says something else."""
    said = "".join((" " if segment.space and at else "") + segment.text
                   for at, segment in enumerate(words.segments) if not segment.look.rise)  # fmt: skip
    if said in _NOTHING:
        return -1.0
    found = _number(sign).fullmatch(said)
    if not found or any(segment.forced for segment in words.segments):
        return None
    return _width_from(words, found.end("whole"))


def _width_from(words: Words, place: int) -> float:
    """The width of a line from one of its characters on."""
    width, at = 0.0, 0
    for number, segment in enumerate(words.segments):
        if segment.space and number:
            at += not segment.look.rise
            width += segment.space if at > place else 0.0
        size = 0 if segment.look.rise else len(segment.text)
        if segment.look.rise or at >= place:
            width += segment.width
        elif at + size > place:
            look, kept = segment.look, segment.text[: place - at]
            width += segment.width - load(look.font).width(kept) * look.size - look.tracking * len(kept)
        at += size
    return width


# Tables → a title, a grid of cells at their places, and a key.


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
