"""`decision` and `remark`: a box, with its title behind the name."""

from typing import TYPE_CHECKING, Literal, cast

from briefgen.document import Blocks, Callout
from briefgen.prose import as_inlines
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The box, or nothing where it would be empty."""
    blocks = page.blocks(fence.content, fence.first)
    title = as_inlines(page.line(fence.title, fence.line))
    return (Callout(cast(Literal["decision", "remark"], fence.name), title, blocks),) if blocks else ()
