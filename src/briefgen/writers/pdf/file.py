"""Objects → the bytes of a PDF file: small objects packed into object streams, a cross-reference stream at the end."""

import hashlib
import zlib
from itertools import islice
from struct import Struct

_PACKED = 200
"""Objects in one object stream."""

_ROW = Struct(">BIH")
"""A row of the cross-reference stream: kind, place, index (ISO 32000-1, 7.5.8.3)."""

_LEVEL = 6
"""Of compression: 9 takes twice the time and saves 1 % of a brief."""

_DEFLATED = b"/Filter/FlateDecode"


def dictionary(**entries: bytes | int | float) -> bytes:
    """A dictionary from already written values; `dictionary(Type=b"/Font")`."""
    return b"<<%s>>" % b"".join(b"/%s %s" % (key.encode(), value if isinstance(value, bytes) else number(value))
                                for key, value in entries.items())  # fmt: skip


def number(value: float) -> bytes:
    """A number with at most three decimals."""
    return (f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)).encode()


LONGEST_STRING = 32_767
"""Bytes of a string (PDF/A: ISO 19005-3, 6.1.13)."""


def fitting(value: str) -> str:
    """A text that a string can hold: one that is too long ends with its last whole word and an ellipsis."""
    if len(value) * (1 if value.isascii() and value.isprintable() else 4) + 2 <= LONGEST_STRING:
        return value  # without a look at each letter, as nearly always
    if len(_encoded(value)) <= LONGEST_STRING:
        return value
    room = LONGEST_STRING - len(_encoded("…"))
    start = _encoded(value)[:room].decode("utf-16", "ignore")
    words = start.rpartition(" ")[0] if " " in start[-200:] else start
    return f"{words.rstrip()}…"


def _encoded(value: str) -> bytes:
    return b"\xfe\xff" + value.encode("utf-16-be", "replace")


def text(value: str) -> bytes:
    """A text string: ASCII as it is, all else as UTF-16."""
    value = fitting(value)
    if value.isascii() and value.isprintable():
        return b"(" + value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode() + b")"
    return b"<" + _encoded(value).hex().upper().encode() + b">"


def name(value: str) -> bytes:
    """A name, with everything unusual in it escaped."""
    return b"/" + b"".join(
        bytes([byte]) if (chr(byte).isalnum() and byte < 128) or byte in b"+-._" else b"#%02X" % byte
        for byte in value.encode()
    )


def reference(number: int) -> bytes:
    """A reference to an object."""
    return b"%d 0 R" % number


def array(items: list[bytes]) -> bytes:
    """An array of written values."""
    return b"[" + b" ".join(items) + b"]"


def _differences(table: bytes) -> bytes:
    """Each row as its difference from the one above (ISO 32000-1, 7.4.4.4: predictor Up), which takes less room.

    All bytes are subtracted at once, as two long numbers. The highest bit of each is kept out of it, so that none
    borrows from its neighbour (Warren, Hacker's Delight, 2-18).
    """
    here, above = int.from_bytes(table), int.from_bytes(bytes(_ROW.size) + table[: -_ROW.size])
    high = int.from_bytes(b"\x80" * len(table))
    rows = (((here | high) - (above & ~high)) ^ ((here ^ ~above) & high)).to_bytes(len(table))
    return b"".join(b"\x02" + rows[at : at + _ROW.size] for at in range(0, len(rows), _ROW.size))


def deflated(data: bytes) -> bytes:
    """The data of a stream, compressed."""
    return zlib.compress(data, _LEVEL)


class File:
    """A PDF file as it grows. Objects are numbered in the order in which they are added or reserved."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._objects.append(b"null")
        return len(self._objects)

    def put(self, number: int, data: bytes) -> None:
        """The object for a reserved number."""
        self._objects[number - 1] = data

    def add(self, data: bytes) -> int:
        """An object; returns its number."""
        self._objects.append(data)
        return len(self._objects)

    def stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        """A stream; returns its number."""
        number = self.reserve()
        self.put_stream(number, data, entries, compress)
        return number

    def put_stream(self, number: int, data: bytes, entries: bytes = b"", compress: bool = True) -> None:
        """The stream for a reserved number. `entries` go into its dictionary."""
        if compress:
            data = deflated(data)
            entries += _DEFLATED
        self._put_stream(number, data, entries)

    def packed(self, data: bytes, entries: bytes = b"") -> int:
        """A stream whose data are `deflated` already; returns its number."""
        number = self.reserve()
        self._put_stream(number, data, entries + _DEFLATED)
        return number

    def _put_stream(self, number: int, data: bytes, entries: bytes) -> None:
        self.put(number, b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data))
        self._streams.add(number)

    def finish(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is a digest of its content. Objects are let go as they get their places."""
        out = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        at, digest = len(out[0]), hashlib.sha256(out[0])
        first = len(self._objects) + 1
        last = first + -(-(len(self._objects) - len(self._streams)) // _PACKED)
        packed = (number for number in range(1, first) if number not in self._streams)
        table = bytearray((last + 1) * _ROW.size)
        _ROW.pack_into(table, 0, 0, 0, 65535)

        def place(number: int, data: bytes) -> None:
            nonlocal at
            _ROW.pack_into(table, number * _ROW.size, 1, at, 0)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (number, data))
            at += len(out[-1])
            digest.update(out[-1])

        for number in sorted(self._streams):
            place(number, self._taken(number))
        for holder in range(first, last):
            chunk = list(islice(packed, _PACKED))
            for index, number in enumerate(chunk):
                _ROW.pack_into(table, number * _ROW.size, 2, holder, index)
            place(holder, self._object_stream(chunk))
        _ROW.pack_into(table, last * _ROW.size, 1, at, 0)
        identifier = digest.hexdigest()[:32].encode()
        written = deflated(_differences(bytes(table)))
        out.append(
            b"%d 0 obj\n<</Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length %d>>"
            b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
            % (last, last + 1, root, info, identifier, identifier, len(written), written, at)
        )
        return b"".join(out)

    def _taken(self, number: int) -> bytes:
        data, self._objects[number - 1] = self._objects[number - 1], b""
        return data

    def _object_stream(self, numbers: list[int]) -> bytes:
        head, body, at = [], [], 0
        for number in numbers:
            data = self._taken(number)
            head.append(b"%d %d" % (number, at))
            body.append(data)
            at += len(data) + 1
        first = b" ".join(head) + b"\n"
        data = deflated(first + b"\n".join(body))
        return b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
            len(numbers), len(first), len(data), data,
        )  # fmt: skip
