"""What is read out of a file: pieces of text, each with its place."""

from typing import Literal, TypeAlias

import msgspec

Level: TypeAlias = Literal["seen", "told", "marked", "raw"]
"""`seen`: words for people, or for programs that look for them; `told`: texts of a program, some of which are its own;
`marked`: what a format is written with, such as ids and the values of attributes, among which numbers say nothing;
`raw`: bytes of no text, as they are."""

MOST_BYTES = 256 << 20
"""Of all that a file unpacks to."""
DEEPEST = 4
"""Files in files: a workbook in a document in a PDF."""


class Piece(msgspec.Struct, frozen=True):
    """A text, and where it stands, in words for people: `word/document.xml`, `page 3`."""

    where: str
    text: str
    level: Level = "seen"


class UnreadableError(Exception):
    """Something in a file is not read, so that nobody can say what it holds. The message goes on a sentence."""


class Budget:
    """How much may be unpacked still."""

    def __init__(self, left: int = MOST_BYTES) -> None:
        self.left = left

    def spend(self, size: int) -> None:
        """Raises UnreadableError where nothing is left."""
        self.left -= size
        if self.left < 0:
            raise UnreadableError("it unpacks to too much")
