"""Words that two lines divide, made whole for whoever hears, searches or copies them.

The hyphen means SOFT HYPHEN already, but most programs that take the text out of a PDF keep it, and a line end behind
it. So the first part stands for the whole word, and the others for nothing (`ActualText`, ISO 32000-1, 14.9.4).
"""

from collections.abc import Sequence

import msgspec

from briefgen.layout.matter import Segment
from briefgen.layout.page import Piece
from briefgen.layout.setting.division import SOFT_HYPHEN


class Ends(msgspec.Struct):
    """What is heard in place of the first and of the last segment of a line; None where they are heard as they are."""

    first: str | None = None
    last: str | None = None


def wholes(lines: Sequence[Sequence[Segment]]) -> list[Ends]:
    """For each line of a paragraph."""
    out = [Ends() for _ in lines]
    begun = 0
    word = ""
    for index, line in enumerate(lines[1:], 1):
        opening = line[0]
        if opening.space or opening.forced or _is_mark(opening) or _is_mark(lines[index - 1][-1]):
            word = ""
            continue
        if not word:
            begun = index - 1
            word = _said(lines[begun][-1])
        word += _said(opening)
        out[begun].last = word
        out[index].first = ""
        if len(line) > 1:
            word = ""  # what is divided at the end of this line is another word
    return out


def with_wholes(pieces: list[Piece], line: Sequence[Segment], ends: Ends, stretch: float) -> list[Piece]:
    """The pieces of a line whose spaces are stretched, with the parts of divided words as pieces of their own."""
    if ends.last is not None and (len(line) > 1 or ends.first is None):
        *before, piece = pieces
        part = line[-1]
        gap = part.space + stretch if part.space and len(line) > 1 else 0.0
        pieces = [*before, *_split(piece, len(piece.text) - len(part.text), piece.width - part.width, gap)]
        pieces[-1] = msgspec.structs.replace(pieces[-1], heard=ends.last)
    if ends.first is not None:
        piece, *after = pieces
        pieces = [*_split(piece, len(line[0].text), line[0].width), *after]
        pieces[0] = msgspec.structs.replace(pieces[0], heard=ends.first)
    return pieces


def _split(piece: Piece, at: int, width: float, gap: float = 0.0) -> list[Piece]:
    """The piece in two; the first is `width` wide, with a gap at its end that is a space of its own."""
    if not 0 < at < len(piece.text):
        return [piece]
    text, meaning, look = piece.text, piece.meaning, piece.look
    return [
        Piece(piece.x, width - gap, text[:at], look, meaning[:at]),
        Piece(piece.x + width, piece.width - width, text[at:], look, meaning[at:]),
    ]


def _is_mark(segment: Segment) -> bool:
    """Whether it is the mark of a note: a word may be so long that its mark stands on the next line."""
    return segment.look.rise != 0


def _said(segment: Segment) -> str:
    return (segment.meaning or segment.text).removesuffix(SOFT_HYPHEN)
