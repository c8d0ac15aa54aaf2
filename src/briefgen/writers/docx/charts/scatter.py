"""Points and lines on two scales (ISO/IEC 29500-1, 21.2.2.161)."""

from collections.abc import Sequence

import msgspec

from briefgen.charts.lettering import Lettering
from briefgen.writers.docx.charts.axes import AXES, FIRST, SECOND, Scale, scale
from briefgen.writers.docx.charts.bars import NO_LABELS
from briefgen.writers.docx.charts.looks import NO_FILL, NO_LINE, QUIET, run, shape, solid
from briefgen.writers.docx.charts.sheet import Sheet, Span, numbers_of, strings_of
from briefgen.writers.docx.charts.word_chart import corner
from briefgen.xmltext import in_text

NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


class Course(msgspec.Struct, frozen=True):
    """Points, with what joins and names them."""

    name: Span
    x: Span
    y: Span
    look: str = ""
    """The look of the line through the points; there is none where it is empty."""
    marker: str = NO_MARKER
    points: str = ""
    """What is different about single points: `c:dPt` and `c:dLbls` elements."""


def marker(size: int, fill: str) -> str:
    """A circle at each point; `size` in points. It has no line around it: LibreOffice would not draw one."""
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{shape(solid(fill), NO_LINE)}</c:marker>'


def named(point: int, words: str, place: str = "r") -> str:
    """The name of the points stands beside one of them."""
    shown = NO_LABELS.replace('showSerName val="0"', 'showSerName val="1"')
    look = f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr>{words}"
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{point}"/>{look}<c:dLblPos val="{place}"/>{shown}</c:dLbl>'
        f"{look}{NO_LABELS}</c:dLbls>"
    )


def title(text: str, at: tuple[float, float], size: tuple[float, float], letters: Lettering) -> str:
    """What a scale is of; `at`: its upper left corner, in a chart of a size."""
    if not text:
        return ""
    look, own = (run(name, letters.size, QUIET) for name in ("defRPr", "rPr"))
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:r>'
        f"{own}<a:t>{in_text(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        f'{corner(at, size)}<c:overlay val="0"/></c:title>'
    )


def scatter(sheet: Sheet, courses: Sequence[Course], across: Scale, up: Scale, titles: tuple[str, str]) -> str:
    """The points and their axes; `titles`: of the one across and the one up."""
    series = "".join(
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{strings_of(sheet, each.name)}</c:tx>'
        f"{each.look or shape(NO_LINE, '')}{each.marker}{each.points}"
        f"<c:xVal>{numbers_of(sheet, each.x)}</c:xVal><c:yVal>{numbers_of(sheet, each.y)}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
        for at, each in enumerate(courses)
    )
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}{AXES}</c:scatterChart>'
        f"{scale(across, FIRST, 'b', 'midCat', titles[0])}{scale(up, SECOND, 'l', 'midCat', titles[1])}"
    )
