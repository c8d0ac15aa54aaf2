"""Boxes stacked as line boxes at a position and in a width: paragraphs, tables, images and the entries below a
title."""

from collections.abc import Callable, Iterable
from math import fsum
from typing import NamedTuple, assert_never

import msgspec

from briefgen.charts import draw
from briefgen.document import Chart, Picture
from briefgen.layout.boxes import (
    Box,
    ColumnsBox,
    EntriesBox,
    ImageBox,
    IndentBox,
    PageBreakBox,
    PanelBox,
    ParagraphBox,
    TableGridBox,
    TableWrapperBox,
)
from briefgen.layout.column_widths import POINTS_PER_PIXEL, column_intrinsic_widths, intrinsic_widths
from briefgen.layout.columns import layout_columns
from briefgen.layout.line_boxes import (
    MAX_BLANK,
    LineBox,
    has_too_many_notes,
    max_notes_a_line,
    stacked,
    total_height,
    with_fewer_notes_a_line,
)
from briefgen.layout.page import Anchor, Fill, PlacedBox, PlacedChart, PlacedImage, TextLine, translated
from briefgen.layout.paragraphs import layout_paragraph
from briefgen.layout.tables import layout_table, needs_landscape
from briefgen.theme import Theme

TALLEST_PICTURE = 0.62
"""Of the page."""

TALLEST_CHART = 0.88
"""Share of a page: its text must stay readable."""

LEAST_PICTURE, LEAST_CHART = 0.75, 0.88
"""Smallest scale of a picture and a chart that are shrunk to fill a page. The text of a chart has the size of that in
tables."""

SMALL_PICTURE = 0.55
"""Share of the width: a picture with a smaller natural width is not enlarged."""


def layout_image(box: ImageBox, x: float, width: float, page_height: float, theme: Theme) -> LineBox:
    """The full width, unless the picture is small or would be too high."""
    match box.picture:
        case Picture() as picture:
            least = LEAST_PICTURE
            placed: PlacedImage | PlacedChart = _image(picture, box.element, x, width, page_height * TALLEST_PICTURE)
        case chart:
            least = LEAST_CHART
            placed = _drawn(chart, box.element, x, width, page_height * TALLEST_CHART, theme)
    caption = theme.styles["caption"]
    anchors: tuple[PlacedBox, ...] = tuple(Anchor(0, name) for name in box.anchors)
    before = caption.after if box.titled else caption.before
    after = caption.after if box.keep_with_next else caption.before
    return LineBox(
        placed.height,
        (*anchors, placed),
        before=before,
        after=after,
        keep_with_next=box.keep_with_next,
        min_scale=least,
    )


def _image(picture: Picture, element: int, x: float, width: float, tallest: float) -> PlacedImage:
    across, down = max(picture.width, 1), max(picture.height, 1)
    natural = across * POINTS_PER_PIXEL
    wide = width if natural >= width * SMALL_PICTURE else natural
    high = wide * down / across
    if high > tallest:
        wide, high = wide * tallest / high, tallest
    return PlacedImage(x, 0, wide, high, picture, element)


def _drawn(chart: Chart, element: int, x: float, width: float, tallest: float, theme: Theme) -> PlacedChart:
    drawing = draw(chart, theme, width)
    scale = min(width / drawing.width, tallest / max(drawing.height, 1), 1.0)
    return PlacedChart(x, 0, drawing.width * scale, drawing.height * scale, drawing, element)


_GAP = 18.0
"""Least space between two columns."""

_PAD = 5.5
"""Between a hairline and the text."""

_HAIRLINE = 0.5

_TALLEST = 0.4
"""Of the page."""

_WIDEST = 0.45
"""Share of the width: a longer entry is broken into lines."""


