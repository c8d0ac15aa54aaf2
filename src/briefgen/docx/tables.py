"""Tables: the complete grid that Word requires, repeated header rows, and rows kept whole or with the next."""

from collections.abc import Iterator, Sequence
from math import fsum

import msgspec

from briefgen.core.xml import in_attribute
from briefgen.document import Blocks, Card, Cell, Columns, Revision, Table, plain
from briefgen.document.grid import Line, Placed, placed, shares
from briefgen.document.walk import texts
from briefgen.docx.elements import mark
from briefgen.docx.package import PartWriter
from briefgen.docx.paragraphs import SPACE_AROUND, Container, Flow, caption, continued, paragraph, spacer, words
from briefgen.docx.units import colour, twips
from briefgen.layout.columns import GAPS
from briefgen.layout.line_boxes import MAX_BLANK
from briefgen.theme import Theme

COLUMNS_MAX = 63
"""Word's limit. The content of further cells goes into the last cell of the row."""


class Place(msgspec.Struct, frozen=True):
    """A cell position of the grid."""

    column: int
    span: int
    cell: Cell | None = None
    """None for gaps, and where a cell from above spans down."""
    starts_merge: bool = False
    covered: bool = False
    extra: Blocks = ()
    """The content of cells beyond the column limit."""
    revision: Revision = ""
    """Of its row."""


class Grid(msgspec.Struct, frozen=True):
    """A table's places, row by row."""

    columns: int
    head: tuple[tuple[Place, ...], ...]
    body: tuple[tuple[Place, ...], ...]


def grid(table: Table, shown: Sequence[int] = ()) -> Grid:
    """The cells of a table at their grid positions, with the positions covered from above. `shown`: only these
    columns."""
    count, head, body = placed(table)
    return Grid(min(len(shown) or count, COLUMNS_MAX), _section(head, shown), _section(body, shown))


def _section(lines: tuple[Line, ...], shown: Sequence[int]) -> tuple[tuple[Place, ...], ...]:
    out = []
    covering: list[tuple[Placed, int]] = []  # cells from above, and the row before which they end
    for number, line in enumerate(lines):
        covering = [(at, end) for at, end in covering if end > number]
        row = [_place(at) for at in line]
        if covering:
            row += [Place(at.column, at.colspan, covered=True) for at, _ in covering]
            row.sort(key=lambda place: place.column)
        out.append(_within_column_limit(_select_columns(row, shown) if shown else row))
        covering += [(at, number + at.rowspan) for at in line]
    return tuple(out)


def _select_columns(row: list[Place], shown: Sequence[int]) -> list[Place]:
    """The positions of a row clipped to some columns."""
    out = []
    for place in row:
        within = [at for at, column in enumerate(shown) if place.column <= column < place.column + place.span]
        if within:
            out.append(msgspec.structs.replace(place, column=within[0], span=len(within)))
    return out


def _place(at: Placed) -> Place:
    return Place(at.column, at.colspan, at.cell, starts_merge=at.rowspan > 1, revision=at.revision)


def _within_column_limit(row: list[Place]) -> tuple[Place, ...]:
    """A row within Word's column limit."""
    if row[-1].column + row[-1].span <= COLUMNS_MAX:
        return tuple(row)
    kept_with_next = [place for place in row if place.column < COLUMNS_MAX]
    last = kept_with_next[-1]
    beyond = tuple(block for place in row[len(kept_with_next) :] if place.cell for block in place.cell.blocks)
    kept_with_next[-1] = msgspec.structs.replace(last, span=min(last.span, COLUMNS_MAX - last.column), extra=beyond)
    return tuple(kept_with_next)


