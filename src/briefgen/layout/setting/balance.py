"""The widths of columns, moved until the rows come out as low as can be foreseen.

What a column holds on its longest line says little of how high its rows are: one long cell among short ones claims a
width that no other row needs. So the lines of each cell are reckoned, and width goes from the column that misses it
least to the one that gains most, a step at a time.
"""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import TypeAlias

from briefgen.layout.matter import Grid, GridCell, Words
from briefgen.layout.setting.measure import Extent, extent
from briefgen.theme import Tables

_STEPS = (24.0, 12.0, 6.0)
"""Points that go from one column to another at a time."""

_MOST_MOVES = 8
"""Of each step."""

_NARROWED = 0.75
"""Of its width: no column comes out narrower than that, so that columns beside each other stay comparable."""

_LEADING, _WORDS = 12.0, 20
"""Of what is no paragraph, such as a list, as far as can be said without setting it; and how many words it has."""

_EACH_CELL = 0.2
"""What the height of each cell counts beside that of the rows: a line fewer is welcome also where no row gets lower."""

Sentences: TypeAlias = tuple[float, float, Sequence[tuple[float, float]]]
"""A paragraph: how wide it is on one line, its leading, and its words, each by its width, and by that with the space
before it. In points."""

Contents: TypeAlias = list[list[Sequence[Sentences]]]
"""Column → row → the paragraphs there."""


def balanced(grid: Grid, columns: Sequence[Extent], widths: list[float], tables: Tables) -> list[float]:
    """The widths, with the same sum. Columns with a share keep theirs."""
    free = [at for at, share in enumerate(grid.shares) if share is None]
    if not gains(free, columns, widths):
        return widths
    return lowest(free, columns, widths, _contents(grid, tables), 2 * tables.pad_x)


def gains(free: Sequence[int], columns: Sequence[Extent], widths: Sequence[float]) -> bool:
    """Whether there are columns that could give some width, and some that could use it."""
    return len(free) > 1 and any(columns[at].most > widths[at] for at in free)


def lowest(
    free: list[int], columns: Sequence[Extent], widths: list[float], contents: Contents, pads: float
) -> list[float]:
    """The widths at which rows of these contents come out lowest. `pads`: both sides of a cell."""
    heights = _Heights(contents, pads)
    starts = [widths, _by_content(free, columns, widths, heights)]
    return min((_climbed(free, columns, start, heights) for start in starts), key=lambda one: one[0])[1]


def _by_content(free: list[int], columns: Sequence[Extent], widths: list[float], heights: "_Heights") -> list[float]:
    """Widths in proportion to all that a column holds, where that leaves room for its longest word."""
    room = fsum(widths[at] for at in free)
    spare = room - fsum(columns[at].least for at in free)
    contents = [heights.content(at) for at in free]
    if spare <= 0 or not any(contents):
        return widths
    out = list(widths)
    for at, content in zip(free, contents, strict=True):
        out[at] = columns[at].least + spare * content / fsum(contents)
    return out


def _climbed(
    free: list[int], columns: Sequence[Extent], start: list[float], heights: "_Heights"
) -> tuple[float, list[float]]:
    """The widths that come of it, after what they cost."""
    least = [max(column.least, width * _NARROWED) for column, width in zip(columns, start, strict=True)]
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
                    if taker == giver or out[taker] >= columns[taker].most:
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
    """Of columns with so high cells, row by row."""
    rows: Iterator[float] = map(max, *held)
    return fsum(rows) + _EACH_CELL * fsum(fsum(column) for column in held)


class _Heights:
    """How high the cells of a column are at a width, row by row."""

    def __init__(self, contents: Contents, pads: float) -> None:
        self._cells, self._pads = contents, pads
        self._known: dict[tuple[int, float], tuple[float, ...]] = {}

    def content(self, column: int) -> float:
        """How wide all that a column holds is on one line."""
        return fsum(natural for cell in self._cells[column] for natural, _, _ in cell)

    def of(self, column: int, width: float) -> tuple[float, ...]:
        key = column, width
        if (out := self._known.get(key)) is None:
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
            out = self._known[key] = tuple(found)
        return out


def _lines(words: Sequence[tuple[float, float]], room: float) -> int:
    """How many lines words take. Each is given by its width, and by that with the space before it."""
    out, x = 1, 0.0
    for width, spaced in words:
        x += spaced
        if x > room:
            out += 1
            x = width
    return out


def _contents(grid: Grid, tables: Tables) -> Contents:
    """What stands in each place. A cell across columns is left out."""
    out: Contents = [[() for _ in range(grid.rows)] for _ in grid.shares]
    for cell in grid.cells:
        if cell.colspan == 1:
            # What stands beside several rows is a part of each.
            said = [(wide, high / cell.rowspan, words) for wide, high, words in _paragraphs(cell, tables)]
            for row in range(cell.row, cell.row + cell.rowspan):
                out[cell.column][row] = said
    return out


def _paragraphs(cell: GridCell, tables: Tables) -> Iterator[Sentences]:
    for child in cell.children:
        if isinstance(child, Words):
            yield from _parts(child)
        else:
            natural = extent(child, tables).most
            yield natural, _LEADING, [(natural / _WORDS, natural / _WORDS)] * _WORDS


def _parts(words: Words) -> Iterator[Sentences]:
    """What stands between forced ends of lines."""
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
