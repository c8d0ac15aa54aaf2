"""Tables that are too wide, for formats that break no pages themselves: whether one takes a landscape page, and into
which groups of columns it is divided. All formats show the same."""

from typing import NamedTuple

from briefgen.document import Document, Table
from briefgen.layout.boxes import TableGridBox, TableWrapperBox
from briefgen.layout.column_widths import column_intrinsic_widths
from briefgen.layout.compose.blocks import compose_all
from briefgen.layout.compose.composer import NONE, Composer, PageArea
from briefgen.layout.compose.paragraphs import TEXT
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.tables import column_groups, column_widths, divided_into_groups, needs_landscape
from briefgen.theme import Theme

RESERVE = 1.3
"""How much wider text may be in a substitute font."""


class ColumnGroup(NamedTuple):
    """Columns of a table that are shown together."""

    columns: tuple[int, ...]
    """Their numbers; empty for all columns."""
    widths: list[float]


class WideTables:
    """The layout of tables that are too wide. Widths in points."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self._document, self._theme = document, theme
        self._grids: dict[tuple[int, float], tuple[Table, TableGridBox | None]] = {}

    def is_landscape(self, table: Table, width: float, across: float) -> bool:
        """Whether a table of the text takes a landscape page, `across` wide, instead of one `width` wide."""
        if across <= width:
            return False
        grid = self._grid(table, width)
        return grid is not None and needs_landscape(column_intrinsic_widths(grid, self._theme.table), width, across)

    def groups(self, table: Table, width: float) -> list[ColumnGroup]:
        """The columns of a table with their widths, in several groups if it is too wide; the first column is in each
        group if it is repeated. Empty for a table without cells."""
        grid = self._grid(table, width)
        if grid is None:
            return []
        tables = self._theme.table
        columns = column_intrinsic_widths(grid, tables)
        key, spans = divided_into_groups(grid, columns, width)
        shown = [(*range(key), *range(first, end)) for first, end in spans] if len(spans) > 1 else [()]
        return [
            ColumnGroup(
                numbers,
                column_widths(
                    group, columns if group is grid else column_intrinsic_widths(group, tables), width, tables, RESERVE
                ),
            )
            for numbers, group in zip(shown, column_groups(grid, columns, width), strict=True)
        ]

    def widths(self, table: Table, width: float) -> list[float]:
        """The widths of all columns of a table that is not divided, however narrow they are."""
        grid = self._grid(table, width)
        if grid is None:
            return []
        return column_widths(grid, column_intrinsic_widths(grid, self._theme.table), width, self._theme.table, RESERVE)

    def _grid(self, table: Table, width: float) -> TableGridBox | None:
        key = id(table), width  # used for the orientation and then for the columns
        if key not in self._grids:
            composer = Composer(self._document, self._theme, PageArea(width, width, 1), NONE)
            made = compose_table(composer, table, 0, TEXT, compose_all)
            self._grids[key] = table, next((box.grid for box in made if isinstance(box, TableWrapperBox)), None)
        return self._grids[key][1]
