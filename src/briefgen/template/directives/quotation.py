"""`quotation`: a passage, and who said it in a last paragraph that begins with “— ”."""

from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Blocks, Paragraph, Quotation, Run
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page

_DASH = "— "


def build(fence: Fence, page: "Page") -> Blocks:
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
