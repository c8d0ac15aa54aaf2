"""Tables of Word → tables (ISO/IEC 29500-1, 17.4): spans, head rows, row headers, and one table of several parts."""

from collections.abc import Callable
from itertools import zip_longest

from msgspec.structs import replace

from briefgen.document import Blocks, Caption, Cell, Column, Paragraph, Row, Table
from briefgen.locale import load, tied
from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.readers.docx.styles import whole
from briefgen.readers.docx.surroundings import Surroundings

_ = str  # marks interface messages; they are translated where they are shown
_MOST_COLUMNS = 63


class _Open:
    """A cell that may reach further down."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        self.rows = 1

    def made(self) -> Cell:
        return replace(self.cell, rowspan=self.rows)


def style_of(element: Element) -> str:
    """The id of the style of a table."""
    found = element.find(f"{w('tblPr')}/{w('tblStyle')}")
    return str(found.get(w("val"), "")) if found is not None else ""


def rows_of(element: Element, inside: Callable[[Element], Blocks], around: Surroundings) -> Table:
    """A table without caption and key. `inside` reads a cell."""
    grid = element.find(w("tblGrid"))
    count = min(len(grid) if grid is not None else 0, _MOST_COLUMNS)
    aligns: dict[int, str] = {}
    above: dict[int, _Open] = {}
    head: list[list[_Open]] = []
    body: list[list[_Open]] = []
    for row in element.iterfind(w("tr")):
        is_head = not body and row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
        if head and not is_head and not body:
            above = {}
        line: list[_Open] = []
        column = 0
        for made in _cells(row):
            properties = made.find(w("tcPr"))
            span = max(min(whole(_attribute(properties, "gridSpan")), _MOST_COLUMNS), 1)
            merge = properties.find(w("vMerge")) if properties is not None else None
            if merge is not None and merge.get(w("val"), "continue") == "continue" and column in above:
                above[column].rows += 1
            else:
                open_ = _Open(_cell(made, inside(made), span, is_head, around))
                line.append(open_)
                above[column] = open_
                if span == 1 and column not in aligns and (align := _align(made)):
                    aligns[column] = align
            column += span
        (head if is_head else body).append(line)
    columns = tuple(Column(aligns.get(at, "left")) for at in range(count))  # type: ignore[arg-type]  # as `_align` has it
    words = element.find(f"{w('tblPr')}/{w('tblDescription')}")
    return Table(
        columns,
        tuple(Row(tuple(open_.made() for open_ in line)) for line in head),
        tuple(Row(tuple(open_.made() for open_ in line)) for line in body),
        description=str(words.get(w("val"), "")) if words is not None else "",
    )


def _cells(row: Element) -> list[Element]:
    """The cells of a row, those in content controls among them."""
    out = []
    for child in row:
        if child.tag == w("tc"):
            out.append(child)
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            out += _cells(child)
    return out


def _cell(element: Element, blocks: Blocks, span: int, is_head: bool, around: Surroundings) -> Cell:
    styles = [
        around.styles.paragraphs.get(str(each.get(w("val"), "")))
        for each in element.iterfind(f"{w('p')}/{w('pPr')}/{w('pStyle')}")
    ]
    header = is_head or any(kind is not None and kind.header for kind in styles)
    if is_head:  # the style says where they stand, not what they are for
        blocks = tuple(
            replace(block, role="body") if isinstance(block, Paragraph) and block.role == "label" else block
            for block in blocks
        )
    if blocks == (Paragraph(()),):
        blocks = ()
    shade = element.find(f"{w('tcPr')}/{w('shd')}")
    ground = around.grounds.get(str(shade.get(w("fill"), "")).upper(), "") if shade is not None else ""
    return Cell(blocks, header, span, 1, ground)  # type: ignore[arg-type]  # as `grounds` has it


def _align(cell: Element) -> str:
    """How the first paragraph of a cell stands, where it has one that the column aligns."""
    for paragraph in cell.iterfind(w("p")):
        found = paragraph.find(f"{w('pPr')}/{w('jc')}")
        if found is not None and found.get(w("val")) in ("right", "center"):
            return str(found.get(w("val")))
    return ""


def is_continued(table: Table, caption: Caption, lang: str) -> bool:
    """Whether a caption is over a further part of a table."""
    if table.caption is None or not table.caption.label:
        return False
    pattern = load(lang[:2]).text(_("{label} (continued)"))
    wanted = pattern.replace("{label}", table.caption.label)
    return tied(wanted, lang).replace("\u00a0", " ") == caption.label and caption.content == table.caption.content


def joined(first: Table, further: Table) -> Table:
    """A table and a further part of it, which begins with the first column again, as one."""
    head, body = (
        tuple(_beside(one, other) for one, other in zip_longest(*rows, fillvalue=Row(())))
        for rows in ((first.head, further.head), (first.body, further.body))
    )
    again = _repeats(first, further)
    return replace(first, columns=(*first.columns, *further.columns[again:]), head=head, body=body)


def _repeats(first: Table, further: Table) -> int:
    """How many columns of a further part stood in the first one already: one or none."""
    rows = zip_longest((*first.head, *first.body), (*further.head, *further.body), fillvalue=Row(()))
    return int(all(_starts_alike(one, other) for one, other in rows))


def _starts_alike(one: Row, other: Row) -> bool:
    return bool(one.cells and other.cells) and _words(one.cells[0]) == _words(other.cells[0])


def _words(cell: Cell) -> object:
    from briefgen.redline.sameness import bare

    return bare(cell.blocks)


def _beside(one: Row, other: Row) -> Row:
    again = int(_starts_alike(one, other))
    return Row((*one.cells, *other.cells[again:]))


def _attribute(properties: "Element | None", name: str) -> str:
    found = properties.find(w(name)) if properties is not None else None
    return str(found.get(w("val"), "")) if found is not None else ""
