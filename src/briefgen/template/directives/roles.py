"""`lead`, `small` and `label`: paragraphs, and what they are for."""

from typing import TYPE_CHECKING, Literal, cast

import msgspec

from briefgen.document import Blocks, Paragraph
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The same blocks, their paragraphs with the role."""
    role = cast(Literal["lead", "small", "label"], fence.name)
    return tuple(
        msgspec.structs.replace(block, role=role) if isinstance(block, Paragraph) else block
        for block in page.blocks(fence.content, fence.first)
    )
