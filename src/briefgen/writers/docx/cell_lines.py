"""What stands in the cells of a table, measured in the letters of the theme: it tells where rows are low."""

from collections.abc import Iterator
from itertools import groupby
from math import fsum

from briefgen.document import Block, Cell, Inline, Inlines, LineBreak, Paragraph, plain
from briefgen.document.walk import texts
from briefgen.fonts import file_of
from briefgen.layout.setting.balance import Contents, Sentences
from briefgen.theme import Theme
from briefgen.writers.docx.grid import Grid, Place
from briefgen.writers.docx.units import half_points
from briefgen.writers.docx.word_widths import widths_of

_Rows = tuple[tuple[Place, ...], ...]


def contents(grid: Grid, theme: Theme) -> Contents:
    """The paragraphs at each place. What stands beside several rows is a part of each; a cell across columns is left
    out."""
    rows = grid.head + grid.body
    out: Contents = [[() for _ in rows] for _ in range(grid.columns)]
    for at, row in enumerate(rows):
        for place in row:
            if place.cell is None or place.span > 1:
                continue
            depth = _depth(rows, at, place)
            look = "table-head" if at < len(grid.head) else "table"
            said = [
                (wide, high / depth, words)
                for block in place.cell.blocks
                for wide, high, words in _paragraphs(block, place.cell, look, theme)
            ]
            for beside in range(at, at + depth):
                out[place.column][beside] = said
    return out


def _depth(rows: _Rows, at: int, place: Place) -> int:
    """How many rows a place reaches over."""
    depth = 1
    while at + depth < len(rows) and any(below.covered and below.column == place.column for below in rows[at + depth]):
        depth += 1
    return depth


def _paragraphs(block: Block, cell: Cell, look: str, theme: Theme) -> Iterator[Sentences]:
    role = block.role if isinstance(block, Paragraph) else "body"
    style = theme.styles["table-small" if role == "small" else look]
    size = half_points(style.size) / 2
    strong = style.strong or cell.header
    widths = widths_of(file_of(theme, style.face, strong, False), size, style.tracking * style.size, style.capitals)
    for line in (line for inlines in texts(block) for line in _lines(inlines)):
        words = [(widths[word], widths[word] + widths.space) for word in line.split(" ") if word]
        if words:
            yield fsum(spaced for _, spaced in words), style.leading, words


def _lines(inlines: Inlines) -> Iterator[str]:
    """What stands between forced ends of lines."""
    for forced, part in groupby(inlines, _is_break):
        if not forced:
            yield plain(part)


def _is_break(inline: Inline) -> bool:
    return isinstance(inline, LineBreak)
