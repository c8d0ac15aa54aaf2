"""The file of a TrueType font: a directory, and tables of bytes (OpenType 1.9, “Organization of an OpenType Font”).

Read with suspicion: whatever does not fit into the file is a `BadFont`, and no table is longer than the file.
"""

import struct
from collections.abc import Mapping
from typing import TypeAlias

_HEAD, _ROW = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")
_TRUETYPE = (b"\0\1\0\0", b"true")
_LARGEST = 64 << 20
_ADJUSTMENT = 8
"""Where the head table has the check sum of the whole file (OpenType 1.9, `head`)."""
_MAGIC = 0xB1B0AFBA


class BadFont(ValueError):  # noqa: N818  (said of a file)
    """The bytes are not a TrueType font that can be read."""


Places: TypeAlias = Mapping[bytes, tuple[int, int]]
"""Tag of a table → where it begins in the file, and its length."""


def places(data: bytes) -> Places:
    """The tables of a file. Raises BadFont."""
    if len(data) < _HEAD.size or len(data) > _LARGEST or data[:4] not in _TRUETYPE:
        raise BadFont("not a TrueType font")
    _, count, *_ = _HEAD.unpack_from(data)
    if len(data) < _HEAD.size + count * _ROW.size:
        raise BadFont("the directory of tables is cut off")
    found = {}
    for row in range(count):
        tag, _, at, length = _ROW.unpack_from(data, _HEAD.size + row * _ROW.size)
        if at + length > len(data):
            raise BadFont(f"the table {tag!r} is cut off")
        found[tag] = at, length
    return found


def table(data: bytes, found: Places, tag: bytes, least: int = 0) -> bytes:
    """The bytes of a table, of which there must be `least`. Raises BadFont."""
    at, length = found.get(tag, (0, 0))
    if length < least:
        raise BadFont(f"the table {tag!r} is too short, or not there")
    return data[at : at + length]


def program(tables: Mapping[bytes, bytes]) -> bytes:
    """The file of such tables, each begun at a multiple of four bytes, with all check sums. `head` must be there."""
    head = tables[b"head"]
    tables = {**tables, b"head": head[:_ADJUSTMENT] + bytes(4) + head[_ADJUSTMENT + 4 :]}
    power = len(tables).bit_length() - 1
    directory = _HEAD.pack(_TRUETYPE[0], len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    start, parts, at_head = _HEAD.size + len(tables) * _ROW.size, [], 0
    at = start
    for tag, content in sorted(tables.items()):
        padded = content + bytes(-len(content) % 4)
        directory += _ROW.pack(tag, _sum(padded), at, len(content))
        if tag == b"head":
            at_head = at + _ADJUSTMENT
        parts.append(padded)
        at += len(padded)
    made = directory + b"".join(parts)
    return made[:at_head] + struct.pack(">L", (_MAGIC - _sum(made)) & 0xFFFFFFFF) + made[at_head + 4 :]


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
