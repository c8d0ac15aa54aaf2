"""A Document with other blocks, lines or inlines, in reading order."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar, assert_never, get_args

import msgspec
from msgspec.structs import replace

from briefgen.document.blocks import (
    Block,
    Blocks,
    Callout,
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    List,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.chart import Chart
from briefgen.document.inlines import Inline, Inlines

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


# A Document with other inlines, its blocks as they were.

_INLINES = get_args(Inline)
_CLOSED = (*_INLINES, Picture, *get_args(Chart))
"""What holds no stretch of inlines that a reader sees as one."""


def rewritten(document: Document, change: Callable[[Inlines], Inlines]) -> Document:
    """The document in which each stretch of inlines is what `change` makes of it: in blocks, notes and margins."""
    made: Document = _changed(document, change)
    return made


def _changed(value: Any, change: Callable[[Inlines], Inlines]) -> Any:
    match value:
        case _ if isinstance(value, _CLOSED):
            return value
        case tuple() if value and all(isinstance(each, _INLINES) for each in value):
            return change(value)
        case tuple():
            return tuple(_changed(each, change) for each in value)
        case msgspec.Struct():
            held = {name: getattr(value, name) for name in value.__struct_fields__}
            new = {
                name: _changed(each, change) for name, each in held.items() if isinstance(each, tuple | msgspec.Struct)
            }
            return msgspec.structs.replace(value, **{name: each for name, each in new.items() if each != held[name]})
        case _:
            return value
