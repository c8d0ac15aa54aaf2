"""Directives: `:::{name} words {options}` … `:::`, the blocks of a template that Markdown has no syntax for."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

import msgspec

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Card,
    Cell,
    Column,
    Columns,
    ColumnsCell,
    Contents,
    Figure,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.markup.parse import as_inlines
from briefgen.markup.plain import joined

if TYPE_CHECKING:
    from briefgen.template.markdown import Node
    from briefgen.template.page import Page


# The options at the end of a line: `{anchor=gaps}`, `{shares="3 2 2" ground=for}`.

_END = re.compile(r"(?:(?<!\s)\s++)?\{((?:\s*+[a-z]++=(?:\"[^\"]*+\"|[^\s\"{}]++))++)\s*+\}\s*+$")
_ONE = re.compile(r"(?<![a-z])([a-z]++)=(?:\"([^\"]*)\"|([^\s\"{}]+))")


def split(text: str) -> tuple[str, Mapping[str, str]]:
    """The text without its options, and the options by name."""
    found = _END.search(text) if text.rstrip().endswith("}") else None
    if not found:
        return text, {}
    return text[: found.start()], {name: quoted or bare for name, quoted, bare in _ONE.findall(found[1])}


# Pipe tables, whose cells may be holes.

_ALIGN = re.compile(r"text-align:(left|right|center)")
_SHARE = re.compile(r"\d{1,3}(\.\d{1,2})?")
_GROUNDS = ("tint", "for", "against", "mixed")


def pipe_table(page: "Page", node: "Node", first: int, given: Mapping[str, str]) -> tuple[Block, ...]:
    """The table, or nothing where it has no cells at all.

    A later column whose holes are empty in every row is left out; one that the template leaves blank is not. The first
    cell of a row is its header where the column has one in the head, unless `{rows=plain}` says otherwise.
    """
    head, body = _rows(node, "thead_open"), _rows(node, "tbody_open")
    columns = tuple(_table_column(cell) for cell in head[0].children) if head else ()
    columns = _with_shares(page, columns, given, first - 1)  # options are on the line of the fence, above the table
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
    """Whether a column is the first, or filled in some row, or left blank by the template."""
    given = any((token := row.children[at].inline()) and token.content for row in written)
    return not at or not given or any(row.cells[at].blocks for row in rows)


def _rows(node: "Node", part: str) -> "list[Node]":
    return [row for child in node.children if child.token.type == part for row in child.children]


def _table_column(cell: "Node") -> Column:
    found = _ALIGN.search(str(cell.token.attrs.get("style", "")))
    return Column(cast(Literal["left", "right", "center"], found[1])) if found else Column()


def _with_shares(page: "Page", columns: tuple[Column, ...], given: Mapping[str, str], line: int) -> tuple[Column, ...]:
    if "shares" not in given:
        return columns
    if (shares := _shares(given, len(columns))) is not None:
        return tuple(Column(column.align, share) for column, share in zip(columns, shares, strict=True))
    page.fault("template-bad-option", f"The shares of this table are {len(columns)} numbers, one a column.",
               page.place(line), "shares")  # fmt: skip
    return columns


def _cell(page: "Page", node: "Node", first: int, *, header: bool) -> Cell:
    token = node.inline()
    if token is None:
        return Cell(header=header)
    line = first + (token.map[0] if token.map else 0)
    text, given = split(token.content)
    ground = page.plain(given.get("ground", ""))
    if ground and ground not in _GROUNDS:
        page.fault("template-bad-option", f"`{ground}` is not a ground.", page.place(line), "ground",
                   f"There are: {', '.join(_GROUNDS)}.")  # fmt: skip
        ground = ""
    blocks = page.block_content(text, line, token.children if text == token.content else None)
    return Cell(blocks, header, ground=cast(Literal["", "tint", "for", "against", "mixed"], ground))


# The opening line and the content of a directive.

_OPENING = re.compile(r"\s*\{([A-Za-z][\w-]*)\}[ \t]*(.*)$")


class Fence(msgspec.Struct, frozen=True):
    """A directive in the rendered text: Markdown with holes."""

    name: str
    title: str
    """The words after the name."""
    options: Mapping[str, str]
    content: str
    line: int
    """Of its opening, in the rendered text, from 0."""

    @property
    def first(self) -> int:
        """The line on which its content begins."""
        return self.line + 1


Directive: TypeAlias = "Callable[[Fence, Page], Blocks]"
"""Content → blocks."""


def read(opening: str, content: str, line: int) -> Fence | None:
    """A directive, or None where the opening has no name in braces."""
    found = _OPENING.match(opening)
    if not found:
        return None
    title, given = split(found[2])
    return Fence(found[1], title.strip(), given, content, line)


# `decision` and `remark`: a box, with its title after the name.


def _callout(fence: Fence, page: "Page") -> Blocks:
    """The box, or nothing where it would be empty."""
    blocks = page.blocks(fence.content, fence.first)
    title = as_inlines(page.line(fence.title, fence.line))
    return (Callout(cast(Literal["decision", "remark"], fence.name), title, blocks),) if blocks else ()


# `card`: a framed box, with its title after the name. Option: `{kind=recommended}`.


def _card(fence: Fence, page: "Page") -> Blocks:
    """The card, or nothing where it would be empty."""
    blocks = page.blocks(fence.content, fence.first)
    kind = page.plain(fence.options.get("kind", "plain"))
    if kind not in ("plain", "recommended"):
        page.fault("template-bad-option", "A card is plain or recommended.", page.place(fence.line), "kind")
        kind = "plain"
    title = as_inlines(page.line(fence.title, fence.line))
    return (Card(title, blocks, cast(Literal["plain", "recommended"], kind)),) if blocks else ()


# `columns`: blocks side by side, each block a cell, or several in one with `column`. Options: `{shares="3 2"}`,
# `{gap=narrow}`.

_GAPS: dict[str, Literal["narrow", "normal", "wide"]] = {"narrow": "narrow", "normal": "normal", "wide": "wide"}


def _columns(fence: Fence, page: "Page") -> Blocks:
    """The cells; nothing where all are empty. One alone is its blocks."""
    cells: list[Blocks] = []
    for node in page.nodes(fence.content):
        line = fence.first + (node.token.map[0] if node.token.map else 0)
        is_fence = node.token.type == "colon_fence"
        inner = read(node.token.info, node.token.content, line) if is_fence else None
        if inner and inner.name == "column":
            cells.append(page.blocks(inner.content, inner.first))
        else:
            cells += [(block,) for block in page.of_nodes([node], fence.first)]
    gap = _GAPS.get(fence.options.get("gap", "normal"))
    if gap is None:
        page.fault(
            "template-bad-option", "The gap of columns is narrow, normal or wide.", page.place(fence.line), "gap"
        )
    shares = _shares(fence.options, len(cells))
    if shares is None:
        page.fault("template-bad-option", f"The shares of these columns are {len(cells)} numbers, one a cell.",
                   page.place(fence.line), "shares")  # fmt: skip
    if not any(cells):
        return ()
    if len(cells) == 1:
        return cells[0]
    made = tuple(ColumnsCell(blocks, share) for blocks, share in zip(cells, shares or [1.0] * len(cells), strict=True))
    return (Columns(made, gap or "normal"),)


def _column(fence: Fence, page: "Page") -> Blocks:
    """Only in columns, which read it themselves."""
    page.fault("template-misplaced", "A column stands in columns.", page.place(fence.line), fence.name,
               "Put `:::{column}` in `::::{columns}`.")  # fmt: skip
    return page.blocks(fence.content, fence.first)


def _shares(given: Mapping[str, str], count: int) -> list[float] | None:
    """The shares of a width among the options, 1 each where none are given; None where they are wrong."""
    if "shares" not in given:
        return [1.0] * count
    shares = given["shares"].split()
    if len(shares) != count or not all(_SHARE.fullmatch(share) and float(share) for share in shares):
        return None
    return list(map(float, shares))


# `contents`: the list of headings, with its title after the name; `{depth=1}` for sections only, `{of=tables}`
# and `{of=figures}` for those with a caption.

_OF: dict[str, Literal["headings", "tables", "figures"]] = {
    "headings": "headings", "tables": "tables", "figures": "figures",
}  # fmt: skip


def _contents(fence: Fence, page: "Page") -> Blocks:
    page.expect_nothing(fence)
    depth = fence.options.get("depth", "2")
    if depth not in ("1", "2", "3", "4"):
        page.fault("template-bad-option", "The depth of contents is 1, 2, 3 or 4.", page.place(fence.line), "depth")
        depth = "2"
    of = _OF.get(fence.options.get("of", "headings"))
    if of is None:
        page.fault("template-bad-option", "Contents are of headings, tables or figures.", page.place(fence.line), "of")
    return (Contents(as_inlines(page.line(fence.title, fence.line)), int(depth), of or "headings"),)


# `figure`: a hole with a figure; its caption after the name, and paragraphs below it as its key.


def _figure(fence: Fence, page: "Page") -> Blocks:
    """The figure with its caption, key and options; nothing where there is no figure."""
    blocks = page.blocks(fence.content, fence.first)
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Figure)), None)
    if at is None:
        if blocks:
            page.fault("template-misplaced", "This figure holds no figure.", page.place(fence.line),
                       hint="Print one in it: {{ charts.timeline }}.")  # fmt: skip
        return blocks
    figure = blocks[at]
    assert isinstance(figure, Figure)
    content = as_inlines(page.line(fence.title, fence.line))
    below = blocks[at + 1 :]
    key = [msgspec.structs.replace(block, role="small") for block in below if isinstance(block, Paragraph)]
    figure = msgspec.structs.replace(
        figure,
        caption=Caption("", content) if content else figure.caption,
        anchor=page.anchor(fence.options) or figure.anchor,
        key=(*figure.key, *key),
    )
    return (*blocks[:at], figure, *(block for block in below if not isinstance(block, Paragraph)))


# `notes`: the place of the end notes, which are filled in once citations have their numbers.

NOTES_PLACE = List((), role="notes")
"""An empty list of notes, to be filled."""


def _notes(fence: Fence, page: "Page") -> Blocks:
    page.expect_nothing(fence)
    return (NOTES_PLACE,)


# `page-break`.


def _page_break(fence: Fence, page: "Page") -> Blocks:
    page.expect_nothing(fence)
    return (PageBreak(),)


# `quotation`: a block quotation, and its speaker in a last paragraph that begins with “— ”.

_DASH = "— "


def _quotation(fence: Fence, page: "Page") -> Blocks:
    """The quotation; nothing where it is empty."""
    nodes = page.nodes(fence.content)
    line = nodes[-1].inline() if nodes and nodes[-1].token.type == "paragraph_open" else None
    if line is None or not line.content.startswith(_DASH):
        blocks = page.of_nodes(nodes, fence.first)
        return (Quotation(blocks),) if blocks else ()
    blocks, last = page.of_nodes(nodes[:-1], fence.first), page.of_nodes(nodes[-1:], fence.first)
    match last:
        case (Paragraph(content=(Run() as run, *others)),):
            run = msgspec.structs.replace(run, text=run.text.removeprefix(_DASH))
            attribution = (run, *others) if run.text else tuple(others)
        case _:
            attribution = ()
    return (Quotation(blocks, attribution),) if blocks else ()


# `lead`, `small` and `label`: paragraphs, and what they are for.


def _paragraphs_with_role(fence: Fence, page: "Page") -> Blocks:
    """The blocks, with the role given to their paragraphs."""
    role = cast(Literal["lead", "small", "label"], fence.name)
    return tuple(
        msgspec.structs.replace(block, role=role) if isinstance(block, Paragraph) else block
        for block in page.blocks(fence.content, fence.first)
    )


# `table`: a pipe table or a hole with a table; its caption after the name, and paragraphs below it as its key.
#
# Options: `{anchor=comparison}`, `{shares="3 2 2"}`, `{rows=plain}` (no row headers), `{description="…"}`.


def _table(fence: Fence, page: "Page") -> Blocks:
    """The table with its caption, key and options; nothing where there is no table."""
    table: Table | None = None
    key: list[Paragraph] = []
    others: list[Block] = []
    for node in page.nodes(fence.content):
        is_pipe = node.token.type == "table_open"
        made = pipe_table(page, node, fence.first, fence.options) if is_pipe else page.of_nodes([node], fence.first)
        for block in made:
            if isinstance(block, Table) and table is None:
                table = block
            elif isinstance(block, Paragraph) and table is not None:
                key.append(msgspec.structs.replace(block, role="small"))
            else:
                others.append(block)
    if others:
        message = "A table holds one table, and below it paragraphs as its key."
        page.fault("template-misplaced", message, page.place(fence.line))
    if table is None:
        return tuple(others)
    content = as_inlines(page.line(fence.title, fence.line))
    table = msgspec.structs.replace(
        table,
        caption=Caption("", content) if content else table.caption,
        key=(*table.key, *key),
        anchor=page.anchor(fence.options) or table.anchor,
        description=page.plain(fence.options.get("description", "")) or table.description,
    )
    return (table, *others)


# `title-block`: kind of paper, `# title`, question, and a pipe table of labels over one row of values.


def _title_block(fence: Fence, page: "Page") -> Blocks:
    """The title block; entries without a value are left out."""
    kind: Inlines = ()
    title: Inlines = ()
    question: Inlines = ()
    entries: tuple[TitleEntry, ...] = ()
    titled = False
    for node in page.nodes(fence.content):
        token = node.inline()
        line = fence.first + (node.token.map[0] if node.token.map else 0)
        match node.token.type:
            case "heading_open" if not titled and token:
                title, titled = as_inlines(page.line(token.content, line)), True
            case "paragraph_open":
                words = as_inlines(joined(page.paragraph(node, fence.first)))
                if titled:
                    question = words
                else:
                    kind = words
            case "table_open":
                entries = tuple(
                    entry for table in pipe_table(page, node, fence.first, {}) if isinstance(table, Table)
                    for entry in _entries(table)
                )  # fmt: skip
            case _:
                message = "A title block is the kind of paper, `# title`, a question and a table."
                page.fault("template-misplaced", message, page.place(line))
    return (TitleBlock(kind, title, question, entries),)


def _entries(table: Table) -> tuple[TitleEntry, ...]:
    if not table.head or not table.body:
        return ()
    pairs = zip(table.head[0].cells, table.body[0].cells, strict=False)
    return tuple(TitleEntry(_line(label), value) for label, cell in pairs if (value := _line(cell)))


def _line(cell: Cell) -> Inlines:
    return as_inlines(joined(cell.blocks))


DIRECTIVES: dict[str, Directive] = {
    "card": _card,
    "column": _column,
    "columns": _columns,
    "contents": _contents,
    "decision": _callout,
    "figure": _figure,
    "label": _paragraphs_with_role,
    "lead": _paragraphs_with_role,
    "notes": _notes,
    "page-break": _page_break,
    "quotation": _quotation,
    "remark": _callout,
    "small": _paragraphs_with_role,
    "table": _table,
    "title-block": _title_block,
}
"""By name."""

__all__ = ["DIRECTIVES", "Directive", "Fence", "read"]
