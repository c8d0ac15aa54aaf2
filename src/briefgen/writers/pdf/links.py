"""Links → annotations over their lines, each under its element (PDF/UA-1, 7.18)."""

from briefgen.document import Document, plain
from briefgen.document.address import address
from briefgen.document.anchors import note
from briefgen.layout import ARTIFACT, Line, Page, Pages
from briefgen.writers.pdf.file import File, reference, text
from briefgen.writers.pdf.structure import Structure


class Links:
    """Makes the annotations of one document."""

    def __init__(self, document: Document, pages: Pages, objects: list[int], structure: Structure, file: File) -> None:
        self.pages = pages
        self.objects = objects
        """The objects of the pages."""
        self.structure = structure
        self.file = file
        self._said = {f"#{note(each.number)}": plain(each.content) for each in document.notes}
        self._said |= {f"#{entry.anchor}": entry.title for entry in pages.outline}

    def on(self, page: Page) -> list[int]:
        """The annotations of a page, one for each line of each link."""
        out = []
        for line in page.boxes:
            if isinstance(line, Line) and line.element != ARTIFACT:
                for element, (left, right, target, words) in self._areas(line).items():
                    bottom = page.height - line.y - line.height
                    rect = b"%.2f %.2f %.2f %.2f" % (left, bottom, right, bottom + line.height)
                    if annotation := self._annotation(element, rect, target, words):
                        out.append(annotation)
        return out

    def _areas(self, line: Line) -> dict[int, tuple[float, float, str, str]]:
        """Link → its left and right end on the line, where it leads, and its words."""
        areas: dict[int, tuple[float, float, str, str]] = {}
        for piece in line.pieces:
            if not piece.look.target:
                continue
            element = self.structure.link_of(piece.look.element or line.element)
            if element is not None:
                left, _, _, words = areas.get(element, (piece.x, 0.0, "", ""))
                areas[element] = (left, piece.x + piece.width, piece.look.target, words + piece.text)
        return areas

    def _annotation(self, element: int, rect: bytes, target: str, words: str) -> int | None:
        if target.startswith("#"):
            place = destination(self.pages, self.objects, target[1:])
            if not place:
                return None
            goal = b"/Dest" + place
        elif outside := address(target):
            goal = b"/A<</S/URI/URI%s>>" % text(outside)
        else:
            return None
        said = self._said.get(target) or (words.strip() if target.startswith("#") else target)
        number = self.file.reserve()
        key = self.structure.annotate(element, number, len(self.objects))
        self.file.put(
            number,
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent %d%s>>"
            % (rect, text(said), key, goal),
        )
        return number


def destination(pages: Pages, objects: list[int], anchor: str) -> bytes:
    """The place of an anchor; empty where it is unknown."""
    place = pages.places.get(anchor)
    if place is None:
        return b""
    index = place.page - 1
    return b"[%s/XYZ null %.2f null]" % (reference(objects[index]), pages[index].height - place.y)
