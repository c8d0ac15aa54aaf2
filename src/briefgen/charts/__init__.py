"""Charts: data, theme and the measures of fonts → a drawing of few shapes. Pure; what is drawn never overlaps.

`draw` is for all writers; `svg` and `png` paint a drawing for those that place pictures.
"""

from briefgen.charts.draw import LEAST_WIDTH, draw
from briefgen.charts.drawing import Box, Disc, Drawing, Ink, Path, Shape, Stroke, Words, colour

__all__ = [
    "LEAST_WIDTH", "Box", "Disc", "Drawing", "Ink", "Path", "Shape", "Stroke", "Words", "colour", "draw",
]  # fmt: skip
