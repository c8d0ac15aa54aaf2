"""Rows of a chart: an option each, its name beside it where there is room, else above."""

import msgspec

from briefgen.charts.drawing import Ink, Path, Shape, Stroke
from briefgen.charts.lettering import QUIET, TEXT, Lettering
from briefgen.document import Inlines

NARROW = 320.0
"""Below this width names stand above their rows."""

HAIR = Stroke(Ink("hairline"), 0.5)
_PADDING = 4.5
_NAMES = 0.26
"""Of the width, at the most."""


class Names(msgspec.Struct, frozen=True):
    """The column of names."""

    letters: Lettering
    small: Lettering
    width: float
    """Of the whole chart."""
    column: float
    """Of the names; 0 where they stand above."""

    @property
    def left(self) -> float:
        """Where the rows begin."""
        return self.column + 10 if self.column else 0.0


class Row(msgspec.Struct, frozen=True):
    """One row: its name, and where the bar stands in it."""

    name: tuple[str, ...]
    remark: tuple[str, ...]
    height: float
    bar: float
    """From the top of the row to the top of its bar."""


def names(labels: list[Inlines], remarks: list[Inlines], letters: Lettering, small: Lettering, width: float) -> Names:
    """The column that the names take."""
    if width < NARROW:
        return Names(letters, small, width, 0.0)
    widest = max([letters.extent(label, strong=True) for label in labels] + [small.extent(each) for each in remarks])
    return Names(letters, small, width, min(widest, width * _NAMES))


def row(names: Names, label: Inlines, remark: Inlines, thick: float) -> Row:
    """A row with a bar of a thickness."""
    room = names.column or names.width
    name = names.letters.lines(label, room, strong=True)
    said = names.small.lines(remark, room, italic=True)
    words = len(name) * names.letters.leading + len(said) * names.small.leading
    if not names.column:
        return Row(tuple(name), tuple(said), words + 2 + thick + 2 * _PADDING, _PADDING + words + 2)
    high = max(words, thick)
    first = min(names.letters.leading, words)
    bar = (high - thick) / 2 if words <= thick or len(name) + len(said) == 1 else max((first - thick) / 2, 0)
    return Row(tuple(name), tuple(said), high + 2 * _PADDING, _PADDING + bar)


def named(names: Names, row: Row, top: float) -> list[Shape]:
    """The name of a row."""
    words = len(row.name) * names.letters.leading + len(row.remark) * names.small.leading
    alone = names.column > 0 and len(row.name) + len(row.remark) == 1
    y = top + ((row.height - words) / 2 if alone else _PADDING)
    after = y + len(row.name) * names.letters.leading
    return [
        *names.letters.stacked(list(row.name), 0, y, TEXT, strong=True),
        *names.small.stacked(list(row.remark), 0, after, QUIET, italic=True),
    ]


def ruled(width: float, y: float) -> Shape:
    """A hairline between rows."""
    return Path(((0, y), (width, y)), HAIR)
