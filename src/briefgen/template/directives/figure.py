"""`figure`: a hole with a figure; its caption behind the name, and paragraphs below it as its key."""

from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Blocks, Caption, Figure, Paragraph
from briefgen.prose import as_inlines
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The figure with what is given here added; nothing where there is no figure."""
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
