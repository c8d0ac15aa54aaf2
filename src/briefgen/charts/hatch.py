"""Hatching: what is open is drawn so, and is told from what is sure without a colour."""

from math import ceil

from briefgen.charts.drawing import Ink, Path, Stroke

_STROKE = Stroke(Ink("accent", 0.75), 0.5)


def slanted(x: float, y: float, width: float, height: float, gap: float = 2.6) -> list[Path]:
    """Lines that fall to the right, within a rectangle."""
    out: list[Path] = []
    for step in range(1, ceil((width + height) / gap)):
        reach = step * gap  # how far along the foot, were it without end, the line meets it
        x0, y0 = (x, y + height - reach) if reach < height else (x + reach - height, y)
        x1, y1 = (x + reach, y + height) if reach < width else (x + width, y + height - (reach - width))
        out.append(Path(((x0, y0), (x1, y1)), _STROKE))
    return out


def upright(left: float, right: float, low: tuple[float, float], high: tuple[float, float], gap: float) -> list[Path]:
    """Upright lines within a band; `low` and `high` are its edges at its left and right end."""
    out: list[Path] = []
    for step in range(1, ceil((right - left) / gap)):
        part = step * gap / (right - left)
        x = left + step * gap
        ends = [edge[0] + (edge[1] - edge[0]) * part for edge in (low, high)]
        if abs(ends[0] - ends[1]) > 1:
            out.append(Path(((x, ends[0]), (x, ends[1])), Stroke(Ink("secondary", 0.6), 0.4)))
    return out
