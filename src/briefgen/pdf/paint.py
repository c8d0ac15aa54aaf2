"""Placed boxes, charts and links become marked content and annotations (PDF/UA-1, 7.18)."""

from collections.abc import Sequence

from briefgen.charts import Circle, Drawing, Ink, Path, Rectangle, Stroke, Text, colour
from briefgen.document import Document, plain
from briefgen.document.address import address
from briefgen.document.anchors import note
from briefgen.layout import ARTIFACT, Fill, Page, Pages, PlacedBox, PlacedChart, PlacedImage, TextLine, TextRun
from briefgen.pdf.canvas import TaggedCanvas, TextObject, rgb
from briefgen.pdf.document import text
from briefgen.theme import Theme


def draw(canvas: TaggedCanvas, drawing: Drawing, theme: Theme, x: float, y: float, width: float) -> None:
    """Paint a drawing: upper left corner at `x`, `y` from the bottom of the page, scaled to the width."""
    scale = width / drawing.width if drawing.width else 1.0
    with canvas.isolated():
        canvas.translate(round(x, 2), round(y, 2))
        canvas.scale(scale, scale)
        for shape in drawing.shapes:
            match shape:
                case Text():
                    _words(canvas, shape, theme)
                case Path(points=points):
                    path = canvas.beginPath()
                    path.moveTo(points[0][0], -points[0][1])
                    for px, py in points[1:]:
                        path.lineTo(px, -py)
                    if shape.fill:
                        path.close()
                    canvas.drawPath(path, *_set_colours(canvas, theme, shape.stroke, shape.fill))
                case Rectangle():
                    corner = shape.x, -shape.y - shape.height
                    paint = _set_colours(canvas, theme, shape.stroke, shape.fill)
                    canvas.rect(*corner, shape.width, shape.height, *paint)
                case Circle():
                    paint = _set_colours(canvas, theme, shape.stroke, shape.fill)
                    canvas.circle(shape.x, -shape.y, shape.radius, *paint)


def _set_colours(canvas: TaggedCanvas, theme: Theme, stroke: Stroke | None, fill: Ink | None) -> tuple[int, int]:
    """Set the colours; return whether the shape is stroked and whether it is filled."""
    if fill:
        canvas.fill(colour(fill, theme))
    if stroke:
        canvas.setStrokeColor(rgb(colour(stroke.ink, theme)))
        canvas.setLineWidth(stroke.width)
        canvas.setDash(list(stroke.dash))
    return int(stroke is not None), int(bool(fill))


def _words(canvas: TaggedCanvas, words: Text, theme: Theme) -> None:
    out, at, x = canvas.text(), 0, words.x
    out.begin()
    for font_run in words.font_runs:
        written = words.text[at : at + len(font_run.text)]
        at += len(font_run.text)
        size = words.size * font_run.scale
        out.move(x, -words.y, colour(words.ink, theme))
        unicode = written if written != font_run.text and not font_run.boxed else ""
        out.show(font_run.font.name, size, font_run.text, unicode, written if font_run.boxed else None)
        x += font_run.font.width(font_run.text) * size
    out.end()


def annotate(document: Document, pages: Pages, canvas: TaggedCanvas) -> None:
    """Write the link annotations of all pages, which must be painted: destinations refer to pages."""
    descriptions = {f"#{note(each.number)}": plain(each.content) for each in document.notes}
    descriptions |= {f"#{entry.anchor}": entry.title for entry in pages.outline}
    references = canvas.page_references()
    for index, page in enumerate(pages):
        for line in page.boxes:
            if not isinstance(line, TextLine) or line.element == ARTIFACT:
                continue
            for element, (left, right, target, words) in _link_areas(line, canvas).items():
                if destination := _destination(target, pages, references):
                    foot = page.height - line.y - line.height
                    description = descriptions.get(target) or (words.strip() if target.startswith("#") else target)
                    canvas.link(index, element, (left, foot, right, foot + line.height), description, destination)


def _link_areas(line: TextLine, canvas: TaggedCanvas) -> dict[int, tuple[float, float, str, str]]:
    """Link → its left and right end on the line, its target and its text."""
    areas: dict[int, tuple[float, float, str, str]] = {}
    for run in line.runs:
        if run.style.target:
            element = canvas.structure.link_of(run.style.element or line.element)
            if element is not None:
                left, _, _, words = areas.get(element, (run.x, 0.0, "", ""))
                areas[element] = (left, run.x + run.width, run.style.target, words + run.text)
    return areas


