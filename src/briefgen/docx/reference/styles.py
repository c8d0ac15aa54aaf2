"""The theme of a brief fitted to a reference document, and the styles and lists that the document lacks."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.styles.styles import Styles
from lxml import etree
from msgspec.structs import replace

from briefgen.docx.context import FittedTheme
from briefgen.docx.elements import Element, fragments
from briefgen.docx.numbering import Numbers, list_definitions, shared_lists
from briefgen.docx.package import new_part, open_base
from briefgen.docx.reference.opening import ReferenceDocument, bounded_int, by_number, open_reference
from briefgen.docx.style_names import by_name, names_of
from briefgen.docx.styles import OwnStyle, own_styles, theme_part
from briefgen.docx.theme_styles import paragraph_styles
from briefgen.ooxml.elements import on_off, value
from briefgen.ooxml.tags import A, w
from briefgen.theme import TextStyle, Theme

_MIN_SIZE, _MAX_SIZE = 12, 96
"""The limits of font sizes, in half points."""
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"')
_STYLE_REFERENCES = tuple(w(name) for name in ("basedOn", "next", "link"))
_THEME_ATTRIBUTES = w("themeColor"), w("themeFill")
_VAL, _ID = w("val"), w("styleId")


def missing_styles(theme: Theme, reference: ReferenceDocument) -> list[str]:
    """The names of the styles that a brief needs and a reference document lacks."""
    own = own_styles(open_base(theme).styles)
    ids = _matching_ids(open_reference(reference).styles.element, own)
    return [style.name for style in own if style.id not in ids and not style.default]


def fit_theme(theme: Theme, reference: ReferenceDocument) -> FittedTheme:
    """The theme with the measures of a reference document, and the properties of its styles that writers need."""
    word = open_reference(reference)
    resolved = _ResolvedStyles(word)
    ids = _matching_ids(word.styles.element, own_styles(open_base(theme).styles))
    section = word.sections[0]._sectPr
    size = (bounded_int(value(section, "pgSz", "w")) or 0, bounded_int(value(section, "pgSz", "h")) or 0)
    numbers, step = _numbers(word.part.numbering_part.element, resolved, ids)
    theme = _fit_to_reference(theme, resolved, ids, section, step)
    own = [style for style in paragraph_styles(theme, 0) if style.id in ids]
    return FittedTheme(
        theme=theme,
        paper=size,
        ids=ids,
        bold={style.id: resolved.bold(ids[style.id]) for style in own},
        before={style.id: resolved.measure(ids[style.id], "pPr/spacing", "before") or 0 for style in own},
        page_kinds=(
            "default",
            *(("first",) if on_off(section, "titlePg") or not reference.headers else ()),
            *(("even",) if word.settings.odd_and_even_pages_header_footer else ()),
        ),
        numbers=numbers,
    )


def add_missing(word: Document, own: Styles, theme: Theme, numbers: Numbers) -> Mapping[str, str]:
    """Add the styles and lists that a document lacks. Returns style id → id in the document. `own`: our styles."""
    root = word.styles.element
    ids = _matching_ids(root, own_styles(own))
    taken = {style.get(_ID, "").lower() for style in root.iterfind(w("style"))}
    added = [style for style in own.element.iterfind(w("style")) if style.get(_ID) not in ids]
    for style in added:
        identity = style.get(_ID)
        while identity.lower() in taken:
            identity += "B"
        ids[style.get(_ID)] = identity
        taken.add(identity.lower())
    root.extend(_without_theme_fonts(style, ids, numbers.lists) for style in added)
    _set_language(root, own.element)
    _add_lists(word.part.numbering_part.element, theme, numbers, ids)
    if not any(each.reltype == RELATIONSHIP_TYPE.THEME for each in word.part.rels.values()):
        part = new_part(word.part, "word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, theme_part(theme).encode())
        word.part.relate_to(part, RELATIONSHIP_TYPE.THEME)
    return ids


def replace_style_ids(xml: str, ids: Mapping[str, str]) -> str:
    """Replace our style ids in XML with those of the document. No author's text can look like such a tag."""
    return _STYLE.sub(lambda match: f'{match[1]}{ids.get(match[2], match[2])}"', xml)


