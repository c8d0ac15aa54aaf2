"""Links → annotations over their lines, each under its element (PDF/UA-1, 7.18)."""

from briefgen.document import Document, plain
from briefgen.document.address import address
from briefgen.document.anchors import note
from briefgen.layout import ARTIFACT, Line, Pages
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.file import text


def annotate(document: Document, pages: Pages, canvas: TaggedCanvas) -> None:
    """Write the annotations of all pages, which must be painted: their destinations name pages."""
    descriptions = {f"#{note(each.number)}": plain(each.content) for each in document.notes}
    descriptions |= {f"#{entry.anchor}": entry.title for entry in pages.outline}
    references = canvas.page_references()
    for index, page in enumerate(pages):
        for line in page.boxes:
            if not isinstance(line, Line) or line.element == ARTIFACT:
                continue
            for element, (left, right, target, words) in _areas(line, canvas).items():
                if goal := _goal(target, pages, references):
                    foot = page.height - line.y - line.height
                    said = descriptions.get(target) or (words.strip() if target.startswith("#") else target)
                    canvas.link(index, element, (left, foot, right, foot + line.height), said, goal)


def _areas(line: Line, canvas: TaggedCanvas) -> dict[int, tuple[float, float, str, str]]:
    """Link → its left and right end on the line, its target, and its words."""
    areas: dict[int, tuple[float, float, str, str]] = {}
    for piece in line.pieces:
        if piece.look.target:
            element = canvas.structure.link_of(piece.look.element or line.element)
            if element is not None:
                left, _, _, words = areas.get(element, (piece.x, 0.0, "", ""))
                areas[element] = (left, piece.x + piece.width, piece.look.target, words + piece.text)
    return areas


def _goal(target: str, pages: Pages, references: list[str]) -> str:
    """The entry of an annotation that says where it leads; empty for a target that is unknown or not allowed."""
    if target.startswith("#"):
        if (place := pages.places.get(target[1:])) is None:
            return ""
        top = pages[place.page - 1].height - place.y
        return f"/Dest[{references[place.page - 1]}/XYZ null {top:.2f} null]"
    return f"/A<</S/URI/URI{text(outside)}>>" if (outside := address(target)) else ""
