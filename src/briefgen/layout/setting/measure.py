"""How narrow matter can be without dividing a word, and how wide it is on one line."""

from math import fsum
from typing import assert_never

import msgspec

from briefgen.charts import LEAST_WIDTH
from briefgen.document import Picture
from briefgen.layout.matter import Band, Break, Grid, Indented, Matter, Panel, Plate, Spread, Words
from briefgen.theme import Tables

SMALLEST_PICTURE = 48.0

POINTS_PER_PIXEL = 0.75
"""96 pixels to the inch."""


class Extent(msgspec.Struct, frozen=True, gc=False):
    """Widths in points."""

    least: float
    most: float


def extent(matter: Matter, tables: Tables) -> Extent:
    """The extent of one piece of matter."""
    match matter:
        case Words():
            return _words(matter)
        case Indented(children=children, left=left, label=label):
            inner = extent_of(children, tables)
            beside = _words(label).most if label else 0.0
            return Extent(max(inner.least + left, min(beside, left * 2)), max(inner.most + left, beside))
        case Panel(children=children, padding=padding):
            inner = extent_of(children, tables)
            return Extent(inner.least + 2 * padding, inner.most + 2 * padding)
        case Band(entries=entries):
            parts = [_words(words) for entry in entries for words in entry if words]
            return Extent(max(part.least for part in parts), fsum(part.most for part in parts))
        case Grid():
            columns = column_extents(matter, tables)
            return Extent(fsum(column.least for column in columns), fsum(column.most for column in columns))
        case Spread(grid=grid):
            return extent(grid, tables)
        case Plate(picture=Picture() as picture):
            natural = max(picture.width, 1) * POINTS_PER_PIXEL
            return Extent(min(natural, SMALLEST_PICTURE), natural)
        case Plate():
            return Extent(SMALLEST_PICTURE, LEAST_WIDTH)
        case Break():
            return Extent(0, 0)
        case _:
            assert_never(matter)


def extent_of(children: tuple[Matter, ...], tables: Tables) -> Extent:
    """The extent of matter one below the other."""
    least = most = 0.0
    for child in children:
        one = extent(child, tables)
        least, most = max(least, one.least), max(most, one.most)
    return Extent(least, most)


def column_extents(grid: Grid, tables: Tables) -> list[Extent]:
    """The extents of a grid's columns, with their paddings. What a cell over several columns needs beyond theirs is
    shared out evenly."""
    least = [0.0] * len(grid.shares)
    most = [0.0] * len(grid.shares)
    for cell in sorted(grid.cells, key=lambda cell: cell.colspan):
        inner = extent_of(cell.children, tables)
        span = range(cell.column, cell.column + cell.colspan)
        for widths, wanted in ((least, inner.least + 2 * tables.pad_x), (most, inner.most + 2 * tables.pad_x)):
            missing = wanted - fsum(widths[column] for column in span)
            if missing > 0:
                for column in span:
                    widths[column] += missing / cell.colspan
    return [Extent(a, max(a, b)) for a, b in zip(least, most, strict=True)]


def with_reserve(columns: list[Extent], reserve: float, tables: Tables) -> list[Extent]:
    """The columns, each with room for its longest word in letters so many times as wide."""
    pads = 2 * tables.pad_x
    least = [max(column.least - pads, 0.0) * reserve + pads for column in columns]
    return [Extent(low, max(low, column.most)) for low, column in zip(least, columns, strict=True)]


def _words(words: Words) -> Extent:
    least = most = 0.0
    line = word = 0.0
    for segment in words.segments:
        if segment.forced:
            most, line = max(most, line), 0.0
        if segment.breaks or segment.forced:
            least, word = max(least, word), 0.0
        line += segment.width + segment.space
        word += segment.width + (0 if segment.breaks else segment.space)
    beside = words.inset + (words.flush.width + words.flush.look.size if words.flush else 0.0)
    return Extent(max(least, word) + beside, max(most, line) + beside)
