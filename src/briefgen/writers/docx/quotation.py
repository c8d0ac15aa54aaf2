"""Passages quoted as a block, with who said it below."""

import msgspec

from briefgen.document import Quotation
from briefgen.writers.docx.frame import Flow, Frame
from briefgen.writers.docx.numbering import first_indent
from briefgen.writers.docx.paragraph import words
from briefgen.writers.docx.story import Story


def quotation(block: Quotation, frame: Frame, story: Story, flow: Flow) -> str:
    """The passage stays on one page with its attribution."""
    further = first_indent(story.setting.theme, "quotation")
    inside = msgspec.structs.replace(
        frame, place="quotation", indent=frame.indent + further, depth=0, keep=bool(block.attribution)
    )
    passage = flow(block.blocks, inside, story)
    if not block.attribution:
        return passage
    return passage + words(
        story, "BriefAttribution", block.attribution, msgspec.structs.replace(inside, keep=frame.keep)
    )
