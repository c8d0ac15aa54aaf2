"""Sensitivity: the score of each option as the weight of one criterion goes from nothing to everything, with the points
at which the ranking changes.

If scores are intervals, an option is a band between two lines. Each option is named at the end of its lines; the
leading one has a background, the next one vertical hatching, and each has its own dashes.
"""

from math import ceil, floor, fsum

import msgspec

from briefgen.charts.drawing import PAPER, Circle, Drawing, Ink, Path, Shape, Stroke, upright
from briefgen.charts.labels import (
    HAIR,
    NARROW,
    QUIET,
    TEXT,
    PointLabel,
    Typeface,
    label_type,
    leader_lines,
    plain_text,
    point_labels,
    small_type,
    without_overlaps,
)
from briefgen.document import Course, Sensitivity
from briefgen.theme import Theme

_ACCENT = Ink("accent")
_DASHES: tuple[tuple[float, ...], ...] = ((), (4.5, 2), (1.4, 1.8), (7, 2, 1.4, 2), (3, 4), (9, 3))
HEIGHT = 165.0
NEAR = 0.25
"""Points of the score below which a band is drawn as a line."""


class _Plot(msgspec.Struct, frozen=True):
    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def x(self, weight: float) -> float:
        return self.left + (self.right - self.left) * weight / 100

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - self.top) * (score - self.low) / (self.high - self.low)


def draw(chart: Sensitivity, theme: Theme, width: float) -> Drawing:
    """The drawing, as high as its names require."""
    if not chart.options:
        return Drawing(width, 0, ())
    name, small = label_type(theme), small_type(theme)
    left = small.width("100") + 7
    column = min(max(name.extent(course.label, strong=True) for course in chart.options), width * 0.3)
    step = min(3.5, 24 / len(chart.options))
    reach = step * len(chart.options) + 14
    right = width - column - reach
    named = [name.lines(course.label, column, strong=course.leads) for course in chart.options]
    heights = [len(lines) * name.leading + 2 for lines in named]
    turns = [
        PointLabel(
            left + (right - left) * turn.weight / 100, plain_text(turn.label), Stroke(_ACCENT, 0.9, (3, 2)), _ACCENT
        )
        for turn in chart.turns
    ]
    stated = left + (right - left) * chart.weight / 100
    marks = sorted(
        [PointLabel(stated, plain_text(chart.stated), Stroke(TEXT, 0.9), strong=True), *turns], key=lambda one: one.x
    )
    upper = small.lines(chart.up, width)
    words: list[Shape] = [*small.stacked(upper, 0, 0, QUIET)]
    more, begins, top = point_labels(marks, small, len(upper) * small.leading + 2, width)
    top += 5
    low, high = scores_shown(chart)
    plot = _Plot(left, right, top, top + max(HEIGHT, fsum(heights)), low, high)
    shapes = [*_axes(plot, small, chart.percent, width), *_bands(plot, chart.options)]
    shapes += leader_lines(marks, begins, plot.bottom)
    shapes += [
        Circle(plot.x(turn.weight), plot.y(turn.score), 2.6, PAPER, Stroke(_ACCENT, 1.2)) for turn in chart.turns
    ]  # fmt: skip
    order = sorted(range(len(chart.options)), key=lambda at: plot.y(fsum(chart.options[at].alone) / 2))
    desired = [plot.y(fsum(chart.options[at].alone) / 2) for at in order]
    centres = without_overlaps(desired, [heights[at] for at in order], plot.top, plot.bottom)
    for place, (at, centre) in enumerate(zip(order, centres, strict=True)):
        course = chart.options[at]
        shapes += _end(plot, course, right + 4 + place * step, width - column - 4, centre)
        y = centre - len(named[at]) * name.leading / 2
        words += name.stacked(named[at], width - column, y, _ACCENT if course.leads else TEXT, strong=course.leads)
    across = small.lines(chart.across, width - left)
    foot = plot.bottom + small.leading + 3
    words += small.stacked(across, left, foot, QUIET)
    return Drawing(width, foot + len(across) * small.leading, (*shapes, *words, *more))


def scores_shown(chart: Sensitivity) -> tuple[float, float]:
    """The range of the score axis: round numbers around the scores that occur, within 0 and 100."""
    scores = [score for course in chart.options for end in (course.without, course.alone) for score in end]
    scores += [turn.score for turn in chart.turns]
    low, high = max(floor(min(scores) / 10) * 10, 0), min(ceil(max(scores) / 10) * 10, 100)
    return (low, high) if high - low >= 20 else (max(min(low, 80), 0), min(max(high, low + 20), 100))


def _axes(plot: _Plot, small: Typeface, percent: str, width: float) -> list[Shape]:
    out: list[Shape] = []
    step = 20 if plot.high - plot.low > 50 else 10
    for score in range(int(plot.low), int(plot.high) + 1):
        if score % step == 0:
            y = plot.y(score)
            out.append(Path(((plot.left, y), (plot.right, y)), HAIR))
            out.append(small.set(f"{score}", plot.left - 4, y + small.size * 0.34, QUIET, anchor=1))
    line = plot.bottom + small.leading
    for weight in (0, 25, 50, 75, 100) if width >= NARROW else (0, 50, 100):
        x = plot.x(weight)
        out.append(Path(((x, plot.bottom), (x, plot.bottom + 3)), Stroke(QUIET, 0.6)))
        label = plain_text(percent.format(number=weight))
        out.append(small.set(label, x, line + 1, QUIET, anchor=0.5))
    out.append(Path(((plot.left, plot.bottom), (plot.right, plot.bottom)), Stroke(QUIET, 0.8)))
    return out


def _bands(plot: _Plot, courses: tuple[Course, ...]) -> list[Shape]:
    grounds: list[Shape] = []
    lines: list[Shape] = []
    hatched = False
    others = 0
    for course in courses:
        low = plot.y(course.without[0]), plot.y(course.alone[0])
        high = plot.y(course.without[1]), plot.y(course.alone[1])
        if course.leads:
            stroke = Stroke(_ACCENT, 1.5)
        else:
            others += 1
            stroke = Stroke(TEXT, 0.9, _DASHES[others % len(_DASHES)])
        edges = [((plot.left, edge[0]), (plot.right, edge[1])) for edge in (low, high)]
        if max(abs(low[0] - high[0]), abs(low[1] - high[1])) < NEAR:
            lines.append(Path(edges[0], stroke))
            continue
        if course.leads:
            grounds.append(Path((*edges[0], *reversed(edges[1])), None, Ink("accent", 0.14)))
        elif not hatched:
            hatched = True
            lines += upright(plot.left, plot.right, low, high, 4.5)
        lines += [Path(edge, stroke) for edge in edges]
    return grounds + lines


def _end(plot: _Plot, course: Course, x: float, words: float, centre: float) -> list[Shape]:
    """The range of scores of an option if all the weight is on the criterion, connected to its name."""
    low, high = (plot.y(score) for score in course.alone)
    ink = _ACCENT if course.leads else QUIET
    line = Path(((x, (low + high) / 2), (words - 6, centre), (words, centre)), Stroke(ink, 0.6))
    if abs(low - high) < 1:
        return [line, Circle(x, low, 1.6, ink)]
    return [line, Path(((x - 1.5, low), (x, low), (x, high), (x - 1.5, high)), Stroke(ink, 1))]
