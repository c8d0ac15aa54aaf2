"""The house's styles with those that a brief needs beside them, each found by its name."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

import msgspec
from docx.styles.styles import Styles

from briefgen.ooxml.tags import namespaces, w
from briefgen.writers.docx.house.model import Element, House
from briefgen.writers.docx.house.names import names_of
from briefgen.writers.docx.house.xml import value
from briefgen.writers.docx.styles import OwnStyle, own_styles

_REFERENCE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"')
_REFERRING = tuple(w(name) for name in ("basedOn", "next", "link"))
_PLACES = w("themeColor"), w("themeFill")
_VAL, _ID, _TYPE = w("val"), w("styleId"), w("type")


class Dressed(msgspec.Struct, frozen=True):
    """The styles of a brief in a house style."""

    xml: str
    ids: Mapping[str, str]
    """Our id of a style → its id in the file."""
    made: tuple[str, ...]
    """Names of those that the house has not got."""


def by_name(styles: Element) -> dict[tuple[str, str], str]:
    """(kind, name or alias in small letters) → id; the first of a name counts."""
    found: dict[tuple[str, str], str] = {}
    for style in styles.iterfind(w("style")):
        kind = style.get(_TYPE, "paragraph")
        names = [value(style, "name"), *value(style, "aliases").split(",")]
        for name in names:
            if name.strip():
                found.setdefault((kind, name.strip().lower()), style.get(_ID, ""))
    return found


def default(styles: Element, kind: str) -> str:
    """The id of the style that counts where none is named."""
    for style in styles.iterfind(w("style")):
        if style.get(_TYPE) == kind and style.get(w("default")) in ("1", "true", "on"):
            return str(style.get(_ID, ""))
    return ""


def found_in(house: House, own: list[OwnStyle]) -> dict[str, str]:
    """Our id of a style → the house's, for those that it has."""
    known = by_name(house.styles)
    out: dict[str, str] = {}
    for style in own:
        hit = next((known[style.kind, name] for name in names_of(style.name) if (style.kind, name) in known), "")
        if style.default:
            hit = default(house.styles, style.kind) or hit
        if hit:
            out[style.id] = hit
    return out


def dressed(house: House, styles: Styles, first_list: int) -> Dressed:
    """The house's styles, and ours where it has none. `first_list`: what is added to the numbers of our lists."""
    own = styles.element
    root = deepcopy(house.styles)
    ids = found_in(house, own_styles(styles))
    taken = {str(style.get(_ID, "")).lower() for style in root.iterfind(w("style"))}
    wanted = [style for style in own.iterfind(w("style")) if style.get(_ID) not in ids]
    for style in wanted:
        ids[style.get(_ID)] = _unlike(style.get(_ID), taken)
    for style in wanted:
        root.append(_made(style, ids, first_list))
    _speak(root, own)
    return Dressed(text(root), ids, tuple(_names(wanted)))


def _speak(root: Element, own: Element) -> None:
    """Gives the house's styles the language of the brief."""
    path = ("docDefaults", "rPrDefault", "rPr")
    at, ours = root, own
    for step in path:
        ours = ours.find(w(step))
        inner = at.find(w(step))
        if inner is None:
            inner = at.makeelement(w(step))
            at.insert(0, inner)  # each comes first among its like (CT_Styles, CT_DocDefaults)
        at = inner
    at.extend(deepcopy(language) for language in ours.iterfind(w("lang")))


def _names(wanted: list[Element]) -> Iterator[str]:
    yield from (value(style, "name") for style in wanted if style.get(w("default")) != "1")


def _unlike(identity: str, taken: set[str]) -> str:
    name = identity
    while name.lower() in taken:
        name += "B"
    taken.add(name.lower())
    return name


def _made(style: Element, ids: Mapping[str, str], first_list: int) -> Element:
    """A style of ours as the house would have it: in its letters, and only Normal's where it has no say."""
    made = deepcopy(style)
    made.set(_ID, ids[style.get(_ID)])
    for element in list(made.iter()):
        if element.tag in _REFERRING:
            element.set(_VAL, ids.get(element.get(_VAL), element.get(_VAL)))
        elif element.tag == w("numId"):
            element.set(_VAL, str(int(element.get(_VAL)) + first_list))
        elif element.tag == w("rFonts"):
            element.getparent().remove(element)
        for place in _PLACES:  # the house's theme has other colours there
            element.attrib.pop(place, None)
    return made


def renamed(xml: str, ids: Mapping[str, str]) -> str:
    """XML of ours with the ids that its styles have in the file. No text of an author can look like such a tag."""
    return _REFERENCE.sub(lambda match: f'{match[1]}{ids.get(match[2], match[2])}"', xml)


def parsed(xml: str) -> Element:
    """Our own XML as a tree."""
    from lxml import etree

    return etree.fromstring(xml.encode())


def pieces(xml: str) -> list[Element]:
    """Elements of ours that have no root."""
    return list(parsed(f"<w:pieces {namespaces('w', 'r')}>{xml}</w:pieces>"))


def text(root: Element) -> str:
    """A tree as a part."""
    from lxml import etree

    etree.cleanup_namespaces(root, keep_ns_prefixes=[str(prefix) for prefix in root.nsmap if prefix])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
