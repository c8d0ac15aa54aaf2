"""What the codes of a font mean: its ToUnicode, else its encoding (ISO 32000-1, 9.10)."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from briefgen.release.scan.pdf.objects import Value
from briefgen.release.scan.piece import UnreadableError

_SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_CODE, _LETTERS = rb"<\s*+([0-9A-Fa-f]++)\s*+>", rb"<([0-9A-Fa-f\s]*+)>"
_PAIR = re.compile(_CODE + rb"\s*+" + _LETTERS)
_TRIPLE = re.compile(_CODE + rb"\s*+" + _CODE + rb"\s*+(?:" + _LETTERS + rb"|\[([^\[\]]*+)\])")
_EACH = re.compile(_LETTERS)
_MOST = 1 << 16
"""Codes of a range."""


class Meaning(msgspec.Struct, frozen=True):
    """Of a font."""

    size: int
    """Bytes of a code."""
    table: Mapping[int, str]

    def of(self, codes: bytes) -> str:
        """What a string says."""
        if self.size == 1:
            return codes.decode("latin-1").translate(self.table)
        shown = (int.from_bytes(codes[at : at + self.size]) for at in range(0, len(codes), self.size))
        return "".join(self.table.get(code, "\ufffd") for code in shown)


def meaning(font: Mapping[str, Value], cmap: bytes | None) -> Meaning:
    """That of a font, from its dictionary and the stream of its ToUnicode; raises UnreadableError where it has none."""
    if cmap is None:
        if font.get("Subtype") not in ("TrueType", "Type1", "MMType1") or isinstance(font.get("Encoding"), dict):
            raise UnreadableError("a font does not say what its letters mean")
        return Meaning(1, _WESTERN)
    space = _SPACE.search(cmap)
    size = len(space[1]) // 2 if space else 1
    table: dict[int, str] = dict(_WESTERN) if size == 1 else {}
    for block in _blocks(cmap, b"bfchar"):
        table.update((int(code, 16), _text(to)) for code, to in _PAIR.findall(block))
    for block in _blocks(cmap, b"bfrange"):
        for first, last, to, listed in _TRIPLE.findall(block):
            table.update(_run(int(first, 16), int(last, 16), to, listed))
    return Meaning(size, table)


def _blocks(cmap: bytes, kind: bytes) -> Iterator[bytes]:
    """What stands between `beginKIND` and `endKIND`."""
    for part in cmap.split(b"begin" + kind)[1:]:
        block, end, _ = part.partition(b"end" + kind)
        if end:
            yield block


def _run(first: int, last: int, to: bytes, listed: bytes) -> dict[int, str]:
    if not 0 <= last - first < _MOST:
        raise UnreadableError("what the letters of a font mean is damaged")
    if listed:
        return dict(enumerate(map(_text, _EACH.findall(listed)), first))
    begin = _text(to) or "\ufffd"
    head, letter = begin[:-1], begin[-1]
    return {code: head + chr((ord(letter) + code - first) & 0xFFFF) for code in range(first, last + 1)}


def _text(digits: bytes) -> str:
    clean = b"".join(digits.split())
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode()).decode("utf-16-be", "replace")


_WESTERN = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
