"""Going through a Document in reading order, and through the cells of a table at their places."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, TypeAlias, assert_never

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
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Table,
    TitleBlock,
)
from briefgen.document.inlines import Inlines, Link, NoteMark, Paged, Reference, Revision, Run, plain


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


def names_pages(document: Document) -> bool:
    """Whether a contents or a reference in it names the page of something."""
    lines = chain(
        (line for block in document.blocks for line in texts(block)), (note.content for note in document.notes)
    )
    return any(isinstance(block, Contents) for block in every(document.blocks)) or any(
        isinstance(inline, Reference | Paged) for line in lines for inline in line
    )


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


# The cells of a table at their places, as its spans have it: a rectangle in which each place is covered once.
#
# Every format takes its tables from here, so that all show the same one, whatever an author gave: rows of
# different length, spans that reach too far or over each other, or none at all.


class Placed(NamedTuple):
    """A cell, the column in which it begins, and its spans cut to what the table has room for."""

    cell: Cell | None
    """None at a place for which no cell was given."""
    column: int
    colspan: int
    rowspan: int
    revision: Revision = ""
    """Of its row."""


Line: TypeAlias = tuple[Placed, ...]
"""The cells that begin in a row, from left to right; at least one."""


class Grid(NamedTuple):
    """A table of `columns` columns. No cell reaches from the head into the body."""

    columns: int
    head: tuple[Line, ...]
    body: tuple[Line, ...]


def placed(table: Table) -> Grid:
    """Cells take the free places of their row from left to right, as in HTML; a place that no cell takes is empty.

    Cells that find no place among the columns are kept: they stand beyond, and the table is as wide as that needs. A
    row in which no cell begins, since those above reach over all of it, says nothing and is left out (it is a fault in
    HTML, and to readers of a tagged PDF a row without columns). A table without cells has no rows.
    """
    rows = (*table.head, *table.body)
    if not any(row.cells for row in rows):
        return Grid(len(table.columns), (), ())
    declared = max(len(table.columns), *(len(row.cells) for row in rows))
    head, body = _section(table.head, declared), _section(table.body, declared)
    sections = ((head, table.head), (body, table.body))
    columns = max(declared, *(at.column + at.colspan for line in (*head, *body) for at in line))
    return Grid(columns, *(_without_covered(_padded(lines, columns, rows)) for lines, rows in sections))


def _section(rows: tuple[Row, ...], declared: int) -> list[list[Placed]]:
    taken: set[tuple[int, int]] = set()
    out: list[list[Placed]] = []
    for number, row in enumerate(rows):
        line: list[Placed] = []
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            colspan = 1
            while colspan < cell.colspan and column + colspan < declared and (number, column + colspan) not in taken:
                colspan += 1
            rowspan = min(cell.rowspan, len(rows) - number) if cell.rowspan > 1 else 1
            at = Placed(cell, column, colspan, rowspan, row.revision)
            if rowspan > 1:
                taken.update(_places(number, at))
            line.append(at)
            column += colspan
        out.append(line)
    return out


def _places(row: int, at: Placed) -> Iterator[tuple[int, int]]:
    return ((row + down, at.column + across) for down in range(at.rowspan) for across in range(at.colspan))


def _padded(lines: list[list[Placed]], columns: int, rows: tuple[Row, ...]) -> list[Line]:
    """The rows with empty cells at the places that no cell takes."""
    if sum([at.colspan * at.rowspan for line in lines for at in line]) == columns * len(lines):
        return [tuple(line) for line in lines]
    taken = {place for number, line in enumerate(lines) for at in line for place in _places(number, at)}
    out: list[Line] = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        free = (column for column in range(columns) if (number, column) not in taken)
        empty = (Placed(None, column, 1, 1, row.revision) for column in free)
        out.append(tuple(sorted([*line, *empty], key=lambda at: at.column)))
    return out


def _without_covered(rows: list[Line]) -> tuple[Line, ...]:
    """The rows in which a cell begins; what reaches over one that does not is the shorter for it."""
    if all(rows):
        return tuple(rows)
    return tuple(
        tuple(at._replace(rowspan=sum(map(bool, rows[number : number + at.rowspan]))) for at in row)
        for number, row in enumerate(rows)
        if row
    )
