"""A block with its lines changed, in reading order."""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Contents,
    Figure,
    Heading,
    Inlines,
    Item,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Table,
    TitleBlock,
    TitleEntry,
)

Change = Callable[[Inlines], Inlines]


def rebuilt(blocks: Blocks, change: Change) -> Blocks:
    """The blocks with `change` done to each of their lines, in the order in which `document.walk` reads them."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading(content=content) | Paragraph(content=content):
            return replace(block, content=change(content))
        case TitleBlock():
            return TitleBlock(
                change(block.kind), change(block.title), change(block.question),
                tuple(TitleEntry(change(entry.label), change(entry.value)) for entry in block.entries),
            )  # fmt: skip
        case List(items=items):
            return replace(block, items=tuple(_item(item, change) for item in items))
        case Table():
            return replace(
                block,
                caption=_caption(block.caption, change),
                head=tuple(_row(row, change) for row in block.head),
                body=tuple(_row(row, change) for row in block.body),
                key=tuple(replace(paragraph, content=change(paragraph.content)) for paragraph in block.key),
            )
        case Callout(kind=kind, title=title, blocks=inner):
            return Callout(kind, change(title), rebuilt(inner, change))
        case Quotation(blocks=inner, attribution=attribution):
            return Quotation(rebuilt(inner, change), change(attribution))
        case Figure():
            return replace(
                block,
                caption=_caption(block.caption, change),
                key=tuple(replace(paragraph, content=change(paragraph.content)) for paragraph in block.key),
            )
        case Contents(title=title):
            return replace(block, title=change(title))
        case PageBreak():
            return block
        case _:
            assert_never(block)


def _item(item: Item, change: Change) -> Item:
    return replace(item, blocks=rebuilt(item.blocks, change))


def _row(row: Row, change: Change) -> Row:
    return Row(tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell, change: Change) -> Cell:
    return replace(cell, blocks=rebuilt(cell.blocks, change))


def _caption(caption: Caption | None, change: Change) -> Caption | None:
    return replace(caption, content=change(caption.content)) if caption else None
