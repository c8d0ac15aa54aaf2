"""The context of reading a part: styles, lists, relationships and bookmarks of the file.

Styles are found by name, since a reference document has its own ids.
"""

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

import msgspec
from docx.opc.part import Part
from docx.oxml.ns import qn

from briefgen.document import Chart, Mark
from briefgen.document.anchors import citation
from briefgen.docx.style_names import by_name, names_of
from briefgen.docx.theme_styles import RUN_FORMATS
from briefgen.ooxml.elements import Element, value, whole_number

_LABEL = re.compile(r"_Ref\d+")
_CITATION = re.compile(r"_Cite(\d+)_(\d+)")
Role: TypeAlias = Literal["body", "lead", "small", "label"]
Place: TypeAlias = Literal["body", "decision", "remark", "quotation", "notes"]


class Kind(msgspec.Struct, frozen=True):
    """The role of the paragraphs of a style."""

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
    """A further paragraph of a list item."""


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
"""Every paragraph style that a brief is written in → its use."""

NOTE, CAPTION_LABEL, ITEM_LABEL, MARKING = (
    "footnote reference", "Caption Label", "List Item Label", "Protective Marking",
)  # fmt: skip
_CHARACTERS = (*(run_format.name for run_format in RUN_FORMATS.values()), NOTE, CAPTION_LABEL, ITEM_LABEL, MARKING)
_MARKS: Mapping[str, Mark] = {run_format.name: mark for mark, run_format in RUN_FORMATS.items()}
ENTRIES, COLUMNS, TABLE = "Key Facts Table", "Layout Table", "Ruled Table"
CARD, RECOMMENDED = "Card", "Recommended Card"
OURS = ("Spacer", "Document Type", "Table Text", "Key Facts Table")
"""Style names by which a file of ours is recognised, whichever program saved it last."""


class Styles(msgspec.Struct, frozen=True):
    """The styles of a file by their ids."""

    paragraphs: Mapping[str, Kind]
    characters: Mapping[str, str]
    """Id → our name of a character style."""
    marks: Mapping[str, Mark]
    tables: Mapping[str, str]
    left_indents: Mapping[str, int]
    """Id of a paragraph style → its left indent in twips, if set."""
    marking_colour: str = "#FFFFFF"
    ours: bool = False


def styles_of(root: "Element | None") -> Styles:
    """The styles of `word/styles.xml`."""
    if root is None:
        return Styles({}, {}, {}, {}, {})
    ids_by_name = by_name(root)

    def found(kind: str, name: str) -> str:
        return next((ids_by_name[kind, each] for each in names_of(name) if (kind, each) in ids_by_name), "")

    characters = {key: name for name in _CHARACTERS if (key := found("character", name))}
    left_indents, colour = {}, "#FFFFFF"
    for style in root.iterfind(qn("w:style")):
        key = style.get(qn("w:styleId"), "")
        if style.find(f"{qn('w:pPr')}/{qn('w:ind')}") is not None:
            left_indents[key] = whole_number(value(style, "pPr/ind", "left"))
        ink = value(style, "rPr/color")
        if characters.get(key) == MARKING and len(ink) == 6:
            colour = f"#{ink.upper()}"
    names = {name for _kind, name in ids_by_name}
    return Styles(
        paragraphs={key: kind for name, kind in PARAGRAPHS.items() if (key := found("paragraph", name))},
        characters=characters,
        marks={key: _MARKS[name] for key, name in characters.items() if name in _MARKS},
        tables={key: name for name in (ENTRIES, COLUMNS, CARD, RECOMMENDED, TABLE) if (key := found("table", name))},
        left_indents=left_indents,
        marking_colour=colour,
        ours=all(not names.isdisjoint(names_of(name)) for name in OURS),
    )


class Level(msgspec.Struct, frozen=True):
    """A level of a list."""

    ordered: bool
    left: int
    """Its indent, in twips."""
    start: int = 1


class Context(msgspec.Struct, frozen=True):
    """The context of reading a part."""

    part: Part
    """Its relationships lead to pictures and addresses."""

    lang: str
    styles: Styles
    levels: Mapping[tuple[str, int], Level]
    """Id of a list and depth → its format there."""
    labels: Mapping[str, str]
    """The bookmark around the label of a caption → the anchor of its table or figure."""
    charts: Mapping[str, Chart]
    """Digest of the text alternative → a chart."""
    fills: Mapping[str, str]
    """Colour of a cell → its meaning."""


def anchor(bookmark: str) -> str:
    """The anchor of a bookmark; empty for bookmarks of note marks and labels, and for Word's own.

    Names of bookmarks have no hyphens, and most anchors no underscores."""
    if not bookmark.startswith("_") or _CITATION.fullmatch(bookmark) or _LABEL.fullmatch(bookmark):
        return ""
    return bookmark[1:].replace("_", "-").strip("-")


def target(bookmark: str) -> str:
    """The anchor of a bookmark, including those of note marks."""
    cited = _CITATION.fullmatch(bookmark)
    return citation(int(cited[1]), int(cited[2])) if cited else anchor(bookmark)


def anchor_of(element: Element) -> str:
    """The first anchor of a paragraph."""
    names = (each.get(qn("w:name"), "") for each in element.iter(qn("w:bookmarkStart")))
    return next(filter(None, map(anchor, names)), "")


def labels_of(body: Element) -> dict[str, str]:
    """Bookmark of a label → the anchor of its caption."""
    out: dict[str, str] = {}
    for paragraph in body.iter(qn("w:p")):
        starts = paragraph.findall(qn("w:bookmarkStart"))
        names = [start.get(qn("w:name"), "") for start in starts]
        for name in names:
            if _LABEL.fullmatch(name):
                out[name] = next(filter(None, map(anchor, names)), "")
    return out


def levels_of(root: "Element | None") -> dict[tuple[str, int], Level]:
    """The lists of `word/numbering.xml`."""
    if root is None:
        return {}
    definitions: dict[str, dict[int, Level]] = {}
    for definition in root.iterfind(qn("w:abstractNum")):
        levels = {}
        for level in definition.iterfind(qn("w:lvl")):
            left = whole_number(value(level, "pPr/ind", "left"))
            levels[whole_number(level.get(qn("w:ilvl")))] = Level(value(level, "numFmt") != "bullet", left)
        definitions[definition.get(qn("w:abstractNumId"), "")] = levels
    out: dict[tuple[str, int], Level] = {}
    for numbering_list in root.iterfind(qn("w:num")):
        name = numbering_list.get(qn("w:numId"), "")
        out |= {
            (name, depth): level for depth, level in definitions.get(value(numbering_list, "abstractNumId"), {}).items()
        }
        for override in numbering_list.iterfind(qn("w:lvlOverride")):
            at = (name, whole_number(override.get(qn("w:ilvl"))))
            if at in out and override.find(qn("w:startOverride")) is not None:
                out[at] = msgspec.structs.replace(out[at], start=whole_number(value(override, "startOverride")))
    return out
