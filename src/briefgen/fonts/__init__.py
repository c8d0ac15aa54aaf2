"""The theme's fonts: metrics, coverage and outlines."""

from briefgen.fonts.coverage import right_to_left, unpainted
from briefgen.fonts.font import Description, Font, file_of, load
from briefgen.fonts.font_runs import INVISIBLE, FontRun, capitals, font_runs

__all__ = [
    "INVISIBLE",
    "Description",
    "Font",
    "FontRun",
    "capitals",
    "file_of",
    "font_runs",
    "load",
    "right_to_left",
    "unpainted",
]  # fmt: skip
