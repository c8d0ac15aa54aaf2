"""Layout of blocks side by side: like the cells of a table row, without padding, rules and grounds."""

import msgspec

from briefgen.layout.boxes import Box, ColumnsBox, PanelBox, TableCellBox
from briefgen.layout.line_boxes import LineBox, total_height
from briefgen.layout.rows import SPLIT, CellLayout, row_group_boxes, with_row_fragments
from briefgen.layout.tables import MIN_PORTRAIT, LayoutBoxes
from briefgen.theme import Theme

GAPS = {"narrow": 8.5, "normal": 14.0, "wide": 28.0}
"""Between the cells, in points: 3, 5 and 10 mm."""

APART = 12.0
"""Least space above and below, in points."""


def layout_columns(
    box: ColumnsBox, x: float, width: float, page_height: float, theme: Theme, layout: LayoutBoxes
) -> list[LineBox]:
    """The cells side by side in one line box, which may be split between pages where no line of any cell is crossed;
    if they are higher than a page, in slices. If a cell would be too narrow to be read, they are stacked."""
    room = width - box.gap * (len(box.cells) - 1)
    widths = [room * share for share in box.shares]
    if min(widths) < MIN_PORTRAIT:
        return [line_box for cell in box.cells for line_box in layout(cell, x, width)]
    members: list[CellLayout] = []
    left = x
    for number, (cell, own) in enumerate(zip(box.cells, widths, strict=True)):
        members.append(_cell(number, cell, left, own, layout))
        left += own + box.gap
    return _row(_equally_high(members, page_height, layout), page_height, theme)


def _equally_high(members: list[CellLayout], page_height: float, layout: LayoutBoxes) -> list[CellLayout]:
    """The cells, with panels at their ends as high as the highest cell, unless that is higher than a page."""
    height = max(total_height(one.line_boxes) for one in members)
    return [_stretched(one, height, layout) for one in members] if height <= page_height else members


def _stretched(one: CellLayout, height: float, layout: LayoutBoxes) -> CellLayout:
    children, missing = one.cell.children, height - total_height(one.line_boxes)
    last = children[-1] if children else None
    if missing <= 0 or not isinstance(last, PanelBox):
        return one
    own = total_height(layout((last,), one.x, one.width))
    last = msgspec.structs.replace(last, min_height=own + missing)
    return one._replace(line_boxes=layout((*children[:-1], last), one.x, one.width))


def _cell(number: int, cell: tuple[Box, ...], x: float, width: float, layout: LayoutBoxes) -> CellLayout:
    return CellLayout(TableCellBox(0, number, 1, 1, cell), x, width, layout(cell, x, width))


def _row(members: list[CellLayout], page_height: float, theme: Theme) -> list[LineBox]:
    height = max(total_height(one.line_boxes) for one in members)
    bare = msgspec.structs.replace(theme, table=msgspec.structs.replace(theme.table, pad_top=0, pad_bottom=0))
    out = row_group_boxes(members, [height], 0, 0, [], bare, page_height)
    if len(out) == 1:
        tops = [(0.0, one) for one in members]
        out = [with_row_fragments(out[0], tops, (), (), (), bare.table, page_height, (), (), SPLIT)]
    before = max((one.line_boxes[0].before for one in members if one.line_boxes), default=0.0)
    after = max((one.line_boxes[-1].after for one in members if one.line_boxes), default=0.0)
    out[0] = msgspec.structs.replace(out[0], before=max(before, APART))
    keep = any(one.line_boxes[-1].keep_with_next for one in members if one.line_boxes)
    out[-1] = msgspec.structs.replace(out[-1], after=max(after, APART), keep_with_next=keep)
    return out
