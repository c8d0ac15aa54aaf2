"""A font program with the tables that a PDF needs of it, and no others (ISO 32000-1, 9.9).

What is left out says who made the font, and how systems list it: a third of a small subset.
"""

import struct

_NEEDED = (b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
_HEAD, _ROW = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
_ADJUSTMENT = 8
"""Where the head table has the check sum of the whole file (OpenType 1.9, `head`)."""
_MAGIC = 0xB1B0AFBA


def lean(program: bytes) -> bytes:
    """A TrueType program without the tables that only systems read."""
    version, count, *_ = _HEAD.unpack_from(program)
    tables = {}
    for number in range(count):
        tag, _, at, length = _ROW.unpack_from(program, _HEAD.size + number * _ROW.size)
        if tag in _NEEDED:
            tables[tag] = program[at : at + length]
    head = tables[b"head"]
    tables[b"head"] = head[:_ADJUSTMENT] + bytes(4) + head[_ADJUSTMENT + 4 :]
    made = _program(version, tables)
    place = made.index(tables[b"head"], _HEAD.size + len(tables) * _ROW.size) + _ADJUSTMENT
    return made[:place] + struct.pack(">L", (_MAGIC - _sum(made)) & 0xFFFFFFFF) + made[place + 4 :]


def _program(version: bytes, tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, each begun at a multiple of four bytes (OpenType 1.9, font file)."""
    power = len(tables).bit_length() - 1
    out = _HEAD.pack(version, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    at = _HEAD.size + len(tables) * _ROW.size
    body = b""
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        out += _ROW.pack(tag, _sum(padded), at + len(body), len(data))
        body += padded
    return out + body


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
