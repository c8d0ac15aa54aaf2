"""`table`: a pipe table or a hole with a table; its caption behind the name, and paragraphs below it as its key.

Options: `{anchor=comparison}`, `{shares="3 2 2"}`, `{rows=plain}` (no row headers), `{description="…"}`.
"""

from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Block, Blocks, Caption, Paragraph, Table
from briefgen.prose import as_inlines
from briefgen.template.directives.fence import Fence
from briefgen.template.pipe_table import pipe_table

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The table with what is given here added; nothing where there is no table."""
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
