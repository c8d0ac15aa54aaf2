"""Passages quoted as a block, with who said it below."""

from briefgen.document import Quotation
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.markup import Markup, element, lines
from briefgen.writers.html.story import Flow, Story


def quotation(block: Quotation, story: Story, flow: Flow) -> Markup:
    """The passage; its attribution is a caption, since it is not part of what is quoted."""
    passage = element("blockquote", flow(block.blocks, story))
    if not block.attribution:
        return passage
    said_by = element("figcaption", inlines(block.attribution, story), class_="attribution")
    return element("figure", lines((passage, said_by)), class_="quotation")
