"""Contributions in Word: a row an option, a column a criterion as wide as its weight; beside it, the scores.

A row is one bar of parts: for each criterion what is sure, what a range leaves open or an empty cell does, what is left
of the weight, and a gap. The scores are a chart of their own, since LibreOffice sets no points beside lying bars.
"""

from math import fsum

from briefgen.charts.contributions import BAR, columns
from briefgen.charts.drawing import Path, Shape
from briefgen.charts.lettering import clean, labels, remarks
from briefgen.charts.rows import HAIR, NARROW, Names
from briefgen.document import Contributions, Portion, Scored
from briefgen.locale import load
from briefgen.theme import Theme
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.bars import Stretch, bars, value_labels
from briefgen.writers.docx.charts.names import column_of, in_wider_letters
from briefgen.writers.docx.charts.scores import Rows, scores
from briefgen.writers.docx.charts.shapes import over
from briefgen.writers.docx.charts.sheet import Column, Sheet, Worked, digits, letters
from briefgen.writers.docx.charts.word_chart import WordChart

_ = str  # marks interface messages; they are translated where they are shown

_LEADING = 1.25
"""Of names, as Word sets them, by their size."""
_BESIDE = 3.0
_PADDING = 6.0
"""Of a row, above and below its name together."""
_SCORES, _SCORES_NARROW = 132.0, 90.0
"""The width of the scores."""

_SPARE = 0.5
"""Less than the whole width: where lengths are rounded up, Word would set the scores on a line of their own."""
_UNKNOWN = '"?";;'
"""A number format that shows what is there as a question mark, and nothing where nothing is."""


def contributions(chart: Contributions, theme: Theme, width: float, lang: str) -> tuple[WordChart, ...]:
    """The bars and the scores, side by side."""
    small = remarks(theme)
    right = min(_SCORES if width >= NARROW else _SCORES_NARROW, width * 0.4)
    left = width - right
    column = column_of(
        [option.label for option in chart.options], [option.remark for option in chart.options], theme, width
    )
    heads, top = _heads(chart, theme, column, left)
    pitch = _pitch(chart, theme, in_wider_letters(column))
    rows = Rows(top + small.leading, pitch, len(chart.options), small.leading + 8)
    height = rows.top + rows.pitch * rows.count + rows.below
    bar = left - column.left
    starts, per_point = columns(chart, 0, bar) if chart.criteria else ([], 1.0)
    gap = starts[1] / per_point - chart.criteria[0].weight if len(starts) > 1 else 0.0
    sheet, stretches = _parts(chart, theme, gap, lang)
    end = fsum(each.weight for each in chart.criteria) + gap * max(len(chart.criteria) - 1, 0)
    names = looks.letters(labels(theme), upright=True)
    plot = bars(sheet, stretches, round((rows.pitch / BAR - 1) * 100), max(end, 1), names)
    room = (column.left, rows.top, bar, rows.pitch * rows.count)
    return (
        WordChart(left, height, sheet, plot, room, shapes=over(heads, (left, height))),
        scores(chart, theme, right - _SPARE, rows, lang),
    )


def _heads(chart: Contributions, theme: Theme, column: Names, left: float) -> tuple[list[Shape], float]:
    """The names of the criteria at lines that lead down to their columns; and where the names end.

    They stand to the left of their lines, the rightmost on top: there is always room, and no line runs through words.
    """
    small = remarks(theme)
    starts, _per_point = columns(chart, column.left, left) if chart.criteria else ([], 1.0)
    words: list[Shape] = []
    begins: list[tuple[float, float]] = []
    y = 0.0
    for start, criterion in reversed(list(zip(starts, chart.criteria, strict=True))):
        lines = small.lines(f"{clean(criterion.label)} {criterion.stated}", start - _BESIDE)
        words += small.stacked(lines, start - _BESIDE, y, anchor=1)
        begins.append((start, y + 1))
        y += len(lines) * small.leading
    return [Path(((x, begin), (x, y + small.leading)), HAIR) for x, begin in begins] + words, y


def _pitch(chart: Contributions, theme: Theme, column: Names) -> float:
    """The height of the rows: Word makes all of them equal."""
    type_ = labels(theme)
    leading = type_.size * _LEADING
    lines = [
        len(type_.lines(option.label, column.column)) + len(type_.lines(option.remark, column.column))
        for option in chart.options
    ]
    return max([BAR, *(count * leading for count in lines)]) + _PADDING


def _parts(chart: Contributions, theme: Theme, gap: float, lang: str) -> tuple[Sheet, list[Stretch]]:
    """The sheet, and the look of each of its columns; a part that no option has is left out."""
    names = tuple(named(option) for option in chart.options)
    made, stretches = [Column("", names)], []
    text = load(lang).text
    for at, criterion in enumerate(chart.criteria):
        portions = [option.portions[at] for option in chart.options]
        name, first = clean(criterion.label), len(made)
        known = (
            (_("{criterion}: sure"), [portion.low for portion in portions], _sure(theme)),
            (_("{criterion}: open"), [_open(portion, empty=False) for portion in portions], _hatched(theme)),
            (_("{criterion}: not known"), [_open(portion, empty=True) for portion in portions], _empty()),
        )
        for message, values, look in known:
            if any(values) or len(made) == first:
                labelled = value_labels(_UNKNOWN, looks.letters(remarks(theme), looks.QUIET))
                stretches.append(Stretch(len(made), look, labelled if look == _empty() else ""))
                made.append(Column(text(message).format(criterion=name), tuple(values)))
        rest = []
        for row, portion in enumerate(portions, start=2):
            told = "".join(f"-{letters(place)}{row}" for place in range(first, len(made)))
            rest.append(Worked(f"MAX(0,{digits(criterion.weight)}{told})", max(criterion.weight - portion.high, 0)))
        stretches.append(Stretch(len(made), _rest()))
        made.append(Column(text(_("{criterion}: not reached")).format(criterion=name), tuple(rest)))
        if gap and at < len(chart.criteria) - 1:
            stretches.append(Stretch(len(made), looks.shape(looks.NO_FILL, looks.NO_LINE)))
            made.append(Column(text(_("(gap)")), tuple(gap for _option in chart.options)))
    return Sheet(tuple(made)), stretches


def named(option: Scored) -> str:
    """The name of an option, and in a line of its own why it is out of the ranking."""
    return "\n".join(filter(None, (clean(option.label), clean(option.remark))))


def _open(portion: Portion, *, empty: bool) -> float:
    return max(portion.high - portion.low, 0) if portion.empty == empty else 0.0


def _sure(theme: Theme) -> str:
    return looks.shape(looks.solid(looks.shade(0.8, theme)), looks.NO_LINE)


def _hatched(theme: Theme) -> str:
    return looks.shape(looks.hatched(looks.shade(0.8, theme)), looks.line(looks.shade(0.8, theme), 0.5))


def _empty() -> str:
    return looks.shape(looks.NO_FILL, looks.line(looks.QUIET, 0.6, "sysDash"))


def _rest() -> str:
    return looks.shape(looks.solid(looks.TINT), looks.line(looks.HAIRLINE, 0.5))
