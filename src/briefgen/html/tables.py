"""Tables and figures with title, key and column heads."""

from base64 import b64encode
from collections.abc import Iterable
from itertools import chain

import msgspec

from briefgen.charts import draw, svg
from briefgen.document import Caption, Cell, Chart, Column, Figure, Paragraph, Picture, Table, plain
from briefgen.document.grid import Grid, Line, Placed, placed
from briefgen.document.walk import texts
from briefgen.html.context import Flow, PageContext
from briefgen.html.inlines import inlines, revised
from briefgen.html.markup import NOTHING, Markup, element, escaped, joined, lines


def heads(rows: Iterable[Line], columns: int) -> list[str]:
    """The head of each column, from the top row down: “Options, No action”."""
    heads_by_column: list[list[str]] = [[] for _column in range(columns)]
    for row in rows:
        for at in row:
            if words := cell_words(at.cell):
                for column in range(at.column, at.column + at.colspan):
                    heads_by_column[column].append(words)
    return [", ".join(words) for words in heads_by_column]


def cell_words(cell: Cell | None) -> str:
    """The text of a cell in one line."""
    blocks = cell.blocks if cell else ()
    return " ".join(found for block in blocks for part in texts(block) if (found := plain(part).strip()))


# Figures: the picture inside the page, its title above and its key below as tables have them.
#
# A chart is drawn twice, for wide and for narrow screens; one of the two is shown and read by screen readers.

_WIDE, _NARROW = 440.0, 216.0
"""Widths of the text column on a desktop and on a phone, in points."""


def figure(block: Figure, context: PageContext) -> Markup:
    """Caption, picture and key."""
    at = context.id(block.anchor)
    above = element("figcaption", caption(block.caption, context)) if block.caption else NOTHING
    key = lines(element("p", inlines(line.content, context), class_="key") for line in block.key if line.content)
    shown = _picture(block.picture, block.alt) if isinstance(block.picture, Picture) else _chart(block, context)
    kind = "picture" if isinstance(block.picture, Picture) else "chart"
    return element("figure", lines((above, shown, key)), id=at, class_=kind)


def _picture(picture: Picture, alt: str) -> Markup:
    source = "data:image/png;base64," + b64encode(picture.png).decode()
    return element("img", src=source, alt=alt, width=picture.width, height=picture.height)


def _chart(block: Figure, context: PageContext) -> Markup:
    assert not isinstance(block.picture, Picture)
    return lines(
        _svg(block.picture, block.alt, width, kind, context) for width, kind in ((_WIDE, "wide"), (_NARROW, "narrow"))
    )


def _svg(chart: Chart, alt: str, width: float, kind: str, context: PageContext) -> Markup:
    drawing = draw(chart, context.theme, width)
    box = f"0 0 {svg.number(drawing.width)} {svg.number(drawing.height)}"
    attributes = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
    shapes = Markup(svg.shapes(drawing, svg.variable))
    return element("svg", Markup("\n"), shapes, viewBox=box, class_=kind, **attributes)


def caption(what: Caption, context: PageContext) -> Markup:
    """The label and the text of a caption."""
    label = element("span", escaped(what.label), class_="caption-label") if what.label else NOTHING
    return joined((label, escaped(" ") if label and what.content else NOTHING, inlines(what.content, context)))


# Tables: title above, key below.
#
# On a phone the rows of a table become cards, with the column head above each cell. A table with too many
# columns for that, or with spanning cells, scrolls inside a frame instead.

_MAX_CARD_COLUMNS = 6
"""The most columns of a table that is shown as cards."""
_MAX_LETTERS = 64
"""The most letters of the longest words of all columns together; a wider table may not fit a small tablet."""
_LONG_WORD = 28
"""Longer words may be broken anywhere, in letters."""


class _TableFormat(msgspec.Struct, frozen=True):
    """The common format of the cells of a table."""

    columns: tuple[Column, ...]
    heads: list[str]
    """The head of each column; empty where a card does not need it."""
    cards: bool


def table(block: Table, context: PageContext, flow: Flow) -> Markup:
    """The table in its frame, with its key."""
    at = context.id(block.anchor)
    grid = placed(block)
    if not grid.head and not grid.body:
        title = element("p", caption(block.caption, context), class_="caption") if block.caption else NOTHING
        return element("div", lines((title, _key(block, context))), class_="table", id=at)
    described = context.own_id("description") if block.description else None
    spoken = element("p", escaped(block.description), id=described, hidden="") if described else NOTHING
    name = context.own_id("title") if block.caption else None
    cards = grid.columns <= _MAX_CARD_COLUMNS and all(_is_single(at) for row in grid.body for at in row)
    scrolls = not cards or _letters(grid) > _MAX_LETTERS
    table_format = _TableFormat(block.columns, _card_labels(grid) if cards else [], cards)
    frame = element(
        "div",
        _table(block, grid, table_format, name, described, context, flow),
        class_="frame" + (" cards" if cards else "") + (" scrolls" if scrolls else ""),
        role="region" if scrolls and name else None,
        aria_labelledby=name if scrolls else None,
        tabindex=0 if scrolls else None,
    )
    return element("div", lines((spoken, frame, _key(block, context))), class_="table", id=at)


