"""Row groups higher than a page are split between their lines."""

from itertools import pairwise

from briefgen.layout import TextLine
from briefgen.layout.boxes import TableCellBox
from briefgen.layout.line_boxes import LineBox, stacked
from briefgen.layout.rows import CellLayout, row_group_boxes
from briefgen.theme import Theme


def cell(row: int, x: float, lines: int, leading: float, element: int) -> CellLayout:
    line = TextLine(x, 0, 50, leading, leading, (), element)
    return CellLayout(TableCellBox(row, int(x), 1, 1, ()), x, 60, [LineBox(leading, (line,))] * lines)


def test_a_cell_moves_down_with_the_one_above_it(theme: Theme) -> None:
    """Lines of 15 points cut those of 10 beside them, which took a third more room and ran into the cell below."""
    pads = theme.table.pad_top + theme.table.pad_bottom
    members = [cell(0, 0, 12, 10, 1), cell(0, 100, 8, 15, 2), cell(1, 0, 2, 10, 3)]
    line_boxes = row_group_boxes(members, [120 + pads, 20 + pads], 0, 1, [], theme, room=50)
    _, boxes, _ = stacked(line_boxes)
    left = sorted((box for box in boxes if isinstance(box, TextLine) and box.x == 0), key=lambda box: box.y)
    assert [line.element for line in left] == [1] * 12 + [3] * 2
    for above, below in pairwise(left):
        assert below.y >= above.y + above.height - 0.01
