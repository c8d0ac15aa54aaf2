"""What is looked at in a block, an item or a row to find its other in another edition."""

from collections.abc import Hashable, Iterable, Set
from itertools import chain, islice
from typing import TypeAlias, assert_never

from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    Inlines,
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
    plain,
)
from briefgen.document.plain_charts import in_plain_words
from briefgen.document.walk import runs, texts
from briefgen.redline.align import Aspect
from briefgen.redline.sameness import bare_block, bare_item, bare_line, bare_row

_MOST_WORDS = 300
"""Of a piece that are compared."""


Head: TypeAlias = tuple[str, ...]
"""What the columns of a table are, by their heads: the fields that these come from, else their words."""


def of_block(block: Block, crossed: Set[Head] = frozenset()) -> Aspect:
    """Of a block. `crossed`: the heads of tables that another edition has in another order."""
    shape = _shape(block)
    if crossed and isinstance(block, Table) and (order := head(block)) in crossed:
        shape = shape, order
    return _aspect(bare_block(block), shape, texts(block))


def head(table: Table) -> Head:
    """The columns of a table."""
    return tuple(_column(cell) for row in table.head[:1] for cell in row.cells)


def _column(cell: Cell) -> str:
    aspect = _aspect(None, None, _lines(cell.blocks))
    return aspect.path or " ".join(aspect.words)


def crossed(heads: Set[Head]) -> frozenset[Head]:
    """Those of which another has the same columns in another order: cell by cell they would be compared with what is of
    another column."""
    by_columns: dict[Head, list[Head]] = {}
    for each in heads:
        by_columns.setdefault(tuple(sorted(each)), []).append(each)
    return frozenset(each for held in by_columns.values() if len(held) > 1 for each in held)


def of_item(item: Item, of: List) -> Aspect:
    """Of an item of a list. What labels it, but for the number of a note, it keeps."""
    label = "" if of.role == "notes" else item.label
    return _aspect(bare_item(item, of), label, _lines(item.blocks))


def of_row(row: Row) -> Aspect:
    """Of a row: its cells stay as they are in number and reach."""
    lines = chain.from_iterable(_lines(cell.blocks) for cell in row.cells)
    return _aspect(bare_row(row), _cells(row), lines)


def of_entry(entry: TitleEntry) -> Aspect:
    """Of an entry under the title."""
    same = bare_line(entry.label), bare_line(entry.value)
    return _aspect(same, None, (entry.label, entry.value))


def _aspect(same: Hashable, shape: Hashable, lines: Iterable[Inlines]) -> Aspect:
    path, words = "", list[str]()
    for line in lines:
        path = path or next((run.origin.path for run in runs(line) if isinstance(run.origin, Authored)), "")
        if len(words) < _MOST_WORDS:
            words += islice(plain(line).split(), _MOST_WORDS - len(words))
    return Aspect(same, shape, path, tuple(words))


def _lines(blocks: Blocks) -> Iterable[Inlines]:
    return chain.from_iterable(map(texts, blocks))


def _shape(block: Block) -> Hashable:
    """What a block keeps while what it holds changes. One that has another is another."""
    match block:
        case Heading(level=level):
            return "heading", level
        case Paragraph(role=role):
            return "paragraph", role
        case List(ordered=ordered, start=start, role=role):
            return "list", ordered, start, role
        case Table(columns=columns, caption=caption):
            return "table", tuple(column.align for column in columns), caption is None, _reaching(block)
        case Callout(kind=kind):
            return "callout", kind
        case Quotation():
            return "quotation"
        case Figure(picture=picture, caption=caption):
            shown = picture if isinstance(picture, Picture) else in_plain_words(picture)
            return "figure", shown, caption is None
        case Contents(of=of, depth=depth):
            return "contents", of, depth
        case PageBreak():
            return "page break"
        case TitleBlock():
            return "title"
        case _:
            assert_never(block)


def _reaching(table: Table) -> Hashable:
    """The cells of a table in which one reaches over several rows: no row of it can come or go alone."""
    rows = (*table.head, *table.body)
    if all(cell.rowspan == 1 for row in rows for cell in row.cells):
        return None
    return len(table.head), tuple(_cells(row) for row in rows)


def _cells(row: Row) -> Hashable:
    return tuple((cell.header, cell.colspan, cell.rowspan) for cell in row.cells)
