"""Placed boxes → the operators of a page (ISO 32000-1, 8 and 9), each either an artifact or content of an element."""

from collections.abc import Callable, Sequence

from briefgen.layout import ARTIFACT, Box, Drawn, Fill, Image, Line, Look, Page, Piece
from briefgen.theme import Theme
from briefgen.writers.pdf.file import text
from briefgen.writers.pdf.fonts import UsedFonts
from briefgen.writers.pdf.structure import Structure

_PICTURES = (Image, Drawn)
_PAINTED = (Line, Image, Drawn)


class Painter:
    """Paints the pages of one document, one after the other."""

    def __init__(self, theme: Theme, fonts: UsedFonts, structure: Structure, picture: Callable[[Image], str]) -> None:
        self.theme = theme
        self.fonts = fonts
        self.structure = structure
        self.picture = picture
        """The name of the resource for a picture; empty where there is none."""
        self._inks: dict[str, str] = {}
        self._forget(0)

    def page(self, page: Page) -> bytes:
        """The operators of a page: artifacts, content in reading order, then header and footer."""
        self._forget(page.height)
        self.structure.begin_page()
        fills = [box for box in page.boxes if isinstance(box, Fill)]
        repeated = [box for box in page.boxes if isinstance(box, _PAINTED) and box.element == ARTIFACT]
        if fills or repeated:
            self._artifact("/Artifact BMC", (*fills, *repeated))
        self._content(page.boxes)
        if page.header:
            self._artifact("/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC", page.header)
        if page.footer:
            self._artifact("/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC", page.footer)
        return "\n".join(self._out).encode("latin-1")

    def _forget(self, height: float) -> None:
        self.height = height
        self._out: list[str] = []
        self._ink = self._font = ""
        self._size = self._tracking = self._word_space = 0.0
        self._x = self._y = 0.0

    # Artifacts

    def _artifact(self, opening: str, boxes: Sequence[Box]) -> None:
        self._out.append(opening)
        for box in boxes:
            if isinstance(box, Fill):
                self._fill(box)
        lines = [box for box in boxes if isinstance(box, Line)]
        for box in boxes:
            if isinstance(box, Image):
                self._image(box)
            elif isinstance(box, Drawn):
                self._drawing(box)
        if lines:
            self._begin_text()
            for line in lines:
                for piece in line.pieces:
                    self._piece(line, piece)
            self._out.append("ET")
        self._out.append("EMC")

    def _fill(self, fill: Fill) -> None:
        self._set_ink(fill.ink)
        y = self.height - fill.y - fill.height
        if not fill.dotted:
            self._out.append(f"{fill.x:.2f} {y:.2f} {fill.width:.2f} {fill.height:.2f} re f")
            return
        # Round dots: a dashed line of no length with round ends.
        thick = max(fill.height, 0.55)
        self._out.append(
            f"q {self._inks[fill.ink].replace('rg', 'RG')} 1 J {thick:.2f} w [0 {thick * 2.6:.2f}] 0 d "
            f"{fill.x + thick / 2:.2f} {y:.2f} m {fill.x + fill.width:.2f} {y:.2f} l S Q"
        )

    def _image(self, box: Image) -> None:
        name = self.picture(box)
        y = self.height - box.y - box.height
        if name:
            self._out.append(f"q {box.width:.2f} 0 0 {box.height:.2f} {box.x:.2f} {y:.2f} cm /{name} Do Q")
        else:
            # Bytes that are no picture: an empty frame, so that what is said of it has its place.
            self._out.append(f"q 0.6 G 0.5 w {box.x:.2f} {y:.2f} {box.width:.2f} {box.height:.2f} re S Q")

    def _drawing(self, box: Drawn) -> None:
        from briefgen.writers.pdf.drawing import operators  # many a paper has no chart

        y = self.height - box.y
        self._out += operators(box.drawing, self.theme, self.fonts, box.x, y, box.width)

    # Content

    def _content(self, boxes: Sequence[Box]) -> None:
        current = ARTIFACT
        for box in boxes:
            if isinstance(box, _PICTURES) and box.element != ARTIFACT:
                if current != ARTIFACT:
                    self._out.append("ET EMC")
                    current = ARTIFACT
                y = self.height - box.y - box.height
                self.structure.figures[box.element] = (box.x, y, box.x + box.width, y + box.height)
                self._mark(box.element)
                if isinstance(box, Image):
                    self._image(box)
                else:
                    self._drawing(box)
                self._out.append("EMC")
            elif isinstance(box, Line) and box.element != ARTIFACT:
                for piece in box.pieces:
                    element = piece.look.element or box.element
                    if element != current:
                        if current != ARTIFACT:
                            self._out.append("ET EMC")
                        self._mark(element)
                        self._begin_text()
                        current = element
                    self._piece(box, piece)
        if current != ARTIFACT:
            self._out.append("ET EMC")

    def _mark(self, element: int) -> None:
        number = self.structure.mark(element)
        self._out.append(f"/{self.structure.elements[element].tag} <</MCID {number}>> BDC")

    # Text

    def _begin_text(self) -> None:
        self._out.append("BT")
        self._x = self._y = 0.0

    def _piece(self, line: Line, piece: Piece) -> None:
        look = piece.look
        self._set_ink(look.ink)
        x = round(piece.x, 2)
        y = round(self.height - line.baseline + look.rise, 2)
        state = f"{x - self._x:.2f} {y - self._y:.2f} Td"
        self._x, self._y = x, y
        if look.tracking != self._tracking:
            self._tracking = look.tracking
            state += f" {look.tracking:.3f} Tc"
        if line.word_space != self._word_space:
            self._word_space = line.word_space
            state += f" {line.word_space:.3f} Tw"
        heard = piece.meaning if look.boxed and piece.heard is None else piece.heard
        if (look.before or look.behind) and heard != "":
            heard = f"{look.before}{piece.meaning or piece.text if heard is None else heard}{look.behind}"
        if heard is not None:
            self._out.append(f"{state} /Span <</ActualText {text(heard).decode('latin-1')}>> BDC")
            self._show(look, piece.text, "" if look.boxed else piece.meaning, "")
            self._out.append("EMC")
        else:
            self._show(look, piece.text, piece.meaning, state)

    def _show(self, look: Look, painted: str, meaning: str, state: str) -> None:
        for resource, shown in self.fonts[look.font].shown(painted, meaning):
            if resource != self._font or look.size != self._size:
                self._font, self._size = resource, look.size
                state += f" /{resource} {look.size:.2f} Tf"
            self._out.append(f"{state} {shown}")
            state = ""

    def _set_ink(self, ink: str) -> None:
        if ink == self._ink:
            return
        self._ink = ink
        operator = self._inks.get(ink)
        if operator is None:
            red, green, blue = (int(ink[at : at + 2], 16) / 255 for at in (1, 3, 5))
            operator = self._inks[ink] = f"{red:.3f} {green:.3f} {blue:.3f} rg"
        self._out.append(operator)
