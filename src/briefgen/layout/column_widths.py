"""Column widths of a table (CSS Tables: automatic layout), then adjusted to minimise the height of the rows."""

from collections.abc import Iterator, Sequence
from math import fsum, sqrt
from typing import TypeAlias, assert_never

import msgspec

from briefgen.charts import LEAST_WIDTH
from briefgen.document import Picture
from briefgen.layout.boxes import (
    Box,
    ColumnsBox,
    EntriesBox,
    ImageBox,
    IndentBox,
    PageBreakBox,
    PanelBox,
    ParagraphBox,
    TableCellBox,
    TableGridBox,
    TableWrapperBox,
)
from briefgen.theme import Tables

SMALLEST_PICTURE = 48.0

POINTS_PER_PIXEL = 0.75
"""96 pixels to the inch."""


class IntrinsicWidths(msgspec.Struct, frozen=True, gc=False):
    """Min-content and max-content widths in points (CSS Sizing)."""

    min_content: float
    max_content: float


def intrinsic_widths(box: Box, tables: Tables) -> IntrinsicWidths:
    """The intrinsic widths of a box."""
    match box:
        case ParagraphBox():
            return _paragraph(box)
        case IndentBox(children=children, left=left, label=label):
            inner = intrinsic_widths_of(children, tables)
            beside = _paragraph(label).max_content if label else 0.0
            return IntrinsicWidths(
                max(inner.min_content + left, min(beside, left * 2)), max(inner.max_content + left, beside)
            )
        case PanelBox(children=children, padding=padding):
            inner = intrinsic_widths_of(children, tables)
            return IntrinsicWidths(inner.min_content + 2 * padding, inner.max_content + 2 * padding)
        case ColumnsBox(cells=cells, gap=gap):
            each = [intrinsic_widths_of(cell, tables) for cell in cells]
            gaps = gap * (len(cells) - 1)
            return IntrinsicWidths(max(one.min_content for one in each), fsum(one.max_content for one in each) + gaps)
        case EntriesBox(entries=entries):
            parts = [_paragraph(words) for entry in entries for words in entry if words]
            return IntrinsicWidths(max(part.min_content for part in parts), fsum(part.max_content for part in parts))
        case TableGridBox():
            columns = column_intrinsic_widths(box, tables)
            return IntrinsicWidths(
                fsum(column.min_content for column in columns), fsum(column.max_content for column in columns)
            )
        case TableWrapperBox(grid=grid):
            return intrinsic_widths(grid, tables)
        case ImageBox(picture=Picture() as picture):
            natural = max(picture.width, 1) * POINTS_PER_PIXEL
            return IntrinsicWidths(min(natural, SMALLEST_PICTURE), natural)
        case ImageBox():
            return IntrinsicWidths(SMALLEST_PICTURE, LEAST_WIDTH)
        case PageBreakBox():
            return IntrinsicWidths(0, 0)
        case _:
            assert_never(box)


def intrinsic_widths_of(children: tuple[Box, ...], tables: Tables) -> IntrinsicWidths:
    """The intrinsic widths of stacked boxes."""
    least = most = 0.0
    for child in children:
        one = intrinsic_widths(child, tables)
        least, most = max(least, one.min_content), max(most, one.max_content)
    return IntrinsicWidths(least, most)


def column_intrinsic_widths(grid: TableGridBox, tables: Tables) -> list[IntrinsicWidths]:
    """The intrinsic widths of a grid's columns, with padding. What a cell that spans columns needs beyond theirs is
    shared evenly."""
    least = [0.0] * len(grid.shares)
    most = [0.0] * len(grid.shares)
    for cell in sorted(grid.cells, key=lambda cell: cell.colspan):
        inner = intrinsic_widths_of(cell.children, tables)
        span = range(cell.column, cell.column + cell.colspan)
        for widths, needed in (
            (least, inner.min_content + 2 * tables.pad_x),
            (most, inner.max_content + 2 * tables.pad_x),
        ):
            missing = needed - fsum(widths[column] for column in span)
            if missing > 0:
                for column in span:
                    widths[column] += missing / cell.colspan
    return [IntrinsicWidths(a, max(a, b)) for a, b in zip(least, most, strict=True)]


