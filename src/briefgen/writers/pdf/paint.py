"""Placed boxes → the canvas, each either an artifact or content of an element."""

from collections.abc import Sequence

from briefgen.layout import ARTIFACT, Box, Drawn, Fill, Image, Line, Page, Piece
from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.drawing import draw
from briefgen.writers.pdf.text import Text

_ARTIFACT = "/Artifact BMC"
_HEADER = "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
_FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"
_THINNEST_DOT = 0.55
_DOT_DISTANCE = 2.6
"""Of the size of a dot."""


class Painter:
    """Paints the pages of one document, one after the other."""

    def __init__(self, theme: Theme, canvas: TaggedCanvas) -> None:
        self.theme = theme
        self.canvas = canvas
        self.height = 0.0
        """Of the page: in a PDF, `y` runs from its foot upward."""

    def page(self, page: Page) -> None:
        """Paint artifacts, then content in reading order, then header and footer."""
        self.height = page.height
        self.canvas.begin_page(page.width, page.height)
        background: list[Box] = [box for box in page.boxes if isinstance(box, Fill)]
        background += [box for box in page.boxes if isinstance(box, Line | Image | Drawn) and box.element == ARTIFACT]
        self._artifact(_ARTIFACT, background)
        self._content(page.boxes)
        self._artifact(_HEADER, page.header)
        self._artifact(_FOOTER, page.footer)

    def _artifact(self, operator: str, boxes: Sequence[Box]) -> None:
        if not boxes:
            return
        with self.canvas.marked(operator):
            for box in boxes:
                if isinstance(box, Fill):
                    self._fill(box)
            for box in boxes:
                if isinstance(box, Image | Drawn):
                    self._picture(box)
            if lines := [box for box in boxes if isinstance(box, Line)]:
                text = self.canvas.text()
                text.begin()
                for line in lines:
                    for piece in line.pieces:
                        self._piece(text, line, piece)
                text.end()

    def _content(self, boxes: Sequence[Box]) -> None:
        canvas, structure = self.canvas, self.canvas.structure
        text, current = canvas.text(), ARTIFACT

        def enter(element: int) -> None:
            nonlocal current
            if current != ARTIFACT:
                text.end()
                canvas.end_marked()
            if element != ARTIFACT:
                canvas.begin_marked(structure.mark(element))
                text.begin()
            current = element

        for box in boxes:
            if isinstance(box, Image | Drawn) and box.element != ARTIFACT:
                enter(ARTIFACT)
                foot = self.height - box.y - box.height
                structure.figures[box.element] = (box.x, foot, box.x + box.width, foot + box.height)
                with canvas.marked(structure.mark(box.element)):
                    self._picture(box)
            elif isinstance(box, Line) and box.element != ARTIFACT:
                for piece in box.pieces:
                    element = piece.look.element or box.element
                    if element != current:
                        enter(element)
                    self._piece(text, box, piece)
        enter(ARTIFACT)

    def _fill(self, fill: Fill) -> None:
        canvas = self.canvas
        x, y = round(fill.x, 2), round(self.height - fill.y - fill.height, 2)
        if not fill.dotted:
            canvas.fill_box(x, y, fill.width, fill.height, fill.ink)
            return
        # Round dots: a dashed line of no length with round ends.
        dot = max(fill.height, _THINNEST_DOT)
        with canvas.isolated():
            canvas.setStrokeColor(canvas.parts(fill.ink))
            canvas.setLineCap(1)
            canvas.setLineWidth(round(dot, 2))
            canvas.setDash([0, round(dot * _DOT_DISTANCE, 2)])
            canvas.line(round(fill.x + dot / 2, 2), y, round(fill.x + fill.width, 2), y)

    def _picture(self, box: Image | Drawn) -> None:
        top = self.height - box.y
        if isinstance(box, Drawn):
            draw(self.canvas, box.drawing, self.theme, box.x, top, box.width)
        else:
            self.canvas.picture(box.picture.png, box.x, top - box.height, box.width, box.height)

    def _piece(self, text: Text, line: Line, piece: Piece) -> None:
        look = piece.look
        text.move(piece.x, self.height - line.baseline + look.rise, look.ink, look.tracking, line.word_space)
        heard = piece.meaning if look.boxed and piece.heard is None else piece.heard
        if (look.before or look.behind) and heard != "":
            heard = f"{look.before}{piece.meaning or piece.text if heard is None else heard}{look.behind}"
        text.show(look.font, look.size, piece.text, "" if look.boxed else piece.meaning, heard)
