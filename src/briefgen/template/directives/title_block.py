"""`title-block`: kind of paper, `# title`, question, and a pipe table of labels over one row of values."""

from typing import TYPE_CHECKING

from briefgen.document import Blocks, Cell, Inlines, Table, TitleBlock, TitleEntry
from briefgen.prose import as_inlines, joined
from briefgen.template.directives.fence import Fence
from briefgen.template.pipe_table import pipe_table

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
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
