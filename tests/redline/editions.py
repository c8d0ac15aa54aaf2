"""Editions of a document: the same one after somebody worked on it."""

from random import Random
from typing import TypeVar

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Card,
    Cell,
    Columns,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    NoteMark,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    TemplateText,
    TitleBlock,
    plain,
)
from briefgen.document.revisions import renumbered

_WORDS = "the team of pilots costs 4.2 million, and “tests” systems; 10\u202f000 café a".split(" ")  # noqa: SIM905
_Piece = TypeVar("_Piece")


def edited(document: Document, random: Random, share: float = 0.15) -> Document:
    """The document after a while: of its words and pieces a share is changed, taken out, put in or moved."""
    editor = _Editor(random, share)
    notes = tuple(replace(note, content=editor.line(note.content)) for note in document.notes)
    head, rest = document.blocks[:1], document.blocks[1:]  # every brief keeps its title block
    return renumbered(replace(document, blocks=editor.blocks_kept(head) + editor.blocks(rest), notes=notes))


class _Editor:
    def __init__(self, random: Random, share: float) -> None:
        self._random = random
        self._share = share

    def _chance(self) -> bool:
        return self._random.random() < self._share

    def _pieces(self, pieces: tuple[_Piece, ...]) -> list[_Piece]:
        """Some taken out, some twice, some elsewhere."""
        out: list[_Piece] = []
        for piece in pieces:
            if self._chance():
                fate = self._random.randrange(3)
                if fate == 0:
                    continue
                if fate == 1:
                    out.append(piece)
                else:
                    out.insert(self._random.randint(0, len(out)), piece)
                    continue
            out.append(piece)
        return out

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in self._pieces(blocks))

    def blocks_kept(self, blocks: Blocks) -> Blocks:
        """The blocks changed, but each there."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if not self._chance() and not isinstance(
            block, List | Table | Callout | Card | Columns | Quotation | TitleBlock
        ):
            return block
        match block:
            case Heading() | Paragraph():
                return replace(block, content=self.line(block.content))
            case List():
                items = tuple(self._item(item) for item in self._pieces(block.items))
                return replace(block, items=items, ordered=block.ordered != (self._random.random() < 0.02))
            case Table():
                body = tuple(self._row(row) for row in self._pieces(block.body))
                return replace(block, body=body, head=tuple(self._row(row) for row in block.head))
            case Callout() | Card():
                return replace(block, title=self.line(block.title), blocks=self.blocks(block.blocks))
            case Columns():
                cells = tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in block.cells)
                return replace(block, cells=cells)
            case Quotation():
                return replace(block, blocks=self.blocks(block.blocks), attribution=self.line(block.attribution))
            case TitleBlock():
                title = self.line(block.title)
                title = title if plain(title).strip() else block.title  # every brief has one
                return replace(block, title=title, entries=tuple(self._pieces(block.entries)))
            case _:
                return PageBreak()

    def _item(self, item: Item) -> Item:
        return replace(item, blocks=self.blocks(item.blocks))

    def _row(self, row: Row) -> Row:
        return Row(tuple(self._cell(cell) for cell in row.cells))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks)) if self._chance() else cell

    def line(self, inlines: Inlines) -> Inlines:
        if any(isinstance(inline, Link) and inline.target.startswith("#cite-") for inline in inlines):
            return inlines  # no one writes the places where a note is cited
        out: list[Inline] = []
        for inline in self._pieces(inlines):
            match inline:
                case Run(text=text):
                    out.append(replace(inline, text=self._text(text)))
                case Link(content=content) if self._chance():
                    out.append(
                        replace(inline, content=tuple(replace(run, text=self._text(run.text)) for run in content))
                    )
                case _:
                    out.append(inline)
        if self._chance():
            new = self._random.choice((Run(" new words", TemplateText()), NoteMark(1, 1), LineBreak()))
            out.insert(self._random.randint(0, len(out)), new)
        return tuple(out)

    def _text(self, text: str) -> str:
        words = text.split(" ")
        return " ".join(self._random.choice(_WORDS) if self._chance() else word for word in self._pieces(tuple(words)))
