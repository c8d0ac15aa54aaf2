"""What a test sees on laid out pages."""

from collections.abc import Iterator

from briefgen.layout import ARTIFACT, Drawn, Image, Line, Page, Pages


def lines(page: Page) -> list[Line]:
    """The lines that are content."""
    return [box for box in page.boxes if isinstance(box, Line) and box.element != ARTIFACT]


def repeated(page: Page) -> list[Line]:
    """The lines that are painted again, and are no content."""
    return [box for box in page.boxes if isinstance(box, Line) and box.element == ARTIFACT]


def said(line: Line) -> str:
    """The words of a line, as they were written."""
    return "".join(piece.meaning or piece.text for piece in line.pieces)


def painted(line: Line) -> str:
    """The words of a line, as they are painted."""
    return "".join(piece.text for piece in line.pieces)


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


def solid(page: Page) -> list[Line | Image | Drawn]:
    """The boxes that must not lie on each other."""
    return [box for box in page.boxes if isinstance(box, Line | Image | Drawn)]
