"""The theme's fonts: how wide text is, which font can paint it, and the outlines of its letters."""

from briefgen.fonts.coverage import right_to_left, unpainted
from briefgen.fonts.font import Description, Font, file_of, load
from briefgen.fonts.stretches import INVISIBLE, Stretch, capitals, stretches

__all__ = [
    "INVISIBLE", "Description", "Font", "Stretch", "capitals", "file_of", "load", "right_to_left", "stretches",
    "unpainted",
]  # fmt: skip
