"""What a font file says of itself (OpenType 1.9): in its table OS/2, its kind of letter and its scripts; in its table
cmap, the characters that it has."""

from collections.abc import Iterator
from functools import cache
from struct import unpack_from

import msgspec

from briefgen.theme.read import FONTS


class Description(msgspec.Struct, frozen=True):
    """What a program compares that looks for a font like this one."""

    panose: str
    """Ten numbers that tell the kind of letter, as hexadecimal digits."""
    scripts: tuple[int, int, int, int]
    """Blocks of Unicode that it covers, a bit each."""
    pages: tuple[int, int]
    """Code pages of Windows that it covers, a bit each."""


def file(name: str) -> bytes:
    """The bytes of a font file beside the theme."""
    return (FONTS / name).read_bytes()


@cache
def description(name: str) -> Description:
    """What the table OS/2 of a font file says."""
    data = file(name)
    start = _table(data, b"OS/2")
    return Description(
        panose=data[start + 32 : start + 42].hex().upper(),
        scripts=unpack_from(">4L", data, start + 42),
        pages=unpack_from(">2L", data, start + 78),
    )


def _table(data: bytes, wanted: bytes) -> int:
    """Where a table of a font file begins."""
    count = unpack_from(">H", data, 4)[0]
    records = (unpack_from(">4s4xL", data, 12 + 16 * at) for at in range(count))
    found: int = next(offset for tag, offset in records if tag == wanted)
    return found


@cache
def characters(name: str) -> frozenset[int]:
    """The code points that a font file maps to a glyph: those of its subtables of segments (format 4) and of groups
    (format 12)."""
    data = file(name)
    start = _table(data, b"cmap")
    subtables = {unpack_from(">4xL", data, start + 4 + 8 * at)[0] for at in range(unpack_from(">2xH", data, start)[0])}
    found: set[int] = set()
    for offset in subtables:
        match unpack_from(">H", data, start + offset)[0]:
            case 4:
                found.update(_of_segments(data, start + offset))
            case 12:
                found.update(_of_groups(data, start + offset))
    return frozenset(found)


def _of_segments(data: bytes, start: int) -> Iterator[int]:
    count = unpack_from(">H", data, start + 6)[0] // 2
    ends = unpack_from(f">{count}H", data, start + 14)
    rest = start + 16 + 2 * count
    firsts, deltas, offsets = (unpack_from(f">{count}H", data, rest + 2 * count * at) for at in range(3))
    for at, (first, last, delta, offset) in enumerate(zip(firsts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:  # counted from where the offset itself stands
                glyph = unpack_from(">H", data, rest + 4 * count + 2 * at + offset + 2 * (code - first))[0]
                if glyph == 0:
                    continue
            if (glyph + delta) % 0x10000:
                yield code


def _of_groups(data: bytes, start: int) -> Iterator[int]:
    for at in range(unpack_from(">L", data, start + 12)[0]):
        first, last, glyph = unpack_from(">3L", data, start + 16 + 12 * at)
        yield from range(first if glyph else first + 1, last + 1)
