"""Sizes of paper, in points."""

from typing import Literal, TypeAlias

PaperName: TypeAlias = Literal["a4", "letter"]

PAPERS: dict[PaperName, tuple[float, float]] = {
    "a4": (595.276, 841.89),  # ISO 216: 210 × 297 mm
    "letter": (612.0, 792.0),  # ANSI A: 8.5 × 11 in
}
"""Width and height, upright."""
