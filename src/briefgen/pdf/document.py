"""ReportLab's document, written compactly: object streams and a cross-reference stream."""

import hashlib
import zlib
from struct import Struct

from reportlab.pdfbase import pdfdoc

# ReportLab writes one object after the other and a plain cross-reference table: 2.6 times the bytes, most of
# them a structure tree. Its streams lack the line end before `endstream` that PDF/A requires (ISO 19005-3,
# 6.1.7.1), and its file identifier covers no content.

_LEVEL = 6
"""Compression level: 9 takes twice the time and saves 1 % of a brief."""

_PACKED = 200
"""Objects in one object stream (ISO 32000-1, 7.5.7)."""
_ROW = Struct(">BIH")
"""A row of the cross-reference stream: kind, offset or object stream, index (ISO 32000-1, 7.5.8)."""


LONGEST_STRING = 32_767
"""Most bytes of a string (PDF/A: ISO 19005-3, 6.1.13)."""


def fitting(value: str) -> str:
    """A text shortened to what a PDF string can hold, ending with a whole word and an ellipsis."""
    if len(_encoded(value)) <= LONGEST_STRING:
        return value
    room = LONGEST_STRING - len(_encoded("…"))
    start = _encoded(value)[:room].decode("utf-16", "ignore")
    words = start.rpartition(" ")[0] if " " in start[-200:] else start
    return f"{words.rstrip()}…"


def _encoded(value: str) -> bytes:
    return b"\xfe\xff" + value.encode("utf-16-be", "replace")


def text(value: str) -> str:
    """A text string: ASCII unchanged, everything else as UTF-16."""
    value = fitting(value)
    if value.isascii() and value.isprintable():
        return "(" + value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<{_encoded(value).hex().upper()}>"


class Information(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """The information dictionary. ReportLab's own invents a date and an author."""

    __RefOnly__ = 1
    entries = ""

    def digest(self, _: object) -> None:
        """Add nothing to ReportLab's identifier, which is not written."""

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        """The dictionary as written."""
        return f"<<{self.entries}>>".encode("latin-1")


class PdfFile(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The objects of one file.

    Most are ReportLab's. The thousands of structure elements and annotations are written by `put`, since ReportLab
    holds every object in four dictionaries until the end.
    """

    def __init__(self, lang: str) -> None:
        super().__init__(compression=1, invariant=1, lang=lang)
        self._written: dict[int, bytes] = {}
        self.info = Information()

    def reserve(self) -> int:
        """Reserve an object number."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def put(self, number: int, data: str) -> None:
        """Write the object of a reserved number."""
        self._written[number] = data.encode("latin-1")

    def add(self, data: str) -> str:
        """Write an object; return the reference to it."""
        number = self.reserve()
        self.put(number, data)
        return f"{number} 0 R"

    def stream(self, data: bytes, entries: str = "", compress: bool = True) -> str:
        """Write a stream; return the reference to it."""
        number = self.reserve()
        self._written[number] = _stream(data, entries.encode("latin-1"), compress)
        return f"{number} 0 R"

    def format(self) -> bytes:
        """The whole file."""
        root, info = self.Reference(self.Catalog).format(self), self.Reference(self.info).format(self)
        out, rows = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], [(0, 0, 65535)]
        at, digest = len(out[0]), hashlib.sha256(out[0])
        packed: list[list[tuple[int, bytes]]] = [[]]

        def place(number: int, data: bytes) -> None:
            nonlocal at
            rows.append((1, at, 0))
            out.append(b"%d 0 obj\n%s\nendobj\n" % (number, data))
            at += len(out[-1])
            digest.update(out[-1])

        number = 1
        while number <= self.objectcounter:  # formatting an object may add others
            data = self._written.pop(number, None) or self._formatted(number)
            if data.endswith(b"endstream"):
                place(number, data)
            else:
                if len(packed[-1]) == _PACKED:
                    packed.append([])
                rows.append((2, len(packed) - 1, len(packed[-1])))
                packed[-1].append((number, data))
            number += 1
        rows = [(kind, where + number if kind == 2 else where, index) for kind, where, index in rows]
        for holder, objects in enumerate(packed, number):
            place(holder, _object_stream(objects))
            objects.clear()
        rows.append((1, at, 0))
        identifier = digest.hexdigest()[:32].encode()
        entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %s/Info %s/ID[<%s><%s>]" % (
            len(rows), root, info, identifier, identifier,
        )  # fmt: skip
        table = _stream(b"".join(_ROW.pack(*row) for row in rows), entries)
        out.append(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(rows) - 1, table, at))
        return b"".join(out)

    def _formatted(self, number: int) -> bytes:
        """An object of ReportLab's, released afterwards."""
        name = self.numberToId[number]
        data: bytes = pdfdoc.format(self.idToObject[name], self, toplevel=1)
        self.idToObject[name] = None
        ending = b"endstream\n"
        return data.removesuffix(ending) + b"\nendstream" if data.endswith(ending) else data


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    offsets, at = [], 0
    for number, data in objects:
        offsets.append(b"%d %d" % (number, at))
        at += len(data) + 1
    head = b" ".join(offsets) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _stream(head + b"\n".join(data for _, data in objects), entries)


def _stream(data: bytes, entries: bytes, compress: bool = True) -> bytes:
    if compress:
        data, entries = zlib.compress(data, _LEVEL), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)
