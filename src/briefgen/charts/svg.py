"""A drawing as SVG 1.1: within a web page, or as a separate file.

In a page, each line of text has the width that was measured, so that it keeps its place in any font. In a file, letters
are outlines: Word shows them as drawn on any machine.
"""

from collections.abc import Callable

from briefgen.charts.drawing import Circle, Drawing, Ink, Path, Rectangle, Shape, Stroke, Text, colour
from briefgen.core.xml import in_text
from briefgen.theme import Theme


def shapes(drawing: Drawing, shade: Callable[[Ink], str]) -> str:
    """The shapes alone, for a page; `shade` gives the CSS colour of an ink."""
    return "\n".join(_shape(shape, shade, _words) for shape in drawing.shapes)


def variable(ink: Ink) -> str:
    """The CSS colour of an ink in a page where each ink is a variable."""
    own = f"var(--{ink.name})"
    return own if ink.share >= 1 else f"color-mix(in srgb, {own} {number(ink.share * 100)}%, var(--paper))"


def file(drawing: Drawing, theme: Theme, title: str) -> str:
    """A separate file, in the theme's colours on white."""
    size = f"{number(drawing.width)} {number(drawing.height)}"
    painted = "\n".join(_shape(shape, lambda ink: colour(ink, theme), _outlined) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(drawing.width)}pt" '
        f'height="{number(drawing.height)}pt" viewBox="0 0 {size}">\n'
        f"<title>{in_text(title)}</title>\n{painted}\n</svg>\n"
    )


def number(value: float) -> str:
    """A length to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if round(value, 2) else "0"


def _shape(
    shape: Shape, shade: Callable[[Ink], str], written: Callable[[Text, Callable[[Ink], str]], str]
) -> str:  # fmt: skip
    match shape:
        case Path(points=points, stroke=stroke, fill=fill):
            at = " ".join(f"{number(x)},{number(y)}" for x, y in points)
            name = "polygon" if fill else "polyline"
            return f'<{name} points="{at}"{_paint(fill, stroke, shade)}/>'
        case Rectangle():
            place = f'x="{number(shape.x)}" y="{number(shape.y)}"'
            size = f'width="{number(shape.width)}" height="{number(shape.height)}"'
            return f"<rect {place} {size}{_paint(shape.fill, shape.stroke, shade)}/>"
        case Circle():
            place = f'cx="{number(shape.x)}" cy="{number(shape.y)}" r="{number(shape.radius)}"'
            return f"<circle {place}{_paint(shape.fill, shape.stroke, shade)}/>"
        case Text():
            return written(shape, shade)


def _words(words: Text, shade: Callable[[Ink], str]) -> str:
    weight = ' font-weight="600"' if words.strong else ""
    slope = ' font-style="italic"' if words.italic else ""
    fixed_width = f' textLength="{number(words.width)}" lengthAdjust="spacingAndGlyphs"' if words.width > 0 else ""
    return (
        f'<text x="{number(words.x)}" y="{number(words.y)}" font-size="{number(words.size)}"{weight}{slope} '
        f'fill="{shade(words.ink)}"{fixed_width}>{in_text(words.text)}</text>'
    )


def _outlined(words: Text, shade: Callable[[Ink], str]) -> str:
    out: list[str] = []
    x = words.x
    for font_run in words.font_runs:
        size = words.size * font_run.scale
        for char, at in font_run.font.placed(font_run.text):
            if path := font_run.font.outline(char):
                place, scale = f"{number(x + at * size)} {number(words.y)}", f"{size / font_run.font.units:.5f}"
                out.append(f'<path transform="translate({place}) scale({scale} -{scale})" d="{path}"/>')
        x += font_run.font.width(font_run.text) * size
    return f'<g fill="{shade(words.ink)}">{"".join(out)}</g>'


def _paint(fill: Ink | None, stroke: Stroke | None, shade: Callable[[Ink], str]) -> str:
    out = f' fill="{shade(fill) if fill else "none"}"'
    if stroke:
        out += f' stroke="{shade(stroke.ink)}" stroke-width="{number(stroke.width)}"'
        if stroke.dash:
            out += f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
    return out