def _table(
    block: Table,
    grid: Grid,
    table_format: _TableFormat,
    name: str | None,
    described: str | None,
    context: PageContext,
    flow: Flow,
) -> Markup:
    title = element("caption", caption(block.caption, context), id=name) if block.caption else NOTHING
    columns = _columns(block.columns, context)
    head, body = (
        _rows(group, rows, table_format, context, flow) for group, rows in (("thead", grid.head), ("tbody", grid.body))
    )
    # Without roles, browsers do not expose cards as a table.
    role = "table" if table_format.cards else None
    return element("table", lines((title, columns, head, body)), role=role, aria_describedby=described)


def _key(block: Table, context: PageContext) -> Markup:
    return lines(element("p", inlines(each.content, context), class_="key") for each in block.key if each.content)


def _is_single(at: Placed) -> bool:
    return at.colspan == 1 and at.rowspan == 1


def _card_labels(grid: Grid) -> list[str]:
    """The head of each column; none if a card has only one cell under its name."""
    alone = grid.columns == 2 and all(row[0].cell and row[0].cell.header for row in grid.body)
    return [] if alone else heads(grid.head, grid.columns)


def _letters(grid: Grid) -> int:
    """The total length of the longest words of all columns."""
    longest = [0] * grid.columns
    for row in chain(grid.head, grid.body):
        for at in row:
            letters = max(map(len, cell_words(at.cell).split()), default=0)
            longest[at.column] = max(longest[at.column], min(letters, _LONG_WORD) + 2)
    return sum(longest)


def _columns(columns: tuple[Column, ...], context: PageContext) -> Markup:
    shares = [round(each.share * 100) if each.share and 0 < each.share <= 1 else 0 for each in columns]
    if not any(shares):
        return NOTHING
    context.shares.update(share for share in shares if share)
    return element("colgroup", *(element("col", class_=f"w{share}" if share else None) for share in shares))


def _rows(group: str, rows: tuple[Line, ...], table_format: _TableFormat, context: PageContext, flow: Flow) -> Markup:
    if not rows:
        return NOTHING
    out = [
        element(
            "tr",
            lines(_cell(at, group, table_format, context, flow) for at in row),
            role="row" if table_format.cards else None,
            class_=row[0].revision or None,
        )
        for row in rows
    ]
    return element(group, lines(out), role="rowgroup" if table_format.cards else None)


def _cell(at: Placed, group: str, table_format: _TableFormat, context: PageContext, flow: Flow) -> Markup:
    cell, column = at.cell or Cell(), at.column
    words = cell_words(cell)
    revision = at.revision if at.revision != context.revision else ""
    with context.revising(at.revision or context.revision):
        content = revised(revision, _content(cell, context, flow), context)
    header = cell.header and bool(words)  # a header without words would name nothing
    scope, role = None, "cell"
    if header and group == "thead":
        scope, role = "colgroup" if at.colspan > 1 else "col", "columnheader"
    elif header:
        scope, role = "row", "rowheader"
    column_head = (
        table_format.heads[column] if group == "tbody" and not header and column < len(table_format.heads) else ""
    )
    return element(
        "th" if header else "td",
        content,
        scope=scope,
        role=role if table_format.cards else None,
        class_=_classes(cell, words, column, table_format),
        colspan=at.colspan if at.colspan > 1 else None,
        rowspan=at.rowspan if at.rowspan > 1 else None,
        data_label=column_head or None,
    )


def _content(cell: Cell, context: PageContext, flow: Flow) -> Markup:
    """The content of a cell. Its first paragraph needs no element."""
    match cell.blocks:
        case (Paragraph(content=content, role="body"), *rest):
            return lines((inlines(content, context), flow(tuple(rest), context)))
        case blocks:
            return flow(blocks, context)


def _classes(cell: Cell, words: str, column: int, table_format: _TableFormat) -> str | None:
    align = table_format.columns[column].align if column < len(table_format.columns) else "left"
    long = any(len(word) > _LONG_WORD for word in words.split())
    return " ".join(filter(None, (cell.ground, "" if align == "left" else align, "long" if long else ""))) or None
