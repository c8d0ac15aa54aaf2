"""What a part says by its styles and lists: bold and italics, marks of notes, items.

ISO/IEC 29500-1: styles in 17.7, numbering in 17.9.
"""

import re
from collections.abc import Mapping

import msgspec
from docx.oxml.ns import qn

from briefgen.ooxml.elements import Element, switched, value
from briefgen.review.lines import Listed, Look

_NOTE_STYLES = frozenset({
    "footnote reference", "endnote reference",
    "footnote characters", "endnote characters", "footnote anchor", "endnote anchor",  # LibreOffice's own
})  # fmt: skip
_CONTENTS = re.compile(r"toc \d|table of figures")
_MOST_STYLES = 12
"""That one style may be based on through the others."""


class Styles(msgspec.Struct, frozen=True):
    """The styles and lists of a file, as far as reading needs them."""

    looks: Mapping[str, Look]
    """Of character styles, by id."""
    notes: frozenset[str]
    """Ids of the styles of note marks."""
    lists: Mapping[str, str]
    """Id of a paragraph style → the number of its list; `0`: it is in none."""
    numbered: Mapping[str, bool]
    """Number of a list → whether its first level is numbered; else it has bullets."""

    paragraphs: Mapping[str, Look] = {}
    """Of paragraph styles, by id: what they make of all words."""
    contents: frozenset[str] = frozenset()
    """Ids of the styles of lists of contents."""

    def around(self, properties: "Element | None") -> Look:
        """What the style of a paragraph makes of its words."""
        return self.paragraphs.get(value(properties, "pStyle"), Look())

    def listed(self, properties: "Element | None") -> Listed:
        """How a paragraph of these properties is set."""
        numbers = properties.find(qn("w:numPr")) if properties is not None else None
        list_, level = value(numbers, "numId"), value(numbers, "ilvl")
        list_ = list_ or self.lists.get(value(properties, "pStyle"), "0")
        if list_ not in self.numbered:
            return ""
        return "?" if level not in ("", "0") else "1" if self.numbered[list_] else "-"


def styles_of(root: "Element | None", numbering: "Element | None" = None) -> Styles:
    """The styles of `word/styles.xml`, and the lists of `word/numbering.xml`."""
    looks: dict[str, Look] = {}
    notes: set[str] = set()
    contents: set[str] = set()
    given: dict[str, str] = {}
    based: dict[str, str] = {}
    bold: dict[str, str] = {}
    italic: dict[str, str] = {}
    for style in root.iter(qn("w:style")) if root is not None else ():
        key = style.get(qn("w:styleId"), "")
        if style.get(qn("w:type")) == "character":
            if value(style, "name").lower() in _NOTE_STYLES:
                notes.add(key)
            looks[key] = Look(bool(switched(style, "rPr/b")), bool(switched(style, "rPr/i")))
        elif style.get(qn("w:type")) == "paragraph":
            given[key] = value(style, "pPr/numPr/numId")
            based[key] = value(style, "basedOn")
            if _CONTENTS.fullmatch(value(style, "name").lower()):
                contents.add(key)
            for name, said in (("b", bold), ("i", italic)):
                if (is_on := switched(style, f"rPr/{name}")) is not None:
                    said[key] = "1" if is_on else "0"
    lists = {key: list_ for key in given if (list_ := _first(key, given, based))}
    whole = {key: Look(_first(key, bold, based) == "1", _first(key, italic, based) == "1") for key in given}
    return Styles(looks, frozenset(notes), lists, _numbered(numbering), whole, frozenset(contents))


def _first(key: str, given: Mapping[str, str], based: Mapping[str, str]) -> str:
    """The value of a style, else of the one that it is based on."""
    for _ in range(_MOST_STYLES):
        if given.get(key):
            return given[key]
        key = based.get(key, "")
    return ""


def _numbered(root: "Element | None") -> dict[str, bool]:
    forms: dict[str, str] = {}
    for definition in root.iter(qn("w:abstractNum")) if root is not None else ():
        first = next((each for each in definition.iterfind(qn("w:lvl")) if each.get(qn("w:ilvl"), "0") == "0"), None)
        forms[definition.get(qn("w:abstractNumId"), "")] = value(first, "numFmt") or "decimal"
    found = {
        list_.get(qn("w:numId"), ""): forms.get(value(list_, "abstractNumId"), "none")
        for list_ in (root.iterfind(qn("w:num")) if root is not None else ())
    }
    return {name: form != "bullet" for name, form in found.items() if form != "none"}
