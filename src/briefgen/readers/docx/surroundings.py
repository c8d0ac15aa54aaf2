"""What reading needs to know of a file wherever it is: styles, lists, links, names of places."""

import re
from collections.abc import Mapping
from typing import cast

import msgspec

from briefgen.document import Chart
from briefgen.document.anchors import citation
from briefgen.ooxml import Element, Opened
from briefgen.ooxml.related import Related, related
from briefgen.ooxml.tags import w
from briefgen.readers.docx.styles import Styles, whole

_LABEL = re.compile(r"_Ref\d+")
_CITATION = re.compile(r"_Cite(\d+)_(\d+)")
_MOST_LEVELS = 9


class Level(msgspec.Struct, frozen=True):
    """A level of a list."""

    ordered: bool
    left: int
    """Its indent, in twips."""
    start: int = 1


class Surroundings(msgspec.Struct, frozen=True):
    """Of one part."""

    lang: str
    styles: Styles
    levels: Mapping[tuple[str, int], Level]
    """Id of a list and depth → how it stands there."""
    related: Mapping[str, Related]
    labels: Mapping[str, str]
    """The bookmark around the label of a caption → the anchor of its table or figure."""
    pictures: Mapping[str, bytes]
    charts: Mapping[str, Chart]
    """Digest of the words that tell it → a chart."""
    grounds: Mapping[str, str]
    """Colour of a cell → what the cell says."""


def anchor(bookmark: str) -> str:
    """The anchor that a bookmark was named for; nothing where it is that of a note mark or a label, or Word's own.

    Names of bookmarks have no hyphens, and most anchors no underscores."""
    if not bookmark.startswith("_") or _CITATION.fullmatch(bookmark) or _LABEL.fullmatch(bookmark):
        return ""
    return bookmark[1:].replace("_", "-").strip("-")


def target(bookmark: str) -> str:
    """The anchor that a link to a bookmark leads to: that of a note mark too."""
    cited = _CITATION.fullmatch(bookmark)
    return citation(int(cited[1]), int(cited[2])) if cited else anchor(bookmark)


def anchor_of(element: Element) -> str:
    """The first anchor of a paragraph."""
    names = (each.get(w("name"), "") for each in element.iter(w("bookmarkStart")))
    return next(filter(None, map(anchor, names)), "")


def labels_of(body: Element) -> dict[str, str]:
    """Bookmark of a label → the anchor of the caption that it stands in."""
    out: dict[str, str] = {}
    for paragraph in body.iter(w("p")):
        starts = paragraph.findall(w("bookmarkStart"))
        names = [start.get(w("name"), "") for start in starts]
        for name in names:
            if _LABEL.fullmatch(name):
                out[name] = next(filter(None, map(anchor, names)), "")
    return out


def levels_of(root: "Element | None") -> dict[tuple[str, int], Level]:
    """The lists of `word/numbering.xml`."""
    if root is None:
        return {}
    definitions: dict[str, dict[int, Level]] = {}
    for definition in root.iterfind(w("abstractNum")):
        levels = {}
        for level in definition.iterfind(w("lvl")):
            indent = level.find(f"{w('pPr')}/{w('ind')}")
            left = whole(indent.get(w("left"))) if indent is not None else 0
            levels[whole(level.get(w("ilvl")))] = Level(_value(level, "numFmt") != "bullet", left)
        definitions[definition.get(w("abstractNumId"), "")] = levels
    out: dict[tuple[str, int], Level] = {}
    for made in root.iterfind(w("num")):
        name = made.get(w("numId"), "")
        out |= {(name, depth): how for depth, how in definitions.get(_value(made, "abstractNumId"), {}).items()}
        for override in made.iterfind(w("lvlOverride")):
            at = (name, whole(override.get(w("ilvl"))))
            if at in out and override.find(w("startOverride")) is not None:
                out[at] = msgspec.structs.replace(out[at], start=whole(_value(override, "startOverride")))
    return out


def relations(opened: Opened, name: str) -> dict[str, Related]:
    """What a part refers to."""
    return related(opened, name)


def _value(element: Element, name: str) -> str:
    found = element.find(w(name))
    return cast(str, found.get(w("val"), "")) if found is not None else ""
