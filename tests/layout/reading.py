"""Read the text and the boxes of laid out pages."""

from collections.abc import Iterator

from briefgen.layout import ARTIFACT, Page, Pages, PlacedChart, PlacedImage, TextLine
from briefgen.theme import Theme


def lines(page: Page) -> list[TextLine]:
    """The lines that are content."""
    return [box for box in page.boxes if isinstance(box, TextLine) and box.element != ARTIFACT]


def repeated(page: Page) -> list[TextLine]:
    """The repeated lines, which are artifacts."""
    return [box for box in page.boxes if isinstance(box, TextLine) and box.element == ARTIFACT]


def said(line: TextLine) -> str:
    """The text of a line as written."""
    return "".join(run.unicode or run.text for run in line.runs)


def painted(line: TextLine) -> str:
    """The text of a line as painted."""
    return "".join(run.text for run in line.runs)


def shown(pages: Pages, tag: str = "") -> list[list[str]]:
    """Page by page, the painted lines in reading order; of the elements with that tag only, if one is given."""
    return [
        [painted(line).strip() for line in lines(page) if not tag or pages.elements[line.element].tag == tag]
        for page in pages
    ]


def ancestors(pages: Pages, element: int) -> Iterator[str]:
    """The tags of an element and of those around it."""
    while element >= 0:
        yield pages.elements[element].tag
        element = pages.elements[element].parent


def solid(page: Page) -> list[TextLine | PlacedImage | PlacedChart]:
    """The boxes that must not overlap."""
    return [box for box in page.boxes if isinstance(box, TextLine | PlacedImage | PlacedChart)]


def blank(theme: Theme, page: Page) -> float:
    """The blank share of a page below its content."""
    ends = max(line.y + line.height for line in lines(page))
    return (page.height - theme.page.bottom - ends) / (page.height - theme.page.top - theme.page.bottom)
