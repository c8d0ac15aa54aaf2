"""A file → all that it says, whatever it is, and what the files in it say."""

import json
import re
from collections.abc import Iterator
from typing import Any

from briefgen.release.scan.package import read_package
from briefgen.release.scan.picture import read_png
from briefgen.release.scan.piece import DEEPEST, Budget, Piece, UnreadableError
from briefgen.release.scan.words import BREAK
from briefgen.release.scan.xml import read_html, read_script, read_xml, unescaped, without_codes


def read(name: str, data: bytes) -> Iterator[Piece]:
    """The pieces of a file, each with its place in it; raises UnreadableError, with what is not read.

    What a file is, its first bytes say; its name only tells kinds of text apart."""
    return _read(name, data, "", Budget(), 0)


def _read(name: str, data: bytes, within: str, budget: Budget, depth: int) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise UnreadableError("its files are nested too deeply")
    place = f"{within}/{name}" if within else name if depth else ""

    def inner(part: str, content: bytes) -> Iterator[Piece]:
        return _read(part, content, place, budget, depth + 1)

    try:
        for piece in _pieces(name, data, inner, budget):
            where = place if piece.where in ("", name) else f"{place}, {piece.where}" if place else piece.where
            yield piece if depth and piece.where.startswith(place) else Piece(where, piece.text, piece.level)
    except UnreadableError as fault:
        raise fault if isinstance(fault, _PlacedError) or not place else _PlacedError(f"{place}: {fault}") from fault
    except (RecursionError, MemoryError) as fault:
        raise UnreadableError("it is nested too deeply") from fault


class _PlacedError(UnreadableError):
    """One that names its place."""


def _pieces(name: str, data: bytes, inner: Any, budget: Budget) -> Iterator[Piece]:
    ending = name.rpartition(".")[2].lower()
    if data.startswith(b"%PDF-"):
        from briefgen.release.scan.pdf.read import read as read_pdf  # 50 ms: it loads pypdf

        yield from read_pdf(data, inner, budget)
    elif data.startswith(b"PK\x03\x04"):
        yield from read_package(data, inner, budget)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from read_png(data, name, budget)
    elif ending in ("html", "htm"):
        yield from read_html(data, name, inner)
    elif ending in ("xml", "rels", "svg", "xmp") or data.lstrip().startswith(b"<?xml"):
        yield from read_xml(data, name, inner)
    elif data.startswith((b"\xff\xd8\xff", b"GIF8", b"\x00\x01\x00\x00", b"OTTO", b"true", b"wOFF", b"wOF2")) or (
        ending in ("odttf", "ico", "jpeg", "jpg", "gif", "woff2")
    ):
        yield Piece(name, data.decode("latin-1"), "raw")
    else:
        yield from _text(name, ending, data)


_MARKS = re.compile(r"\^\d+(?:\.\d+)?|#(?:cite|note)-[\d-]+|(?<= png )\d+×\d+ sha256=[0-9a-f]{16}(?= )")
"""Marks of notes in the native format, and the measures of a picture: `^12.6` is the sixth place that cites note 12."""


def _text(name: str, ending: str, data: bytes) -> Iterator[Piece]:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableError("it is of no kind that is known") from fault
    if ending == "json":
        try:
            yield Piece(name, BREAK.join(_strings(json.loads(text))))
        except ValueError as fault:
            raise UnreadableError("it is not JSON") from fault
    elif ending in ("js", "css", "mjs"):
        yield from read_script(text, name)
    else:
        if ending == "native":
            text = _MARKS.sub(" ", text)
        if ending in ("yaml", "yml"):
            text = text.replace("\n", f"\n{BREAK}")  # what stands under two keys does not go on in each other
        yield Piece(name, without_codes(text))
        if "\\" in text:
            yield Piece(name, unescaped(text))


def _strings(value: Any) -> Iterator[str]:
    """All texts in a value, keys among them. Numbers of a manifest are places in a text."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _strings(each)
        case dict():
            for key, each in value.items():
                yield key
                yield from _strings(each)
        case _:
            return