def _matching_ids(styles: Element, own: list[OwnStyle]) -> dict[str, str]:
    """Our style id → the id in the reference document, for the styles that it has."""
    reference_ids = by_name(styles)
    defaults = {
        style.get(w("type")): style.get(_ID)
        for style in styles.iterfind(w("style"))
        if style.get(w("default")) in ("1", "true", "on")
    }
    out: dict[str, str] = {}
    for style in own:
        match = next(
            (reference_ids[style.kind, name] for name in names_of(style.name) if (style.kind, name) in reference_ids),
            "",
        )
        if style.default:
            match = defaults.get(style.kind) or match
        if match:
            out[style.id] = match
    return out


def _without_theme_fonts(style: Element, ids: Mapping[str, str], first_list: int) -> Element:
    """A copy of one of our styles without the fonts and colours of our theme."""
    adapted = deepcopy(style)
    adapted.set(_ID, ids[style.get(_ID)])
    for element in list(adapted.iter()):
        if element.tag in _STYLE_REFERENCES:
            element.set(_VAL, ids.get(element.get(_VAL), element.get(_VAL)))
        elif element.tag == w("numId"):
            element.set(_VAL, str(int(element.get(_VAL)) + first_list))
        elif element.tag == w("rFonts"):
            element.getparent().remove(element)
        for place in _THEME_ATTRIBUTES:
            element.attrib.pop(place, None)
    return adapted


def _set_language(root: Element, own: Element) -> None:
    """Set the language of the brief in the document defaults."""
    for step in ("docDefaults", "rPrDefault", "rPr"):
        inner = root.find(w(step))
        if inner is None:
            inner = root.makeelement(w(step))
            root.insert(0, inner)  # each comes first among its siblings (CT_Styles, CT_DocDefaults)
        root, own = inner, own.find(w(step))
    root.extend(deepcopy(language) for language in own.iterfind(w("lang")))


# Lists


def _numbers(root: Element, resolved: "_ResolvedStyles", ids: Mapping[str, str]) -> tuple[Numbers, int | None]:
    """The first free numbering ids, the lists of the reference document that are used, and their indent in twips."""
    lists, definitions = by_number(root, "num", "numId"), by_number(root, "abstractNum", "abstractNumId")
    bullet, ordered = (resolved.list_of(ids[name]) if name in ids else 0 for name in ("ListBullet", "ListNumber"))
    level = definitions[_definition(lists[bullet])].find(w("lvl")) if bullet in lists else None
    step = None
    if level is not None:
        step = bounded_int(value(level, "pPr/ind", "left")) or bounded_int(value(level, "pPr/ind", "start"))
    return Numbers(
        lists=max(lists, default=0),
        definitions=max(definitions, default=0),
        bullet=bullet if bullet in lists else 0,
        ordered=_definition(lists[ordered]) if ordered in lists else None,
    ), step


def _definition(numbering_list: Element) -> int:
    return int(value(numbering_list, "abstractNumId"))


def _add_lists(root: Element, theme: Theme, numbers: Numbers, ids: Mapping[str, str]) -> None:
    """Add our list definitions and lists: all definitions precede all lists (CT_Numbering)."""
    ours = fragments(replace_style_ids(list_definitions(theme, numbers), ids))
    lists, definitions = by_number(root, "num", "numId"), by_number(root, "abstractNum", "abstractNumId")
    bullets = definitions[_definition(lists[numbers.bullet])] if numbers.bullet else None
    ordered = definitions[numbers.ordered] if numbers.ordered is not None else None
    # The first two of ours are the bullets and numbers of the body, which the reference document may replace.
    for definition, own in zip((bullets, ordered), ours, strict=False):
        if definition is not None:
            _add_missing_levels(definition, own)
    at = next((at for at, each in enumerate(root) if each.tag == w("num")), len(root))
    root[at:at] = ours
    root.extend(fragments(shared_lists(numbers)))


def _add_missing_levels(definition: Element, own: Element) -> None:
    """Add the deeper levels that a list definition lacks, unless it takes its levels from a style."""
    if definition.find(w("numStyleLink")) is not None:
        return
    has = {level.get(w("ilvl")) for level in definition.iterfind(w("lvl"))}
    missing_levels = [deepcopy(level) for level in own.iterfind(w("lvl")) if level.get(w("ilvl")) not in has]
    for level in missing_levels:
        for link in level.findall(w("pStyle")):
            level.remove(link)
    definition.extend(missing_levels)
    kind = definition.find(w("multiLevelType"))
    if missing_levels and kind is not None:
        kind.set(_VAL, "multilevel")


