"""A PNG → the texts in it (PNG, 11.3.4); what it shows is not read."""

import struct
import zlib
from collections.abc import Iterator

from briefgen.release.scan.piece import Budget, Piece, UnreadableError
from briefgen.release.scan.words import BREAK

_HEAD = b"\x89PNG\r\n\x1a\n"


def read_png(data: bytes, where: str, budget: Budget) -> Iterator[Piece]:
    """The texts of its chunks, and what stands behind its end."""
    at, texts = len(_HEAD), []
    while at < len(data):
        if len(data) - at < 12:
            raise UnreadableError("a picture is damaged")
        size, kind = struct.unpack_from(">I4s", data, at)
        body, at = data[at + 8 : at + 8 + size], at + 12 + size
        if kind in (b"tEXt", b"eXIf", b"iCCP", b"sPLT"):
            texts.append(body.decode("latin-1"))
        elif kind in (b"zTXt", b"iTXt"):
            texts.append(_unpacked(body, budget))
        elif kind == b"IEND":
            break
    yield Piece(where, BREAK.join(texts))
    yield Piece(where, data[at:].decode("latin-1"), "marked")


def _unpacked(body: bytes, budget: Budget) -> str:
    for at in (start + 1 for start in range(len(body) - 1) if body[start] == 0):
        if body[at : at + 1] in (b"\x78", b"\x00") and body[at + 1 : at + 2] == b"\x78":
            at += 1
        if body[at : at + 1] == b"\x78":
            try:
                stream = zlib.decompressobj()
                out = stream.decompress(body[at:], budget.left + 1)
            except zlib.error:
                continue
            budget.spend(len(out))
            return body[:at].decode("latin-1") + out.decode("utf-8", "replace")
    return body.decode("utf-8", "replace")
