"""Tables too wide for their measure, for formats that set no pages themselves: whether the page is turned sideways for
one, and into which groups of columns it is parted. Decided as the layout decides, so that all formats show the same.
"""

from briefgen.document import Document, Table
from briefgen.layout.compose.anchors import NONE
from briefgen.layout.compose.blocks import compose_all
from briefgen.layout.compose.composer import Composer, Room
from briefgen.layout.compose.surroundings import TEXT
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.matter import Grid, Spread
from briefgen.layout.setting.groups import parted, turns
from briefgen.layout.setting.measure import column_extents
from briefgen.theme import Theme


class WideTables:
    """Which tables of a document are too wide, and what is done about it. Widths in points."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self._document, self._theme = document, theme

    def is_turned(self, table: Table, width: float, across: float) -> bool:
        """Whether a table of the text takes a page turned sideways, `across` wide, in place of one `width` wide."""
        if across <= width:
            return False
        grid = self._grid(table, width)
        return grid is not None and turns(column_extents(grid, self._theme.table), width, across)

    def groups(self, table: Table, width: float) -> tuple[tuple[int, ...], ...]:
        """The columns of each group, the first column in each where it is repeated; nothing where a table is whole."""
        grid = self._grid(table, width)
        if grid is None:
            return ()
        key, spans = parted(grid, column_extents(grid, self._theme.table), width)
        return tuple((*range(key), *range(first, end)) for first, end in spans) if len(spans) > 1 else ()

    def _grid(self, table: Table, width: float) -> Grid | None:
        composer = Composer(self._document, self._theme, Room(width, width, 1), NONE)
        made = compose_table(composer, table, 0, TEXT, compose_all)
        return next((matter.grid for matter in made if isinstance(matter, Spread)), None)
