"""Drawings → operators (ISO 32000-1, 8.5 and 9.4), in the fonts of the document."""

from collections.abc import Iterator, Sequence

from briefgen.charts import Box, Disc, Drawing, Path, Stroke, Words, colour
from briefgen.theme import Theme
from briefgen.writers.pdf.file import text
from briefgen.writers.pdf.fonts import UsedFonts

_ARC = 0.5523
"""Of the radius: how far the handles of a quarter of a circle reach (its error is below 0.03 %)."""


def operators(drawing: Drawing, theme: Theme, fonts: UsedFonts, x: float, y: float, width: float) -> Iterator[str]:
    """The shapes, the upper left corner of the drawing at `x`, `y` (from the foot of the page), as wide as told."""
    scale = width / drawing.width if drawing.width else 1.0
    yield f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm"
    for shape in drawing.shapes:
        match shape:
            case Words():
                yield from _words(shape, theme, fonts)
            case Path(points=points, stroke=stroke, fill=fill):
                outline = " ".join(f"{px:.2f} {-py:.2f} {'l' if at else 'm'}" for at, (px, py) in enumerate(points))
                yield _painted(outline + (" h" if fill else ""), theme, stroke, colour(fill, theme) if fill else "")
            case Box():
                outline = f"{shape.x:.2f} {-shape.y - shape.height:.2f} {shape.width:.2f} {shape.height:.2f} re"
                yield _painted(outline, theme, shape.stroke, colour(shape.fill, theme) if shape.fill else "")
            case Disc():
                outline = _circle(shape.x, -shape.y, shape.radius)
                yield _painted(outline, theme, shape.stroke, colour(shape.fill, theme) if shape.fill else "")
    yield "Q"


def _painted(outline: str, theme: Theme, stroke: Stroke | None, fill: str) -> str:
    state = f"{_parts(fill)} rg " if fill else ""
    if stroke:
        state += f"{_parts(colour(stroke.ink, theme))} RG {stroke.width:.2f} w [{_lengths(stroke.dash)}] 0 d "
    operator = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return f"{state}{outline} {operator[bool(fill), stroke is not None]}"


def _circle(x: float, y: float, r: float) -> str:
    h = r * _ARC
    quarters = (
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
        (x + h, y - r, x + r, y - h, x + r, y),
    )
    return f"{x + r:.2f} {y:.2f} m " + " ".join(f"{_lengths(quarter)} c" for quarter in quarters)


def _words(words: Words, theme: Theme, fonts: UsedFonts) -> Iterator[str]:
    yield f"BT {_parts(colour(words.ink, theme))} rg {words.x:.2f} {-words.y:.2f} Td 0 Tc 0 Tw"
    at = 0
    for stretch in words.stretches:
        written = words.text[at : at + len(stretch.text)]
        at += len(stretch.text)
        size = words.size * stretch.scale
        meaning = written if written != stretch.text and not stretch.boxed else ""
        if stretch.boxed:
            yield f"/Span <</ActualText {text(written).decode('latin-1')}>> BDC"
        for resource, shown in fonts[stretch.font.name].shown(stretch.text, meaning):
            yield f"/{resource} {size:.2f} Tf {shown}"
        if stretch.boxed:
            yield "EMC"
    yield "ET"


def _lengths(values: Sequence[float]) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def _parts(shade: str) -> str:
    return " ".join(f"{int(shade[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
