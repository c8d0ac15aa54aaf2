"""A table as it is written → its rows, a strip each."""

from collections.abc import Sequence
from math import fsum

from msgspec.structs import replace

from briefgen.layout.setting.strip import Strip, stacked
from briefgen.theme import Tables
from briefgen.writers.docx.pagination.tags import Tag

_TALLEST_HEAD = 0.5
"""Of the page: a head higher than this is not repeated."""


class Rows:
    """The rows of a table that is being read."""

    def __init__(self, look: Tables, tallest: float) -> None:
        self._look, self._tallest = look, tallest
        self._rows: list[Strip] = []
        self._head: tuple[Strip, ...] = ()
        self._reaching: dict[int, float] = {}
        """Column → what a cell that reaches down needs of the rows that follow."""
        self.begin_row(Tag("row"))

    def begin_row(self, row: Tag) -> None:
        """A row of the head or the body."""
        self._in_head, self._height, self._column = row.head, 0.0, 0
        self._content: list[Strip] = []
        self._needed: dict[int, float] = {}

    def end_cell(self, cell: Tag, content: Sequence[Strip]) -> None:
        """The next cell of the row."""
        height = stacked(content)[0] + self._look.pad_top + self._look.pad_bottom
        if content:
            height += content[0].before + content[-1].after
        match cell.merge:
            case "begins":
                self._needed[self._column] = height
            case "goes on":
                self._needed[self._column] = self._reaching.pop(self._column, 0.0)
            case "":
                self._height = max(self._height, height)
        self._content += content
        self._column += cell.span

    def end_row(self) -> None:
        """The row is as high as its highest cell."""
        self._settle()
        height = max(self._height, self._look.pad_top) + self._look.inner_width
        if not (self._rows or self._head):
            height += self._look.outer_width  # the rule above the table
        self._reaching = {column: need - height for column, need in self._needed.items()}
        _, boxes, notes = stacked(self._content)
        keep = bool(self._content) and self._content[-1].keep  # all paragraphs of a row say so, or none
        rows = [Strip(height, tuple(boxes), notes, keep=keep)]
        while rows[-1].height > self._tallest:  # it runs on
            rest = rows[-1].height - self._tallest
            rows[-1:] = [replace(rows[-1], height=self._tallest, keep=False), Strip(rest, keep=keep)]
        if self._in_head:
            self._head += tuple(Strip(row.height) for row in rows)
        elif fsum(row.height for row in self._head) < self._tallest * _TALLEST_HEAD:
            rows = [replace(row, lead=self._head) for row in rows]
        self._rows += rows

    def finished(self) -> list[Strip]:
        """All rows, and the rule below the last."""
        self._settle()
        if self._rows:
            height = self._rows[-1].height + self._look.outer_width - self._look.inner_width
            self._rows[-1] = replace(self._rows[-1], height=height)
        return self._rows

    def _settle(self) -> None:
        """What a cell needs beyond the rows that it reaches over, the last of them gives."""
        if (late := max(self._reaching.values(), default=0.0)) > 0:
            self._rows[-1] = replace(self._rows[-1], height=self._rows[-1].height + late)
        self._reaching = {}
