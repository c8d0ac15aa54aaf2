"""Tables too wide for their measure, for formats that set no pages themselves: whether the page is turned sideways for
one, and into which groups of columns it is parted. Decided as the layout decides, so that all formats show the same.
"""

from collections import defaultdict
from math import fsum

from briefgen.document import Document, Paragraph, Table, plain
from briefgen.document.spans import placed
from briefgen.fonts import capitals, file_of, load
from briefgen.layout.compose.anchors import NONE
from briefgen.layout.compose.blocks import compose_all
from briefgen.layout.compose.composer import Composer, Room
from briefgen.layout.compose.surroundings import TEXT
from briefgen.layout.compose.tables import compose_table
from briefgen.layout.matter import Grid, Spread
from briefgen.layout.setting.groups import LONGEST, SIDEWAYS, UPRIGHT, parted, turns
from briefgen.layout.setting.measure import column_extents
from briefgen.locale import tied
from briefgen.theme import TextStyle, Theme

_MORE, _ROOM = 1.1, 10.0
"""What a word may be wider than in the quick look, as a factor and in points: a mark, or a letter of another font."""


class WideTables:
    """Which tables of a document are too wide, and what is done about it. Widths in points."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self._document, self._theme = document, theme
        self._looks: dict[int, list[float] | None] = {}
        """Of a table, by its identity, since the document holds it."""

    def is_turned(self, table: Table, width: float, across: float) -> bool:
        """Whether a table of the text takes a page turned sideways, `across` wide, in place of one `width` wide."""
        if across <= width or self._fits(table, width, UPRIGHT):
            return False
        grid = self._grid(table, width)
        return grid is not None and turns(column_extents(grid, self._theme.table), width, across)

    def groups(self, table: Table, width: float) -> tuple[tuple[int, ...], ...]:
        """The columns of each group, the first column in each where it is repeated; nothing where a table is whole."""
        if self._fits(table, width, SIDEWAYS):
            return ()
        grid = self._grid(table, width)
        if grid is None:
            return ()
        key, spans = parted(grid, column_extents(grid, self._theme.table), width)
        return tuple((*range(key), *range(first, end)) for first, end in spans) if len(spans) > 1 else ()

    def _grid(self, table: Table, width: float) -> Grid | None:
        composer = Composer(self._document, self._theme, Room(width, width, 1), NONE)
        made = compose_table(composer, table, 0, TEXT, compose_all)
        return next((matter.grid for matter in made if isinstance(matter, Spread)), None)

    def _fits(self, table: Table, width: float, comfort: float) -> bool:
        """Whether the columns have room, by a quick look that never takes one for narrower than it is. Most have, and
        need no composing."""
        if id(table) not in self._looks:
            self._looks[id(table)] = _quick_look(table, self._document.lang, self._theme)
        least = self._looks[id(table)]
        return least is not None and fsum(min(max(each, comfort), width * LONGEST) for each in least) <= width


def _quick_look(table: Table, lang: str, theme: Theme) -> list[float] | None:
    """What each column needs at most for its longest word; None where more than words stands in it."""
    columns, head, body = placed(table)
    own, across = [0.0] * columns, [0.0] * columns
    for look, lines in ((theme.styles["table-head"], head), (theme.styles["table"], body)):
        texts: dict[tuple[int, int], list[str]] = defaultdict(list)
        for line in lines:
            for at in line:
                for block in at.cell.blocks if at.cell else ():
                    if not isinstance(block, Paragraph):
                        return None
                    texts[at.column, at.colspan].append(plain(block.content))
        for (column, span), found in texts.items():
            # What is tied is told by what stands beside it: nothing is tied to a stroke.
            widest = _widest(theme, look, tied(" | ".join(found), lang)) * _MORE + _ROOM + 2 * theme.table.pad_x
            if span == 1:
                own[column] = max(own[column], widest)
            else:
                across[column : column + span] = [each + widest / span for each in across[column : column + span]]
    return [one + other for one, other in zip(own, across, strict=True)]


def _widest(theme: Theme, look: TextStyle, text: str) -> float:
    """The width of the longest word in bold letters, which are the wider ones."""
    font = load(file_of(theme, look.face, strong=True, italic=False))
    widest = 0.0
    for word in set((capitals(text) if look.capitals else text).split(" ")):
        try:
            wide = font.width(word)
        except KeyError:
            wide = float(len(word))
        widest = max(widest, wide + look.tracking * len(word))
    return widest * look.size
