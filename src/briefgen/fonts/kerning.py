"""How much closer two letters stand, or further apart: the pairs of a font.

The table `GPOS`, feature `kern` (OpenType 1.9): pair adjustment by glyph (format 1) and by classes of glyphs (format
2). Read as HarfBuzz reads it: of a lookup's subtables the first that knows the pair counts, and class 0 of the second
glyph means that it does not. Only the advance of the first glyph is taken, as Latin, Greek and Cyrillic need it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from struct import unpack_from
from typing import NamedTuple, TypeAlias

_PAIRS, _EXTENSION = 2, 9
"""Kinds of lookup."""

_X_ADVANCE = 4
"""The bit of a value record's format; those below it stand before it in the record."""


class _Ranges(NamedTuple):
    """Glyph → number, by ranges in the order of their first glyphs: a coverage or a table of classes."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    values: Sequence[int]
    steps: int
    """1 where the number grows with the glyph, as a coverage index does; 0 for a class."""

    def find(self, glyph: int) -> int | None:
        """The number of a glyph."""
        at = bisect_right(self.firsts, glyph) - 1
        if at < 0 or glyph > self.lasts[at]:
            return None
        return self.values[at] + (glyph - self.firsts[at]) * self.steps


class _ByGlyph(NamedTuple):
    """For one first glyph: the pairs with each second one."""

    at: int
    record: int
    """Bytes of a pair's record: the second glyph, then the values."""
    before: int
    """Bytes of the values before the advance."""


class _ByClass(NamedTuple):
    """For one first glyph: the row of the values by classes of the second one."""

    at: int
    record: int
    """Bytes of the values of one class."""
    before: int
    second: int
    """Where the classes of second glyphs lie."""


_Row: TypeAlias = _ByGlyph | _ByClass


class Pairs:
    """The pairs of one font."""

    def __init__(self, table: bytes) -> None:
        self._table = table
        self._lookups = [list(_subtables(table, at)) for at in _lookups(table)]
        self._rows = cache(self._rows_of)
        self._classes = cache(self._classes_at)
        self._column = cache(self._column_of)

    def between(self, first: int, second: int) -> int:
        """What is added to the advance of the first glyph, in units of the font."""
        total = 0
        for rows in self._rows(first):
            for row in rows:
                if place := self._by_class(row, second) if isinstance(row, _ByClass) else self._by_glyph(row, second):
                    total += int(unpack_from(">h", self._table, place + row.before)[0])
                    break
        return total

    def _by_class(self, row: _ByClass, second: int) -> int:
        """The place of the pair's values; 0 where the row has none."""
        column = self._column(row.second, second)
        return row.at + column * row.record if column else 0

    def _by_glyph(self, row: _ByGlyph, second: int) -> int:
        """The place of the pair's values; 0 where the pair is not in the table."""
        low, high = 0, int(unpack_from(">H", self._table, row.at)[0])
        while low < high:
            middle = (low + high) // 2
            place = row.at + 2 + middle * row.record
            (glyph,) = unpack_from(">H", self._table, place)
            if glyph == second:
                return place + 2
            low, high = (middle + 1, high) if glyph < second else (low, middle)
        return 0

    def _rows_of(self, first: int) -> list[list[_Row]]:
        """What each lookup knows of a first glyph, subtable by subtable."""
        return [[row for at, covered in subtables if (row := self._row(at, covered, first))]
                for subtables in self._lookups]  # fmt: skip

    def _row(self, at: int, covered: _Ranges, first: int) -> _Row | None:
        index = covered.find(first)
        if index is None:
            return None
        table = self._table
        form, _, value1, value2 = unpack_from(">4H", table, at)
        before = 2 * (value1 & (_X_ADVANCE - 1)).bit_count()
        record = 2 * (value1.bit_count() + value2.bit_count())
        if form == 1:
            return _ByGlyph(at + unpack_from(">H", table, at + 10 + 2 * index)[0], record + 2, before)
        one, other, _, columns = unpack_from(">4H", table, at + 8)
        row = self._classes(at + one).find(first) or 0
        return _ByClass(at + 16 + row * columns * record, record, before, at + other)

    def _classes_at(self, at: int) -> _Ranges:
        return _classes(self._table, at)

    def _column_of(self, classes: int, second: int) -> int:
        return self._classes(classes).find(second) or 0


def _lookups(table: bytes) -> list[int]:
    """The places of the lookups that kern, whatever the script."""
    if not table:
        return []
    features, lookups = unpack_from(">HH", table, 6)
    (count,) = unpack_from(">H", table, features)
    wanted: set[int] = set()
    for index in range(count):
        tag, offset = unpack_from(">4sH", table, features + 2 + 6 * index)
        if tag == b"kern":
            (number,) = unpack_from(">H", table, features + offset + 2)
            wanted.update(unpack_from(f">{number}H", table, features + offset + 4))
    return [lookups + unpack_from(">H", table, lookups + 2 + 2 * index)[0] for index in sorted(wanted)]


def _subtables(table: bytes, lookup: int) -> Iterator[tuple[int, _Ranges]]:
    """The subtables that adjust pairs: their places, and the first glyphs that each covers."""
    kind, _, count = unpack_from(">3H", table, lookup)
    for offset in unpack_from(f">{count}H", table, lookup + 6):
        at, own = lookup + offset, kind
        if kind == _EXTENSION:
            own, further = unpack_from(">HI", table, at + 2)
            at += further
        coverage, values = unpack_from(">HH", table, at + 2)
        if own == _PAIRS and values & _X_ADVANCE:
            yield at, _coverage(table, at + coverage)


def _coverage(table: bytes, at: int) -> _Ranges:
    form, count = unpack_from(">HH", table, at)
    if form == 1:
        glyphs = unpack_from(f">{count}H", table, at + 4)
        return _Ranges(glyphs, glyphs, range(count), 1)
    numbers = unpack_from(f">{3 * count}H", table, at + 4)
    return _Ranges(numbers[::3], numbers[1::3], numbers[2::3], 1)


def _classes(table: bytes, at: int) -> _Ranges:
    form, first = unpack_from(">HH", table, at)
    if form == 1:
        (count,) = unpack_from(">H", table, at + 4)
        glyphs = range(first, first + count)
        return _Ranges(glyphs, glyphs, unpack_from(f">{count}H", table, at + 6), 0)
    numbers = unpack_from(f">{3 * first}H", table, at + 4)
    return _Ranges(numbers[::3], numbers[1::3], numbers[2::3], 0)
