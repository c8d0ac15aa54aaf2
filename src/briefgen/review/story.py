"""The paragraphs of a reviewed file: runs of one control, one look and one author, and comments."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

import msgspec
from docx.oxml.ns import qn

from briefgen.ooxml.elements import Element, on_off, value

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS: Mapping[int, str] = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼", 0xA2: "′",
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD5: "∏", 0xD6: "√", 0xD8: "¬", 0xD9: "∧",
    0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Mapping[int, str] = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "⇐", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType({
    "symbol": {
        **{0x41 + at: letter for at, letter in enumerate(_GREEK[0])},
        **{0x61 + at: letter for at, letter in enumerate(_GREEK[1])},
        **{at: chr(at) for at in (*range(0x20, 0x40), 0x5B, 0x5D, 0x7B, 0x7C, 0x7D)},
        **_SIGNS,
    },
    "wingdings": _WINGDINGS,
})  # fmt: skip


def sign(font: str, code: str) -> str | None:
    """The character that a sign shows; None where nobody knows. `code` is hexadecimal; Word adds F000 to it."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(number & 0xFFF)
    if number < 0x20 or 0xD800 <= number < 0xF900 or number > 0xFFFD:
        return None
    return chr(number)


# The paragraphs of a reviewed file, as they are read: stretches of one control, one look and one hand.

BREAK = "\u2029"
"""The end of a paragraph in a text; authors' words hold none."""
OBJECT = "\ufffc"
"""A picture, a chart or another object; the signs of an equation follow it."""

State: TypeAlias = Literal["unchanged", "inserted", "deleted"]
Listed: TypeAlias = Literal["", "-", "1", "?"]
"""How a paragraph is set: by itself, as an item with a bullet or a number, or in a list within a list."""


class Revision(msgspec.Struct, frozen=True):
    """What was done, by whom, and when; as Word tracked it."""

    state: State = "unchanged"
    author: str = ""
    date: str = ""
    move: str = ""
    """The name of the move that it belongs to, where it was moved; `NAMELESS` where a program lost the name."""


UNCHANGED = Revision()
NAMELESS = "?"


class Look(msgspec.Struct, frozen=True):
    """What of a look has a meaning in Markdown."""

    bold: bool = False
    italic: bool = False


PLAIN = Look()


class Stretch(msgspec.Struct, frozen=True):
    """Text of one control, one look and one hand."""

    text: str
    tag: str = ""
    """Of the control around it; empty: template text."""
    look: Look = PLAIN
    field: bool = False
    """The result of a field (a number of Word's, a cross-reference): it is Word's to change."""
    revision: Revision = UNCHANGED
    look_before: Look | None = None
    """Where its look was changed and Word tracked it."""
    look_revision: Revision = UNCHANGED
    """Who changed the look."""
    comments: tuple[str, ...] = ()
    """Ids of the comments that are attached to it."""


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph."""

    stretches: tuple[Stretch, ...]
    end: Revision = UNCHANGED
    """Of its mark: an inserted one splits a paragraph, a deleted one joins it to the next."""
    closes: bool = False
    """It is the last of a cell, a note or a part: nothing can be joined to it."""
    listed: Listed = ""
    contents: bool = False
    """It is in the style of a line of the list of contents, or of a list of tables."""

    @property
    def before(self) -> str:
        """Its text as it was before what Word tracked."""
        return "".join(stretch.text for stretch in self.stretches if stretch.revision.state != "inserted")

    @property
    def tags(self) -> tuple[str, ...]:
        """The controls in it that were there before, in order; the same one once in a row."""
        found: list[str] = []
        for stretch in self.stretches:
            if stretch.tag and stretch.revision.state != "inserted" and found[-1:] != [stretch.tag]:
                found.append(stretch.tag)
        return tuple(found)


# Comments with their answers.
#
# ISO/IEC 29500-1, 17.13.4; that one comment answers another is in a part of its own ([MS-DOCX], 2.5.1.3),
# by the ids of their last paragraphs.

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Comment(msgspec.Struct, frozen=True):
    """What one person said, and when."""

    text: str
    author: str
    date: str


class Thread(msgspec.Struct, frozen=True):
    """A comment and its answers, by time of writing in the file."""

    replies: tuple[Comment, ...]
    done: bool = False


def threads(comments: "Element | None", extended: "Element | None") -> dict[str, Thread]:
    """Id of a comment that is no answer → its thread."""
    replies: dict[str, Comment] = {}
    paragraphs: dict[str, str] = {}
    for element in comments.iter(qn("w:comment")) if comments is not None else ():
        name = element.get(qn("w:id"), "")
        lines = ["".join(_text(each) for each in line.iter()) for line in element.iter(qn("w:p"))]
        replies[name] = Comment(
            "\n".join(lines).strip(), element.get(qn("w:author"), ""), element.get(qn("w:date"), "")
        )
        paragraphs |= {line.get(qn("w14:paraId"), ""): name for line in element.iter(qn("w:p"))}
    parents, done = _extended(extended, paragraphs)
    found: dict[str, list[Comment]] = {}
    for name, comment in replies.items():
        found.setdefault(_root(name, parents), []).append(comment)
    return {name: Thread(tuple(held), name in done) for name, held in found.items()}


_CHARACTERS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "\u2011"}
_OBJECTS = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object")))


def _text(element: Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:sym"):
        return sign(element.get(qn("w:font"), ""), element.get(qn("w:char"), "")) or OBJECT
    return OBJECT if element.tag in _OBJECTS else _CHARACTERS.get(str(element.tag), "")


def _extended(root: "Element | None", paragraphs: Mapping[str, str]) -> tuple[dict[str, str], set[str]]:
    """Answer → what it answers; and the comments that are marked as done."""
    parents: dict[str, str] = {}
    done: set[str] = set()
    for element in root.iter(f"{_W15}commentEx") if root is not None else ():
        name = paragraphs.get(element.get(f"{_W15}paraId", ""), "")
        parent = paragraphs.get(element.get(f"{_W15}paraIdParent", ""), "")
        if name and parent and name != parent:
            parents[name] = parent
        if element.get(f"{_W15}done", "0") in ("1", "true"):
            done.add(name)
    return parents, done


def _root(name: str, parents: Mapping[str, str]) -> str:
    seen = {name}
    while (above := parents.get(name)) is not None and above not in seen:
        seen.add(above)
        name = above
    return name


# What a part says by its styles and lists: bold and italics, marks of notes, items.
#
# ISO/IEC 29500-1: styles in 17.7, numbering in 17.9.

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
            looks[key] = Look(bool(on_off(style, "rPr/b")), bool(on_off(style, "rPr/i")))
        elif style.get(qn("w:type")) == "paragraph":
            given[key] = value(style, "pPr/numPr/numId")
            based[key] = value(style, "basedOn")
            if _CONTENTS.fullmatch(value(style, "name").lower()):
                contents.add(key)
            for name, values in (("b", bold), ("i", italic)):
                if (is_on := on_off(style, f"rPr/{name}")) is not None:
                    values[key] = "1" if is_on else "0"
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
