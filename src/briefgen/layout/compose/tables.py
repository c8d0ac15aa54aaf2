"""Tables: a title, a grid of cells, columns of numbers aligned at the decimal sign, and a key."""

import math
import re
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from briefgen.document import Cell, Paragraph, Table
from briefgen.document.grid import Placed, placed
from briefgen.fonts import load
from briefgen.layout.boxes import Box, ParagraphBox, TableCellBox, TableGridBox, TableWrapperBox
from briefgen.layout.compose.composer import Composer
from briefgen.layout.compose.paragraphs import (
    CELL,
    HEAD_CELL,
    TEXT,
    ComposeAll,
    ParagraphStyles,
    caption,
    key,
    paragraph_in,
)
from briefgen.layout.page import Element
from briefgen.locale import FORMATS

_NO_NUMBER = frozenset({"", "–", "—", "-", "…"})
"""Cells without a number that a column of numbers may have."""

_LEAST = 2
"""Least number of numbers in a column of numbers."""


@cache
def _number(sign: str) -> re.Pattern[str]:
    """A number in a language: groups of thousands, decimals, currency or per cent sign."""
    group = "[ '’\u00a0\u202f" + (".]" if sign == "," else ",]")
    whole = rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    return re.compile(rf"[-−+–]?(?:[€$£]\s?)?{whole}(?:{re.escape(sign)}\d+)?(?:\s?[%€])?")


def with_decimals(cells: Iterable[TableCellBox], head: int, lang: str) -> list[TableCellBox]:
    """The cells of a table, with columns of numbers right-aligned so that their decimal signs line up. A centred column
    stays so. `head`: rows that are not data."""
    given = list(cells)
    columns: dict[int, list[TableCellBox]] = {}
    for cell in given:
        if cell.column and cell.colspan == 1:  # the first column labels the rows, even with numbers
            columns.setdefault(cell.column, []).append(cell)
    found = {column: insets for column, members in columns.items() if (insets := _insets(members, head, lang))}
    return [_moved(cell, found[cell.column]) if cell.column in found and cell.colspan == 1 else cell for cell in given]


def _moved(cell: TableCellBox, insets: dict[int, float]) -> TableCellBox:
    return replace(cell, children=tuple(
        replace(child, align="right", inset=insets.get(cell.row, 0.0)) if isinstance(child, ParagraphBox) else child
        for child in cell.children
    ))  # fmt: skip


def _insets(column: list[TableCellBox], head: int, lang: str) -> dict[int, float]:
    """Row → distance from the right edge; empty for a column of anything but numbers."""
    sign = FORMATS[lang[:2]].decimal if lang[:2] in FORMATS else "."
    spoken_after: dict[int, float] = {}
    for cell in column:
        if cell.row < head:
            continue
        if not cell.children:
            continue
        words = cell.children[0]
        if cell.rowspan > 1 or len(cell.children) > 1 or not isinstance(words, ParagraphBox) or words.align == "center":
            return {}
        width = _width_after_integer(words, sign)
        if width is None:
            return {}
        if width >= 0:
            spoken_after[cell.row] = width
    if len(spoken_after) < _LEAST:
        return {}
    most = max(spoken_after.values())
    return {row: most - width for row, width in spoken_after.items()}


def _width_after_integer(words: ParagraphBox, sign: str) -> float | None:
    """Width of what follows the integer part: decimals, per cent sign, note marks. Negative if the cell has no number;
    None if it has other content."""
    text = "".join((" " if segment.space and at else "") + segment.text
                   for at, segment in enumerate(words.segments) if not segment.style.rise)  # fmt: skip
    if text in _NO_NUMBER:
        return -1.0
    found = _number(sign).fullmatch(text)
    if not found or any(segment.forced for segment in words.segments):
        return None
    return _width_from(words, found.end("whole"))


def _width_from(words: ParagraphBox, place: int) -> float:
    """Width of a line from one of its characters on."""
    width, at = 0.0, 0
    for number, segment in enumerate(words.segments):
        if segment.space and number:
            at += not segment.style.rise
            width += segment.space if at > place else 0.0
        size = 0 if segment.style.rise else len(segment.text)
        if segment.style.rise or at >= place:
            width += segment.width
        elif at + size > place:
            computed, before = segment.style, segment.text[: place - at]
            width += segment.width - load(computed.font).width(before) * computed.size - computed.tracking * len(before)
        at += size
    return width


def compose_table(
    composer: Composer, block: Table, parent: int, styles: ParagraphStyles, compose_all: ComposeAll
) -> list[Box]:
    """A table with its title above and its key below."""
    columns, head, body = placed(block)
    element = composer.place(Element("Table", parent, summary=block.description.strip()))
    title: list[Box] = []
    if block.caption:
        caption_element = composer.element("Caption", element)
        if words := caption(
            composer, block.caption, caption_element, keep_with_next=True, anchor=block.anchor, revision=block.revision
        ):
            title.append(words)
        else:
            del composer.elements[caption_element:]
    cells: list[TableCellBox] = []
    for rows, first, in_head in ((head, 0, True), (body, len(head), False)):
        if rows:
            # PDF/UA requires a body if there is a header; header rows alone are the body.
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
    grid = TableGridBox(tuple(cells), len(head) + len(body), len(head), shares, anchors, bool(below))
    # Only a table outside other blocks may take landscape pages.
    return [TableWrapperBox(grid, tuple(title), tuple(below))] if styles is TEXT else [*title, grid, *below]


def _cell(
    composer: Composer, block: Table, at: Placed, row: int, parent: int, head: bool, compose_all: ComposeAll
) -> TableCellBox:
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
    styles = HEAD_CELL if head else CELL
    align = block.columns[at.column].align if at.column < len(block.columns) else "left"
    styles = replace(styles, strong=header, align=align)
    children: list[Box]
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    if isinstance(only, Paragraph) and only.role == "body":
        words = paragraph_in(composer, only.content, styles.body, element, strong=styles.strong, align=align)
        children = [words] if words else []
    else:
        children = compose_all(composer, cell.blocks, element, styles)
    background = (
        composer.theme.inks["tint" if cell.ground == "tint" else f"{cell.ground}-ground"] if cell.ground else ""
    )
    return TableCellBox(row, at.column, at.rowspan, at.colspan, tuple(children), background)


def _share(block: Table, column: int) -> float | None:
    share = block.columns[column].share if column < len(block.columns) else None
    return share if share is not None and math.isfinite(share) and share > 0 else None