MEAN_CHARACTER = 0.5
"""Estimated mean character width, relative to the font size."""
_MIN_BREAKABLE_ROWS = 4
"""From this many rows on, a table may break, with two rows or more on each side."""
_SHORT_TABLE = 0.12
"""Relative to the page height: a short table is not broken if it is no higher than this. The blank space is larger, for
its caption goes with it, and a heading; where higher rows have notes, LibreOffice sets these on the next page
instead."""
_MAX_KEPT_LINES = 5
"""The most lines of a row that is kept with its neighbour. Keeping a higher row with another would leave much of a page
blank."""

Row = tuple[Place, ...]


def rows_kept_with_next(rows: Sequence[Row], widths: Sequence[int], theme: Theme, page_height: float) -> set[int]:
    """The indices of the rows that are kept with the next: in a short table, at both ends of a longer one, and where a
    cell spans several rows, since its text is in the first of them. `page_height` in twips."""
    lines = [_lines(row, widths, theme) for row in rows]
    heights = [count * twips(theme.styles["table"].leading) + _padding(theme) for count in lines]
    last = len(rows) - 1
    if last + 1 < _MIN_BREAKABLE_ROWS:
        kept_with_next = set(range(last)) if fsum(heights) <= page_height * _SHORT_TABLE else set()
    else:
        kept_with_next = {at for at in (0, last - 1) if lines[at] <= _MAX_KEPT_LINES}
    for first, end in _merged_ranges(rows):
        if fsum(heights[first : end + 1]) <= page_height * MAX_BLANK:
            kept_with_next.update(range(first, end))
    return kept_with_next


def _lines(row: Row, widths: Sequence[int], theme: Theme) -> float:
    """The estimated number of lines of a row. Cells that span further rows do not count."""
    letter = twips(theme.styles["table"].size) * MEAN_CHARACTER
    return max(
        (
            fsum(
                1 + len(plain(line)) * letter / fsum(widths[place.column : place.column + place.span])
                for block in place.cell.blocks
                for line in texts(block)
            )
            for place in row
            if place.cell and not place.starts_merge
        ),
        default=1.0,
    )


def _padding(theme: Theme) -> int:
    return twips(theme.table.pad_top + theme.table.pad_bottom)


