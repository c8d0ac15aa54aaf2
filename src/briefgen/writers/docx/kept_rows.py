"""Which rows of a table stand on the page of the next one.

Word and LibreOffice hold a row by the first paragraph of its cells (`w:keepNext`), however much of a page stays blank
for it. So rows are held only where that is little; how high they are is told from the number of their letters.
"""

from collections.abc import Iterator, Sequence
from math import fsum

from briefgen.document import plain
from briefgen.document.walk import texts
from briefgen.layout.setting.strip import BLANK
from briefgen.theme import Theme
from briefgen.writers.docx.grid import Place
from briefgen.writers.docx.units import twips

LETTER = 0.5
"""Of the size: how wide a typical letter is."""
_LEAST_BROKEN = 4
"""Rows of a table that is broken so that two stand on either side."""
_FEW_ROWS = 0.12
"""Of the page: a table of fewer rows is not broken where it is no higher than this. What stays blank is more, for its
caption goes with it, and a heading; where higher rows have notes, LibreOffice sets these on the next page instead."""
_LOW = 5
"""Lines of a row that is held with the one beside it. A higher one may stand alone beside a page break: kept with
another, the two would leave much of a page blank."""

Row = tuple[Place, ...]


def kept_rows(rows: Sequence[Row], widths: Sequence[int], theme: Theme, page_height: float) -> set[int]:
    """The rows, from 0, that stay with the next: in a table of few rows, at either end of a longer one, and where a
    cell reaches down over several, for its words stand beside the first of them alone. `page_height` in twips."""
    lines = [_lines(row, widths, theme) for row in rows]
    heights = [count * twips(theme.styles["table"].leading) + _padding(theme) for count in lines]
    last = len(rows) - 1
    if last + 1 < _LEAST_BROKEN:
        kept = set(range(last)) if fsum(heights) <= page_height * _FEW_ROWS else set()
    else:
        kept = {at for at in (0, last - 1) if lines[at] <= _LOW}
    for first, end in _bands(rows):
        if fsum(heights[first : end + 1]) <= page_height * BLANK:
            kept.update(range(first, end))
    return kept


def _lines(row: Row, widths: Sequence[int], theme: Theme) -> float:
    """About how many lines the highest cell of a row has; those that reach down or are covered do not count."""
    letter = twips(theme.styles["table"].size) * LETTER
    return max(
        (
            fsum(
                1 + len(plain(line)) * letter / fsum(widths[place.column : place.column + place.span])
                for block in place.cell.blocks
                for line in texts(block)
            )
            for place in row
            if place.cell and not place.reaches_down
        ),
        default=1.0,
    )


def _padding(theme: Theme) -> int:
    return twips(theme.table.pad_top + theme.table.pad_bottom)


def _bands(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Stretches of rows, first and last, that a cell holds together."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and any(place.covered for place in rows[at]):
            continue
        if at - 1 > first:
            yield first, at - 1
        first = at
