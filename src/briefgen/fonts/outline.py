"""The outlines of letters, for media that cannot be sure of a font.

The table `glyf` of a TrueType font (OpenType 1.9): contours of points on and off the curve; between two points off the
curve one on it is implied half way.
"""

from functools import cache
from struct import unpack_from
from typing import NamedTuple

from briefgen.fonts.components import HEADER, MATRIX, OFFSETS, SCALE, TWO_SCALES, WORDS, components
from briefgen.fonts.face import Face
from briefgen.fonts.font import load

_DEEPEST = 6
"""Of letters made from letters."""


class _Point(NamedTuple):
    x: float
    y: float
    on: bool


@cache
def outline(font: str, char: str) -> tuple[str, int]:
    """The outline of a character as the path of an SVG, and the units of the font to its size; `y` runs upward."""
    face = load(font).face
    contours = _contours(face, face.glyph_of(ord(char)), 0)
    return "".join(_path(contour) for contour in contours if len(contour) > 1), face.units


def _contours(face: Face, number: int, depth: int) -> list[list[_Point]]:
    glyf = face.glyph(number)
    if not glyf or depth > _DEEPEST:
        return []
    (count,) = unpack_from(">h", glyf)
    return _simple(glyf, count) if count >= 0 else _composite(face, glyf, depth)


def _simple(glyf: bytes, count: int) -> list[list[_Point]]:
    at = HEADER
    ends = unpack_from(f">{count}H", glyf, at)
    points = ends[-1] + 1 if ends else 0
    (instructions,) = unpack_from(">H", glyf, at + 2 * count)
    at += 2 * count + 2 + instructions
    flags: list[int] = []
    while len(flags) < points:
        flag = glyf[at]
        at += 1
        repeat = 0
        if flag & 8:
            repeat = glyf[at]
            at += 1
        flags += [flag] * (repeat + 1)
    xs, at = _coordinates(glyf, at, flags[:points], 2, 16)
    ys, at = _coordinates(glyf, at, flags[:points], 4, 32)
    whole = [_Point(x, y, bool(flag & 1)) for x, y, flag in zip(xs, ys, flags, strict=False)]
    starts = (0, *(end + 1 for end in ends))
    return [whole[start : end + 1] for start, end in zip(starts, ends, strict=False)]


def _coordinates(glyf: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    out: list[int] = []
    value = 0
    for flag in flags:
        if flag & short:
            value += glyf[at] if flag & same else -glyf[at]
            at += 1
        elif not flag & same:
            value += unpack_from(">h", glyf, at)[0]
            at += 2
        out.append(value)
    return out, at


def _composite(face: Face, glyf: bytes, depth: int) -> list[list[_Point]]:
    """Letters with accents: the parts, each at its place. Parts that are placed point to point stand where they are."""
    out: list[list[_Point]] = []
    for start, flags, part in components(glyf):
        at = start + 4
        dx, dy = unpack_from(">hh" if flags & WORDS else ">bb", glyf, at) if flags & OFFSETS else (0, 0)
        at += 4 if flags & WORDS else 2
        a, b, c, d = 1.0, 0.0, 0.0, 1.0
        if flags & SCALE:
            a = d = unpack_from(">h", glyf, at)[0] / 16384
        elif flags & TWO_SCALES:
            a, d = (each / 16384 for each in unpack_from(">hh", glyf, at))
        elif flags & MATRIX:
            a, b, c, d = (each / 16384 for each in unpack_from(">4h", glyf, at))
        out += [
            [_Point(a * x + c * y + dx, b * x + d * y + dy, on) for x, y, on in contour]
            for contour in _contours(face, part, depth + 1)
        ]
    return out


def _path(contour: list[_Point]) -> str:
    """A closed contour, begun at a point on the curve."""
    first = next((at for at, point in enumerate(contour) if point.on), None)
    if first is None:
        contour = [_between(contour[-1], contour[0]), *contour]
        first = 0
    turned = [*contour[first:], *contour[: first + 1]]
    out = [f"M{turned[0].x:g} {turned[0].y:g}"]
    handle: _Point | None = None
    for point in turned[1:]:
        if point.on:
            out.append(_curve(handle, point) if handle else f"L{point.x:g} {point.y:g}")
            handle = None
            continue
        if handle:
            out.append(_curve(handle, _between(handle, point)))
        handle = point
    return "".join(out) + "Z"


def _curve(handle: _Point, end: _Point) -> str:
    return f"Q{handle.x:g} {handle.y:g} {end.x:g} {end.y:g}"


def _between(one: _Point, other: _Point) -> _Point:
    return _Point((one.x + other.x) / 2, (one.y + other.y) / 2, True)
