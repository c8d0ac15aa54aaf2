"""The state of a composition: the theme, the tree of elements as it grows, and the notes already set."""

from typing import NamedTuple

import msgspec

from briefgen.document import Document, Note
from briefgen.fonts import Font, load
from briefgen.layout.compose.anchors import Anchors
from briefgen.layout.compose.look import Manner, look_of
from briefgen.layout.matter import Indented
from briefgen.layout.page import Element, Entry, Look, Tag
from briefgen.theme import Theme


class Room(NamedTuple):
    """What a composition needs to know of the page beforehand."""

    width: float
    height: float
    """Of the text, on a page without notes."""
    digits: int
    """Of the page numbers that are filled in later."""


class Composer:
    """Grows while a document is composed, in reading order."""

    def __init__(self, document: Document, theme: Theme, room: Room, anchors: Anchors) -> None:
        self.document = document
        self.theme = theme
        self.lang = document.lang
        self.room = room
        self.anchors = anchors.all
        """Every place in the document that can be led to."""
        self.elements: list[Element] = []
        self.outline: list[Entry] = []
        self.sources: dict[int, Note] = {note.number: note for note in document.notes}
        self.notes: dict[int, Indented] = {}
        """The notes that were cited, composed, by number, in the order of their first marks."""
        self.at_foot = anchors.at_foot
        """The places that are those of notes at the foot of a page, not of items in the list of notes."""
        self.in_note = False
        self._cited: set[int] = set()
        self._variants: dict[tuple[Look, str, float, bool], Look] = {}
        self._looks: dict[tuple[Manner, int, str, str], tuple[Look, Font]] = {}

    def element(self, tag: Tag, parent: int, lang: str = "", key: str = "") -> int:
        """A new element, in reading order; returns its number."""
        return self.place(Element(tag, parent, lang, key=key))

    def place(self, element: Element) -> int:
        """A new element that has attributes; returns its number."""
        self.elements.append(element)
        return len(self.elements) - 1

    def look(self, manner: Manner, element: int = 0, target: str = "", page_of: str = "") -> tuple[Look, Font]:
        """The look, always the same value for the same request, so that stretches of one look can be joined."""
        key = (manner, element, target, page_of)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = look_of(self.theme, manner, element, target, page_of)
        return found

    def variant(self, look: Look, font: str, scale: float, boxed: bool) -> Look:
        """The look in another font or size, for characters that its own font lacks; always the same value likewise."""
        key = (look, font, scale, boxed)
        found = self._variants.get(key)
        if found is None:
            found = self._variants[key] = msgspec.structs.replace(look, font=font, size=look.size * scale, boxed=boxed)
        return found

    def fallback(self) -> Font:
        """The font for what the faces lack; parsed when first needed."""
        return load(self.theme.fallback)

    def cite(self, number: int) -> bool:
        """Whether this mark sets its note: the first mark of a known note does, outside the notes themselves."""
        if self.in_note or number in self._cited:
            return False
        self._cited.add(number)
        return True
