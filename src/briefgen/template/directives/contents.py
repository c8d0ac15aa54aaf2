"""`contents`: the list of headings, with its title behind the name; `{depth=1}` for sections only, `{of=tables}` and
`{of=figures}` for those with a caption."""

from typing import TYPE_CHECKING, Literal

from briefgen.document import Blocks, Contents
from briefgen.prose import as_inlines
from briefgen.template.directives.fence import Fence

if TYPE_CHECKING:
    from briefgen.template.page import Page

_OF: dict[str, Literal["headings", "tables", "figures"]] = {
    "headings": "headings", "tables": "tables", "figures": "figures",
}  # fmt: skip


def build(fence: Fence, page: "Page") -> Blocks:
    """The list."""
    page.expect_nothing(fence)
    depth = fence.options.get("depth", "2")
    if depth not in ("1", "2", "3", "4"):
        page.fault("template-bad-option", "The depth of contents is 1, 2, 3 or 4.", page.place(fence.line), "depth")
        depth = "2"
    of = _OF.get(fence.options.get("of", "headings"))
    if of is None:
        page.fault("template-bad-option", "Contents are of headings, tables or figures.", page.place(fence.line), "of")
    return (Contents(as_inlines(page.line(fence.title, fence.line)), int(depth), of or "headings"),)
