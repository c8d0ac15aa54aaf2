"""What a font file says of itself to systems: its kind of letter and its scripts (OpenType 1.9, `OS/2`)."""

from functools import cache
from struct import unpack_from

import msgspec

from briefgen.fonts import sfnt
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
    table = sfnt.table(data, sfnt.places(data), b"OS/2", 86)
    return Description(
        panose=table[32:42].hex().upper(),
        scripts=unpack_from(">4L", table, 42),
        pages=unpack_from(">2L", table, 78),
    )
