"""Callouts: neighbouring paragraphs that share one box, never a table."""

import msgspec

from briefgen.document import Callout
from briefgen.writers.docx.frame import Flow, Frame
from briefgen.writers.docx.numbering import first_indent
from briefgen.writers.docx.paragraph import ROOM, words
from briefgen.writers.docx.story import Story


def callout(block: Callout, frame: Frame, story: Story, flow: Flow) -> str:
    """The title, where there is one, and the blocks inside."""
    further = first_indent(story.setting.theme, "callout")
    inside = msgspec.structs.replace(frame, place=block.kind, indent=frame.indent + further, depth=0, keep=False)
    style = "BriefDecisionTitle" if block.kind == "decision" else "BriefRemarkTitle"
    story.room = max(story.room, ROOM)
    written = words(story, style, block.title, inside) if block.title else ""
    written += flow(block.blocks, inside, story)
    story.room = ROOM
    return written