def layout_entries(
    box: EntriesBox, x: float, width: float, page_height: float, theme: Theme, lang: str
) -> list[LineBox]:
    """Entries in as many columns as fit; if they are too high for that, one below the other as paragraphs."""
    contents = [
        max(intrinsic_widths(words, theme.table).max_content for words in entry if words) for entry in box.entries
    ]
    natural = [min(content + 0.1, width * _WIDEST) for content in contents]
    count = len(natural)
    # In rows of equal numbers of entries, as far as possible.
    choices = (-(-count // rows) for rows in range(1, count + 1))
    columns = next(n for n in choices if n == 1 or fsum(_column_widths(natural, n)) + _GAP * (n - 1) <= width)
    widths = _column_widths(natural, columns)
    spare = (width - fsum(widths)) / columns
    boxes: list[PlacedBox] = [Fill(x, -_HAIRLINE / 2, width, _HAIRLINE, box.ink)]
    notes: list[int] = []
    y = _PAD
    for start in range(0, count, columns):
        left, max_foot_height = x, 0.0
        for entry, own in zip(box.entries[start : start + columns], widths, strict=False):
            line_boxes = _entry(entry, left, own + max(spare - _GAP, 0), lang)
            depth, content, cited = stacked(line_boxes)
            boxes += [translated(box, y) for box in content]
            notes += cited
            max_foot_height = max(max_foot_height, depth)
            left += own + spare
        y += max_foot_height + _PAD
    if y > page_height * _TALLEST or len(notes) > max_notes_a_line(page_height, theme):
        return [line_box for entry in box.entries for line_box in _entry(entry, x, width, lang)]
    boxes.append(Fill(x, y - _HAIRLINE / 2, width, _HAIRLINE, box.ink))
    return [LineBox(y, tuple(boxes), tuple(notes), box.before, box.after)]


def _entry(entry: tuple[ParagraphBox | None, ParagraphBox | None], x: float, width: float, lang: str) -> list[LineBox]:
    return [line_box for words in entry if words for line_box in layout_paragraph(words, x, width, lang)]


def _column_widths(natural: list[float], columns: int) -> list[float]:
    return [max(natural[column::columns]) for column in range(columns)]


WHOLE_PANEL = 0.55
"""Share of a page: a lower panel is split only if much of a page would stay blank."""

WHOLE_ITEM, ITEM_BLANK = 0.25, 0.08
"""Shares of a page: a list item lower than the first is kept together unless that leaves more than the second blank."""

LOW_HEADING, HEADED = 0.03, 0.12
"""Shares of a page: a heading is kept with more than one line of the first height unless that leaves more than the
second blank."""

LEAST_MEASURE = 6.0

WITHIN_CELL = 0.6
"""Share of a page: the content of a cell must fit below repeated header rows."""


class LandscapePage(NamedTuple):
    """The text area of a landscape page."""

    width: float
    height: float


class LayoutContext(NamedTuple):
    """What the layout of a column of text depends on."""

    theme: Theme
    lang: str
    page_height: float
    landscape: LandscapePage | None = None
    """The landscape page; None inside another block, where none is possible."""
    reserve: float = 1.0
    """Columns of tables have room for their longest word in a font so many times as wide."""


def layout_boxes(column: LayoutContext, box: Iterable[Box], x: float, width: float) -> list[LineBox]:
    """Boxes stacked one below the other."""
    out: list[LineBox] = []
    break_before = headed = False
    for one in box:
        if isinstance(one, PageBreakBox):
            break_before = bool(out)
            continue
        line_boxes = _layout(column, one, x, width)
        if (
            headed
            and line_boxes
            and not line_boxes[0].keep_with_next
            and line_boxes[0].height < column.page_height * LOW_HEADING
        ):
            line_boxes[0] = msgspec.structs.replace(line_boxes[0], keep_penalty=max(line_boxes[0].keep_penalty, HEADED))
        headed = isinstance(one, ParagraphBox) and one.keep_with_next
        if isinstance(one, ParagraphBox) and one.starts_section and line_boxes:
            line_boxes[0] = msgspec.structs.replace(line_boxes[0], starts_section=True)
        if break_before and line_boxes:
            line_boxes[0] = msgspec.structs.replace(line_boxes[0], break_before=True)
            break_before = False
        if line_boxes and line_boxes[0].landscape:
            _make_landscape(out)
        out += line_boxes
    return out


def _make_landscape(line_boxes: list[LineBox]) -> None:
    """Move headings that are kept with a landscape table to its page."""
    at = len(line_boxes)
    while at and line_boxes[at - 1].keep_with_next:
        at -= 1
        line_boxes[at] = msgspec.structs.replace(line_boxes[at], landscape=True)


def _layout(column: LayoutContext, box: Box, x: float, width: float) -> list[LineBox]:
    around = column.landscape
    if around is not None:
        column = column._replace(landscape=None)
    match box:
        case ParagraphBox():
            return _paragraph(column, box, x, max(width, LEAST_MEASURE))
        case IndentBox():
            return _indent(column, box, x, width)
        case PanelBox():
            return _panel(column, box, x, width)
        case ColumnsBox():
            return layout_columns(
                box,
                x,
                width,
                column.page_height,
                column.theme,
                lambda children, left, measure: layout_boxes(column, children, left, measure),
            )
        case EntriesBox():
            return layout_entries(box, x, width, column.page_height, column.theme, column.lang)
        case TableGridBox():
            inner = column._replace(page_height=column.page_height * WITHIN_CELL)
            return layout_table(box, x, width, column.page_height, column.theme,
                            lambda children, left, measure: layout_boxes(inner, children, left, measure),
                            column.reserve)  # fmt: skip
        case TableWrapperBox():
            return _table_wrapper(column, box, x, width, around)
        case ImageBox():
            return [layout_image(box, x, width, column.page_height, column.theme)]
        case PageBreakBox():
            return []
        case _:
            assert_never(box)


def _paragraph(column: LayoutContext, words: ParagraphBox, x: float, width: float) -> list[LineBox]:
    line_boxes = layout_paragraph(words, x, width, column.lang)
    most = max_notes_a_line(column.page_height, column.theme)
    return (
        layout_paragraph(with_fewer_notes_a_line(words, most), x, width, column.lang)
        if has_too_many_notes(line_boxes, most)
        else line_boxes
    )


def _table_wrapper(
    column: LayoutContext, box: TableWrapperBox, x: float, width: float, landscape: LandscapePage | None
) -> list[LineBox]:
    children = (*box.title, box.grid, *box.key)
    if landscape is None or not needs_landscape(
        column_intrinsic_widths(box.grid, column.theme.table), width, landscape.width
    ):
        return layout_boxes(column, children, x, width)
    line_boxes = layout_boxes(column._replace(page_height=landscape.height), children, x, landscape.width)
    return [msgspec.structs.replace(line_box, landscape=True) for line_box in line_boxes]


def _indent(column: LayoutContext, box: IndentBox, x: float, width: float) -> list[LineBox]:
    left = min(box.left, width / 2)
    line_boxes = layout_boxes(column, box.children, x + left, width - left)
    if box.label:
        own = fsum(segment.width + segment.space for segment in box.label.segments)
        label_lines = layout_paragraph(box.label, x, left if own <= left else width, column.lang)
        first = line_boxes[0].boxes[0] if line_boxes and line_boxes[0].boxes else None
        if len(label_lines) == 1 and own <= left and isinstance(first, TextLine):
            boxes = [_aligned_with(box, first) for box in label_lines[0].boxes]
            line_boxes[0] = msgspec.structs.replace(line_boxes[0], boxes=(*boxes, *line_boxes[0].boxes))
        else:
            # Too long for the indent, or no line to align with: on its own line above.
            line_boxes = [
                *(msgspec.structs.replace(one, keep_with_next=bool(line_boxes), after=0) for one in label_lines),
                *line_boxes,
            ]
    if box.whole and line_boxes and total_height(line_boxes) <= column.page_height * WHOLE_ITEM:
        line_boxes = _kept_together(line_boxes, ITEM_BLANK)
    if line_boxes:
        anchors: tuple[PlacedBox, ...] = tuple(Anchor(0, name) for name in box.anchors)
        line_boxes[0] = msgspec.structs.replace(line_boxes[0], boxes=(*line_boxes[0].boxes, *anchors))
        # The last line has no penalty: a penalty inside the box does not apply to what follows it.
        line_boxes[-1] = msgspec.structs.replace(
            line_boxes[-1], after=max(line_boxes[-1].after, box.after), keep_penalty=0
        )
    return line_boxes


def _aligned_with(box: PlacedBox, first: TextLine) -> PlacedBox:
    """The label moved to the baseline of its line."""
    if not isinstance(box, TextLine):
        return box
    return msgspec.structs.replace(box, y=first.y, height=first.height, baseline=first.baseline)


def _panel(column: LayoutContext, box: PanelBox, x: float, width: float) -> list[LineBox]:
    pad = min(box.padding, width / 6)
    within = column._replace(page_height=column.page_height - 2 * pad)
    left, right = (box.border_width, box.border_width) if box.border else (box.rule_width, 0.0)
    inner = layout_boxes(within, box.children, x + left + pad, width - left - right - 2 * pad)
    if not inner:
        return []

    def on_background(height: float, boxes: tuple[PlacedBox, ...]) -> tuple[PlacedBox, ...]:
        ground = (Fill(x, 0, width, height, box.background),) if box.background else ()
        sides: tuple[PlacedBox, ...] = (Fill(x, 0, left, height, box.border or box.rule),)
        if right:
            sides += (Fill(x + width - right, 0, right, height, box.border),)
        return (*ground, *sides, *boxes)

    edge = LineBox(pad * 0.75, on_background(pad * 0.75, ()), keep_with_next=True)
    out = [_top_edge(box, edge, x, width) if box.border else edge]
    gap = 0.0
    last = len(inner) - 1
    for index, line_box in enumerate(inner):
        space = max(gap, line_box.before) if index else 0.0
        boxes = tuple(translated(box, space) for box in line_box.boxes) if space else line_box.boxes
        out.append(
            LineBox(
                space + line_box.height,
                on_background(space + line_box.height, boxes),
                line_box.notes,
                keep_with_next=line_box.keep_with_next or index == last,
                keep_penalty=line_box.keep_penalty,
                page_head=(edge, *(_on_background(one, on_background) for one in line_box.page_head)),
                page_foot=(*(_on_background(one, on_background) for one in line_box.page_foot), edge),
            )
        )
        gap = line_box.after
    missing = box.min_height - total_height(out) - edge.height
    if missing > 0:
        out.append(LineBox(missing, on_background(missing, ()), keep_with_next=True))
    end = _bottom_edge(box, edge, x, width) if box.border else edge
    out.append(msgspec.structs.replace(end, keep_with_next=inner[-1].keep_with_next))  # a title alone in the panel
    out[0] = msgspec.structs.replace(out[0], before=box.padding)
    out[-1] = msgspec.structs.replace(out[-1], after=box.padding)
    if total_height(out) <= column.page_height * WHOLE_PANEL:
        out = _kept_together(out, MAX_BLANK)
    return out


def _top_edge(box: PanelBox, edge: LineBox, x: float, width: float) -> LineBox:
    """The upper padding with the rule on it; a rule higher than the padding is cut."""
    rule = Fill(x, 0, width, min(box.rule_width, edge.height), box.rule)
    return msgspec.structs.replace(edge, boxes=(*edge.boxes, rule))


def _bottom_edge(box: PanelBox, edge: LineBox, x: float, width: float) -> LineBox:
    """The lower padding with the border on it."""
    high = min(box.border_width, edge.height)
    return msgspec.structs.replace(edge, boxes=(*edge.boxes, Fill(x, edge.height - high, width, high, box.border)))


def _kept_together(line_boxes: list[LineBox], blank: float) -> list[LineBox]:
    """Kept on one page, unless that leaves more than `blank` of a page."""
    return [
        *(
            msgspec.structs.replace(line_box, keep_penalty=max(line_box.keep_penalty, blank))
            for line_box in line_boxes[:-1]
        ),
        line_boxes[-1],
    ]


def _on_background(
    line_box: LineBox, on_background: Callable[[float, tuple[PlacedBox, ...]], tuple[PlacedBox, ...]]
) -> LineBox:
    return msgspec.structs.replace(line_box, boxes=on_background(line_box.height, line_box.boxes))
