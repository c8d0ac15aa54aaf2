"""Blocks → what stands in `main`."""

from typing import assert_never

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Contents,
    Figure,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)
from briefgen.writers.html.callout import callout
from briefgen.writers.html.contents import captions
from briefgen.writers.html.figure import figure
from briefgen.writers.html.heading import heading
from briefgen.writers.html.inlines import inlines
from briefgen.writers.html.lists import list_
from briefgen.writers.html.markup import NOTHING, Markup, element, lines
from briefgen.writers.html.quotation import quotation
from briefgen.writers.html.revisions import revised
from briefgen.writers.html.story import Story
from briefgen.writers.html.table import table
from briefgen.writers.html.title import title


def sections(blocks: Blocks, story: Story, level: int = 1) -> Markup:
    """Blocks with a section around each heading and all that stands under it. `level`: of the heading over them."""
    story.level = level
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.revision != "deleted"]
    out = [flow(blocks[: starts[0]] if starts else blocks, story)]
    while starts:
        first = starts.pop(0)
        top = blocks[first]
        assert isinstance(top, Heading)
        while starts and _is_under(blocks[starts[0]], top):
            starts.pop(0)
        inside = blocks[first + 1 : starts[0] if starts else len(blocks)]
        story.level = level
        opening = _block(top, story)
        out.append(element("section", lines((opening, sections(inside, story, level + 1)))))
    return lines(out)


def _is_under(block: Block, top: Heading) -> bool:
    return isinstance(block, Heading) and block.level > top.level


def flow(blocks: Blocks, story: Story) -> Markup:
    """Blocks one after the other."""
    return lines(_block(block, story) for block in blocks)


def _block(block: Block, story: Story) -> Markup:
    if block.revision == story.revision:
        return _written(block, story)
    with story.revising(block.revision):
        content = _written(block, story)
    return revised(block.revision, content, story, block=True)


def _written(block: Block, story: Story) -> Markup:
    match block:
        case Heading():
            return heading(block, story)
        case Paragraph():
            return _paragraph(block.content, None if block.role == "body" else block.role, story)
        case List():
            return list_(block, story, flow)
        case Table():
            return table(block, story, flow)
        case Callout():
            return callout(block, story, flow)
        case Quotation():
            return quotation(block, story, flow)
        case Figure():
            return figure(block, story)
        case Contents():
            return NOTHING if block.revision == "deleted" else captions(block, story)
        case PageBreak():
            return NOTHING if block.revision == "deleted" else element("div", class_="page-break")
        case TitleBlock():
            return title(block, story)
        case _:
            assert_never(block)


def _paragraph(content: Inlines, role: str | None, story: Story) -> Markup:
    return element("p", inlines(content, story), class_=role) if content else NOTHING
