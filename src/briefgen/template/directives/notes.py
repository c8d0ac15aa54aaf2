"""`notes`: where the end notes stand. They are filled in when the citations have their numbers."""

from typing import TYPE_CHECKING

from briefgen.document import Blocks, List
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page

PLACE = List((), role="notes")
"""An empty list of notes, to be filled."""


def build(fence: Fence, page: "Page") -> Blocks:
    """The place of the notes."""
    page.expect_nothing(fence)
    return (PLACE,)
