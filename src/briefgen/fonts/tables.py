"""What a font file says of itself in its table OS/2 (OpenType 1.9): its kind of letter, its scripts, its licence."""

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
    tables = unpack_from(">H", data, 4)[0]
    records = (unpack_from(">4s4xL", data, 12 + 16 * at) for at in range(tables))
    start = next(offset for tag, offset in records if tag == b"OS/2")
    return Description(
        panose=data[start + 32 : start + 42].hex().upper(),
        scripts=unpack_from(">4L", data, start + 42),
        pages=unpack_from(">2L", data, start + 78),
    )
