"""Going through a Document in reading order."""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from briefgen.document.blocks import (
    Block,
    Blocks,
    Callout,
    Caption,
    Contents,
    Document,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    TitleBlock,
)
from briefgen.document.inlines import Inlines, Link, NoteMark, Run, plain


def texts(block: Block) -> Iterator[Inlines]:
    """Every stretch of inlines of a block, in reading order: what may carry note marks, links and references."""
    match block:
        case Paragraph() | Heading():
            yield block.content
        case TitleBlock():
            yield block.kind
            yield block.title
            yield block.question
            for entry in block.entries:
                yield entry.label
                yield entry.value
        case List():
            for item in block.items:
                yield from _texts_in(item.blocks)
        case Table():
            if block.caption:
                yield block.caption.content
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    if len(cell.blocks) == 1 and isinstance(only := cell.blocks[0], Paragraph):  # as in most cells
                        yield only.content
                    else:
                        yield from _texts_in(cell.blocks)
            for paragraph in block.key:
                yield paragraph.content
        case Callout():
            yield block.title
            yield from _texts_in(block.blocks)
        case Quotation():
            yield from _texts_in(block.blocks)
            yield block.attribution
        case Figure():
            if block.caption:
                yield block.caption.content
            for paragraph in block.key:
                yield paragraph.content
        case Contents():
            yield block.title
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _texts_in(blocks: Blocks) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.content
        else:
            yield from texts(block)


def runs(line: Inlines) -> Iterator[Run]:
    """The runs of a line, those of its links among them."""
    for inline in line:
        if isinstance(inline, Run):
            yield inline
        elif isinstance(inline, Link):
            yield from inline.content


def note_marks(document: Document) -> Iterator[NoteMark]:
    """The citations of the body in reading order."""
    for block in document.blocks:
        for inlines in texts(block):
            for inline in inlines:
                if isinstance(inline, NoteMark):
                    yield inline


def headings(document: Document, depth: int = 6) -> Iterator[Heading]:
    """The headings of the body down to `depth`, in reading order, without deleted ones. Headings stand at the top level
    only."""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= depth and block.revision != "deleted":
            yield block


class Listed(NamedTuple):
    """An entry of a list of headings, tables or figures."""

    level: int
    words: str
    anchor: str


def listed(document: Document, contents: Contents) -> list[Listed]:
    """The entries of a list; what has no heading or no caption has none."""
    if contents.of == "headings":
        found = [
            Listed(one.level, plain(one.content).strip(), one.anchor) for one in headings(document, contents.depth)
        ]
    else:
        kind = Table if contents.of == "tables" else Figure
        captioned = (one for one in every(document.blocks) if isinstance(one, kind))
        found = [
            Listed(1, _titled(one.caption), one.anchor)
            for one in captioned
            if one.caption and one.revision != "deleted"
        ]
    return [entry for entry in found if entry.words]


def _titled(caption: Caption) -> str:
    parts = caption.label.strip(), plain(caption.content).strip()
    return " · ".join(part for part in parts if part)


def every(blocks: Blocks) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for block in blocks:
        yield block
        match block:
            case Paragraph():
                pass
            case List():
                for item in block.items:
                    yield from every(item.blocks)
            case Table():
                for row in (*block.head, *block.body):
                    for cell in row.cells:
                        if len(cell.blocks) == 1 and isinstance(only := cell.blocks[0], Paragraph):
                            yield only
                        else:
                            yield from every(cell.blocks)
            case Callout() | Quotation():
                yield from every(block.blocks)
            case Heading() | Figure() | Contents() | PageBreak() | TitleBlock():
                pass
            case _:
                assert_never(block)


def words(document: Document) -> list[str]:
    """The text of each stretch of the body in reading order, without empty ones: what every format must contain."""
    return [text for block in document.blocks for inlines in texts(block) if (text := plain(inlines).strip())]
