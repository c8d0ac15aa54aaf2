"""The measures of the theme's fonts: what a letter is wide, and which font can paint it."""

from briefgen.fonts.coverage import right_to_left, unpainted
from briefgen.fonts.font import Font, file_of, load
from briefgen.fonts.outline import outline
from briefgen.fonts.stretches import INVISIBLE, Stretch, capitals, stretches

__all__ = [
    "INVISIBLE", "Font", "Stretch", "capitals", "file_of", "load", "outline", "right_to_left", "stretches", "unpainted",
]  # fmt: skip
