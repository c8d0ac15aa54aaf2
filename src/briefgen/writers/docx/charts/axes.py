"""Axes of a chart (ISO/IEC 29500-1, 21.2.2.25 and 21.2.2.226). Their numbers are 1 and 2, for no chart has more."""

from typing import Literal

import msgspec

from briefgen.writers.docx.charts.looks import HAIRLINE, NO_LINE, line, shape
from briefgen.writers.docx.charts.sheet import digits
from briefgen.xmltext import in_attribute

FIRST, SECOND = 1, 2

AXES = f'<c:axId val="{FIRST}"/><c:axId val="{SECOND}"/>'
"""What a chart says of them."""

_RULES = f"<c:majorGridlines>{shape('', line(HAIRLINE, 0.5))}</c:majorGridlines>"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def categories(words: str) -> str:
    """The names of rows at the left, the first at the top, with a hairline between two."""
    return (
        f'<c:catAx><c:axId val="{FIRST}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{_RULES}<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="low"/>{shape("", NO_LINE)}{words}<c:crossAx val="{SECOND}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="l"/><c:lblOffset val="0"/><c:tickLblSkip val="1"/><c:tickMarkSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


class Scale(msgspec.Struct, frozen=True):
    """An axis of numbers."""

    low: float
    high: float
    step: float = 0
    """Between two numbers that are written, and two rules."""
    code: str = "0"
    words: str = ""
    """The look of its numbers; they are not written where it is empty."""
    rules: bool = False
    """A light line at each number."""
    line: str = NO_LINE
    """Along the axis."""


def scale(
    of: Scale, number: int, place: Literal["l", "b"], between: Literal["between", "midCat"], title: str = ""
) -> str:
    """An axis of numbers; `number` is its own, FIRST or SECOND."""
    step = f'<c:majorUnit val="{digits(of.step)}"/>' if of.step else ""
    return (
        f'<c:valAx><c:axId val="{number}"/><c:scaling><c:orientation val="minMax"/><c:max val="{digits(of.high)}"/>'
        f'<c:min val="{digits(of.low)}"/></c:scaling><c:delete val="{int(not of.words)}"/><c:axPos val="{place}"/>'
        f"{_RULES if of.rules else ''}{title}"
        f'<c:numFmt formatCode="{in_attribute(of.code)}" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="low"/>{shape("", of.line)}{of.words}'
        f'<c:crossAx val="{FIRST + SECOND - number}"/><c:crosses val="min"/><c:crossBetween val="{between}"/>'
        f"{step}</c:valAx>"
    )
