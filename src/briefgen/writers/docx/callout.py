"""Callouts: neighbouring paragraphs that share one box, never a table."""

import msgspec

from briefgen.document import Blocks, Callout, List
from briefgen.writers.docx.frame import Flow, Frame
from briefgen.writers.docx.numbering import first_indent
from briefgen.writers.docx.paragraph import ROOM, words
from briefgen.writers.docx.story import Story


def callout(block: Callout, frame: Frame, story: Story, flow: Flow) -> str:
    """The title, where there is one, and the blocks inside. A decision stays on one page."""
    further = first_indent(story.setting.theme, "callout")
    place, left, whole = block.kind, frame.indent + further, block.kind == "decision"
    inside = msgspec.structs.replace(frame, place=place, indent=left, depth=0, keep=whole)
    story.room = max(story.room, ROOM)
    out = []
    if block.title:
        style = "BriefDecisionTitle" if block.kind == "decision" else "BriefRemarkTitle"
        out.append(words(story, style, block.title, _tight(inside, _holds_list(block.blocks[:1]))))
    for at, held in enumerate(block.blocks):
        if at == len(block.blocks) - 1:
            inside = msgspec.structs.replace(inside, keep=frame.keep)
        out.append(flow((held,), _tight(inside, _holds_list(block.blocks[at : at + 2])), story))
    story.room = ROOM
    return "".join(out)


def _tight(frame: Frame, tight: bool) -> Frame:
    return msgspec.structs.replace(frame, tight=tight)


def _holds_list(blocks: Blocks) -> bool:
    return any(isinstance(block, List) for block in blocks)
