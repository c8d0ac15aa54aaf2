"""Tables: the grid as Word wants it, a head that repeats, rows that do not break."""

from collections.abc import Sequence

import msgspec

from briefgen.document import Cell, Revision, Table, plain
from briefgen.writers.docx.caption import caption, continued
from briefgen.writers.docx.frame import Flow, Frame
from briefgen.writers.docx.grid import Place, grid
from briefgen.writers.docx.kept_rows import kept_rows
from briefgen.writers.docx.paragraph import ROOM, paragraph, spacer, words
from briefgen.writers.docx.revisions import mark
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import colour, twips
from briefgen.writers.docx.widths import whole_twips
from briefgen.xmltext import in_attribute

GROUNDS = {"tint": "tint", "for": "for-ground", "against": "against-ground", "mixed": "mixed-ground"}
"""What a cell says → the ink of its ground."""
_DESCRIPTION_MAX = 2_000


def table(block: Table, frame: Frame, story: Story, flow: Flow) -> str:
    """Title above, the table, key below. One too wide for its measure follows in further tables, each with the first
    column again."""
    frame = msgspec.structs.replace(frame, align="")
    out: list[str] = []
    if block.caption:
        out.append(caption(block.caption, "Table", block.anchor, frame, story))
    elif block.anchor or story.after_table or story.break_page:
        out.append(spacer(story, block.anchor))  # two tables in a row would become one
    groups = story.setting.wide.groups(block, (frame.width - frame.indent) / 20)
    for number, (columns, points) in enumerate(groups):
        if number:
            out.append(continued(block.caption, frame, story) if block.caption else spacer(story))
        out.append(_table(block, columns, points, frame, story, flow, last=number == len(groups) - 1))
    for at, line in enumerate(block.key, start=1):
        keep = frame.keep or at < len(block.key)
        out.append(words(story, "BriefTableKey", line.content, msgspec.structs.replace(frame, keep=keep)))
    return "".join(out)


def _table(
    block: Table, shown: Sequence[int], points: list[float], frame: Frame, story: Story, flow: Flow, last: bool
) -> str:
    """The rows, all columns of them or some. `last`: the key follows."""
    cells = grid(block, shown)
    widths = whole_twips(points[: cells.columns], frame.width - frame.indent)
    theme = story.setting.theme
    columns = tuple(block.columns[at] for at in shown if at < len(block.columns)) if shown else block.columns
    inside = Frame("cell", 0)
    aligns = ["" if column.align == "left" else column.align for column in columns]
    aligns += [""] * (cells.columns - len(aligns))
    out = [_opening(block, widths, frame.indent)]
    head = msgspec.structs.replace(inside, place="head", keep=True)
    out += [_row(row, widths, aligns, head, story, flow) for row in cells.head]
    page_height = story.setting.paper[1] - twips(theme.page.top + theme.page.bottom)
    kept = kept_rows(cells.body, widths, theme, page_height)
    for at, row in enumerate(cells.body):
        keep = frame.keep or at in kept or (last and bool(block.key) and at == len(cells.body) - 1)
        out.append(_row(row, widths, aligns, msgspec.structs.replace(inside, keep=keep), story, flow))
    out.append("</w:tbl>")
    story.after_table = True
    story.room = ROOM
    return "".join(out)


def _opening(block: Table, widths: list[int], indent: int) -> str:
    title = f"{block.caption.label} {plain(block.caption.content)}".strip()[:_DESCRIPTION_MAX] if block.caption else ""
    spoken = f'<w:tblCaption w:val="{in_attribute(title)}"/>' if title else ""
    if block.description:
        spoken += f'<w:tblDescription w:val="{in_attribute(block.description[:_DESCRIPTION_MAX])}"/>'
    first_row, first_column = int(bool(block.head)), int(any(r.cells and r.cells[0].header for r in block.body))
    return table_opening("BriefTable", widths, indent, first_row, first_column, spoken)


def table_opening(
    style: str, widths: list[int], indent: int, first_row: int = 0, first_column: int = 0, spoken: str = ""
) -> str:
    """The start of a table down to its grid. `spoken`: title and description for those who cannot see it."""
    value = 0x0400 | 0x0020 * first_row | 0x0080 * first_column | 0x0200
    grid_columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{spoken}</w:tblPr>'
        f"<w:tblGrid>{grid_columns}</w:tblGrid>"
    )


def _row(
    places: tuple[Place, ...], widths: list[int], aligns: list[str], inside: Frame, story: Story, flow: Flow
) -> str:
    header = "<w:tblHeader/>" if inside.place == "head" else ""
    how: Revision = next((place.revision for place in places if place.revision), "")
    with story.revising(how):
        cells = "".join(_cell(place, widths, aligns[place.column], inside, story, flow) for place in places)
    return f"<w:tr><w:trPr><w:cantSplit/>{header}{mark(how, story)}</w:trPr>{cells}</w:tr>"


def _cell(place: Place, widths: list[int], align: str, inside: Frame, story: Story, flow: Flow) -> str:
    cell = place.cell or Cell()
    width = sum(widths[place.column : place.column + place.span])
    out = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>']
    if place.span > 1:
        out.append(f'<w:gridSpan w:val="{place.span}"/>')
    if place.reaches_down:
        out.append('<w:vMerge w:val="restart"/>')
    elif place.covered:
        out.append("<w:vMerge/>")
    if cell.ground:
        ink = colour(story.setting.theme.inks[GROUNDS[cell.ground]])
        out.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{ink}"/>')
    out.append("</w:tcPr>")
    frame = msgspec.structs.replace(
        inside,
        place="row-header" if cell.header and inside.place == "cell" else inside.place,
        width=max(width - 2 * twips(story.setting.theme.table.pad_x), 0),
        align=align,
    )
    story.after_table, story.break_page, story.room = False, False, 0
    content = flow(cell.blocks + place.extra, frame, story)
    if not content or story.after_table or (story.ends_revised and not story.revision):  # a cell ends with a paragraph
        content += paragraph(story, "BriefCell", "", keep=frame.keep) if not content else spacer(story)
    story.break_page, story.room = False, 0
    return f"{''.join(out)}{content}</w:tc>"
