"""Bytes → text in UTF-8, or what else the bytes seem to be."""

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile, Span

_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text file"),
)


def decode(data: bytes, name: str) -> SourceFile | Diagnostic:
    """The text of a file, without its byte order mark."""
    for start, kind in _KINDS:
        if data.startswith(start):
            hint = "Save it as plain text in UTF-8, or take its text out with `briefgen source add`."
            return error("not-text", f"{name} is {kind}, not a text.", file=name, hint=hint)
    for start, encoding in _BOMS:
        if data.startswith(start):
            return _wrong(f"{name} is in {encoding}; only UTF-8 is read.", name)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if data[:4096].count(0) > len(data[:4096]) // 16:
        return _zeros(data, name)
    try:
        return SourceFile(name, data.decode())
    except UnicodeDecodeError as fault:
        return _undecodable(data, fault.start, name)


def _zeros(data: bytes, name: str) -> Diagnostic:
    """Every second byte of text in UTF-16 is zero; other files with zeros are no texts."""
    if len(data) // 4 < data[:4096].count(0) < len(data[:4096]) * 3 // 4:
        return _wrong(f"{name} seems to be in UTF-16; only UTF-8 is read.", name)
    return error("not-text", f"{name} is not a text: it holds zero bytes.", file=name)


def _undecodable(data: bytes, at: int, name: str) -> Diagnostic:
    if 0 in data[:4096]:
        return _zeros(data, name)
    before = len(data[:at].decode())
    span = Span(SourceFile(name, data.decode(errors="replace")), before, before + 1)
    byte = data[at]
    try:
        meant = (
            f" In Windows-1252 it is `{bytes([byte]).decode('cp1252')}`."
            if byte >= 0xA0 or byte in _TYPOGRAPHIC
            else ""
        )
    except UnicodeDecodeError:
        meant = ""
    message = f"The byte 0x{byte:02X} on line {span.line} is not UTF-8.{meant}"
    return error("wrong-encoding", message, span, "Save the file as UTF-8 (in an editor: “Save with encoding”).")


_TYPOGRAPHIC = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99")
"""€ … ‘ ’ “ ” • – — ™ in Windows-1252."""


def _wrong(message: str, name: str) -> Diagnostic:
    return error(
        "wrong-encoding", message, file=name, hint="Save the file as UTF-8 (in an editor: “Save with encoding”)."
    )
