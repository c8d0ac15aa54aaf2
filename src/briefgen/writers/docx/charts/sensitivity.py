"""Sensitivity in Word: the score of each option from no weight on one criterion to all of it, and where they turn.

All of it is points and straight lines on two scales, for Word sets nothing else beside them. The ground of a band is a
row of broad upright lines and its hatching one of fine lines, which follow the band by formulas.
"""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.charts.lettering import clean, labels, remarks
from briefgen.charts.rows import NARROW
from briefgen.charts.sensitivity import HEIGHT, NEAR, scores_shown
from briefgen.charts.spread import spread
from briefgen.document import Course as Scores
from briefgen.document import Sensitivity
from briefgen.locale import load
from briefgen.theme import Theme
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.axes import Scale
from briefgen.writers.docx.charts.native import Native
from briefgen.writers.docx.charts.scatter import Course, marker, named, scatter, title
from briefgen.writers.docx.charts.sheet import Cell, Column, Sheet, Span, Worked, below, cell, head, letters, points

_ = str  # marks interface messages; they are translated where they are shown

_DASHES = ("dash", "sysDot", "lgDashDot", "sysDash", "lgDash", "")
_NAMES = 0.2
"""The part of the width at which Word breaks the name of a line."""
_BROAD, _FINE = 100, 80
"""Lines of a ground, which touch, and of a hatching."""


class _Flag(msgspec.Struct, frozen=True):
    """A weight that is named: an upright line, and its words on one line at the top."""

    weight: float
    score: float | None
    """Where options turn."""
    words: str
    wide: float


def sensitivity(chart: Sensitivity, theme: Theme, width: float, lang: str) -> Native:
    """The chart."""
    name, small = labels(theme), remarks(theme)
    column = max([min(name.extent(each.label, strong=True), width * _NAMES) for each in chart.options], default=0)
    heights = [len(name.lines(each.label, column, strong=True)) * name.leading + 2 for each in chart.options]
    left, head_room = small.width("100") + 7, small.leading + 4
    wide = max(width - left - column - 12, 1)
    flags = _flags(chart, theme, left, wide, width)
    low, high = scores_shown(chart) if chart.options else (0, 100)
    main = max(HEIGHT, sum(heights))
    over = small.leading * len(flags) + 6
    per_point = main / (high - low)
    size = width, head_room + over + main + 2 * small.leading + 8
    made = _Made(load(lang).text, [Column(clean(chart.across), (0.0, 100.0), points(chart.percent))])
    courses = made.bands(chart.options, wide)
    for at, flag in enumerate(flags):
        top = high + (over - (at + 0.5) * small.leading) / per_point
        words = looks.letters(
            small, looks.TEXT if flag.score is None else looks.ACCENT, strong=flag.score is None, wrap="none"
        )
        place = "r" if left + wide * flag.weight / 100 + flag.wide < width else "l"
        courses.append(made.staff(flag, low, top, words, place))
    order = sorted(range(len(chart.options)), key=lambda at: -sum(chart.options[at].alone))
    wanted = [(high - sum(chart.options[at].alone) / 2) * per_point for at in order]
    centres = spread(wanted, [heights[at] for at in order], 0, main)
    for at, want, centre in zip(order, wanted, centres, strict=True):
        leads = chart.options[at].leads
        words = looks.letters(name, looks.ACCENT if leads else looks.TEXT, strong=leads, wrap="square")
        courses.append(made.name(chart.options[at], at, (want - centre) / per_point, words))
    quiet = looks.letters(small, looks.QUIET)
    step = 25 if width >= NARROW else 50
    across = Scale(0, 100, step, points(chart.percent), quiet, line=looks.line(looks.QUIET, 0.8))
    up = Scale(low, high + over / per_point, 20 if high - low > 50 else 10, "[<=100]0;", quiet, rules=True)
    titles = (
        title(clean(chart.across), (left, size[1] - small.leading - 2), size, small),
        title(clean(chart.up), (0, 0), size, small),
    )
    sheet = Sheet(tuple(made.columns))
    return Native(*size, sheet, scatter(sheet, courses, across, up, titles), (left, head_room, wide, over + main))


def _flags(chart: Sensitivity, theme: Theme, left: float, wide: float, width: float) -> list[_Flag]:
    """The named weights in the order of their words, from the top: no line runs through the words of another one."""
    small = remarks(theme)
    given: list[tuple[float, float | None, str]] = [
        (chart.weight, None, clean(chart.stated)),
        *((turn.weight, turn.score, clean(turn.label)) for turn in chart.turns),
    ]
    flags = [_Flag(*each, small.width(each[2], strong=True) + 8) for each in given]
    return sorted(flags, key=lambda flag: (left + wide * flag.weight / 100 + flag.wide < width, flag.weight))


