"""Two sequences of blocks → one, with what came and what went."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

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
    Item,
    List,
    Paragraph,
    Quotation,
    Revision,
    Row,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.revisions import entry_revised, item_revised, revised, row_revised
from briefgen.redline import aspects
from briefgen.redline.align import ALIKE, Aspect, aligned
from briefgen.redline.lines import line

_ANYTHING = 0.0
"""In a cell or an item one paragraph takes the place of the other, however little they are alike."""

_Piece = TypeVar("_Piece")


def blocks(old: Blocks, new: Blocks, least: float = ALIKE) -> Blocks:
    """The new blocks with what was inserted marked, and what was deleted where it stood. `least`: as for `aligned`."""
    heads = {aspects.head(block) for block in (*old, *new) if isinstance(block, Table)}
    crossed = aspects.crossed(heads)

    def aspect(block: Block) -> Aspect:
        return aspects.of_block(block, crossed)

    return tuple(_merged(old, new, aspect, revised, _block, least))


def _merged(
    old: Sequence[_Piece],
    new: Sequence[_Piece],
    aspect: Callable[[_Piece], Aspect],
    alone: Callable[[_Piece, Revision], _Piece],
    both: Callable[[_Piece, _Piece], _Piece],
    least: float = ALIKE,
) -> Iterator[_Piece]:
    """The pieces of both in order. `alone` makes the piece that only one has, `both` that of a pair."""
    before, after = [aspect(piece) for piece in old], [aspect(piece) for piece in new]
    for was, now in aligned(before, after, least):
        if now is None:
            assert was is not None
            yield alone(old[was], "deleted")
        elif was is None:
            yield alone(new[now], "inserted")
        elif before[was].same == after[now].same:
            yield new[now]
        else:
            yield both(old[was], new[now])


def _block(old: Block, new: Block) -> Block:
    """A pair of blocks of one shape."""
    match old, new:
        case Heading(), Heading():
            return replace(new, content=line(old.content, new.content))
        case Paragraph(), Paragraph():
            return _paragraph(old, new)
        case List(), List():
            items = _merged(old.items, new.items, lambda item: aspects.of_item(item, new), item_revised, _item)
            return replace(new, items=tuple(items))
        case Table(), Table():
            return replace(
                new,
                caption=_caption(old.caption, new.caption),
                head=_rows(old.head, new.head),
                body=_rows(old.body, new.body),
                key=_key(old.key, new.key),
            )
        case Callout(), Callout():
            return replace(new, title=line(old.title, new.title), blocks=blocks(old.blocks, new.blocks))
        case Quotation(), Quotation():
            attribution = line(old.attribution, new.attribution)
            return replace(new, blocks=blocks(old.blocks, new.blocks), attribution=attribution)
        case Figure(), Figure():
            return replace(new, caption=_caption(old.caption, new.caption), key=_key(old.key, new.key))
        case Contents(), Contents():
            return replace(new, title=line(old.title, new.title))
        case TitleBlock(), TitleBlock():
            entries = _merged(old.entries, new.entries, aspects.of_entry, entry_revised, _entry)
            return TitleBlock(
                line(old.kind, new.kind), line(old.title, new.title), line(old.question, new.question), tuple(entries)
            )
        case _:  # page breaks, which are all the same
            return new


def _paragraph(old: Paragraph, new: Paragraph) -> Paragraph:
    return replace(new, content=line(old.content, new.content))


def _item(old: Item, new: Item) -> Item:
    """A pair of items. The first paragraph bears the bullet: one that has become the second is another one."""
    made = blocks(old.blocks, new.blocks, _ANYTHING)
    if made and made[0].revision and not all(block.revision for block in made):
        made = (*(revised(each, "deleted") for each in old.blocks), *(revised(each, "inserted") for each in new.blocks))
    return replace(new, blocks=made)


def _rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> tuple[Row, ...]:
    if any(cell.rowspan != 1 for row in new for cell in row.cells):  # such tables have the same rows (see `aspects`)
        return tuple(_row(was, now) for was, now in zip(old, new, strict=True))
    return tuple(_merged(old, new, aspects.of_row, row_revised, _row))


def _row(old: Row, new: Row) -> Row:
    return Row(tuple(_cell(was, now) for was, now in zip(old.cells, new.cells, strict=True)))


def _cell(old: Cell, new: Cell) -> Cell:
    return replace(new, blocks=blocks(old.blocks, new.blocks, _ANYTHING))


def _entry(old: TitleEntry, new: TitleEntry) -> TitleEntry:
    return TitleEntry(line(old.label, new.label), line(old.value, new.value))


def _caption(old: Caption | None, new: Caption | None) -> Caption | None:
    return replace(new, content=line(old.content, new.content)) if old and new else new


def _key(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(_merged(old, new, aspects.of_block, _alone, _paragraph))


def _alone(paragraph: Paragraph, how: Revision) -> Paragraph:
    made = revised(paragraph, how)
    assert isinstance(made, Paragraph)
    return made
