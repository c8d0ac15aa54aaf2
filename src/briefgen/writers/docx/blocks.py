"""Blocks → the body of the document."""

from collections.abc import Set
from itertools import pairwise
from typing import assert_never

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Contents,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)  # fmt: skip
from briefgen.document.introductions import introduces
from briefgen.writers.docx.callout import callout
from briefgen.writers.docx.contents import before_contents, contents
from briefgen.writers.docx.frame import Frame, paragraph_style
from briefgen.writers.docx.lists import list_
from briefgen.writers.docx.paragraph import words
from briefgen.writers.docx.quotation import quotation
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.table import table
from briefgen.writers.docx.title import title


def flow(blocks: Blocks, frame: Frame, story: Story) -> str:
    """Blocks one after the other."""
    led = before_contents(blocks)
    held = led | _introductions(blocks) if frame.place == "body" else led
    if not held:
        return "".join([_block(block, frame, story) for block in blocks])
    kept = replace(frame, keep=True)
    return "".join(
        [
            _block(block, kept if at in held else frame, story)
            for at, block in enumerate(blocks)
            if not (at in led and isinstance(block, PageBreak))
        ]
    )


def _introductions(blocks: Blocks) -> Set[int]:
    return {at for at, (block, following) in enumerate(pairwise(blocks)) if introduces(block, following)}


def _block(block: Block, frame: Frame, story: Story) -> str:
    if block.revision == story.revision:
        return _written(block, frame, story)
    with story.revising(block.revision):
        return _written(block, frame, story)


def _written(block: Block, frame: Frame, story: Story) -> str:
    match block:
        case Heading():
            return words(story, f"Heading{min(max(block.level, 1), 4)}", block.content, frame, block.anchor)
        case Paragraph():
            return words(story, paragraph_style(frame, block.role), block.content, frame)
        case List():
            return list_(block, frame, story, flow)
        case Table():
            return table(block, frame, story, flow)
        case Callout():
            return callout(block, frame, story, flow)
        case Quotation():
            return quotation(block, frame, story, flow)
        case Figure():
            from briefgen.writers.docx.figure import figure  # it knows the charts of Word

            return figure(block, frame, story)
        case Contents():
            return contents(block, frame, story)
        case PageBreak():
            story.break_page = story.break_page or block.revision != "deleted"
            return ""
        case TitleBlock():
            return title(block, frame, story)
        case _:
            assert_never(block)
