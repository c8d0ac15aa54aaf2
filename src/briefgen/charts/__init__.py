"""Charts: data, theme and font metrics → a drawing of a few kinds of shape. Pure; shapes and labels never overlap.

`draw` is for all writers; `svg` and `png` write a drawing as an image.
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
