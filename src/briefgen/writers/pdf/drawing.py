"""Charts → the canvas, in the fonts of the document."""

from briefgen.charts import Box, Disc, Drawing, Ink, Path, Stroke, Words, colour
from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas


def draw(canvas: TaggedCanvas, drawing: Drawing, theme: Theme, x: float, y: float, width: float) -> None:
    """The shapes: upper left corner at `x`, `y` from the foot of the page, scaled to the width."""
    scale = width / drawing.width if drawing.width else 1.0
    with canvas.isolated():
        canvas.translate(round(x, 2), round(y, 2))
        canvas.scale(scale, scale)
        for shape in drawing.shapes:
            match shape:
                case Words():
                    _words(canvas, shape, theme)
                case Path(points=points):
                    path = canvas.beginPath()
                    path.moveTo(points[0][0], -points[0][1])
                    for px, py in points[1:]:
                        path.lineTo(px, -py)
                    if shape.fill:
                        path.close()
                    canvas.drawPath(path, *_paint(canvas, theme, shape.stroke, shape.fill))
                case Box():
                    corner = shape.x, -shape.y - shape.height
                    paint = _paint(canvas, theme, shape.stroke, shape.fill)
                    canvas.rect(*corner, shape.width, shape.height, *paint)
                case Disc():
                    paint = _paint(canvas, theme, shape.stroke, shape.fill)
                    canvas.circle(shape.x, -shape.y, shape.radius, *paint)


def _paint(canvas: TaggedCanvas, theme: Theme, stroke: Stroke | None, fill: Ink | None) -> tuple[int, int]:
    """Sets the colours; returns whether the shape is stroked and whether it is filled."""
    if fill:
        canvas.fill(colour(fill, theme))
    if stroke:
        canvas.setStrokeColor(canvas.parts(colour(stroke.ink, theme)))
        canvas.setLineWidth(stroke.width)
        canvas.setDash(list(stroke.dash))
    return int(stroke is not None), int(bool(fill))


def _words(canvas: TaggedCanvas, words: Words, theme: Theme) -> None:
    out, at, x = canvas.text(), 0, words.x
    out.begin()
    for stretch in words.stretches:
        written = words.text[at : at + len(stretch.text)]
        at += len(stretch.text)
        size = words.size * stretch.scale
        out.move(x, -words.y, colour(words.ink, theme))
        meaning = written if written != stretch.text and not stretch.boxed else ""
        out.show(stretch.font.name, size, stretch.text, meaning, written if stretch.boxed else None)
        x += stretch.font.width(stretch.text) * size
    out.end()
