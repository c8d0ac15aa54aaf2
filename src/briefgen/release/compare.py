"""Two PDFs of one brief, compared by content and by the text of their structure trees."""

import io
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import msgspec

from briefgen.release.attached import MOST_UNPACKED, bounded

MOST_OBJECTS = 200_000
"""In a PDF that is compared; a brief of a hundred pages has ten thousand."""


class Difference(msgspec.Struct, frozen=True):
    """Where they differ."""

    pages: tuple[int, ...]
    """From 1, those with other content, those that only one of them has among them."""


def difference(given: bytes, made: bytes) -> Difference | None:
    """Where a PDF differs from the one that its files make; None where the content is the same.

    What cannot be read differs. The identifier, a digest of the packed content, is left out of account."""
    if given == made:
        return None
    with bounded():
        try:
            one, other = _Content(given), _Content(made)
            if one.objects() == other.objects():
                return None
            return Difference(_differing(one.pages(), other.pages()))
        except Exception:  # noqa: BLE001  (per the library, broken files raise anything)
            return Difference(())


def _differing(one: list[bytes], other: list[bytes]) -> tuple[int, ...]:
    longer = max(len(one), len(other))
    return tuple(at + 1 for at in range(longer) if one[at : at + 1] != other[at : at + 1])


class _Content:
    def __init__(self, data: bytes) -> None:
        from pypdf import PdfReader  # 50 ms, only to read a PDF

        self.reader = PdfReader(io.BytesIO(data))
        self._left = MOST_UNPACKED

    def objects(self) -> dict[int, bytes]:
        """Number → object, unpacked; those that only pack others are left out."""
        count: Any = self.reader.trailer["/Size"]
        if count > MOST_OBJECTS:
            raise ValueError("too many objects")
        found = {number: self._written(self.reader.get_object(number)) for number in range(1, count)}
        return {number: written for number, written in found.items() if written}

    def pages(self) -> list[bytes]:
        """What is painted on each page."""
        return [self._data(page["/Contents"].get_object()) for page in self.reader.pages]

    def _written(self, value: Any) -> bytes:
        out = io.BytesIO()
        if hasattr(value, "get_data"):
            if value.get("/Type") in ("/ObjStm", "/XRef"):
                return b""
            for key in sorted(value):
                if key not in ("/Length", "/Filter"):
                    out.write(key.encode())
                    value.raw_get(key).write_to_stream(out)
            out.write(self._data(value))
        elif value is not None:
            value.write_to_stream(out)
        return out.getvalue()

    def _data(self, stream: Any) -> bytes:
        data: bytes = stream.get_data()
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("too much content")
        return data


# The words of a tagged PDF, in the order of its structure tree: what a screen reader says of it.
#
# They do not depend on where lines and pages break, so two versions of briefgen can be compared by them. ISO
# 32000-1, 9.10.3 (ToUnicode), 14.6 (marked content), 14.7 (logical structure).