def with_reserve(columns: list[IntrinsicWidths], reserve: float, tables: Tables) -> list[IntrinsicWidths]:
    """The columns, each with room for its longest word in a font so many times as wide."""
    pads = 2 * tables.pad_x
    least = [max(column.min_content - pads, 0.0) * reserve + pads for column in columns]
    return [IntrinsicWidths(low, max(low, column.max_content)) for low, column in zip(least, columns, strict=True)]


def _paragraph(words: ParagraphBox) -> IntrinsicWidths:
    least = most = 0.0
    line = word = 0.0
    for segment in words.segments:
        if segment.forced:
            most, line = max(most, line), 0.0
        if segment.breaks or segment.forced:
            least, word = max(least, word), 0.0
        line += segment.width + segment.space
        word += segment.width + (0 if segment.breaks else segment.space)
    beside = words.inset + (words.flush.width + words.flush.style.size if words.flush else 0.0)
    return IntrinsicWidths(max(least, word) + beside, max(most, line) + beside)


_AIR = 0.02
"""Added to the width that a column needs, in points, so that content that fits exactly does fit."""


def distributed_widths(columns: list[IntrinsicWidths], shares: tuple[float | None, ...], width: float) -> list[float]:
    """Widths that add up to `width`.

    Columns with short content get what they need on one line. The others share the rest in proportion to the square
    root of their content, which keeps rows low; none gets less than its longest word if there is room. Columns with a
    share get that share of the whole.
    """
    fixed = _shared(shares, columns, width)
    free = [index for index in range(len(columns)) if index not in fixed]
    out = [fixed.get(index, 0.0) for index in range(len(columns))]
    room = width - fsum(fixed.values())
    least = _capped([columns[index].min_content + _AIR for index in free], room)
    most = [max(columns[index].max_content + _AIR, low) for index, low in zip(free, least, strict=True)]
    for index, value in zip(free, _filled(least, most, room), strict=True):
        out[index] = value
    return out


def _shared(shares: tuple[float | None, ...], columns: list[IntrinsicWidths], width: float) -> dict[int, float]:
    """The columns with a width given by the author. The others keep what they need, up to half of the whole."""
    given = {index: share for index, share in enumerate(shares) if share is not None}
    if not given:
        return {}
    total = fsum(given.values())
    if len(given) == len(shares):
        return {index: width * share / total for index, share in given.items()}
    needed = fsum(column.min_content for index, column in enumerate(columns) if index not in given)
    most = width - min(needed, width / 2)
    scale = min(1.0, most / (total * width))
    return {index: width * share * scale for index, share in given.items()}


def _capped(least: list[float], room: float) -> list[float]:
    """The least widths, reduced if they do not fit: the widest first, so that short words stay whole."""
    if fsum(least) <= room:
        return least
    left, cap = room, 0.0
    for done, value in enumerate(sorted(least)):
        cap = left / (len(least) - done)
        if value >= cap:
            break
        left -= value
    return [min(value, cap) for value in least]


def _filled(least: list[float], most: list[float], room: float) -> list[float]:
    """Widths between `least` and `most` that fill the room; beyond `most` if that leaves some."""
    if not least:
        return []
    surplus = room - fsum(most)
    if surplus >= 0:
        total = fsum(most)
        return [value + surplus * value / total for value in most]
    weights = [sqrt(value) for value in most]
    out = _short(least, most, room)
    # As in the CSS flexbox algorithm: freeze the columns that reach a bound, share the rest, repeat.
    while len(out) < len(least):
        open_ones = [index for index in range(len(least)) if index not in out]
        left = room - fsum(out.values())
        scale = left / fsum(weights[index] for index in open_ones)
        tried = {index: min(max(weights[index] * scale, least[index]), most[index]) for index in open_ones}
        excess = fsum(tried.values()) - left
        if abs(excess) < 1e-6:
            out |= tried
            break
        held = {
            index: value
            for index, value in tried.items()
            if (value == least[index] if excess > 0 else value == most[index])
        }
        out |= held or tried
    return [out[index] for index in range(len(least))]


