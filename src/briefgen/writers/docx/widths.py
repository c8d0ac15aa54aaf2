"""How wide the columns of a table are, from what stands in them.

Word's own fitting differs between programs and is slow on long tables, so the widths are fixed here. Letters are
counted, not measured: a typical one is half as wide as the type is large. From there width goes from one column to
another, as in the PDF, until the rows come out low.
"""

from collections.abc import Iterable
from itertools import chain
from math import fsum, isfinite

from briefgen.document import Column, plain
from briefgen.document.walk import texts
from briefgen.layout.setting.balance import gains, lowest
from briefgen.layout.setting.measure import Extent
from briefgen.theme import Theme
from briefgen.writers.docx.cell_lines import contents
from briefgen.writers.docx.grid import Grid

_NARROWEST = 200
_LONGEST_WORD = 24
"""Longer words may break."""
_WIDEST_STAND_IN = 1.4
"""How much wider a bold word is in the widest font that may stand in for ours (DejaVu Sans) than a typical one: a word
that breaks for want of a font betrays that no one looked at the page."""
_COMFORTABLE = 48
"""Letters of a line beyond which a column needs no more width than its share."""


def column_widths(
    grid: Grid, columns: tuple[Column, ...], width: int, letter: float, padding: int, theme: Theme
) -> list[int]:
    """Widths in twips that add up to `width`. `letter`: of a typical letter; `padding`: both sides of a cell."""
    count = grid.columns
    least, ideal = _needs(grid)
    low = [letters * letter * _WIDEST_STAND_IN + padding for letters in least]
    high = [max(letters * letter + padding, low[at]) for at, letters in enumerate(ideal)]
    shares = {
        at: column.share
        for at, column in enumerate(columns[:count])
        if column.share and isfinite(column.share) and column.share > 0
    }
    fixed = fsum(shares.values())
    scale = 1 / fixed if fixed > 1 or len(shares) == count else 1.0
    out = [shares[at] * scale * width if at in shares else 0.0 for at in range(count)]
    free = [at for at in range(count) if at not in shares]
    room = max(width - fsum(out), 0.0)
    for at, share in zip(free, _spread([low[at] for at in free], [high[at] for at in free], room), strict=True):
        out[at] = share
    extents = [Extent(few / 20, many / 20) for few, many in zip(low, high, strict=True)]
    points = [width / 20 for width in out]
    if gains(free, extents, points):
        out = [width * 20 for width in lowest(free, extents, points, contents(grid, theme), padding / 20)]
    return _whole(_for_words(out, low), width)


def _for_words(widths: list[float], low: list[float]) -> list[float]:
    """The widths, with columns too narrow for their longest word widened as far as the others have room to spare."""
    short = [max(need - width, 0.0) for need, width in zip(low, widths, strict=True)]
    spare = [max(width - need, 0.0) for need, width in zip(low, widths, strict=True)]
    if not any(short) or not any(spare):
        return widths
    moved = min(fsum(short), fsum(spare))
    return [
        width + moved * wanted / fsum(short) - moved * free / fsum(spare)
        for width, wanted, free in zip(widths, short, spare, strict=True)
    ]


def _needs(grid: Grid) -> tuple[list[int], list[int]]:
    """Per column, the letters of its longest word and of its longest line. Cells across columns are left out."""
    least, ideal = [1] * grid.columns, [4] * grid.columns
    for capitals, row in chain(((True, row) for row in grid.head), ((False, row) for row in grid.body)):
        for place in row:
            if place.cell is None or place.span > 1:
                continue
            for line in (plain(inlines) for block in place.cell.blocks for inlines in texts(block)):
                # Small capitals of a head are smaller, but wider and set apart.
                length = len(line) + 1
                if length > ideal[place.column]:
                    ideal[place.column] = min(length, _COMFORTABLE * 3)
                if length > least[place.column]:
                    longest = max(map(len, line.split()), default=0) + (1 if capitals else 0)
                    least[place.column] = max(least[place.column], min(longest, _LONGEST_WORD))
    return least, ideal


def _spread(low: list[float], high: list[float], room: float) -> list[float]:
    """Room over columns that need at least `low` and would like `high`."""
    if not low:
        return []
    least, ideal = fsum(low), fsum(high)
    if least >= room:
        return [room * need / least for need in low]
    if ideal <= room:
        return [room * wish / ideal for wish in high]
    part = (room - least) / (ideal - least)
    return [need + (wish - need) * part for need, wish in zip(low, high, strict=True)]


def _whole(widths: Iterable[float], total: int) -> list[int]:
    """Whole twips with the same sum; no column vanishes."""
    out = [max(round(width), _NARROWEST) for width in widths]
    while (excess := sum(out) - total) and out:
        at = max(range(len(out)), key=lambda index: out[index])
        if excess > 0 and out[at] <= _NARROWEST:
            break
        out[at] -= min(excess, out[at] - _NARROWEST) if excess > 0 else excess
    return out
