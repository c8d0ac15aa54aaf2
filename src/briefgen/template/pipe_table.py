"""Pipe tables, whose cells may be holes."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

from briefgen.document import Block, Cell, Column, Row, Table
from briefgen.template import options

if TYPE_CHECKING:
    from briefgen.template.markdown import Node
    from briefgen.template.page import Page

_ALIGN = re.compile(r"text-align:(left|right|center)")
_GROUNDS = ("tint", "for", "against", "mixed")


def pipe_table(page: "Page", node: "Node", first: int, given: Mapping[str, str]) -> tuple[Block, ...]:
    """The table, or nothing where it has no cells at all.

    A later column whose holes are empty in every row is left out; one that the template leaves blank is not. The first
    cell of a row is its header where the column has one in the head, unless `{rows=plain}` says otherwise.
    """
    head, body = _rows(node, "thead_open"), _rows(node, "tbody_open")
    columns = tuple(_column(cell) for cell in head[0].children) if head else ()
    columns = _shared(page, columns, given, first - 1)  # options stand on the line of the fence, above the table
    head_cells = tuple(tuple(_cell(page, cell, first, header=True) for cell in row.children) for row in head)
    titled = bool(head_cells and head_cells[0] and head_cells[0][0].blocks)
    headed = given.get("rows", "headed" if titled else "plain") == "headed"
    rows = tuple(
        Row(tuple(_cell(page, cell, first, header=headed and at == 0) for at, cell in enumerate(row.children)))
        for row in body
    )
    shown = [at for at in range(len(columns)) if _is_shown(at, body, rows)]
    if len(shown) < len(columns):
        columns = tuple(columns[at] for at in shown)
        head_cells = tuple(tuple(row[at] for at in shown) for row in head_cells)
        rows = tuple(Row(tuple(row.cells[at] for at in shown)) for row in rows)
    if not any(cell.blocks for row in head_cells for cell in row):
        head_cells = ()
    if not head_cells and not rows:
        return ()
    return (Table(columns, tuple(Row(cells) for cells in head_cells), rows),)


def _is_shown(at: int, written: "list[Node]", rows: tuple[Row, ...]) -> bool:
    """Whether some row has something in a column, or none was to have. The first says what the rows are about."""
    given = any((token := row.children[at].inline()) and token.content for row in written)
    return not at or not given or any(row.cells[at].blocks for row in rows)


def _rows(node: "Node", part: str) -> "list[Node]":
    return [row for child in node.children if child.token.type == part for row in child.children]


def _column(cell: "Node") -> Column:
    found = _ALIGN.search(str(cell.token.attrs.get("style", "")))
    return Column(cast(Literal["left", "right", "center"], found[1])) if found else Column()


def _shared(page: "Page", columns: tuple[Column, ...], given: Mapping[str, str], line: int) -> tuple[Column, ...]:
    if "shares" not in given:
        return columns
    shares = given["shares"].split()
    if len(shares) == len(columns) and all(
        re.fullmatch(r"\d{1,3}(\.\d{1,2})?", share) and float(share) for share in shares
    ):
        return tuple(Column(column.align, float(share)) for column, share in zip(columns, shares, strict=True))
    page.fault("template-bad-option", f"The shares of this table are {len(columns)} numbers, one a column.",
               page.place(line), "shares")  # fmt: skip
    return columns


def _cell(page: "Page", node: "Node", first: int, *, header: bool) -> Cell:
    token = node.inline()
    if token is None:
        return Cell(header=header)
    line = first + (token.map[0] if token.map else 0)
    text, given = options.split(token.content)
    ground = page.plain(given.get("ground", ""))
    if ground and ground not in _GROUNDS:
        page.fault("template-bad-option", f"`{ground}` is not a ground.", page.place(line), "ground",
                   f"There are: {', '.join(_GROUNDS)}.")  # fmt: skip
        ground = ""
    blocks = page.standing(text, line, token.children if text == token.content else None)
    return Cell(blocks, header, ground=cast(Literal["", "tint", "for", "against", "mixed"], ground))
