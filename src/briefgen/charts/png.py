"""A drawing as PNG, for programs that cannot show vector graphics. The same drawing gives the same bytes.

Shapes are painted at twice the size and reduced, which smooths their edges; text is rendered by FreeType at its size.
"""

import io
from functools import lru_cache
from itertools import cycle, pairwise
from math import ceil, floor, hypot

from PIL import Image, ImageDraw, ImageFont

from briefgen.charts.drawing import Circle, Drawing, Path, Rectangle, Stroke, Text, colour
from briefgen.theme import Theme
from briefgen.theme.read import FONTS

DOTS = 200
"""Dots per inch."""
COLOURS = 64
"""Size of the palette: a few colours, and the steps between them and the paper."""
_SMOOTH = 2
_POINTS = 72
_SHIFTS = 4
"""Subpixel positions of letters per dot."""


def png(drawing: Drawing, theme: Theme) -> bytes:
    """The drawing on white."""
    scale = DOTS / _POINTS
    size = max(ceil(drawing.width * scale), 1), max(ceil(drawing.height * scale), 1)
    shapes = [shape for shape in drawing.shapes if not isinstance(shape, Text)]
    # Text is next to the shapes of a timeline: the area of text alone is not painted at twice the size.
    reach = [max((_reach(shape)[side] for shape in shapes), default=0.0) * scale for side in (0, 1)]
    shaped = min(ceil(reach[0]) + 1, size[0]), min(ceil(reach[1]) + 1, size[1])
    large = Image.new("RGB", (shaped[0] * _SMOOTH, shaped[1] * _SMOOTH), "#FFFFFF")
    brush = ImageDraw.Draw(large)
    for shape in shapes:
        _paint(brush, shape, theme, scale * _SMOOTH)
    image = Image.new("RGB", size, "#FFFFFF")
    image.paste(large.reduce(_SMOOTH), (0, 0))
    for words in drawing.words:
        _write(image, words, theme, scale)
    out = io.BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", compress_level=4, dpi=(DOTS, DOTS)
    )
    return out.getvalue()


def _reach(shape: Path | Rectangle | Circle) -> tuple[float, float]:
    """The right and lower edge of a shape."""
    around = shape.stroke.width if shape.stroke else 0.0
    match shape:
        case Path(points=points):
            return max(x for x, _ in points) + around, max(y for _, y in points) + around
        case Rectangle(x, y, width, height):
            return x + width + around, y + height + around
        case Circle(x, y, radius):
            return x + radius + around, y + radius + around


def _paint(brush: ImageDraw.ImageDraw, shape: Path | Rectangle | Circle, theme: Theme, scale: float) -> None:
    fill = colour(shape.fill, theme) if shape.fill else None
    match shape:
        case Path(points=points, stroke=stroke):
            at = [(x * scale, y * scale) for x, y in points]
            if fill:
                brush.polygon(at, fill)
                at = [*at, at[0]]
            if stroke:
                _along(brush, at, stroke, theme, scale)
        case Rectangle(x, y, width, height, _, stroke):
            left, top, right, bottom = x * scale, y * scale, (x + width) * scale, (y + height) * scale
            if fill:
                brush.rectangle((left, top, max(right - 1, left), max(bottom - 1, top)), fill)
            if stroke:
                corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
                _along(brush, corners, stroke, theme, scale)
        case Circle(x, y, radius, _, stroke):
            around = stroke.width / 2 if stroke else 0.0
            for r, ink in ((radius + around, stroke.ink if stroke else None), (radius - around, shape.fill)):
                if ink:
                    box = ((x - r) * scale, (y - r) * scale, (x + r) * scale, (y + r) * scale)
                    brush.ellipse(box, colour(ink, theme))


def _along(
    brush: ImageDraw.ImageDraw, points: list[tuple[float, float]], stroke: Stroke, theme: Theme, scale: float
) -> None:
    shade, width = colour(stroke.ink, theme), max(round(stroke.width * scale), 1)
    dash = [length * scale for length in stroke.dash]
    for piece in _dashes(points, dash) if dash else [points]:
        brush.line(piece, shade, width, joint="curve")


def _dashes(points: list[tuple[float, float]], dash: list[float]) -> list[list[tuple[float, float]]]:
    """The painted parts of a dashed line; the pattern continues around corners."""
    lengths = cycle(dash if len(dash) % 2 == 0 else dash * 2)
    left, painted = next(lengths), True
    out: list[list[tuple[float, float]]] = []
    piece = [points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        whole, at = hypot(x1 - x0, y1 - y0), 0.0
        while whole - at > left:
            at += left
            corner = (x0 + (x1 - x0) * at / whole, y0 + (y1 - y0) * at / whole)
            if painted:
                out.append([*piece, corner])
            piece, painted, left = [corner], not painted, next(lengths)
        left -= whole - at
        piece.append((x1, y1))
    if painted and len(piece) > 1:
        out.append(piece)
    return out


def _write(image: Image.Image, words: Text, theme: Theme, scale: float) -> None:
    x = words.x
    shade = colour(words.ink, theme)
    for font_run in words.font_runs:
        size = words.size * font_run.scale
        for char, at in font_run.font.placed(font_run.text):
            left, top = (x + at * size) * scale, words.y * scale
            whole = floor(left), floor(top)
            shift = round((left - whole[0]) * _SHIFTS), round((top - whole[1]) * _SHIFTS)
            letter = _letter(font_run.font.name, size * scale, char, shift)
            if letter is not None:
                mask, (dx, dy) = letter
                image.paste(shade, (whole[0] + dx, whole[1] + dy), mask)
        x += font_run.font.width(font_run.text) * size


def _letter(font: str, size: float, char: str, shift: tuple[int, int]) -> tuple[Image.Image, tuple[int, int]] | None:
    """A letter painted in white on black, with its offset from its position on the baseline; None for a blank."""
    face = _face(font, size)
    left, top, right, bottom = face.getbbox(char, anchor="ls")
    if right <= left or bottom <= top:
        return None
    dx, dy = floor(left) - 1, floor(top) - 1
    mask = Image.new("L", (ceil(right) - dx + 2, ceil(bottom) - dy + 2))
    place = shift[0] / _SHIFTS - dx, shift[1] / _SHIFTS - dy
    ImageDraw.Draw(mask).text(place, char, 255, face, anchor="ls")
    return mask, (dx, dy)


@lru_cache(maxsize=64)
def _face(font: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / font), size, layout_engine=ImageFont.Layout.BASIC)
