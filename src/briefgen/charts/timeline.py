"""Timeline: dates from top to bottom on a time scale, each with its text next to it.

The scale is solid up to the date of the evidence and dashed after it, so this date is visible without colour. A vague
date has no position on the scale.
"""

import datetime as dt
from collections.abc import Sequence
from math import fsum

import msgspec

from briefgen.charts.drawing import PAPER, Circle, Drawing, Ink, Path, Rectangle, Shape, Stroke
from briefgen.charts.labels import NARROW, QUIET, TEXT, Typeface, label_type, small_type, without_overlaps
from briefgen.document import Moment, Timeline
from briefgen.theme import Theme

_ACCENT = Ink("accent")
_GAP = 5.0
"""Space between the text of two dates."""
_LEADERS = 30.0
"""Width between the scale and the text, for leader lines."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_BETWEEN_YEARS = 15.0
_EDGE = 3.0


class _Row(msgspec.Struct, frozen=True):
    moment: Moment
    when: list[str]
    label: list[str]
    height: float


def draw(chart: Timeline, theme: Theme, width: float) -> Drawing:
    """The drawing, as high as its text requires."""
    name, small = label_type(theme), small_type(theme)
    moments = in_order(chart.moments)
    days = [moment.day for moment in moments if moment.day]
    if not days:
        return Drawing(width, 0, ())
    rail = small.width("0000") + 9
    left = rail + _LEADERS
    in_columns = width >= NARROW
    column = 0.0
    if in_columns:
        column = min(max(name.extent(moment.when, strong=True) for moment in moments), (width - left) * 0.4) + 10
    rows = [_row(moment, name, width - left, column) for moment in moments]
    heights = [row.height for row in rows]
    bottom = fsum(heights) + _EDGE * 2
    top, end = _EDGE + heights[0] / 2, bottom - _EDGE - heights[-1] / 2
    first, span = min(days), max((max(days) - min(days)).days, 1)

    def place(day: dt.date) -> float:
        return top + (day - first).days / span * (end - top)

    desired: list[float] = []
    for moment in moments:
        desired.append(place(moment.day) if moment.day else (desired[-1] if desired else top))
    centres = without_overlaps(desired, heights, _EDGE, bottom - _EDGE)
    evidence_to = next((place(moment.day) for moment in moments if moment.kind == "as-of" and moment.day), None)
    due = next((place(moment.day) for moment in moments if moment.kind == "deadline" and moment.day), None)
    shapes: list[Shape] = [*_years(small, first, max(days), rail, top, end), *_scale(rail, top, end, evidence_to, due)]
    leaders: list[Shape] = []
    marks: list[tuple[bool, Shape]] = []
    words: list[Shape] = []
    for row, centre in zip(rows, centres, strict=True):
        day = row.moment.day
        line = centre - row.height / 2 + (row.height - _GAP - _text_height(row, name, in_columns)) / 2 + _GAP / 2
        level = line + name.leading / 2
        if day:
            leaders.append(_leader(rail, place(day), left, level, row.moment))
            marks.append((row.moment.kind != "event", _mark(rail, place(day), row.moment, evidence_to)))
        else:
            marks.append((False, Circle(left - 6, level, 2, PAPER, Stroke(QUIET, 0.8))))
        words += _words(row, name, left, line, column)
    on_top = [mark for _above, mark in sorted(marks, key=lambda mark: mark[0])]
    return Drawing(width, bottom, tuple(shapes + leaders + on_top + words))


def in_order(moments: Sequence[Moment]) -> list[Moment]:
    """The moments in order of time; one without a day follows the one given before it."""
    groups: list[tuple[dt.date, list[Moment]]] = []
    for moment in moments:
        if moment.day or not groups:
            groups.append((moment.day or dt.date.min, []))
        groups[-1][1].append(moment)
    groups.sort(key=lambda group: group[0])
    return [moment for _day, group in groups for moment in group]


def _row(moment: Moment, name: Typeface, room: float, column: float) -> _Row:
    strong = moment.kind == "deadline"
    when = name.lines(moment.when, column - 10 if column else room, strong=True)
    label = name.lines(moment.label, room - column, strong=strong)
    lines = max(len(when), len(label)) if column else len(when) + len(label)
    return _Row(moment, when, label, lines * name.leading + _GAP)


def _text_height(row: _Row, name: Typeface, in_columns: bool) -> float:
    lines = max(len(row.when), len(row.label)) if in_columns else len(row.when) + len(row.label)
    return lines * name.leading


def _words(row: _Row, name: Typeface, left: float, line: float, column: float) -> list[Shape]:
    kind = row.moment.kind
    ink = TEXT if kind == "event" else _ACCENT
    when = name.stacked(row.when, left, line, ink, strong=True)
    under = 0 if column else len(row.when) * name.leading
    label = name.stacked(row.label, left + column, line + under, ink, strong=kind == "deadline", italic=kind == "as-of")
    return [*when, *label]


def _leader(rail: float, place: float, left: float, level: float, moment: Moment) -> Shape:
    points = ((rail, place), (rail + 5, place), (left - 12, level), (left - 3, level))
    if moment.kind == "event":
        return Path(points, Stroke(Ink("secondary", 0.6), 0.6))
    return Path(points, Stroke(_ACCENT, 0.9))


def _mark(rail: float, place: float, moment: Moment, evidence_to: float | None) -> Shape:
    match moment.kind:
        case "deadline":
            r = 4.4
            corners = ((rail, place - r), (rail + r, place), (rail, place + r), (rail - r, place), (rail, place - r))
            return Path(corners, Stroke(PAPER, 0.7), _ACCENT)
        case "as-of":
            return Rectangle(rail - 6, place - 1, 12, 2, _ACCENT)
        case _:
            past = evidence_to is None or place <= evidence_to
            return Circle(rail, place, 2.3, TEXT if past else PAPER, Stroke(TEXT, 1))


def _scale(rail: float, top: float, end: float, evidence_to: float | None, due: float | None) -> list[Shape]:
    """The scale: solid up to the date of the evidence, dashed after it, and thick for the time left to decide."""
    turn = end if evidence_to is None else evidence_to
    shapes: list[Shape] = [Path(((rail, top), (rail, turn)), Stroke(QUIET, 1.5))]
    if turn < end:
        shapes.append(Path(((rail, turn), (rail, end)), Stroke(QUIET, 0.9, (2.2, 2.2))))
    if evidence_to is not None and due is not None and evidence_to < due:
        shapes.append(Path(((rail, evidence_to), (rail, due)), Stroke(_ACCENT, 2.2)))
    return shapes


def _years(
    small: Typeface, first: dt.date, last: dt.date, rail: float, top: float, end: float
) -> list[Shape]:  # fmt: skip
    """Ticks at the first day of years, as many as there is room for."""
    span = max((last - first).days, 1)
    years = range(first.year + 1, last.year + 1)
    per_year = (end - top) / span * 365.25
    step = next((step for step in _STEPS if step * per_year >= _BETWEEN_YEARS), _STEPS[-1])
    shapes: list[Shape] = []
    for year in years:
        if year % step:
            continue
        y = top + (dt.date(year, 1, 1) - first).days / span * (end - top)
        shapes.append(Path(((rail - 4, y), (rail, y)), Stroke(QUIET, 0.7)))
        shapes.append(small.set(f"{year}", rail - 8, y + small.size * 0.34, QUIET, anchor=1))
    return shapes
