"""Which of our styles a style of the file is: by its name, since a house style has ids of its own."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.document import Mark
from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.writers.docx.character_styles import RUN_FORMATS
from briefgen.writers.docx.house.names import by_name, names_of

Role: TypeAlias = Literal["body", "lead", "small", "label"]
Place: TypeAlias = Literal["body", "decision", "remark", "quotation", "notes"]


class Kind(msgspec.Struct, frozen=True):
    """What a paragraph of a style is."""

    what: Literal[
        "text", "heading", "kind", "title", "question", "entry-label", "entry", "callout-title", "caption", "key",
        "picture", "attribution", "contents-title", "contents-entry", "spacer",
    ]  # fmt: skip
    role: Role = "body"
    place: Place = "body"
    level: int = 1
    """Of a heading."""
    header: bool = False
    """The first cell of a row."""
    continues: bool = False
    """It stands in an item, after its first paragraph."""


PARAGRAPHS: Mapping[str, Kind] = {
    "Body Text": Kind("text"),
    "Lead Paragraph": Kind("text", "lead"),
    "Small Text": Kind("text", "small"),
    "Text Label": Kind("text", "label"),
    "Document Type": Kind("kind"),
    "Title": Kind("title"),
    "Subtitle": Kind("question"),
    "Key Fact Label": Kind("entry-label"),
    "Key Fact": Kind("entry"),
    **{f"heading {level}": Kind("heading", level=level) for level in range(1, 5)},
    "List Bullet": Kind("text"),
    "List Number": Kind("text"),
    "List Continue": Kind("text", continues=True),
    "List Labelled": Kind("text"),
    "Notes List": Kind("text", place="notes"),
    "Notes List Continue": Kind("text", place="notes"),
    "Notes List Small": Kind("text", "small", "notes"),
    "caption": Kind("caption"),
    "Table Text": Kind("text"),
    "Table Heading": Kind("text", "label"),
    "Table Row Heading": Kind("text", header=True),
    "Table Text Small": Kind("text", "small"),
    "Table Note": Kind("key", "small"),
    "Figure": Kind("picture"),
    "Key Message Title": Kind("callout-title", place="decision"),
    "Key Message": Kind("text", place="decision"),
    "Key Message Small": Kind("text", "small", "decision"),
    "Text Box Title": Kind("callout-title", place="remark"),
    "Text Box": Kind("text", place="remark"),
    "Text Box Small": Kind("text", "small", "remark"),
    "Quote": Kind("text", place="quotation"),
    "Quote Source": Kind("attribution", place="quotation"),
    "TOC Heading": Kind("contents-title"),
    "table of figures": Kind("contents-entry"),
    **{f"toc {level}": Kind("contents-entry") for level in range(1, 5)},
    "footnote text": Kind("text"),
    "header": Kind("text"),
    "footer": Kind("text"),
    "Spacer": Kind("spacer"),
}
"""Every paragraph style that a brief is written in → what it is written for."""

NOTE, CAPTION_LABEL, ITEM_LABEL, MARKING = (
    "footnote reference", "Caption Label", "List Item Label", "Protective Marking",
)  # fmt: skip
_CHARACTERS = (*(look.name for look in RUN_FORMATS.values()), NOTE, CAPTION_LABEL, ITEM_LABEL, MARKING)
_MARKS: Mapping[str, Mark] = {look.name: mark for mark, look in RUN_FORMATS.items()}
STRIP, TABLE = "Key Facts Table", "Ruled Table"
OURS = ("Spacer", "Document Type", "Table Text", "Key Facts Table")
"""Names by which a file of ours is known, whatever program saved it last."""


class Styles(msgspec.Struct, frozen=True):
    """The styles of a file by their ids."""

    paragraphs: Mapping[str, Kind]
    characters: Mapping[str, str]
    """Id → our name of a character style."""
    marks: Mapping[str, Mark]
    tables: Mapping[str, str]
    lefts: Mapping[str, int]
    """Id of a paragraph style → its indent from the left, in twips, where it says one."""
    marking_colour: str = "#FFFFFF"
    ours: bool = False


def styles_of(root: "Element | None") -> Styles:
    """The styles of `word/styles.xml`."""
    if root is None:
        return Styles({}, {}, {}, {}, {})
    known = by_name(root)

    def found(kind: str, name: str) -> str:
        return next((known[kind, each] for each in names_of(name) if (kind, each) in known), "")

    characters = {key: name for name in _CHARACTERS if (key := found("character", name))}
    lefts, colour = {}, "#FFFFFF"
    for style in root.iterfind(w("style")):
        key = style.get(w("styleId"), "")
        indent = style.find(f"{w('pPr')}/{w('ind')}")
        if indent is not None:
            lefts[key] = whole(indent.get(w("left")))
        ink = style.find(f"{w('rPr')}/{w('color')}")
        if characters.get(key) == MARKING and ink is not None and len(ink.get(w("val"), "")) == 6:
            colour = f"#{ink.get(w('val'), '').upper()}"
    names = {name for _kind, name in known}
    return Styles(
        paragraphs={key: kind for name, kind in PARAGRAPHS.items() if (key := found("paragraph", name))},
        characters=characters,
        marks={key: _MARKS[name] for key, name in characters.items() if name in _MARKS},
        tables={key: name for name in (STRIP, TABLE) if (key := found("table", name))},
        lefts=lefts,
        marking_colour=colour,
        ours=all(not names.isdisjoint(names_of(name)) for name in OURS),
    )


def whole(text: str | None) -> int:
    """A number of a file; 0 where it is none, or beyond what a page could need."""
    try:
        number = int(text or "0")
    except ValueError:
        return 0
    return number if abs(number) < 1_000_000 else 0
