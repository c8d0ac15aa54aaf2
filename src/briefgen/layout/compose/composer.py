"""The state of composition: theme, structure tree, footnotes already composed, and computed styles."""

from typing import NamedTuple

import msgspec

from briefgen.document import Document, Note
from briefgen.document.address import address
from briefgen.document.anchors import anchors, note_anchors
from briefgen.document.inlines import Mark, Revision
from briefgen.fonts import Font, file_of, load
from briefgen.layout.boxes import IndentBox
from briefgen.layout.page import ComputedStyle, Element, OutlineItem, Tag
from briefgen.theme import Theme


class Anchors(NamedTuple):
    """Names of anchors."""

    all: frozenset[str]
    """Those of headings, tables, figures, items, note marks and notes."""
    at_foot: frozenset[str]
    """Those of footnotes, not of items in the list of notes."""


NONE = Anchors(frozenset(), frozenset())


def anchors_of(document: Document) -> Anchors:
    """The anchors of a document."""
    found = note_anchors(document)
    return Anchors(found.all | {name for name in anchors(document.blocks) if name}, found.notes)


CODE_SIZE = 0.95
"""Share of the size of the text: sans code next to serif text has about the same x-height."""

MARK_SIZE = 0.66
MARK_RISE = 0.36
"""Shares of the size of the text: size and rise of note marks."""


class SpecifiedStyle(msgspec.Struct, frozen=True):
    """The input of a computed style, except for the element it belongs to."""

    style: str
    strong: bool = False
    """Strong in addition to the style: the first cell of a row."""
    marks: frozenset[Mark] = frozenset()
    lang: str = ""


def may_lead(target: str) -> bool:
    """Whether a link to this target is allowed; the text of any other is plain."""
    return address(target) is not None or (target.startswith("#") and len(target) > 1)


def computed_style(
    theme: Theme, specified: SpecifiedStyle, element: int = 0, target: str = "", page_of: str = ""
) -> tuple[ComputedStyle, Font]:
    """The computed style, and its font."""
    style = theme.styles[specified.style]
    marks, inks = specified.marks, theme.inks
    family, size, italic, ink = style.face, style.size, style.italic, inks[style.colour]
    strong = style.strong or specified.strong
    if not marks.isdisjoint({"strong", "sign"}):
        strong = True
    slanted = not marks.isdisjoint({"inferred", "judgement", "assumption"})
    if slanted != ("emphasis" in marks):
        # Emphasis within italics is upright, as is the custom.
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
    computed = ComputedStyle(
        font=name,
        size=size,
        ink=ink,
        tracking=style.tracking * size,
        capitals=style.capitals,
        lang=specified.lang,
        underline=underline,  # type: ignore[arg-type]  # one of the two above
        element=element,
        target=target,
        page_of=page_of,
        revision=revision,
    )
    return computed, load(name)


class PageArea(NamedTuple):
    """What composition has to know of the page."""

    width: float
    height: float
    """Of the text area of a page without footnotes."""
    digits: int
    """Digits of the page numbers that are filled in later."""


class Composer:
    """State that grows while a document is composed, in reading order."""

    def __init__(self, document: Document, theme: Theme, room: PageArea, anchors: Anchors) -> None:
        self.document = document
        self.theme = theme
        self.lang = document.lang
        self.room = room
        self.anchors = anchors.all
        """Every anchor that links can lead to."""
        self.elements: list[Element] = []
        self.outline: list[OutlineItem] = []
        self.sources: dict[int, Note] = {note.number: note for note in document.notes}
        self.notes: dict[int, IndentBox] = {}
        """The cited notes, composed, by number in the order of their first marks."""
        self.at_foot = anchors.at_foot
        """The anchors of footnotes, not of items in the list of notes."""
        self.in_note = False
        self._cited: set[int] = set()
        self._variants: dict[tuple[ComputedStyle, str, float, bool], ComputedStyle] = {}
        self._looks: dict[tuple[SpecifiedStyle, int, str, str], tuple[ComputedStyle, Font]] = {}

    def element(self, tag: Tag, parent: int, lang: str = "", key: str = "") -> int:
        """Add an element in reading order; return its number."""
        return self.place(Element(tag, parent, lang, key=key))

    def place(self, element: Element) -> int:
        """Add an element with attributes; return its number."""
        self.elements.append(element)
        return len(self.elements) - 1

    def computed_style(
        self, specified: SpecifiedStyle, element: int = 0, target: str = "", page_of: str = ""
    ) -> tuple[ComputedStyle, Font]:
        """The computed style: the same object for the same input, so that runs of one style can be joined."""
        key = (specified, element, target, page_of)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = computed_style(self.theme, specified, element, target, page_of)
        return found

    def variant(self, computed: ComputedStyle, font: str, scale: float, boxed: bool) -> ComputedStyle:
        """The style in another font or size, for characters that its font lacks; the same object for the same input."""
        key = (computed, font, scale, boxed)
        found = self._variants.get(key)
        if found is None:
            found = self._variants[key] = msgspec.structs.replace(
                computed, font=font, size=computed.size * scale, boxed=boxed
            )
        return found

    def fallback(self) -> Font:
        """The font for characters that the theme's fonts lack; loaded when first needed."""
        return load(self.theme.fallback)

    def cite(self, number: int) -> bool:
        """Whether this mark brings its footnote: the first mark of a known note does, outside footnotes."""
        if self.in_note or number in self._cited:
            return False
        self._cited.add(number)
        return True
