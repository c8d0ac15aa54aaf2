"""`page-break`: what follows begins a page."""

from typing import TYPE_CHECKING

from briefgen.document import Blocks, PageBreak
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page


def build(fence: Fence, page: "Page") -> Blocks:
    """The break."""
    page.expect_nothing(fence)
    return (PageBreak(),)
