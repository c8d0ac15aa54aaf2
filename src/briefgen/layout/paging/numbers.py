"""The numbers of pages, filled in where they are referred to."""

from collections.abc import Mapping

from briefgen.fonts import load
from briefgen.layout.page import Box, Line, Piece, Place


def filled(box: Box, places: Mapping[str, Place]) -> Box:
    """The box with its page numbers. Words after a number move up to it."""
    if not isinstance(box, Line) or not any(piece.look.page_of for piece in box.pieces):
        return box
    shift = 0.0
    pieces: list[Piece] = []
    last = len(box.pieces) - 1
    for index, piece in enumerate(box.pieces):
        look, place = piece.look, places.get(piece.look.page_of) if piece.look.page_of else None
        if place is None:
            pieces.append(Piece(piece.x + shift, piece.width, piece.text, look, piece.meaning, piece.heard))
            continue
        width = load(look.font).width(digits := str(place.page)) * look.size + look.tracking * len(digits)
        text = piece.text.replace("0" * piece.text.count("0"), digits)
        if index == last and not look.element:
            # The number at the end of a line of the contents stands at its right edge.
            pieces.append(Piece(piece.x + piece.width - width, width, text, look))
        else:
            pieces.append(Piece(piece.x + shift, width, text, look))
            shift += width - piece.width
    return Line(box.x, box.y, box.width, box.height, box.baseline, tuple(pieces), box.element, box.word_space)
