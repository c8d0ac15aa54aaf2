"""Bars from left to right, each of parts one after the other (ISO/IEC 29500-1, 21.2.2.16)."""

from collections.abc import Sequence

import msgspec

from briefgen.writers.docx.charts.axes import AXES, SECOND, Scale, categories, scale
from briefgen.writers.docx.charts.sheet import Sheet, below, head, numbers_of, strings_of
from briefgen.xmltext import in_attribute

NO_LABELS = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
"""What a label shows besides, which is nothing."""


class Stretch(msgspec.Struct, frozen=True):
    """One part of each bar: the column of its lengths, its look, and the look of its numbers."""

    column: int
    look: str
    labels: str = ""


def value_labels(code: str, words: str) -> str:
    """The number of each part in its middle. A format may leave some out: `[>=0.1]0%;`."""
    shown = NO_LABELS.replace('showVal val="0"', 'showVal val="1"')
    form = f'<c:numFmt formatCode="{in_attribute(code)}" sourceLinked="0"/>'
    return f'<c:dLbls>{form}{words}<c:dLblPos val="ctr"/>{shown}</c:dLbls>'


def bars(sheet: Sheet, stretches: Sequence[Stretch], gap: int, end: float, words: str) -> str:
    """The bars and their axes. `gap`: between two, in percent of their thickness; `end`: the longest bar that there
    is room for; `words`: the look of the names, which stand in the first column."""
    series = "".join(
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{strings_of(sheet, head(part.column))}</c:tx>'
        f'{part.look}<c:invertIfNegative val="0"/>{part.labels}<c:cat>{strings_of(sheet, below(sheet, 0))}</c:cat>'
        f"<c:val>{numbers_of(sheet, below(sheet, part.column))}</c:val></c:ser>"
        for at, part in enumerate(stretches)
        if sheet.columns[part.column].cells
    )
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{min(max(gap, 0), 500)}"/><c:overlap val="100"/>{AXES}</c:barChart>'
        f"{categories(words)}{scale(Scale(0, end), SECOND, 'b', 'between')}"
    )
