"""Which glyph a font has for a character: its table `cmap` (OpenType 1.9), read where it is asked.

Of its subtables those are known that fonts of today have: segments (format 4), and groups (format 12), which go beyond
the first 65,536 characters and are preferred.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from struct import error, unpack_from

from briefgen.fonts import sfnt
from briefgen.fonts.sfnt import BadFont
from briefgen.theme.read import FONTS

_SEGMENTS, _GROUPS = 4, 12
_LAST = 0x10FFFF


class CharMap:
    """Character → glyph; glyph 0 where the font has none. Raises BadFont where the table is unsound."""

    def __init__(self, table: bytes) -> None:
        self._table = table
        try:
            self._read()
        except error as fault:
            raise BadFont("the table cmap is cut off") from fault
        if any(last < first for first, last in zip(self._firsts, self._lasts, strict=True)) or any(
            first <= last for first, last in zip(self._firsts[1:], self._lasts[:-1], strict=True)
        ):
            raise BadFont("the table cmap is not in order")

    def _read(self) -> None:
        table = self._table
        (count,) = unpack_from(">2xH", table)
        starts = {unpack_from(">H", table, at)[0]: at for at in unpack_from(">" + "4xL" * count, table, 4)}
        if (start := starts.get(_GROUPS)) is not None:
            (count,) = unpack_from(">L", table, start + 12)
            if count > len(table) // 12:
                raise BadFont("the table cmap is cut off")
            numbers = unpack_from(f">{3 * count}L", table, start + 16)
            self._firsts: Sequence[int] = numbers[::3]
            self._lasts: Sequence[int] = numbers[1::3]
            self._glyphs: Sequence[int] = numbers[2::3]
            self._offsets: Sequence[int] = ()
        elif (start := starts.get(_SEGMENTS)) is not None:
            count = unpack_from(">H", table, start + 6)[0] // 2
            self._lasts = unpack_from(f">{count}H", table, start + 14)
            at = start + 16 + 2 * count
            self._firsts = unpack_from(f">{count}H", table, at)
            self._glyphs = unpack_from(f">{count}H", table, at + 2 * count)
            self._at = at + 4 * count
            self._offsets = unpack_from(f">{count}H", table, self._at)
        else:
            raise BadFont("the table cmap has no subtable of format 4 or 12")

    def glyph(self, code: int) -> int:
        """The number of the glyph for a code point."""
        at = bisect_left(self._lasts, code)
        return self._of(at, code) if at < len(self._lasts) and self._firsts[at] <= code else 0

    def codes(self) -> Iterator[int]:
        """All code points that have a glyph, in order."""
        for at, (first, last) in enumerate(zip(self._firsts, self._lasts, strict=True)):
            yield from (code for code in range(first, min(last, _LAST) + 1) if self._of(at, code))

    def _of(self, at: int, code: int) -> int:
        if not self._offsets:
            return self._glyphs[at] + code - self._firsts[at]
        if code == 0xFFFF:  # no character; the last segment has to end with it
            return 0
        glyph = code
        if offset := self._offsets[at]:  # counted from where the offset itself stands
            place = self._at + 2 * at + offset + 2 * (code - self._firsts[at])
            glyph = int.from_bytes(self._table[place : place + 2], "big")
            if glyph == 0:
                return 0
        return (glyph + self._glyphs[at]) % 0x10000


@cache
def characters(name: str) -> frozenset[int]:
    """The code points that a font file beside the theme maps to a glyph."""
    data = (FONTS / name).read_bytes()
    return frozenset(CharMap(sfnt.table(data, sfnt.places(data), b"cmap")).codes())
