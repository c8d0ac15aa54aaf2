"""`figure`: a hole with a figure, with its caption behind the name."""

from typing import TYPE_CHECKING

import msgspec

from briefgen.document import Blocks, Caption, Figure
from briefgen.prose import as_inlines
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The figure with the caption and anchor given here; nothing where there is no figure."""
    blocks = page.blocks(fence.content, fence.first)
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Figure)), None)
    if at is None:
        if blocks:
            page.fault("template-misplaced", "This figure holds no figure.", page.place(fence.line),
                       hint="Print one in it: {{ charts.positions }}.")  # fmt: skip
        return blocks
    figure = blocks[at]
    assert isinstance(figure, Figure)
    content = as_inlines(page.line(fence.title, fence.line))
    figure = msgspec.structs.replace(
        figure,
        caption=Caption("", content) if content else figure.caption,
        anchor=page.anchor(fence.options) or figure.anchor,
    )
    return (*blocks[:at], figure, *blocks[at + 1 :])