def _short(least: list[float], most: list[float], room: float) -> dict[int, float]:
    """The columns that need no more than an equal share of the room, if the others keep their longest words."""
    out: dict[int, float] = {}
    for index in sorted(range(len(most)), key=most.__getitem__):
        left = room - fsum(out.values())
        others = fsum(low for other, low in enumerate(least) if other not in out and other != index)
        if most[index] > min(left / (len(most) - len(out)), left - others):
            break
        out[index] = most[index]
    return out


# The longest line of a column says little about the height of its rows: a single long cell among short ones
# claims width that no other row needs. So the lines of each cell are estimated, and width moves step by step
# from the column that loses least to the one that gains most.

_STEPS = (24.0, 12.0, 6.0)
"""Points moved from one column to another in one step."""

_MOST_MOVES = 8
"""Most moves of each step size."""

_NARROWED = 0.75
"""Share of its initial width that a column keeps, so that columns stay comparable."""

_LEADING, _WORDS = 12.0, 20
"""Estimated leading and number of words of content that is not a paragraph, such as a list."""

_EACH_CELL = 0.2
"""Weight of the height of each cell in relation to that of the rows: one line less is better even if no row gets
lower."""

ParagraphMetrics: TypeAlias = tuple[float, float, Sequence[tuple[float, float]]]
"""A paragraph: its width on one line, its leading, and its words, each with its width and its width with the space
before it. In points."""

ColumnMetrics: TypeAlias = list[list[Sequence[ParagraphMetrics]]]
"""Column → row → paragraphs of the cell."""


def balanced_widths(
    grid: TableGridBox, columns: Sequence[IntrinsicWidths], widths: list[float], tables: Tables
) -> list[float]:
    """The widths adjusted, with the same sum. Columns with a share keep theirs."""
    free = [at for at, share in enumerate(grid.shares) if share is None]
    if not can_gain(free, columns, widths):
        return widths
    return lowest_rows(free, columns, widths, _contents(grid, tables), 2 * tables.pad_x)


def can_gain(free: Sequence[int], columns: Sequence[IntrinsicWidths], widths: Sequence[float]) -> bool:
    """Whether some columns can give width and others can use it."""
    return len(free) > 1 and any(columns[at].max_content > widths[at] for at in free)


def lowest_rows(
    free: list[int], columns: Sequence[IntrinsicWidths], widths: list[float], contents: ColumnMetrics, pads: float
) -> list[float]:
    """The widths with the lowest rows. `pads`: padding of both sides of a cell."""
    heights = _RowHeights(contents, pads)
    starts = [widths, _proportional_to_content(free, columns, widths, heights)]
    return min((_hill_climbed(free, columns, start, heights) for start in starts), key=lambda one: one[0])[1]


def _proportional_to_content(
    free: list[int], columns: Sequence[IntrinsicWidths], widths: list[float], heights: "_RowHeights"
) -> list[float]:
    """Widths in proportion to the whole content of the columns, if that leaves room for their longest words."""
    room = fsum(widths[at] for at in free)
    spare = room - fsum(columns[at].min_content for at in free)
    contents = [heights.content(at) for at in free]
    if spare <= 0 or not any(contents):
        return widths
    out = list(widths)
    for at, content in zip(free, contents, strict=True):
        out[at] = columns[at].min_content + spare * content / fsum(contents)
    return out


