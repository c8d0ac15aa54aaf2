"""Sensitivity in Word: the score of each option from no weight on one criterion to all of it, and where they turn.

All of it is points and straight lines on two scales, for an area of Word stands on categories, not on a scale.
"""

from math import fsum
from typing import Literal

from briefgen.charts.lettering import clean, labels, remarks
from briefgen.charts.rows import NARROW
from briefgen.charts.sensitivity import HEIGHT, scores_shown
from briefgen.charts.spread import spread
from briefgen.document import Sensitivity
from briefgen.locale import load
from briefgen.theme import Theme
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.axes import Scale
from briefgen.writers.docx.charts.lines import Flag, Lines
from briefgen.writers.docx.charts.scatter import Course, scatter, title
from briefgen.writers.docx.charts.sheet import Sheet, points
from briefgen.writers.docx.charts.word_chart import WordChart

_NAMES = 0.2
"""Of the width, at the most: there LibreOffice breaks the words of a label into lines."""
_BESIDE = 12.0
_OVER = 6.0


def sensitivity(chart: Sensitivity, theme: Theme, width: float, lang: str) -> WordChart:
    """The chart."""
    name, small = labels(theme), remarks(theme)
    column = max([min(name.extent(each.label, strong=True), width * _NAMES) for each in chart.options], default=0)
    left, top = small.width("100") + 7, small.leading + 4
    wide = max(width - left - column - _BESIDE, 1)
    low, high = scores_shown(chart) if chart.options else (0, 100)
    # Some of it is left around the words of a label.
    heights = [len(name.lines(each.label, column * 0.88, strong=True)) * name.leading + 2 for each in chart.options]
    main = max(HEIGHT, fsum(heights))
    point = main / (high - low)
    flags = _flags(chart, theme, left, wide, width)
    over = small.leading * len(flags) + _OVER
    size = width, top + over + main + 2 * small.leading + 8
    lines = Lines(load(lang).text, clean(chart.across), points(chart.percent))
    courses = lines.bands(chart.options, wide)
    for at, flag in enumerate(flags):
        ends = low, high + (over - (at + 0.5) * small.leading) / point
        courses.append(lines.staff(flag, ends, small))
    courses += _names(chart, lines, theme, heights, (high, point))
    quiet = looks.letters(small, looks.QUIET)
    step = 25 if width >= NARROW else 50
    across = Scale(0, 100, step, points(chart.percent), quiet, line=looks.line(looks.QUIET, 0.8))
    up = Scale(low, high + over / point, 20 if high - low > 50 else 10, "[<=100]0;", quiet, rules=True)
    titles = (
        title(clean(chart.across), (left, size[1] - small.leading - 2), size, small),
        title(clean(chart.up), (0, 0), size, small),
    )
    sheet = Sheet(tuple(lines.columns))
    return WordChart(*size, sheet, scatter(sheet, courses, across, up, titles), (left, top, wide, over + main))


def _flags(chart: Sensitivity, theme: Theme, left: float, wide: float, width: float) -> list[Flag]:
    """The weights that are named, in the order of their words from the top.

    Words stand to the right of their line, or, where there is no room, to the left and above all others. Those on one
    side stand so that no line runs through the words of another one.
    """
    small = remarks(theme)
    given: list[tuple[float, float | None, str]] = [
        (chart.weight, None, clean(chart.stated)),
        *((turn.weight, turn.score, clean(turn.label)) for turn in chart.turns),
    ]
    flags = []
    for weight, score, words in given:
        end = left + wide * weight / 100 + small.width(words, strong=True) + 8
        side: Literal["l", "r"] = "r" if end < width else "l"
        flags.append(Flag(weight, score, words, side))
    return sorted(flags, key=lambda flag: (flag.side, flag.weight if flag.side == "r" else -flag.weight))


def _names(
    chart: Sensitivity, lines: Lines, theme: Theme, heights: list[float], scale: tuple[float, float]
) -> list[Course]:
    """The names at the ends of the lines, moved apart where they would overlap. `scale`: the highest score, and the
    length of one point."""
    high, point = scale
    order = sorted(range(len(chart.options)), key=lambda at: -fsum(chart.options[at].alone))
    wanted = [(high - fsum(chart.options[at].alone) / 2) * point for at in order]
    centres = spread(wanted, [heights[at] for at in order], 0, max(HEIGHT, fsum(heights)))
    out = []
    for at, want, centre in zip(order, wanted, centres, strict=True):
        leads = chart.options[at].leads
        words = looks.letters(labels(theme), looks.ACCENT if leads else looks.TEXT, strong=leads, wrap="square")
        out.append(lines.name(at, (want - centre) / point, words))
    return out