def _merged_ranges(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Stretches of rows, first and last, that a cell holds together."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and any(place.covered for place in rows[at]):
            continue
        if at - 1 > first:
            yield first, at - 1
        first = at


_MIN_COLUMN_WIDTH = 200


def distribute_twips(points: Sequence[float], total: int) -> list[int]:
    """Column widths with the sum `total`; each has a minimum width."""
    out = [max(round(width * 20), _MIN_COLUMN_WIDTH) for width in points]
    while (excess := sum(out) - total) and out:
        at = max(range(len(out)), key=lambda index: out[index])
        if excess > 0 and out[at] <= _MIN_COLUMN_WIDTH:
            break
        out[at] -= min(excess, out[at] - _MIN_COLUMN_WIDTH) if excess > 0 else excess
    return out


GROUNDS = {"tint": "tint", "for": "for-ground", "against": "against-ground", "mixed": "mixed-ground"}
"""Meaning of a cell → the colour of its background."""
_DESCRIPTION_MAX = 2_000


def table(block: Table, container: Container, writer: PartWriter, flow: Flow) -> str:
    """Title, table and key. A table that is too wide is split into several, each with the first column repeated."""
    container = msgspec.structs.replace(container, align="")
    out: list[str] = []
    if block.caption:
        out.append(caption(block.caption, "Table", block.anchor, container, writer))
    elif block.anchor or writer.after_table or writer.break_page:
        out.append(spacer(writer, block.anchor))  # two tables in a row would become one
    groups = writer.context.wide.groups(block, (container.width - container.indent) / 20)
    for number, (columns, points) in enumerate(groups):
        if number:
            out.append(continued(block.caption, container, writer) if block.caption else spacer(writer))
        out.append(_table(block, columns, points, container, writer, flow, last=number == len(groups) - 1))
    for at, line in enumerate(block.key, start=1):
        keep = container.keep or at < len(block.key)
        out.append(words(writer, "BriefTableKey", line.content, msgspec.structs.replace(container, keep=keep)))
    return "".join(out)


def _table(
    block: Table,
    shown: Sequence[int],
    points: list[float],
    container: Container,
    writer: PartWriter,
    flow: Flow,
    last: bool,
) -> str:
    """The rows, all columns of them or some. `last`: the key follows."""
    cells = grid(block, shown)
    widths = distribute_twips(points[: cells.columns], container.width - container.indent)
    theme = writer.context.theme
    columns = tuple(block.columns[at] for at in shown if at < len(block.columns)) if shown else block.columns
    cell_container = Container("cell", 0)
    aligns = ["" if column.align == "left" else column.align for column in columns]
    aligns += [""] * (cells.columns - len(aligns))
    out = [_opening(block, widths, container.indent)]
    head = msgspec.structs.replace(cell_container, place="head", keep=True)
    out += [_row(row, widths, aligns, head, writer, flow) for row in cells.head]
    page_height = writer.context.paper[1] - twips(theme.page.top + theme.page.bottom)
    kept_with_next = rows_kept_with_next(cells.body, widths, theme, page_height)
    for at, row in enumerate(cells.body):
        keep = container.keep or at in kept_with_next or (last and bool(block.key) and at == len(cells.body) - 1)
        out.append(_row(row, widths, aligns, msgspec.structs.replace(cell_container, keep=keep), writer, flow))
    out.append("</w:tbl>")
    writer.after_table = True
    writer.space_above = SPACE_AROUND
    return "".join(out)


def _opening(block: Table, widths: list[int], indent: int) -> str:
    title = f"{block.caption.label} {plain(block.caption.content)}".strip()[:_DESCRIPTION_MAX] if block.caption else ""
    accessible_text = f'<w:tblCaption w:val="{in_attribute(title)}"/>' if title else ""
    if block.description:
        accessible_text += f'<w:tblDescription w:val="{in_attribute(block.description[:_DESCRIPTION_MAX])}"/>'
    first_row, first_column = int(bool(block.head)), int(any(r.cells and r.cells[0].header for r in block.body))
    return table_opening("BriefTable", widths, indent, first_row, first_column, accessible_text)


def table_opening(
    style: str, widths: list[int], indent: int, first_row: int = 0, first_column: int = 0, accessible_text: str = ""
) -> str:
    """The start of a table, including its grid. `accessible_text`: title and description for screen readers."""
    value = 0x0400 | 0x0020 * first_row | 0x0080 * first_column | 0x0200
    grid_columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{accessible_text}</w:tblPr>'
        f"<w:tblGrid>{grid_columns}</w:tblGrid>"
    )


def _row(
    places: tuple[Place, ...],
    widths: list[int],
    aligns: list[str],
    cell_container: Container,
    writer: PartWriter,
    flow: Flow,
) -> str:
    header = "<w:tblHeader/>" if cell_container.place == "head" else ""
    revision: Revision = next((place.revision for place in places if place.revision), "")
    with writer.revision_context(revision):
        cells = "".join(_cell(place, widths, aligns[place.column], cell_container, writer, flow) for place in places)
    return f"<w:tr><w:trPr><w:cantSplit/>{header}{mark(revision, writer)}</w:trPr>{cells}</w:tr>"


def _cell(
    place: Place, widths: list[int], align: str, cell_container: Container, writer: PartWriter, flow: Flow
) -> str:
    cell = place.cell or Cell()
    width = sum(widths[place.column : place.column + place.span])
    out = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>']
    if place.span > 1:
        out.append(f'<w:gridSpan w:val="{place.span}"/>')
    if place.starts_merge:
        out.append('<w:vMerge w:val="restart"/>')
    elif place.covered:
        out.append("<w:vMerge/>")
    if cell.ground:
        ink = colour(writer.context.theme.inks[GROUNDS[cell.ground]])
        out.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{ink}"/>')
    out.append("</w:tcPr>")
    container = msgspec.structs.replace(
        cell_container,
        place="row-header" if cell.header and cell_container.place == "cell" else cell_container.place,
        width=max(width - 2 * twips(writer.context.theme.table.pad_x), 0),
        align=align,
    )
    return f"{''.join(out)}{_content(cell.blocks + place.extra, container, writer, flow)}</w:tc>"


