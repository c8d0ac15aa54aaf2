"""The state of a composition: theme, structure tree, notes already set, and the look of runs."""

from typing import NamedTuple

import msgspec

from briefgen.document import Document, Note
from briefgen.document.address import address
from briefgen.document.anchors import anchors, note_anchors
from briefgen.document.inlines import Mark, Revision
from briefgen.fonts import Font, file_of, load
from briefgen.layout.boxes import Indented
from briefgen.layout.page import Element, Entry, Look, Tag
from briefgen.theme import Theme


class Anchors(NamedTuple):
    """Names of places."""

    all: frozenset[str]
    """Headings, tables, figures, items, note marks and the notes that have one."""
    at_foot: frozenset[str]
    """Those of notes at the foot of a page, not of items in the list of notes."""


NONE = Anchors(frozenset(), frozenset())


def anchors_of(document: Document) -> Anchors:
    """The places of a document."""
    found = note_anchors(document)
    return Anchors(found.all | {name for name in anchors(document.blocks) if name}, found.notes)


# The look of a run: its style and its marks, as font, size and ink.

CODE_SIZE = 0.95
"""Of the running text: the sans beside the serif, at about the same height of small letters."""

MARK_SIZE = 0.66
MARK_RISE = 0.36
"""Of the running text: note marks."""


class Manner(msgspec.Struct, frozen=True):
    """What decides a look, besides the element it belongs to."""

    style: str
    strong: bool = False
    """Strong beyond the style: the first cell of a row."""
    marks: frozenset[Mark] = frozenset()
    lang: str = ""


def may_lead(target: str) -> bool:
    """Whether a link to this target is made; the words of any other stand as plain text."""
    return address(target) is not None or (target.startswith("#") and len(target) > 1)


def look_of(theme: Theme, manner: Manner, element: int = 0, target: str = "", page_of: str = "") -> tuple[Look, Font]:
    """The look, and the font it is set in."""
    style = theme.styles[manner.style]
    marks, inks = manner.marks, theme.inks
    family, size, italic, ink = style.face, style.size, style.italic, inks[style.colour]
    strong = style.strong or manner.strong
    if not marks.isdisjoint({"strong", "sign"}):
        strong = True
    slanted = not marks.isdisjoint({"inferred", "judgement", "assumption"})
    if slanted != ("emphasis" in marks):
        # Emphasis inside slanted words stands upright, as is the custom.
        italic = not italic
    if not marks.isdisjoint({"muted", "inferred"}):
        ink = inks["secondary"]
    for tone in ("for", "against", "mixed"):
        if tone in marks:
            ink = inks[tone]
    if "code" in marks:
        size = size * CODE_SIZE if family == "serif" else size
        family = "sans"
    revision: Revision = "inserted" if "inserted" in marks else "deleted" if "deleted" in marks else ""
    if revision == "deleted":
        ink = inks["secondary"]
    underline = "dotted" if "assumption" in marks else ""
    if target:
        ink = inks["link"]
        if not target.startswith("#"):
            underline = "thin"
    name = file_of(theme, family, strong, italic)
    look = Look(
        font=name,
        size=size,
        ink=ink,
        tracking=style.tracking * size,
        capitals=style.capitals,
        lang=manner.lang,
        underline=underline,  # type: ignore[arg-type]  # one of the two above
        element=element,
        target=target,
        page_of=page_of,
        revision=revision,
    )
    return look, load(name)


# The state of a composition: the theme, the tree of elements as it grows, and the notes already set.


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
