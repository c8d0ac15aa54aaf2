"""Blocks with their lines changed, in reading order, and with some of what holds lines changed or left out."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar, assert_never

from msgspec.structs import replace

from briefgen.document.blocks import (
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
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.inlines import Inlines

Change = Callable[[Inlines], Inlines]

Held = TypeVar("Held", bound=Block | Item | Row | Cell | TitleEntry | Caption)
"""A block, or a part of one."""


class Holding(Protocol):
    """What becomes of a block or a part of one, before its lines are changed; with None, it is left out."""

    def __call__(self, held: Held, /) -> Held | None:
        """What stands in its place. A cell and a caption stay."""


def as_it_is(held: Held) -> Held | None:
    """Nothing becomes of it."""
    return held


def rebuilt(blocks: Blocks, change: Change, holding: Holding = as_it_is) -> Blocks:
    """The blocks with `change` done to each of their lines, in the order in which `document.walk` reads them, and
    `holding` to whatever holds them."""
    return tuple(_Rebuilding(change, holding).each(blocks))


class _Rebuilding:
    def __init__(self, change: Change, holding: Holding) -> None:
        self._change = change
        self._holding = holding

    def each(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            kept = self._holding(block)
            if kept is not None:
                yield self._block(kept)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self._words(block)
            case Heading():
                return self._words(block)
            case TitleBlock():
                kind, title, question = (self._change(line) for line in (block.kind, block.title, block.question))
                entries = tuple(
                    replace(entry, label=self._change(entry.label), value=self._change(entry.value))
                    for entry in self._kept(block.entries)
                )
                return replace(block, kind=kind, title=title, question=question, entries=entries)
            case List():
                return replace(
                    block,
                    items=tuple(
                        replace(item, blocks=tuple(self.each(item.blocks))) for item in self._kept(block.items)
                    ),
                )
            case Table():
                return replace(
                    block,
                    caption=self._caption(block.caption),
                    head=tuple(self._row(row) for row in self._kept(block.head)),
                    body=tuple(self._row(row) for row in self._kept(block.body)),
                    key=tuple(self._words(line) for line in self._kept(block.key)),
                )
            case Callout():
                title = self._change(block.title)
                return replace(block, title=title, blocks=tuple(self.each(block.blocks)))
            case Quotation():
                inner = tuple(self.each(block.blocks))
                return replace(block, blocks=inner, attribution=self._change(block.attribution))
            case Figure():
                caption = self._caption(block.caption)
                key = tuple(self._words(line) for line in self._kept(block.key))
                return replace(block, caption=caption, key=key)
            case Contents():
                return replace(block, title=self._change(block.title))
            case PageBreak():
                return block
            case _:
                assert_never(block)

    def _kept(self, parts: Iterable[Held]) -> Iterator[Held]:
        for part in parts:
            kept = self._holding(part)
            if kept is not None:
                yield kept

    def _words(self, words: "_Words") -> "_Words":
        content = self._change(words.content)
        return words if content is words.content else replace(words, content=content)

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple(self._cell(cell) for cell in row.cells))

    def _cell(self, cell: Cell) -> Cell:
        cell = self._holding(cell) or cell
        return replace(cell, blocks=tuple(self.each(cell.blocks)))

    def _caption(self, caption: Caption | None) -> Caption | None:
        if caption is None:
            return None
        return self._words(self._holding(caption) or caption)


_Words = TypeVar("_Words", Heading, Paragraph, Caption)
"""What has one line."""
