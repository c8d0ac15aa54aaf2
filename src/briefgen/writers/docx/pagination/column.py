"""A story as it is written → strips, one below the other: paragraphs by their lines, tables by their rows."""

from collections.abc import Set
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefgen.layout.setting.strip import Strip
from briefgen.theme import Tables
from briefgen.writers.docx.pagination.paragraphs import strips_of
from briefgen.writers.docx.pagination.rows import Rows
from briefgen.writers.docx.pagination.shapes import Shapes
from briefgen.writers.docx.pagination.tags import Tag, tags


class Column(NamedTuple):
    """What is known of a column of text before it is read."""

    shapes: Shapes
    tables: Tables
    tallest: float
    """A row of a table is broken where it is higher."""
    wanted: Set[str]
    """The bookmarks that are looked for."""


class _Open(NamedTuple):
    """A table that is being read, and what stands around it."""

    rows: Rows
    measure: float
    before: list[Strip]


class _Reading:
    """A story, as far as it is read."""

    def __init__(self, column: Column, measure: float) -> None:
        self._column, self._measure = column, measure
        self.strips: list[Strip] = []
        """Of the column, or of the cell that is being read."""
        self._tables: list[_Open] = []
        self._cells: list[Tag] = []
        self._box, self._pad = "", 0.0

    def paragraph(self, properties: str, content: str) -> None:
        """A paragraph: the inside of its `w:pPr`, and what follows that."""
        shape = self._column.shapes[properties]
        strips = strips_of(content, shape, self._measure, self._column.wanted)
        if shape.box != self._box:
            self.end_box()
            self._box, self._pad = shape.box, shape.pad
            strips[0] = replace(strips[0], height=strips[0].height + shape.pad)
        if shape.opens:
            strips[0] = replace(strips[0], opens=True)
        self.strips += strips

    def end_box(self) -> None:
        """The box around the last paragraphs, if there is one, ends with them."""
        if self._box and self.strips:
            self.strips[-1] = replace(self.strips[-1], height=self.strips[-1].height + self._pad)
        self._box = ""

    def tag(self, tag: Tag) -> None:
        """A tag of a table."""
        match tag.kind:
            case "table":
                self.end_box()
                self._tables.append(_Open(Rows(self._column.tables, self._column.tallest), self._measure, self.strips))
            case "row":
                self._tables[-1].rows.begin_row(tag)
            case "cell":
                self._cells.append(tag)
                self._measure, self.strips = tag.width - 2 * self._column.tables.pad_x, []
            case "end of cell":
                self.end_box()
                self._tables[-1].rows.end_cell(self._cells.pop(), self.strips)
            case "end of row":
                self._tables[-1].rows.end_row()
            case "end of table":
                rows, self._measure, before = self._tables.pop()
                self.strips = [*before, *rows.finished()]
            case _:
                assert_never(tag.kind)


def read(xml: str, measure: float, column: Column) -> list[Strip]:
    """The strips of a story, or of a stretch of one."""
    reading = _Reading(column, measure)
    before, *paragraphs = xml.split("<w:p><w:pPr>")
    for tag in tags(before):
        reading.tag(tag)
    for paragraph in paragraphs:
        properties, _, rest = paragraph.partition("</w:pPr>")
        content, _, between = rest.partition("</w:p>")
        reading.paragraph(properties, content)
        if between:
            for tag in tags(between):
                reading.tag(tag)
    reading.end_box()
    return reading.strips