def _content(blocks: Blocks, container: Container, writer: PartWriter, flow: Flow) -> str:
    """The blocks of a cell, which ends with a paragraph."""
    writer.after_table, writer.break_page, writer.space_above = False, False, 0
    content = flow(blocks, container, writer)
    if not content or writer.after_table or (writer.ends_in_revision and not writer.revision):
        content += paragraph(writer, "BriefCell", "", keep=container.keep) if not content else spacer(writer)
    writer.break_page, writer.space_above = False, 0
    return content


def columns(block: Columns, container: Container, writer: PartWriter, flow: Flow) -> str:
    """Blocks side by side as a table without rules, since a section of columns would break the page's flow. The gap is
    the right margin of each cell but the last."""
    cells = [cell.blocks for cell in block.cells]
    if not any(cells):
        return ""
    if len(cells) > COLUMNS_MAX:
        cells[COLUMNS_MAX - 1 :] = [tuple(held for blocks in cells[COLUMNS_MAX - 1 :] for held in blocks)]
    gap = twips(GAPS[block.gap])
    total = container.width - container.indent
    parts = shares(block)[: len(cells)]
    room = max(total - gap * (len(cells) - 1), 0)
    points = [(room * part + gap * (at < len(cells) - 1)) / 20 for at, part in enumerate(parts)]
    widths = distribute_twips(points, total)
    out = [spacer(writer)] if writer.after_table or writer.break_page else []
    out += [table_opening("BriefColumns", widths, container.indent), "<w:tr><w:trPr><w:cantSplit/>"]
    out.append(f"{mark(writer.revision, writer)}</w:trPr>")
    for at, (blocks, width) in enumerate(zip(cells, widths, strict=True)):
        right = gap if at < len(cells) - 1 else 0
        margin = f'<w:tcMar><w:right w:w="{right}" w:type="dxa"/></w:tcMar>' if right else ""
        inside = msgspec.structs.replace(container, width=max(width - right, 0), indent=0, depth=0)
        content = _content(blocks, inside, writer, flow)
        out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margin}</w:tcPr>{content}</w:tc>')
    out.append("</w:tr></w:tbl>")
    writer.after_table = True
    writer.space_above = SPACE_AROUND
    return "".join(out)


def card(block: Card, container: Container, writer: PartWriter, flow: Flow) -> str:
    """A framed box as a table of one cell, which a person can type into. It stays on one page where it fits."""
    theme = writer.context.theme
    style, frame = (
        ("BriefCardRecommended", theme.recommended_card) if block.kind == "recommended" else ("BriefCard", theme.card)
    )
    width = max(container.width - container.indent, _MIN_COLUMN_WIDTH)
    out = [spacer(writer)] if writer.after_table or writer.break_page else []
    out += [table_opening(style, [width], container.indent), "<w:tr><w:trPr><w:cantSplit/>"]
    out.append(f'{mark(writer.revision, writer)}</w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
    inside = Container("cell", max(width - 2 * twips(frame.padding), 0), keep=container.keep)
    writer.after_table, writer.break_page, writer.space_above = False, False, 0
    out.append(words(writer, "BriefRowHeader", block.title, inside) if block.title else "")
    if block.blocks or not block.title:
        out.append(_content(block.blocks, inside, writer, flow))
    out.append("</w:tc></w:tr></w:tbl>")
    writer.after_table = True
    writer.space_above = SPACE_AROUND
    return "".join(out)
