"""Acceptability in Word: a bar an option, divided into how often it comes first, second, …, from dark to light."""

from math import fsum

from briefgen.charts.acceptability import BAR, key, shade
from briefgen.charts.lettering import clean, labels, remarks
from briefgen.charts.rows import row
from briefgen.document import Acceptability
from briefgen.theme import Theme
from briefgen.writers.docx.charts import looks
from briefgen.writers.docx.charts.bars import Stretch, bars, value_labels
from briefgen.writers.docx.charts.names import column_of, in_wider_letters
from briefgen.writers.docx.charts.sheet import Column, Sheet, share
from briefgen.writers.docx.charts.word_chart import WordChart, place


def acceptability(chart: Acceptability, theme: Theme, width: float) -> WordChart:
    """The chart."""
    small = remarks(theme)
    column = column_of([option.label for option in chart.options], [], theme, width)
    _shapes, top = key(chart, small, column.left, width)
    wider = in_wider_letters(column)
    pitch = max([row(wider, option.label, (), BAR).height for option in chart.options], default=BAR)
    size = width, top + pitch * len(chart.options)
    bar = width - column.left
    ranks = max([len(option.shares) for option in chart.options], default=0)
    sheet = Sheet((
        Column("", tuple(clean(option.label) for option in chart.options)),
        *(
            Column(
                clean(chart.ranks[rank]) if rank < len(chart.ranks) else str(rank + 1),
                tuple(option.shares[rank] if rank < len(option.shares) else 0.0 for option in chart.options),
                share(chart.percent),
            )
            for rank in range(ranks)
        ),
    ))  # fmt: skip
    least = (small.width(clean(chart.percent.format(number=88)), strong=True) + 5) / bar
    code = f"[>={least:.3f}]{share(chart.percent)};"
    stretches = [
        Stretch(
            rank + 1,
            looks.shape(looks.solid(looks.shade(shade(rank, ranks).share, theme)), looks.line(looks.ACCENT, 0.5)),
            value_labels(code, looks.letters(small, looks.TEXT if rank else looks.PAPER, strong=True, wrap="none")),
        )
        for rank in range(ranks)
    ]
    plot = bars(sheet, stretches, round((pitch / BAR - 1) * 100), 1, looks.letters(labels(theme), upright=True))
    told = fsum(small.extent(rank) + small.size + 16 for rank in chart.ranks)
    legend = (
        f'<c:legend><c:legendPos val="t"/>{place(column.left, 0, min(told, bar), top - 2, size)}'
        f'<c:overlay val="0"/>{looks.letters(small)}</c:legend>'
    )
    return WordChart(*size, sheet, plot, (column.left, top, bar, pitch * len(chart.options)), legend)