_MOST_ELEMENTS = 200_000
"""Of a structure tree; a brief of a hundred pages has ten thousand."""
_LEFT_OUT = ("/TOC", "/TOCI")
"""Elements with page numbers."""
_AROUND = 5
"""Words shown from where two texts part."""
_MAPPED = re.compile(rb"beginbf(char|range)((?:(?!beginbf).)*?)endbf", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


def tagged_words(data: bytes) -> list[str] | None:
    """All words; None where the file cannot be read, or has no structure tree."""
    from pypdf import PdfReader  # 50 ms, only to read a PDF

    with bounded():
        try:
            reader: Any = PdfReader(io.BytesIO(data))
            content = {page.indirect_reference.idnum: _marked(page, reader) for page in reader.pages}
            tree = reader.root_object["/StructTreeRoot"]
            return "".join(_walk(tree["/K"], content)).replace("\u00ad", "").split()
        except Exception:  # noqa: BLE001  (per the library, broken files raise anything)
            return None


def first_difference(one: list[str], other: list[str]) -> tuple[str, str] | None:
    """A few words of each text from where they differ; None where only the spaces do."""
    if "".join(one) == "".join(other):
        return None
    at = next(at for at, (each, else_) in enumerate(zip_longest(one, other)) if each != else_)
    return " ".join(one[at : at + _AROUND]), " ".join(other[at : at + _AROUND])


def _walk(root: Any, content: dict[int, dict[int, str]]) -> Iterator[str]:
    """The text of each element, a space after it where it is a paragraph or more."""
    waiting: list[tuple[Any, Any]] = [(root, None)]
    seen = 0
    while waiting:
        node, page = waiting.pop()
        seen += 1
        if seen > _MOST_ELEMENTS:
            raise ValueError("too many elements")
        if isinstance(node, str):
            yield node
            continue
        if isinstance(node, int):
            yield content.get(page, {}).get(node, "")
            continue
        node = node.get_object()
        if isinstance(node, int | list):
            waiting += [(kid, page) for kid in reversed(node)] if isinstance(node, list) else [(int(node), page)]
            continue
        if "/Pg" in node:
            page = node.raw_get("/Pg").idnum
        if node.get("/Type") == "/OBJR" or node.get("/S") in _LEFT_OUT:
            continue
        if "/MCID" in node:
            waiting.append((int(node["/MCID"]), page))
            continue
        if "/ActualText" in node:
            yield str(node["/ActualText"])
            continue
        if "/Alt" in node:
            yield f" {node['/Alt']} "
        if node.get("/S") not in ("/Span", "/Link", "/Reference"):
            waiting.append((" ", None))
        waiting.append((node.get("/K", []), page))


def _marked(page: Any, reader: Any) -> dict[int, str]:
    """Number → the text of that marked content on a page."""
    from pypdf.generic import ContentStream  # 50 ms, only to read a PDF

    fonts = {name: _to_unicode(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    out: dict[int, str] = {}
    open_: list[tuple[int | None, bool]] = []
    """Of each sequence that is open: the number that its text belongs to, and whether its text is given as such."""
    width, letters = 1, dict[int, str]()
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            number, given = open_[-1] if open_ else (None, False)
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            number = int(properties["/MCID"]) if "/MCID" in properties else number
            if "/ActualText" in properties and not given and number is not None:
                out[number] = out.get(number, "") + str(properties["/ActualText"])
            open_.append((number, given or "/ActualText" in properties))
        elif operator == b"EMC" and open_:
            open_.pop()
        elif operator == b"Tf":
            width, letters = fonts.get(operands[0], (1, {}))
        elif operator in (b"Tj", b"TJ", b"'", b'"') and open_ and open_[-1][0] is not None and not open_[-1][1]:
            shown = operands[-1] if operator == b"TJ" else operands[-1:]
            number = open_[-1][0]
            out[number] = out.get(number, "") + "".join(_text(each, width, letters) for each in shown)
    return out


def _text(shown: Any, width: int, letters: dict[int, str]) -> str:
    """What a string of a content stream says; the numbers among strings move them, and say nothing."""
    if not isinstance(shown, bytes | str):
        return ""
    codes = shown if isinstance(shown, bytes) else shown.original_bytes  # type: ignore[attr-defined]
    return "".join(letters.get(int.from_bytes(codes[at : at + width]), "") for at in range(0, len(codes), width))


def _to_unicode(font: Any) -> tuple[int, dict[int, str]]:
    """Bytes of a code in a font, and what each code says."""
    width, letters = 2 if font.get("/Subtype") == "/Type0" else 1, dict[int, str]()
    if "/ToUnicode" not in font:
        return width, letters
    for kind, body in _MAPPED.findall(font["/ToUnicode"].get_object().get_data()):
        tokens = [mark or bytes.fromhex(code.decode("ascii")) for code, mark in _TOKEN.findall(body)]
        if kind == b"char":
            for code, text in zip(tokens[::2], tokens[1::2], strict=True):
                letters[int.from_bytes(code)] = text.decode("utf-16-be")
            continue
        while tokens:
            first, last = int.from_bytes(tokens.pop(0)), int.from_bytes(tokens.pop(0))
            start = tokens.pop(0)
            if start == b"[":
                texts = tokens[: tokens.index(b"]")]
                del tokens[: len(texts) + 1]
                letters.update(zip(range(first, last + 1), (each.decode("utf-16-be") for each in texts), strict=False))
            else:
                base = start.decode("utf-16-be")
                for code in range(first, min(last, first + 0xFFFF) + 1):
                    letters[code] = base[:-1] + chr(ord(base[-1]) + code - first)
    return width, letters
