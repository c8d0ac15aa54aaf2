"""The scores of options in Word: on one scale, from the least that each may score to the most.

The most is a ring: a small circle of paper over a larger one. It stands first and last, since Word paints the last
points over the others and LibreOffice the first ones.
"""

import msgspec

from briefgen.charts.lettering import clean, remarks
from briefgen.document import Contributions
from briefgen.locale import load
from briefgen.theme import Theme
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.axes import Scale
from briefgen.writers.docx.charts.scatter import Course, marker, named, scatter, title
from briefgen.writers.docx.charts.sheet import Column, Sheet, Span, below, cell
from briefgen.writers.docx.charts.word_chart import WordChart

_ = str  # marks interface messages; they are translated where they are shown

_BEFORE, _AFTER = 14.0, 34.0
"""Room between the bars and the scale, and for the score in words behind it."""
_NAME, _LEAST, _MOST, _WORDS, _ROW = range(5)
"""The columns of the sheet; the row stands there twice, for both ends of a line."""


class Rows(msgspec.Struct, frozen=True):
    """Where the rows of the bars stand, beside which these stand. Lengths in points."""

    top: float
    pitch: float
    count: int
    below: float
    """Room under the last row, for the numbers of the scale."""


def scores(chart: Contributions, theme: Theme, width: float, rows: Rows, lang: str) -> WordChart:
    """The chart."""
    text = load(lang).text
    places = tuple(rows.count - at - 0.5 for at in range(rows.count))
    sheet = Sheet((
        Column("", tuple(clean(option.label) for option in chart.options)),
        Column(text(_("at least")), tuple(option.low for option in chart.options)),
        Column(text(_("at most")), tuple(option.high for option in chart.options)),
        Column(clean(chart.scale), tuple(clean(option.score) for option in chart.options)),
        Column(text(_("row")), places),
        Column(text(_("row")), places),
    ))  # fmt: skip
    small = remarks(theme)
    ends = Course(cell(_MOST, 1), below(sheet, _MOST), below(sheet, _ROW), "", marker(4, looks.PAPER))
    courses = [ends] if chart.options else []
    for row, option in enumerate(chart.options, start=2):
        ink = looks.QUIET if option.remark else looks.ACCENT
        line = looks.shape("", looks.line(ink, 1.8))
        courses += [
            Course(cell(_NAME, row), Span(_LEAST, row, row, 2), Span(_ROW, row, row, 2), line, marker(7, ink)),
            Course(
                cell(_WORDS, row), cell(_MOST, row), cell(_ROW, row), marker=marker(7, ink),
                points=named(0, looks.letters(small, ink, strong=True, wrap="none")),
            ),
        ]  # fmt: skip
    courses += courses[:1]
    across = Scale(0, 100, 50, words=looks.letters(small, looks.QUIET), rules=True)
    up = Scale(0, max(rows.count, 1), 1, rules=True)
    height = rows.top + rows.pitch * rows.count + rows.below
    room = (_BEFORE, rows.top, max(width - _BEFORE - _AFTER, 1), rows.pitch * rows.count)
    said = title(clean(chart.scale), (_BEFORE, rows.top - small.leading), (width, height), small)
    return WordChart(width, height, sheet, scatter(sheet, courses, across, up, (said, "")), room)
