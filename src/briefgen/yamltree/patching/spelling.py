"""How words are written in each style of a scalar."""

import msgspec

from briefgen.yamltree.nodes import Style
from briefgen.yamltree.patching.anatomy import Piece
from briefgen.yamltree.quoted import quoted

_SPACE = (" ", "\t", "")


class Spelling(msgspec.Struct, frozen=True):
    """The way in which one scalar is written."""

    style: Style
    line_end: str
    """Of its file: `\\n` or `\\r\\n`."""
    indent: str
    """Of its second and further lines."""
    lines: bool
    """Whether it may stand on several lines; a text in double quotes that stands on one writes `\\n`."""

    @property
    def block(self) -> bool:
        """Whether it is a block after `|` or `>`."""
        return self.style in ("literal", "folded")

    @property
    def wrapped(self) -> Piece:
        """A space as the end of a line."""
        return Piece(self.line_end + self.indent, " ")

    def letter(self, character: str) -> Piece:
        """One character of a line."""
        match self.style:
            case "single" if character == "'":
                return Piece("''", character)
            case "double" if character in '"\\' or not character.isprintable():
                return Piece(quoted(character)[1:-1], character)
            case _:
                return Piece(character, character)

    def line_ends(self, count: int, before: str, after: str) -> Piece:
        """Line ends of the value between two pieces of words; `before` is the line that ends."""
        value = "\n" * count
        spaced = before[-1:] in _SPACE or after[:1] in _SPACE
        if self.style == "double" and (spaced or not self.lines):
            return Piece("\\n" * count, value)
        if self.style == "literal" or (self.style == "folded" and (before[:1] in _SPACE or after[:1] in _SPACE)):
            return Piece(self.line_end * count + self.indent, value)
        return Piece(self.line_end * (count + 1) + self.indent, value)