def _destination(target: str, pages: Pages, references: list[str]) -> str:
    """The destination or action entry of an annotation; empty if the target is unknown or not allowed."""
    if target.startswith("#"):
        if (place := pages.places.get(target[1:])) is None:
            return ""
        top = pages[place.page - 1].height - place.y
        return f"/Dest[{references[place.page - 1]}/XYZ null {top:.2f} null]"
    return f"/A<</S/URI/URI{text(outside)}>>" if (outside := address(target)) else ""


_ARTIFACT = "/Artifact BMC"
_HEADER = "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
_FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"
_THINNEST_DOT = 0.55
_DOT_DISTANCE = 2.6
"""Multiple of the size of a dot."""


class Painter:
    """Paints the pages of a document in order."""

    def __init__(self, theme: Theme, canvas: TaggedCanvas) -> None:
        self.theme = theme
        self.canvas = canvas
        self.height = 0.0
        """Height of the page: in a PDF, `y` runs upward from its bottom."""

    def page(self, page: Page) -> None:
        """Paint artifacts, then content in reading order, then header and footer."""
        self.height = page.height
        self.canvas.begin_page(page.width, page.height)
        background: list[PlacedBox] = [box for box in page.boxes if isinstance(box, Fill)]
        background += [
            box
            for box in page.boxes
            if isinstance(box, TextLine | PlacedImage | PlacedChart) and box.element == ARTIFACT
        ]
        self._artifact(_ARTIFACT, background)
        self._content(page.boxes)
        self._artifact(_HEADER, page.header)
        self._artifact(_FOOTER, page.footer)

    def _artifact(self, operator: str, boxes: Sequence[PlacedBox]) -> None:
        if not boxes:
            return
        with self.canvas.marked(operator):
            for box in boxes:
                if isinstance(box, Fill):
                    self._fill(box)
            for box in boxes:
                if isinstance(box, PlacedImage | PlacedChart):
                    self._picture(box)
            if lines := [box for box in boxes if isinstance(box, TextLine)]:
                text = self.canvas.text()
                text.begin()
                for line in lines:
                    for run in line.runs:
                        self._run(text, line, run)
                text.end()

    def _content(self, boxes: Sequence[PlacedBox]) -> None:
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
            if isinstance(box, PlacedImage | PlacedChart) and box.element != ARTIFACT:
                enter(ARTIFACT)
                foot = self.height - box.y - box.height
                structure.figures[box.element] = (box.x, foot, box.x + box.width, foot + box.height)
                with canvas.marked(structure.mark(box.element)):
                    self._picture(box)
            elif isinstance(box, TextLine) and box.element != ARTIFACT:
                for run in box.runs:
                    element = run.style.element or box.element
                    if element != current:
                        enter(element)
                    self._run(text, box, run)
        enter(ARTIFACT)

    def _fill(self, fill: Fill) -> None:
        canvas = self.canvas
        x, y = round(fill.x, 2), round(self.height - fill.y - fill.height, 2)
        if not fill.dotted:
            canvas.fill_box(x, y, fill.width, fill.height, fill.ink)
            return
        # Round dots: a dashed line with dashes of no length and round ends.
        dot = max(fill.height, _THINNEST_DOT)
        with canvas.isolated():
            canvas.setStrokeColor(rgb(fill.ink))
            canvas.setLineCap(1)
            canvas.setLineWidth(round(dot, 2))
            canvas.setDash([0, round(dot * _DOT_DISTANCE, 2)])
            canvas.line(round(fill.x + dot / 2, 2), y, round(fill.x + fill.width, 2), y)

    def _picture(self, box: PlacedImage | PlacedChart) -> None:
        top = self.height - box.y
        if isinstance(box, PlacedChart):
            draw(self.canvas, box.drawing, self.theme, box.x, top, box.width)
        else:
            self.canvas.picture(box.picture.png, box.x, top - box.height, box.width, box.height)

    def _run(self, text: TextObject, line: TextLine, run: TextRun) -> None:
        style = run.style
        text.move(run.x, self.height - line.baseline + style.rise, style.ink, style.tracking, line.word_space)
        actual_text = run.unicode if style.boxed and run.actual_text is None else run.actual_text
        if (style.spoken_before or style.spoken_after) and actual_text != "":
            spoken = run.unicode or run.text if actual_text is None else actual_text
            actual_text = f"{style.spoken_before}{spoken}{style.spoken_after}"
        text.show(style.font, style.size, run.text, "" if style.boxed else run.unicode, actual_text)