# Measures


class _ResolvedStyles:
    """The properties of the styles of a reference document, with inheritance (`basedOn`)."""

    def __init__(self, word: Document) -> None:
        self.root: Element = word.styles.element
        self._styles = {style.get(_ID, ""): style for style in self.root.iterfind(w("style"))}
        part = next((each for each in word.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.THEME), None)
        self._theme: Element = etree.fromstring(part.target_part.blob) if part else None

    def _chain(self, identity: str) -> Iterator[Element]:
        while identity in self._styles:
            yield self._styles[identity]
            identity = value(self._styles[identity], "basedOn")

    def size(self, identity: str) -> int:
        """The font size in half points; 20 by default (ISO/IEC 29500-1, 17.3.2.38)."""
        given = [value(style, "rPr/sz") for style in self._chain(identity)]
        given.append(value(self.root, "docDefaults/rPrDefault/rPr/sz"))
        return next((size for text in given if (size := bounded_int(text, _MIN_SIZE, _MAX_SIZE)) is not None), 20)

    def bold(self, identity: str) -> bool:
        return next((on for style in self._chain(identity) if (on := on_off(style, "rPr/b")) is not None), False)

    def measure(self, identity: str, path: str, attribute: str = "val") -> int | None:
        """A measure in twips; None if no style sets it."""
        given = (bounded_int(value(style, path, attribute)) for style in self._chain(identity))
        return next((twips for twips in given if twips is not None), None)

    def list_of(self, identity: str) -> int:
        """The id of the list that numbers a style, or 0."""
        return self.measure(identity, "pPr/numPr/numId") or 0

    def colour(self, identity: str) -> str:
        """The text colour as `#RRGGBB`; empty if automatic."""
        for style in self._chain(identity):
            if given := value(style, "rPr/color"):
                slot = value(style, "rPr/color", "themeColor")
                path = f".//{{{A}}}clrScheme/{{{A}}}{slot}/{{{A}}}srgbClr"
                found = self._theme.find(path) if slot.isalnum() and self._theme is not None else None
                from_theme = str(found.get("val")) if found is not None else ""
                return next((f"#{each.upper()}" for each in (from_theme, given) if _COLOUR.fullmatch(each)), "")
        return ""


def _fit_to_reference(
    theme: Theme, resolved: _ResolvedStyles, ids: Mapping[str, str], section: Element, step: int | None
) -> Theme:
    """The theme with the measures of the reference document. `step`: the indent of its bullets."""
    body = ids.get("BodyText") or ids.get("Normal", "")
    ratio = resolved.size(body) / 2 / theme.styles["body"].size
    styles = {name: _scaled(style, ratio) for name, style in theme.styles.items()}
    for style in paragraph_styles(theme, 0):
        if style.id in ids:
            styles[style.text_style] = replace(styles[style.text_style], size=resolved.size(ids[style.id]) / 2)
    indent = step or (resolved.measure(ids["ListBullet"], "pPr/ind", "left") if "ListBullet" in ids else None)
    if indent and indent > 0:
        styles["list"] = replace(styles["list"], indent=indent / 20)
    inks = {**theme.inks, "text": resolved.colour(body) or theme.inks["text"]}
    if "Heading1" in ids:
        inks["accent"] = inks["link"] = resolved.colour(ids["Heading1"]) or inks["text"]
    sides = {
        name: bounded_int(value(section, "pgMar", name))
        for name in ("left", "right", "top", "bottom", "header", "footer")
    }
    given = {name: side / 20 for name, side in sides.items() if side is not None}
    return replace(theme, styles=styles, inks=inks, page=replace(theme.page, **given))


def _scaled(style: TextStyle, ratio: float) -> TextStyle:
    return replace(
        style, size=style.size * ratio, leading=style.leading * ratio, before=style.before * ratio,
        after=style.after * ratio, indent=style.indent * ratio,
    )  # fmt: skip
