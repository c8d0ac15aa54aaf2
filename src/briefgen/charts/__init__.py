"""Charts: data, theme and the measures of fonts → a drawing of few shapes. Pure; what is drawn never overlaps.

`draw` is for all writers; `svg` and `png` paint a drawing for those that place pictures.
"""

from briefgen.charts.draw import LEAST_WIDTH, draw
from briefgen.charts.drawing import Circle, Drawing, Ink, Path, Rectangle, Shape, Stroke, Text, colour

__all__ = [
    "LEAST_WIDTH",
    "Circle",
    "Drawing",
    "Ink",
    "Path",
    "Rectangle",
    "Shape",
    "Stroke",
    "Text",
    "colour",
    "draw",
]  # fmt: skip
