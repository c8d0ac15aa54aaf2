"""The column of names at the left of a chart's rows. Word has no other place for them, however narrow the chart is."""

from msgspec.structs import replace

from briefgen.charts.lettering import labels, remarks
from briefgen.charts.rows import NARROW, Names, names
from briefgen.document import Inlines
from briefgen.theme import Theme

_MOST = 0.4
"""Of the width."""

_STAND_IN = 1.2
"""How much wider names may run in letters that stand in for ours."""


def column_of(given: list[Inlines], said: list[Inlines], theme: Theme, width: float) -> Names:
    """The column that names take, with the remarks below them."""
    if not given:
        given = [()]
    found = names(given, said, labels(theme), remarks(theme), max(width, NARROW))
    return replace(found, width=width, column=min(max(found.column, 1.0), width * _MOST))


def in_wider_letters(column: Names) -> Names:
    """The column as names fill it in letters that stand in for ours: rows are as high as these want, so that no name
    runs into the next."""
    return replace(column, column=column.column / _STAND_IN)