def _hill_climbed(
    free: list[int], columns: Sequence[IntrinsicWidths], start: list[float], heights: "_RowHeights"
) -> tuple[float, list[float]]:
    """The cost of the widths found by hill climbing, and the widths."""
    least = [max(column.min_content, width * _NARROWED) for column, width in zip(columns, start, strict=True)]
    out = list(start)
    held = [heights.of(at, width) for at, width in enumerate(out)]
    cost = _cost(held)
    for step in _STEPS:
        for _ in range(_MOST_MOVES):
            best: tuple[float, int, int] | None = None
            for giver in free:
                if out[giver] - step < least[giver]:
                    continue
                narrow = heights.of(giver, out[giver] - step)
                for taker in free:
                    if taker == giver or out[taker] >= columns[taker].max_content:
                        continue
                    tried = held.copy()
                    tried[giver], tried[taker] = narrow, heights.of(taker, out[taker] + step)
                    if (now := _cost(tried)) < cost - 0.01 and (best is None or now < best[0]):
                        best = now, giver, taker
            if best is None:
                break
            cost, giver, taker = best
            out[giver] -= step
            out[taker] += step
            held[giver], held[taker] = heights.of(giver, out[giver]), heights.of(taker, out[taker])
    return cost, out


def _cost(held: Sequence[tuple[float, ...]]) -> float:
    """Cost of the heights of cells: the sum of the heights of the rows, and a little for each cell."""
    rows: Iterator[float] = map(max, *held)
    return fsum(rows) + _EACH_CELL * fsum(fsum(column) for column in held)


class _RowHeights:
    """Heights of the cells of a column at a width, row by row."""

    def __init__(self, contents: ColumnMetrics, pads: float) -> None:
        self._cells, self._pads = contents, pads
        self._cache: dict[tuple[int, float], tuple[float, ...]] = {}

    def content(self, column: int) -> float:
        """Width of the whole content of a column on one line."""
        return fsum(natural for cell in self._cells[column] for natural, _, _ in cell)

    def of(self, column: int, width: float) -> tuple[float, ...]:
        key = column, width
        if (out := self._cache.get(key)) is None:
            room = width - self._pads
            high, before = 0.0, None
            found: list[float] = []
            for cell in self._cells[column]:
                if cell is not before:
                    high = fsum(
                        leading if natural <= room else leading * _lines(words, room)
                        for natural, leading, words in cell
                    )
                    before = cell
                found.append(high)
            out = self._cache[key] = tuple(found)
        return out


def _lines(words: Sequence[tuple[float, float]], room: float) -> int:
    """Number of lines for words given by width and by width with the space before."""
    out, x = 1, 0.0
    for width, spaced in words:
        x += spaced
        if x > room:
            out += 1
            x = width
    return out


def _contents(grid: TableGridBox, tables: Tables) -> ColumnMetrics:
    """The content of each cell, except those that span columns."""
    out: ColumnMetrics = [[() for _ in range(grid.rows)] for _ in grid.shares]
    for cell in grid.cells:
        if cell.colspan == 1:
            # A cell that spans rows counts a part in each.
            paragraphs = [(wide, high / cell.rowspan, words) for wide, high, words in _paragraphs(cell, tables)]
            for row in range(cell.row, cell.row + cell.rowspan):
                out[cell.column][row] = paragraphs
    return out


def _paragraphs(cell: TableCellBox, tables: Tables) -> Iterator[ParagraphMetrics]:
    for child in cell.children:
        if isinstance(child, ParagraphBox):
            yield from _parts(child)
        else:
            natural = intrinsic_widths(child, tables).max_content
            yield natural, _LEADING, [(natural / _WORDS, natural / _WORDS)] * _WORDS


def _parts(words: ParagraphBox) -> Iterator[ParagraphMetrics]:
    """The parts of a paragraph between forced line breaks."""
    natural = 0.0
    units: list[tuple[float, float]] = []
    for segment in words.segments:
        width, spaced = segment.width, segment.width + segment.space
        if segment.forced and units:
            yield natural, words.leading, units
            natural, units = 0.0, []
        natural += spaced
        if segment.breaks or not units:
            units.append((width, spaced))
        else:
            before = units[-1]
            units[-1] = before[0] + spaced, before[1] + spaced
    yield natural + words.inset, words.leading, units
