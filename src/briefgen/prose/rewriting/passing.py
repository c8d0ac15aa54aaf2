"""A paragraph or item that goes from one field into another, with all that is written in it."""

from briefgen.prose.rewriting.field import NOTHING_LEFT, UNUSUAL, Unplaced, parted
from briefgen.prose.rewriting.paragraphs import Listed, Piece, cut, laid


def without(source: str, block: int, lang: str) -> tuple[str, str] | Unplaced:
    """The source without one of its paragraphs, and that one."""
    before, body, behind = parted(source)
    pieces = cut(body, lang)
    if pieces is None or not 0 <= block < len(pieces.texts):
        return Unplaced(UNUSUAL)
    if len(pieces.texts) == 1:
        return Unplaced(NOTHING_LEFT)
    rest = [at for at in range(len(pieces.texts)) if at != block]
    made = laid(pieces, [Piece(pieces.texts[at], pieces.listed[at], at) for at in rest])
    again = cut(made, lang)
    if again is None or again.looks != tuple(pieces.looks[at] for at in rest):
        return Unplaced(UNUSUAL)
    return before + made + behind, pieces.texts[block]


def with_paragraph(source: str, at: int, text: str, listed: Listed, lang: str) -> str | Unplaced:
    """The source with a paragraph of another field before the one that has a number, or at the end; it is set by itself
    or as an item."""
    before, body, behind = parted(source)
    pieces, own = cut(body, lang), cut(text, lang)
    if pieces is None or own is None or len(own.texts) != 1 or not 0 <= at <= len(pieces.texts):
        return Unplaced(UNUSUAL)
    held = [Piece(each, pieces.listed[number], number) for number, each in enumerate(pieces.texts)]
    made = laid(pieces, [*held[:at], Piece(own.texts[0], listed), *held[at:]])
    again = cut(made, lang)
    looks = (*pieces.looks[:at], *own.looks, *pieces.looks[at:])
    kinds = (*pieces.listed[:at], listed, *pieces.listed[at:])
    if again is None or again.looks != looks or again.listed != kinds:
        return Unplaced("There it would read otherwise.")
    return before + made + behind
