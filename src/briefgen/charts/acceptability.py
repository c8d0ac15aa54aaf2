"""Acceptability: a bar per option, divided by how often it comes first, second and so on, from dark to light."""

from briefgen.charts.drawing import PAPER, Drawing, Ink, Rectangle, Shape, Stroke
from briefgen.charts.labels import (
    TEXT,
    Typeface,
    chart_row,
    label_column,
    label_type,
    plain_text,
    row_label,
    row_rule,
    small_type,
)
from briefgen.document import Acceptability, Ranked
from briefgen.theme import Theme

BAR = 14.0
_DARK, _LIGHT, _PALE = 0.95, 0.5, 0.08
"""Shares of the accent colour: for the first rank, with light text; for the second and the last, with dark text."""
_LEAST = 0.005


def draw(chart: Acceptability, theme: Theme, width: float) -> Drawing:
    """The drawing, as high as its rows require."""
    if not chart.options:
        return Drawing(width, 0, ())
    small = small_type(theme)
    column = label_column([option.label for option in chart.options], [], label_type(theme), small, width)
    shapes, y = key(chart, small, column.left, width)
    for option in chart.options:
        each = chart_row(column, option.label, (), BAR)
        shapes.append(row_rule(width, y))
        shapes += row_label(column, each, y)
        shapes += _bar(chart, option, small, column.left, width, y + each.bar)
        y += each.height
    shapes.append(row_rule(width, y))
    return Drawing(width, y + 0.5, tuple(shapes))


def shade(rank: int, ranks: int) -> Ink:
    """The colour of a rank, from 0."""
    if rank == 0:
        return Ink("accent", _DARK)
    return Ink("accent", _LIGHT - (_LIGHT - _PALE) * (rank - 1) / max(ranks - 2, 1))


def key(chart: Acceptability, small: Typeface, left: float, width: float) -> tuple[list[Shape], float]:
    """The legend of ranks in the order of the bars, on as many lines as needed."""
    shapes: list[Shape] = []
    x, y, side = left, 0.0, small.size * 0.85
    for rank, label in enumerate(chart.ranks):
        lines = small.lines(label, width - left - side - 4)
        wide = side + 4 + max((small.width(line) for line in lines), default=0)
        if x > left and x + wide > width:
            x, y = left, y + small.leading
        top = y + (small.leading - side) / 2
        shapes.append(Rectangle(x, top, side, side, shade(rank, len(chart.ranks)), Stroke(Ink("accent"), 0.5)))
        shapes += small.stacked(lines, x + side + 4, y)
        if len(lines) > 1:
            x, y = left, y + small.leading * len(lines)
        else:
            x += wide + 12
    return shapes, y + small.leading + 4


def _bar(
    chart: Acceptability, option: Ranked, small: Typeface, left: float, right: float, y: float
) -> list[Shape]:  # fmt: skip
    shapes: list[Shape] = []
    x = left
    for rank, share in enumerate(option.shares):
        wide = share * (right - left)
        if share >= _LEAST:
            ink = shade(rank, len(option.shares))
            shapes.append(Rectangle(x, y, wide, BAR, ink, Stroke(Ink("accent"), 0.5)))
            label = plain_text(chart.percent.format(number=round(share * 100)))
            if small.width(label, strong=True) <= wide - 5:
                on = PAPER if rank == 0 else TEXT
                place = y + BAR / 2 + small.size * 0.34
                shapes.append(small.set(label, x + wide / 2, place, on, strong=True, anchor=0.5))
        x += wide
    return shapes
