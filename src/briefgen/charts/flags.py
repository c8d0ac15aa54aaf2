"""Flags: words over points of a width, each on a line of its own with a staff that runs down to its point.

A staff begins at its own words, and the words further right stand lower; so no staff runs through words.
"""

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.charts.drawing import Ink, Path, Shape, Stroke
from briefgen.charts.lettering import TEXT, Lettering

_BESIDE = 3.0


class Flag(NamedTuple):
    """Words at a point."""

    x: float
    text: str
    staff: Stroke
    ink: Ink = TEXT
    strong: bool = False


def flags(
    given: Sequence[Flag], letters: Lettering, top: float, right: float
) -> tuple[list[Shape], list[float], float]:
    """The words, from left to right and from `top` down, no wider than up to `right`; where the staff of each begins,
    in the same order; and where the last words end."""
    shapes: list[Shape] = []
    begins: list[float] = []
    for flag in given:
        lines = letters.lines(flag.text, right - flag.x - _BESIDE, flag.strong)
        shapes += letters.stacked(lines, flag.x + _BESIDE, top, flag.ink, flag.strong)
        begins.append(top + 1)
        top += len(lines) * letters.leading
    return shapes, begins, top


def staffs(given: Sequence[Flag], begins: Sequence[float], foot: float) -> list[Shape]:
    """The staffs, down to `foot`."""
    return [
        Path(((flag.x, begin), (flag.x, foot)), flag.staff) for flag, begin in zip(given, begins, strict=True)
    ]  # fmt: skip
