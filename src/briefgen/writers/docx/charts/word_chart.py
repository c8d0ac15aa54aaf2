"""A chart of Word: its data, its plot and its size, and the parts that they make."""

import msgspec

from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD, C, namespaces
from briefgen.writers.docx.charts.looks import NO_FILL, NO_LINE
from briefgen.writers.docx.charts.sheet import Sheet
from briefgen.writers.docx.charts.workbook import workbook


class WordChart(msgspec.Struct, frozen=True):
    """A chart that Word draws. Lengths in points."""

    width: float
    height: float
    sheet: Sheet
    plot: str
    """What stands in the plot area: charts and axes."""
    room: tuple[float, float, float, float]
    """The place of the bars and lines in it, without the words around them: left, top, width, height."""
    legend: str = ""
    shapes: str = ""
    """Words and lines over the chart, as a part of their own."""


def place(left: float, top: float, width: float, height: float, of: tuple[float, float], target: str = "") -> str:
    """A place in a chart of a size, as `c:layout`."""
    wide, high = max(of[0], 1), max(of[1], 1)
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    return (
        f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{left / wide:.5f}"/>'
        f'<c:y val="{top / high:.5f}"/><c:w val="{width / wide:.5f}"/><c:h val="{height / high:.5f}"/>'
        "</c:manualLayout></c:layout>"
    )


def corner(at: tuple[float, float], of: tuple[float, float]) -> str:
    """The upper left corner of words in a chart of a size, as `c:layout`."""
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{at[0] / max(of[0], 1):.5f}"/><c:y val="{at[1] / max(of[1], 1):.5f}"/></c:manualLayout></c:layout>'
    )


def parts(made: WordChart, number: int) -> tuple[Part, ...]:
    """The parts, the chart first; `number` is what tells them from those of other charts."""
    book = Part(f"word/embeddings/chart{number}.xlsx", "package", workbook(made.sheet))
    others = [book]
    if made.shapes:
        others.append(Part(f"word/drawings/drawing{number}.xml", "chartUserShapes", made.shapes.encode()))
    relations = tuple(Relationship(f"rId{at}", part.kind, part.name) for at, part in enumerate(others, start=1))
    chart = Part(f"word/charts/chart{number}.xml", "chart", _chart_space(made).encode(), relations)
    return (chart, *others)


def _chart_space(made: WordChart) -> str:
    """The chart part (21.2.2.29). Its title is the caption above it; there is none within."""
    layout = place(*made.room, (made.width, made.height), "inner")
    shapes = '<c:userShapes r:id="rId2"/>' if made.shapes else ""
    return (
        f'{XML_HEAD}<c:chartSpace xmlns:c="{C}" {namespaces("a", "r")}><c:date1904 val="0"/>'
        '<c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout}{made.plot}'
        f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr></c:plotArea>{made.legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr>"
        f'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>{shapes}</c:chartSpace>'
    )
