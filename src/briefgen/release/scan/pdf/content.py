"""A content stream → the texts that it shows, and those that it says of what it shows (ISO 32000-1, 9.4, 14.6)."""

import re
from collections.abc import Callable, Iterator

from briefgen.release.scan.pdf.meaning import Meaning
from briefgen.release.scan.pdf.objects import Value, comments, operations
from briefgen.release.scan.pdf.strings import strings_in
from briefgen.release.scan.piece import UnreadableError
from briefgen.release.scan.words import BREAK

_MOVE = "\x1f"
"""Where the place of the text changes: perhaps to the next line, perhaps within a word."""
_WIDE = -180
"""Thousandths of the size that are moved between two words; kerns are narrower."""
_BETWEEN = re.compile(r"(?<=\w)\x1f+(?=\w)")


def shown(data: bytes, font: Callable[[str], Meaning]) -> Iterator[str]:
    """All texts of a content stream. `font`: the name of a resource → what its codes mean.

    Where the place of the text changes between two letters they may belong together or not, and both readings are
    given."""
    out: list[str] = []
    meaning: Meaning | None = None
    for operands, operator in operations(data):
        match operator:
            case b"Tf" if len(operands) > 1:
                meaning = font(str(operands[-2]))
            case b"Tj" | b"'" | b'"' | b"TJ":
                if meaning is None:
                    raise UnreadableError("a text has no font")
                if operator in (b"'", b'"'):
                    out.append(_MOVE)
                out.append(_said(operands[-1] if operands else b"", meaning))
            case b"Td" | b"TD" | b"T*" | b"Tm":
                out.append(_MOVE)
            case b"BT":
                out.append(BREAK)
            case b"INLINE IMAGE":
                raise UnreadableError("a picture stands in its text")
            case _:
                yield from strings_in(operands)
    text = "".join(out).replace("\u00ad" + _MOVE, "").replace("\u00ad", "")
    yield text.replace(_MOVE, "")
    if _BETWEEN.search(text) or f"-{_MOVE}" in text:
        yield text.replace(_MOVE, "\n")
    for comment in comments(data):
        yield comment.decode("latin-1")


def _said(operand: Value, meaning: Meaning) -> str:
    if isinstance(operand, bytes):
        return meaning.of(operand)
    if not isinstance(operand, list):
        raise UnreadableError("a text is damaged")
    parts = []
    for each in operand:
        if isinstance(each, bytes):
            parts.append(meaning.of(each))
        elif isinstance(each, int | float) and each < _WIDE:
            parts.append(" ")
    return "".join(parts)
