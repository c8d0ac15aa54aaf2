"""A new value put together from what is written already and, where words changed, from new characters."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec.structs import replace

from briefgen.difference import Substitution, substitutions
from briefgen.yamltree.patching.anatomy import Piece, Pieces
from briefgen.yamltree.patching.spelling import Spelling

_PARTS = re.compile(r"\n+|[^\n]+")


def woven(pieces: Pieces, old: str, new: str, spelling: Spelling, respelt: bool) -> list[Piece]:
    """The pieces of the new value; of words that stay, those of the old one, save that with `respelt`, in another style
    than theirs, their characters are written anew."""
    out: list[Piece] = []
    index = at = 0

    def kept(until: int) -> Iterator[Piece]:
        nonlocal index, at
        while index < len(pieces) and at < until:
            yield pieces[index]
            at += len(pieces[index].value)
            index += 1

    end = Substitution(len(old), len(old), len(new), len(new))
    for change in (*_sparing_line_ends(substitutions(old, new), old, pieces), end):
        out += (
            spelling.letter(piece.value) if respelt and "\n" not in piece.written else piece
            for piece in kept(change.start)
        )
        for _ in kept(change.end):
            pass
        out += _written(new, change.new_start, change.new_end, spelling)
    return out


def _sparing_line_ends(changes: list[Substitution], old: str, pieces: Pieces) -> Iterator[Substitution]:
    """Of the two spaces around a word that goes, the one at which a line ends is kept."""
    ends = frozenset(
        at for at, piece in zip(accumulate((len(p.value) for p in pieces), initial=0), pieces, strict=False)
        if piece.value == " " != piece.written
    )  # fmt: skip
    for change in changes:
        first, last = change.start - 1, change.end - 1
        goes = change.new_start == change.new_end and old[first : change.start] == " "
        yield replace(change, start=first, end=last) if goes and last in ends and first not in ends else change


def _written(text: str, start: int, end: int, spelling: Spelling) -> Iterator[Piece]:
    for part in _PARTS.finditer(text, start, end):
        if part[0][0] == "\n":
            line = text[text.rfind("\n", 0, part.start()) + 1 : part.start()]
            yield spelling.line_ends(len(part[0]), line, text[part.end() : part.end() + 1])
        else:
            yield from map(spelling.letter, part[0])


def wrapped(pieces: Sequence[Piece], spelling: Spelling, column: int, width: int) -> list[Piece]:
    """The pieces with an end of line in the place of a space wherever a line would be wider. Lines that are not, stay
    as they are, so that of a long text only the lines that were touched are broken anew."""
    out: list[Piece] = []
    break_at = -1
    spaced = spelling.block and pieces[:1] and pieces[0].value[:1] in (" ", "\t")
    for number, piece in enumerate(pieces):
        out.append(piece)
        if "\n" in piece.written:
            column, break_at = len(piece.written.rpartition("\n")[2]), -1
            if "\n" in piece.value:
                following = pieces[number + 1].value if number + 1 < len(pieces) else ""
                spaced = spelling.block and following in (" ", "\t")
            continue
        column += len(piece.written)
        if column > width and break_at >= 0:
            out[break_at] = spelling.wrapped
            column = len(spelling.indent) + sum(len(each.written) for each in out[break_at + 1 :])
            break_at = -1
        if piece.value == piece.written == " " and not spaced and _stands_alone(pieces, number):
            break_at = len(out) - 1
    return out


def _stands_alone(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a space has a word on either side, so that a line can end in its place; the next line should not look as
    if it began an item of a list, or a comment."""
    if not 0 < number < len(pieces) - 1:
        return False
    before, after = pieces[number - 1], pieces[number + 1]
    if before.value.isspace() or not before.value or after.value.isspace() or not after.value:
        return False
    return after.written not in ("#", "-", "+", "*", ">", "|", "?", "%", "@", "`", "\\")
