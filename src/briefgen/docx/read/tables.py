"""Tables of Word → tables (ISO/IEC 29500-1, 17.4): spans, head rows, row headers, and one table of several parts."""

from collections.abc import Callable
from itertools import zip_longest

from docx.oxml.ns import qn
from msgspec.structs import replace

from briefgen.document import Blocks, Caption, Cell, Column, Paragraph, Row, Table
from briefgen.docx.read.context import Context
from briefgen.locale import load, tied
from briefgen.ooxml.elements import Element, value, whole_number

_ = str  # marks interface messages; they are translated where they are shown
_MAX_COLUMNS = 63


class _OpenCell:
    """A cell that may span further rows."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        self.rows = 1

    def finished(self) -> Cell:
        return replace(self.cell, rowspan=self.rows)


def style_of(element: Element) -> str:
    """The id of the style of a table."""
    return value(element, "tblPr/tblStyle")


def rows_of(element: Element, inside: Callable[[Element], Blocks], context: Context) -> Table:
    """A table without caption and key. `inside` reads a cell."""
    grid = element.find(qn("w:tblGrid"))
    count = min(len(grid) if grid is not None else 0, _MAX_COLUMNS)
    aligns: dict[int, str] = {}
    above: dict[int, _OpenCell] = {}
    head: list[list[_OpenCell]] = []
    body: list[list[_OpenCell]] = []
    for row in element.iterfind(qn("w:tr")):
        is_head = not body and row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        if head and not is_head and not body:
            above = {}
        line: list[_OpenCell] = []
        column = 0
        for cell_element in cells_of(row):
            properties = cell_element.find(qn("w:tcPr"))
            span = max(min(whole_number(value(properties, "gridSpan")), _MAX_COLUMNS), 1)
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            if merge is not None and merge.get(qn("w:val"), "continue") == "continue" and column in above:
                above[column].rows += 1
            else:
                open_ = _OpenCell(_cell(cell_element, inside(cell_element), span, is_head, context))
                line.append(open_)
                above[column] = open_
                if span == 1 and column not in aligns and (align := _align(cell_element)):
                    aligns[column] = align
            column += span
        (head if is_head else body).append(line)
    columns = tuple(Column(aligns.get(at, "left")) for at in range(count))  # type: ignore[arg-type]  # as `_align` has it
    return Table(
        columns,
        tuple(Row(tuple(open_.finished() for open_ in line)) for line in head),
        tuple(Row(tuple(open_.finished() for open_ in line)) for line in body),
        description=value(element, "tblPr/tblDescription"),
    )


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, including those in content controls."""
    out = []
    for child in row:
        if child.tag == qn("w:tc"):
            out.append(child)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            out += cells_of(child)
    return out


def _cell(element: Element, blocks: Blocks, span: int, is_head: bool, context: Context) -> Cell:
    styles = [context.styles.paragraphs.get(value(each, "pPr/pStyle")) for each in element.iterfind(qn("w:p"))]
    header = is_head or any(kind is not None and kind.header for kind in styles)
    if is_head:  # their style comes from the head row
        blocks = tuple(
            replace(block, role="body") if isinstance(block, Paragraph) and block.role == "label" else block
            for block in blocks
        )
    if blocks == (Paragraph(()),):
        blocks = ()
    fill = context.fills.get(value(element, "tcPr/shd", "fill").upper(), "")
    return Cell(blocks, header, span, 1, fill)  # type: ignore[arg-type]  # as `fills` has it


def _align(cell: Element) -> str:
    """The alignment of the first paragraph of a cell that is not on the left."""
    for paragraph in cell.iterfind(qn("w:p")):
        if (align := value(paragraph, "pPr/jc")) in ("right", "center"):
            return align
    return ""


def is_continued(table: Table, caption: Caption, lang: str) -> bool:
    """Whether a caption is over a further part of a table."""
    if table.caption is None or not table.caption.label:
        return False
    pattern = load(lang[:2]).text(_("{label} (continued)"))
    expected = pattern.replace("{label}", table.caption.label)
    return tied(expected, lang).replace("\u00a0", " ") == caption.label and caption.content == table.caption.content


def joined(first: Table, further: Table) -> Table:
    """Join a table with a further part of it that may repeat the first column."""
    head, body = (
        tuple(_side_by_side(one, other) for one, other in zip_longest(*rows, fillvalue=Row(())))
        for rows in ((first.head, further.head), (first.body, further.body))
    )
    repeated = _repeats(first, further)
    return replace(first, columns=(*first.columns, *further.columns[repeated:]), head=head, body=body)


def _repeats(first: Table, further: Table) -> int:
    """How many columns of a further part repeat columns of the first: one or none."""
    rows = zip_longest((*first.head, *first.body), (*further.head, *further.body), fillvalue=Row(()))
    return int(all(_starts_alike(one, other) for one, other in rows))


def _starts_alike(one: Row, other: Row) -> bool:
    return bool(one.cells and other.cells) and _words(one.cells[0]) == _words(other.cells[0])


def _words(cell: Cell) -> object:
    from briefgen.redline.align import normalised

    return tuple(map(normalised, cell.blocks))


def _side_by_side(one: Row, other: Row) -> Row:
    repeated = int(_starts_alike(one, other))
    return Row((*one.cells, *other.cells[repeated:]))
