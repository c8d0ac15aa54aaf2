"""Contributions: a row per option, a column per criterion as wide as its weight, and the score on a scale at the right.

In a column, the filled part is certain, the hatched part is left open by a range, and an empty cell is an empty box
with a question mark: it may contribute anything up to its full width.
"""

from math import fsum

from briefgen.charts.drawing import PAPER, Circle, Drawing, Ink, Path, Rectangle, Shape, Stroke, hatched
from briefgen.charts.labels import (
    HAIR,
    NARROW,
    QUIET,
    PointLabel,
    Typeface,
    chart_row,
    label_column,
    label_type,
    leader_lines,
    plain_text,
    point_labels,
    row_label,
    row_rule,
    small_type,
)
from briefgen.document import Contributions, Portion, Scored
from briefgen.theme import Theme

BAR = 12.0
_ACCENT = Ink("accent")
_SURE = Ink("accent", 0.8)
_NEAR = 0.25
"""Points of the score below which an interval is drawn as a point."""


def draw(chart: Contributions, theme: Theme, width: float) -> Drawing:
    """The drawing, as high as its rows require."""
    if not chart.options or not chart.criteria:
        return Drawing(width, 0, ())
    small = small_type(theme)
    column = label_column(
        [option.label for option in chart.options], [option.remark for option in chart.options],
        label_type(theme), small, width,
    )  # fmt: skip
    plot = 96.0 if width >= NARROW else 54.0
    score_width = max(small.extent(option.score, strong=True) for option in chart.options)
    scale = width - min(score_width, width * 0.2) - 7 - plot
    lefts, per_point = columns(chart, column.left, scale - 14)
    shapes: list[Shape] = []
    heads = [
        PointLabel(left, f"{plain_text(each.label)} {each.stated}", HAIR)
        for left, each in zip(lefts, chart.criteria, strict=True)
    ]  # fmt: skip
    words, begins, y = point_labels(heads, small, 0, width)
    lines = small.lines(chart.scale, width - scale)
    words += small.stacked(lines, scale, y, QUIET)
    y += len(lines) * small.leading + 2
    first = y
    room = max(width - scale - plot - 7, 12)
    scores = [small.lines(option.score, room, strong=True) for option in chart.options]
    thick = [max(BAR, len(score) * small.leading) for score in scores]
    rows = [chart_row(column, each.label, each.remark, high) for each, high in zip(chart.options, thick, strict=True)]
    shapes += leader_lines(heads, begins, first + (rows[0].bar if column.column else 0))
    for option, each, high, score in zip(chart.options, rows, thick, scores, strict=True):
        middle = y + each.bar + high / 2
        shapes.append(row_rule(width, y))
        shapes += row_label(column, each, y)
        bar = (y, y + each.height) if column.column else (y + each.bar - 3, y + each.height)
        shapes += [Path(((at, bar[0]), (at, bar[1])), HAIR) for at in (scale, scale + plot / 2, scale + plot)]
        for left, criterion, portion in zip(lefts, chart.criteria, option.portions, strict=True):
            shapes += _cell(small, left, middle - BAR / 2, criterion.weight * per_point, portion, per_point)
        shapes += _score(small, option, score, scale, plot, middle)
        y += each.height
    shapes += [row_rule(width, y), *_scale(small, scale, plot, y)]
    return Drawing(width, y + small.leading + 2, (*shapes, *words))


def columns(chart: Contributions, left: float, right: float) -> tuple[list[float], float]:
    """The left edge of each criterion, and the width of a point of weight."""
    gap = min(5.0, (right - left) * 0.2 / len(chart.criteria))
    whole = fsum(each.weight for each in chart.criteria) or 1
    per_point = (right - left - gap * (len(chart.criteria) - 1)) / whole
    lefts, x = [], left
    for each in chart.criteria:
        lefts.append(x)
        x += each.weight * per_point + gap
    return lefts, per_point


def _cell(
    small: Typeface, x: float, y: float, width: float, portion: Portion, per_point: float
) -> list[Shape]:  # fmt: skip
    if portion.empty:
        shapes: list[Shape] = [Rectangle(x, y, width, BAR, None, Stroke(QUIET, 0.6, (1.6, 1.4)))]
        if small.width("?") <= width - 2:
            shapes.append(small.set("?", x + width / 2, y + BAR / 2 + small.size * 0.35, QUIET, anchor=0.5))
        return shapes
    low, high = portion.low * per_point, portion.high * per_point
    shapes = [Rectangle(x, y, width, BAR, Ink("tint"), HAIR)]
    if high > low:
        shapes += hatched(x + low, y, high - low, BAR)
        shapes.append(Rectangle(x + low, y, high - low, BAR, None, Stroke(_SURE, 0.5)))
    if low > 0:
        shapes.append(Rectangle(x, y, low, BAR, _SURE))
    shapes.append(Path(((x, y), (x, y + BAR)), Stroke(_ACCENT, 1)))
    return shapes


def _scale(small: Typeface, x: float, plot: float, y: float) -> list[Shape]:
    return [
        small.set(f"{mark}", x + plot * mark / 100, y + small.leading * 0.85, QUIET, anchor=0.5)
        for mark in (0, 50, 100)
    ]


def _score(
    small: Typeface, option: Scored, words: list[str], x: float, plot: float, y: float
) -> list[Shape]:  # fmt: skip
    ink = QUIET if option.remark else _ACCENT
    low, high = (x + plot * min(max(score, 0), 100) / 100 for score in (option.low, option.high))
    text = small.stacked(words, x + plot + 7, y - len(words) * small.leading / 2, ink, strong=True)
    if option.high - option.low < _NEAR:
        return [Circle(low, y, 2.8, ink), *text]
    line = Path(((low, y), (high, y)), Stroke(ink, 1.8))
    return [line, Circle(low, y, 2.8, ink), Circle(high, y, 2.3, PAPER, Stroke(ink, 1.1)), *text]
