"""Drawings: a small closed set of shapes in points from the upper left corner, and hatching."""

from math import ceil
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.fonts import FontRun
from briefgen.theme import Theme


class Ink(NamedTuple):
    """A colour of the theme, or `paper`; a share below 1 mixes it with the paper."""

    name: str
    share: float = 1


PAPER = Ink("paper")


class Stroke(NamedTuple):
    """The line around or along a shape. `dash`: lengths painted and omitted, in turn."""

    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


class Path(msgspec.Struct, frozen=True):
    """A line through points, or an area enclosed by them."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke | None = None
    fill: Ink | None = None
    """An area is closed, and painted before its line."""


class Rectangle(msgspec.Struct, frozen=True):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    stroke: Stroke | None = None


class Circle(msgspec.Struct, frozen=True):
    """A circle around a point."""

    x: float
    y: float
    radius: float
    fill: Ink | None = None
    stroke: Stroke | None = None


class Text(msgspec.Struct, frozen=True):
    """A line of text that starts at `x` on the baseline `y`. `width` is that in the theme's font."""

    x: float
    y: float
    width: float
    size: float
    ink: Ink
    font_runs: tuple[FontRun, ...]
    """The runs of each font; the first is in the font asked for."""
    text: str
    strong: bool = False
    italic: bool = False

    @property
    def top(self) -> float:
        """Top of tall letters."""
        return self.y - 0.74 * self.size

    @property
    def bottom(self) -> float:
        """Bottom of descenders."""
        return self.y + 0.22 * self.size


Shape: TypeAlias = Path | Rectangle | Circle | Text


class Drawing(msgspec.Struct, frozen=True):
    """Shapes, painted in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def words(self) -> tuple[Text, ...]:
        """The lines of text."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Text))


def colour(ink: Ink, theme: Theme) -> str:
    """A colour on white paper, `#RRGGBB`."""
    full = "#FFFFFF" if ink.name == PAPER.name else theme.inks[ink.name]
    if ink.share >= 1:
        return full
    parts = (int(full[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * ink.share + 255 * (1 - ink.share)):02X}" for part in parts)


# Hatching, which marks what is uncertain without depending on colour.

_STROKE = Stroke(Ink("accent", 0.75), 0.5)


def hatched(x: float, y: float, width: float, height: float, gap: float = 2.6) -> list[Path]:
    """Descending diagonal lines within a rectangle."""
    out: list[Path] = []
    for step in range(1, ceil((width + height) / gap)):
        reach = step * gap  # how far along the foot, were it without end, the line meets it
        x0, y0 = (x, y + height - reach) if reach < height else (x + reach - height, y)
        x1, y1 = (x + reach, y + height) if reach < width else (x + width, y + height - (reach - width))
        out.append(Path(((x0, y0), (x1, y1)), _STROKE))
    return out


def upright(left: float, right: float, low: tuple[float, float], high: tuple[float, float], gap: float) -> list[Path]:
    """Vertical lines within a band; `low` and `high` are its edges at the left and right end."""
    out: list[Path] = []
    for step in range(1, ceil((right - left) / gap)):
        part = step * gap / (right - left)
        x = left + step * gap
        ends = [edge[0] + (edge[1] - edge[0]) * part for edge in (low, high)]
        if abs(ends[0] - ends[1]) > 1:
            out.append(Path(((x, ends[0]), (x, ends[1])), Stroke(Ink("secondary", 0.6), 0.4)))
    return out
