"""Paragraphs that open what stands below them, and would say nothing at the foot of a page."""

from briefgen.document.blocks import Block, List, Paragraph
from briefgen.document.inlines import plain


def introduces(block: Block, following: Block | None) -> bool:
    """Whether a paragraph opens the list behind it: it ends with a colon, “Taken as given, without evidence:”."""
    return isinstance(block, Paragraph) and isinstance(following, List) and plain(block.content).rstrip().endswith(":")