class _Made:
    """The columns of the sheet, which grow as lines are drawn. The first one has the weights 0 and 100."""

    def __init__(self, text: Callable[[str], str], columns: list[Column]) -> None:
        self.text = text
        self.columns = columns
        self._least: list[int] = []

    def bands(self, options: Sequence[Scores], wide: float) -> list[Course]:
        """The lines of each option; the one that leads has a ground, the next one a hatching."""
        lines: list[Course] = []
        grounds: list[Course] = []
        others, hatched = 0, False
        for option in options:
            if option.leads:
                look = looks.line(looks.ACCENT, 1.5)
            else:
                look = looks.line(looks.TEXT, 0.9, _DASHES[others % len(_DASHES)])
                others += 1
            self._least.append(len(self.columns))
            pairs = list(zip(option.without, option.alone, strict=True))
            band = max(abs(option.without[1] - option.without[0]), abs(option.alone[1] - option.alone[0])) >= NEAR
            messages = (_("{option}: at least"), _("{option}: at most")) if band else ("{option}",)
            for message, ends in zip(messages, pairs, strict=False):
                lines.append(self._line(self.text(message).format(option=clean(option.label)), ends, look))
            if band and option.leads:
                grounds.append(self._uprights(option, _BROAD, looks.line(looks.veil(0.14), wide / _BROAD)))
            elif band and not hatched:
                hatched = True
                grounds.append(self._uprights(option, _FINE, looks.line(looks.FINE, 0.4)))
        return grounds + lines

    def _line(self, name: str, ends: tuple[float, float], look: str) -> Course:
        at = self._add(Column(name, ends))
        return Course(head(at), Span(0, 2, 3), Span(at, 2, 3), looks.shape("", look))

    def _uprights(self, option: Scores, count: int, look: str) -> Course:
        """Lines from the least to the most at so many weights, each apart from the next by an empty row."""
        least = len(self.columns) - 2
        weights: list[Cell] = []
        scores: list[Cell] = []
        x = letters(len(self.columns))
        for step in range(count):
            weight = (step + 0.5) * 100 / count
            for end in (0, 1):
                name = letters(least + end)
                formula = f"${name}$2+(${name}$3-${name}$2)*{x}{len(weights) + 2}/100"
                weights.append(weight)
                value = option.without[end] + (option.alone[end] - option.without[end]) * weight / 100
                scores.append(Worked(formula, value))
            weights.append(None)
            scores.append(None)
        across = self._add(Column(self.text(_("weight")), tuple(weights)))
        up = self._add(Column(self.text(_("{option}: open")).format(option=clean(option.label)), tuple(scores)))
        sheet = Sheet(tuple(self.columns))
        return Course(head(up), below(sheet, across), below(sheet, up), looks.shape("", look))

    def staff(self, flag: _Flag, low: float, top: float, words: str, place: str) -> Course:
        """An upright line at a weight, with a point where options turn."""
        scores = (low, top) if flag.score is None else (low, flag.score, top)
        across = self._add(Column(self.text(_("weight")), (flag.weight,) * len(scores)))
        up = self._add(Column(flag.words, scores))
        turns = flag.score is not None
        look = looks.line(looks.ACCENT, 0.9, "dash") if turns else looks.line(looks.TEXT, 0.9)
        point = f'<c:dPt><c:idx val="1"/>{marker(6, looks.ACCENT)}<c:bubble3D val="0"/></c:dPt>' if turns else ""
        last = len(scores)
        return Course(
            head(up), Span(across, 2, last + 1), Span(up, 2, last + 1), looks.shape("", look),
            points=point + named(last - 1, words, place),
        )  # fmt: skip

    def name(self, option: Scores, at: int, moved: float, words: str) -> Course:
        """The name at the end of the lines; `moved` up by so many points of the score, away from others."""
        least = letters(self._least[at])
        both = option.alone[1] - option.alone[0] >= NEAR or option.without[1] - option.without[0] >= NEAR
        middle = f"({least}3+{letters(self._least[at] + 1)}3)/2" if both else f"{least}3"
        value = (option.alone[0] + option.alone[1]) / 2 if both else option.alone[0]
        place = self._add(Column(clean(option.label), (None, Worked(f"{middle}+{moved:.6f}", value + moved))))
        return Course(head(place), cell(0, 3), cell(place, 3), points=named(0, words))

    def _add(self, column: Column) -> int:
        self.columns.append(column)
        return len(self.columns) - 1
