"""Levels of headings, numbers of tables and figures, and an anchor for each."""

import re
import unicodedata

from msgspec.structs import replace

from briefgen.document import Block, Blocks, Callout, Cell, Figure, Heading, Item, List, Quotation, Row, Table, plain
from briefgen.template.model import Locale

_DEEPEST = 4


class Numbering:
    """One pass over the blocks of a document."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._anchors = Anchors()
        self._open: list[int] = []
        self._tables = 0
        self._figures = 0
        self.words: dict[str, str] = {}
        """What to call each anchor: “Table 2”, or the words of the heading."""

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks with their levels, numbers and anchors."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case Table():
                return self._table(block)
            case Figure(caption=caption) if caption:
                self._figures += 1
                label = self._locale.text("Figure {number}").replace("{number}", str(self._figures))
                anchor = self._anchor(block.anchor, f"figure-{self._figures}", label)
                return replace(block, caption=replace(caption, label=label), anchor=anchor)
            case Figure():
                return replace(block, anchor=self._anchor(block.anchor, "figure", ""))
            case List(items=items):
                return replace(block, items=tuple(self._item(item) for item in items))
            case Callout(blocks=inner) | Quotation(blocks=inner):
                return replace(block, blocks=self.blocks(inner))
            case _:
                return block

    def _heading(self, heading: Heading) -> Heading:
        """Levels without gaps: a heading is one deeper than the nearest above it that is higher."""
        while self._open and self._open[-1] >= heading.level:
            self._open.pop()
        self._open.append(heading.level)
        words = plain(heading.content)
        anchor = self._anchor(heading.anchor or slug(words), "section", words)
        return replace(heading, level=min(len(self._open), _DEEPEST), anchor=anchor)

    def _table(self, table: Table) -> Table:
        caption, label = table.caption, ""
        if caption:
            self._tables += 1
            label = self._locale.text("Table {number}").replace("{number}", str(self._tables))
            caption = replace(caption, label=label)
        anchor = self._anchor(table.anchor, f"table-{self._tables}" if caption else "table", label)
        return replace(
            table, caption=caption, anchor=anchor,
            head=tuple(self._row(row) for row in table.head), body=tuple(self._row(row) for row in table.body),
        )  # fmt: skip

    def _item(self, item: Item) -> Item:
        return replace(item, blocks=self.blocks(item.blocks))

    def _row(self, row: Row) -> Row:
        return Row(tuple(self._cell(cell) for cell in row.cells))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks)) if cell.blocks else cell

    def _anchor(self, wanted: str, otherwise: str, words: str) -> str:
        anchor = self._anchors.give(wanted, otherwise)
        self.words[anchor] = words
        return anchor


# Names of places in a document, for links and bookmarks.

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as an anchor: small Latin letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _OTHER.sub("-", folded).strip("-")[:60].strip("-")


class Anchors:
    """The anchors of a document, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wanted: str, otherwise: str = "section") -> str:
        """The wanted anchor, numbered where it is taken or kept for notes."""
        name = wanted or otherwise
        if re.fullmatch(r"(note|cite)-[0-9-]+", name):
            name = f"{otherwise}-{name}"
        unique, count = name, 1
        while unique in self._given:
            count += 1
            unique = f"{name}-{count}"
        self._given.add(unique)
        return unique

    def __contains__(self, name: str) -> bool:
        return name in self._given
