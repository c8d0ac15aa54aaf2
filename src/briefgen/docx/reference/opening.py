"""Read a reference document from an untrusted DOCX or DOTX, repair it, and remove active and external content."""

from collections.abc import Iterator, Mapping, Set
from copy import deepcopy
from io import BytesIO
from typing import Any, cast

import msgspec
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import _Relationship
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart
from lxml import etree

import docx
from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.xml import in_attribute
from briefgen.docx.elements import Element, fragments
from briefgen.docx.fields import FIELD_END, HARMLESS_FIELDS, begin_field, parse_fields
from briefgen.docx.package import BASE, new_part, save
from briefgen.ooxml.elements import on_off, value
from briefgen.ooxml.opening import open_docx, related_parts, related_xml
from briefgen.ooxml.tags import A, R, W, namespaces, w

MAX_BYTES = 50 << 20
_HINT = "Open it in Word and save it as “Word Document (.docx)” or “Word Template (.dotx)”."
_SWITCHES = {"evenAndOddHeaders": "defaultTabStop", "autoHyphenation": "defaultTabStop", "mirrorMargins": "zoom"}
"""Copied settings → the setting that they follow, the last first."""
_MIN_COLUMN_WIDTH = 2_880
"""Two inches."""
_ALIGNED = {"start": "left", "end": "right"}
_MAX_STYLES, _MAX_LISTS = 5_000, 10_000
_HEADER_TYPES = {"header": (CONTENT_TYPE.WML_HEADER, RT.HEADER), "footer": (CONTENT_TYPE.WML_FOOTER, RT.FOOTER)}
_SIDES = ("top", "right", "bottom", "left", "header", "footer")
_STYLE_REFERENCES = {w("basedOn"): True, w("next"): True, w("link"): False}
"""References to styles → whether the target must have the same type."""


class ReferenceDocument(msgspec.Struct, frozen=True):
    """A sanitised Word file whose styles, page, headers and footers a brief uses."""

    name: str
    """The file name, for messages."""
    data: bytes
    """The file that a brief is written into: repaired, and without content."""
    headers: tuple[tuple[str, str], ...]
    """Its headers and footers: `("header", "first")`."""
    omitted: tuple[str, ...]
    """Descriptions of what was removed."""


def open_reference(reference: ReferenceDocument) -> Document:
    """Open a reference document for one brief."""
    return docx.Document(BytesIO(reference.data))


def read_reference(data: bytes, name: str) -> tuple[ReferenceDocument | None, list[Diagnostic]]:
    """Read a reference document; None if a diagnostic explains why not. `name`: the file name, for messages."""
    main = open_docx(data, name)
    if isinstance(main, Diagnostic):
        return None, [main]
    styles, settings = related_xml(main, RT.STYLES), related_xml(main, RT.SETTINGS)
    if styles is None or styles.tag != w("styles"):
        return None, [error("no-house-style", "This file has no styles of Word.", file=name, hint=_HINT)]
    omitted = list(_omitted_content(main))
    numbering = _correct_numbering(related_xml(main, RT.NUMBERING), styles)
    _correct_styles(styles, numbering)
    word = docx.Document(str(BASE))
    word.core_properties._element[:] = []
    word.part._styles_part._element = cast(Any, styles)
    word.part.numbering_part._element = numbering
    word.part.part_related_by(RT.FONT_TABLE)._blob = _fonts(related_xml(main, RT.FONT_TABLE))
    if theme := _theme(related_xml(main, RT.THEME)):
        word.part.part_related_by(RT.THEME)._blob = theme
    else:
        relations = word.part.rels
        relations.pop(next(key for key, each in relations.items() if each.reltype == RT.THEME))
    if settings is not None:
        _copy_settings(word.settings.element, settings)
    section = next(reversed(list(main.element.iter(w("sectPr")))), None)
    pages = {
        "default": True,
        "first": section is not None and bool(on_off(section, "titlePg")),
        "even": word.settings.odd_and_even_pages_header_footer,
    }
    references, headers, removed = _headers(main, section, word, {page for page, differs in pages.items() if differs})
    word.element.body[:] = fragments(f"<w:sectPr>{references}{_page(section)}</w:sectPr>")
    return ReferenceDocument(
        name=name,
        data=save(word.part.package),
        headers=headers,
        omitted=tuple(dict.fromkeys([*omitted, *removed])),
    ), []


def _omitted_content(main: DocumentPart) -> Iterator[str]:
    """Descriptions of content that is always removed."""
    names = [part.partname.lower() for part in main.package.iter_parts()]
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "macros"
    settings = [relation.reltype for part in related_parts(main, RT.SETTINGS) for relation in part.rels.values()]
    if any(each.endswith("/attachedTemplate") for each in settings):
        yield "the link to another template"
    if any(each.reltype == RT.OLE_OBJECT for each in main.rels.values()) or any(
        "/embeddings/" in each for each in names
    ):
        yield "embedded objects"
    if any(name.endswith(".odttf") for name in names):
        yield "embedded fonts"


def _copy_settings(root: Element, given: Element) -> None:
    """Copy the settings that affect the layout, in the order of CT_Settings."""
    if stops := bounded_int(value(given, "defaultTabStop"), 1):
        root.find(w("defaultTabStop")).set(w("val"), str(stops))
    for name, after in _SWITCHES.items():
        if on_off(given, name):
            root.find(w(after)).addnext(*fragments(f"<w:{name}/>"))


def _correct_styles(root: Element, numbering: Element) -> None:
    """Remove duplicate styles, references to missing styles and lists, and languages: the brief sets the language."""
    seen: set[tuple[str, str]] = set()
    for at, style in enumerate(root.findall(w("style"))):
        names = [("id", value(style, "", "styleId").lower()), ("name", value(style, "name").lower())]
        if at >= _MAX_STYLES or not all(given for _, given in names) or not seen.isdisjoint(names):
            root.remove(style)
        seen.update(names)
    for language in list(root.iter(w("lang"))):
        remove(language)
    styles = {value(style, "", "styleId"): style for style in root.iterfind(w("style"))}
    ids = {value(style, "name").lower(): key for key, style in styles.items()}
    for style in styles.values():
        for element in [child for child in style if child.tag in _STYLE_REFERENCES]:
            target = value(element, "")
            target = target if target in styles else ids.get(target.lower(), "")  # some programs write the name
            same = target and styles[target].get(w("type")) == style.get(w("type"))
            if target and (same or not _STYLE_REFERENCES[element.tag]):
                element.set(w("val"), target)
            else:
                style.remove(element)
    for key, style in styles.items():
        chain = {key}
        while (base := value(style, "basedOn")) and base not in chain:
            chain.add(base)
            style = styles[base]
        if base:  # a cycle
            style.remove(style.find(w("basedOn")))
    lists = by_number(numbering, "num", "numId")
    for element in list(root.iter(w("numPr"))):
        given = value(element, "numId")
        if given not in ("", "0") and bounded_int(given, 1, 1 << 30) not in lists:
            remove(element)


def _correct_numbering(root: Element | None, styles: Element) -> Element:
    """Remove duplicate lists and definitions, references to missing ones, and picture bullets."""
    if root is None or root.tag != w("numbering"):
        return etree.fromstring(f"<w:numbering {namespaces('w')}/>")
    for element in list(root.iter(w("numPicBullet"), w("lvlPicBulletId"), w("numIdMacAtCleanup"))):
        remove(element)
    style_ids = {value(style, "", "styleId") for style in styles.iterfind(w("style"))}
    for element in list(root.iter(w("pStyle"), w("styleLink"), w("numStyleLink"))):
        if value(element, "") not in style_ids:
            remove(element)
    for element in root.iter(w("lvlJc")):  # LibreOffice writes values that the transitional schema lacks
        if value(element, "") in _ALIGNED:
            element.set(w("val"), _ALIGNED[value(element, "")])
    definitions = by_number(root, "abstractNum", "abstractNumId")
    lists = {
        at: each
        for at, each in by_number(root, "num", "numId").items()
        if at and bounded_int(value(each, "abstractNumId"), 0, 1 << 30) in definitions
    }
    root[:] = [*list(definitions.values())[:_MAX_LISTS], *list(lists.values())[:_MAX_LISTS]]
    return root


def _theme(root: Element | None) -> bytes | None:
    """The theme part. Picture fills become solid fills, since pictures are removed."""
    if root is None or root.tag != f"{{{A}}}theme":
        return None
    for element in list(root.iter(f"{{{A}}}blipFill")):
        fill = element.makeelement(f"{{{A}}}solidFill")
        fill.append(fill.makeelement(f"{{{A}}}schemeClr", {"val": "phClr"}))
        element.getparent().replace(element, fill)
    if any(str(key).startswith(f"{{{R}}}") for element in root.iter() for key in element.attrib):
        return None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fonts(root: Element | None) -> bytes:
    """The font table without embedded fonts."""
    fonts = list(root.iterfind(w("font"))) if root is not None else []
    out = cast(Element, etree.fromstring(f"<w:fonts {namespaces('w', 'r')}/>"))
    for font in fonts:
        for embedded in [child for child in font if "}embed" in str(child.tag)]:
            font.remove(embedded)
        out.append(font)
    return etree.tostring(out, xml_declaration=True, encoding="UTF-8", standalone=True)


def _page(section: Element | None) -> str:
    """Section properties: paper, margins, borders and first page. Paper and margins that cannot hold a brief are
    omitted."""
    if section is None:
        return '<w:cols w:space="720"/>'
    first = "<w:titlePg/>" if on_off(section, "titlePg") else ""
    width, height = (bounded_int(value(section, "pgSz", side), 2_880) for side in ("w", "h"))
    sides = [bounded_int(value(section, "pgMar", side)) for side in _SIDES]
    if width is None or height is None or None in sides:
        return f'<w:cols w:space="720"/>{first}'
    margins = dict(zip(_SIDES, (abs(side or 0) for side in sides), strict=True))
    margins["left"] += max(bounded_int(value(section, "pgMar", "gutter")) or 0, 0)
    if min(width - margins["left"] - margins["right"], height - margins["top"] - margins["bottom"]) < _MIN_COLUMN_WIDTH:
        return f'<w:cols w:space="720"/>{first}'
    borders = section.find(w("pgBorders"))
    sides_of_page = " ".join(f'w:{side}="{given}"' for side, given in margins.items())
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {sides_of_page} w:gutter="0"/>'
        f'{"" if borders is None else wordprocessing_xml(borders)}<w:cols w:space="720"/>{first}'
    )


def _headers(
    main: DocumentPart, section: Element | None, word: Document, pages: Set[str]
) -> tuple[str, tuple[tuple[str, str], ...], list[str]]:
    """Clean and add the headers and footers of some page types. Returns references, types, and what was removed."""
    media: dict[bytes, Part] = {}
    references: dict[tuple[str, str], str] = {}
    omitted: list[str] = []
    for kind, tag in (("header", "hdr"), ("footer", "ftr")):
        for reference in section.iterfind(w(f"{kind}Reference")) if section is not None else ():
            page = value(reference, "", "type") or "default"
            relation = main.rels.get(str(reference.get(f"{{{R}}}id")))
            part = relation.target_part if relation and not relation.is_external else None
            if not isinstance(part, StoryPart) or part.element.tag != w(tag) or page not in pages:
                continue
            root = deepcopy(part.element)  # several pages may have the same one
            pictures, removed = clean_part(root, part.rels, media)
            omitted += removed
            content_type, reltype = _HEADER_TYPES[kind]
            new_header = new_part(word.part, f"word/{kind}-{page}.xml", content_type, etree.tostring(root))
            for key, picture in pictures.items():
                new_header.load_rel(RT.IMAGE, picture, key)
            key = word.part.relate_to(new_header, reltype)
            references[kind, page] = f'<w:{kind}Reference w:type="{page}" r:id="{key}"/>'
    return "".join(references.values()), tuple(references), omitted


# Headers and footers without what is active, leads outside, or belongs to the document of the file.

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
"""File signature → format, for raster pictures only: EMF and SVG can hold code."""
_REMOVED = tuple(
    w(name)
    for name in (
        "object", "control", "altChunk", "subDoc", "del", "moveFrom", "commentRangeStart", "commentRangeEnd",
        "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "attachedSchema",
    )
)  # fmt: skip
_UNWRAPPED = tuple(w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml"))
_ACTIVE = {
    w("object"): "an embedded object", w("control"): "a control", w("altChunk"): "an inserted file",
    w("subDoc"): "an inserted file",
}  # fmt: skip
_OPTIONAL_PARTS = ("}hlinkClick", "}hlinkHover", "}svgBlip")
"""Optional parts of a picture."""
_PICTURE_CONTAINERS = (
    w("drawing"),
    w("pict"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
)


def clean_part(
    root: Element, relations: Mapping[str, _Relationship], media: dict[bytes, Part]
) -> tuple[dict[str, Part], list[str]]:
    """Clean a part. Returns its relationships to pictures, and descriptions of what was removed. `media`: the pictures
    of all parts by their bytes, each stored once."""
    omitted = [_ACTIVE[element.tag] for element in root.iter(*_ACTIVE)]
    omitted += [
        "a link to an address" if each.reltype == RT.HYPERLINK else "something that lies outside the file"
        for each in relations.values()
        if each.is_external
    ]
    for element in list(root.iter(*_REMOVED)):
        remove(element)
    for element in list(root.iter(*_UNWRAPPED)):
        unwrap(element)
    for run in list(root.iter(w("r"))):
        if run.find(w("commentReference")) is not None:
            remove(run)
    omitted += [f"a field {kind[:40]}" for kind in _flatten_fields(root)]
    pictures: dict[str, Part] = {}
    for element in list(root.iter()):
        for key in [key for key in element.attrib if str(key).rpartition("}")[2] == "href"]:  # of VML
            del element.attrib[key]
        for reference in [str(given) for key, given in element.attrib.items() if str(key).startswith(f"{{{R}}}")]:
            if element.getroottree().getroot() is not root:
                break  # removed with its parent
            if picture := _picture(relations.get(reference), media):
                pictures[reference] = picture
            elif str(element.tag).endswith(_OPTIONAL_PARTS):
                remove(element)
            else:
                omitted.append("a picture that is no PNG, JPEG or GIF")
                remove(next((above for above in element.iterancestors() if above.tag in _PICTURE_CONTAINERS), element))
    return pictures, omitted


def _flatten_fields(root: Element) -> list[str]:
    """Replace unsafe fields by their results, and make simple fields complex. Returns the types of the replaced
    fields."""
    omitted = []
    for simple in list(root.iter(w("fldSimple"))):
        instruction_text = value(simple, "", "instr")
        kind = next(iter(instruction_text.upper().split()), "?")
        if kind in HARMLESS_FIELDS:
            begin, instruction, separator, end = fragments(begin_field("") + FIELD_END)
            instruction[0].text = instruction_text
            simple[:] = [begin, instruction, separator, *simple, end]
        else:
            omitted.append(kind)
        unwrap(simple)
    for field in parse_fields(root):
        kind = field.words[0].upper() if field.words else "?"
        if kind not in HARMLESS_FIELDS or not field.complete or field.nested:
            omitted.append(kind)
            for run in field.marks:
                remove(run)
    marks = {run for field in parse_fields(root) for run in field.marks}
    for instruction_text in list(root.iter(w("instrText"))):  # the code of a field that never began
        if instruction_text.getparent() not in marks:
            remove(instruction_text)
    return omitted


def _picture(relation: _Relationship | None, media: dict[bytes, Part]) -> Part | None:
    data = relation.target_part.blob if relation and not relation.is_external else b""
    form = next((form for start, form in _SIGNATURES.items() if data.startswith(start)), None)
    if form is None:
        return None
    if data not in media:
        name = PackURI(f"/word/media/house{len(media) + 1}.{form}")
        media[data] = Part(name, f"image/{form}", data)
    return media[data]


# Elements


_PREFIX = f"{{{W}}}"


def bounded_int(text: str, least: int = -31_680, most: int = 31_680) -> int | None:
    """An integer within bounds, or None. 31,680 twips are 22 inches, Word's largest page."""
    try:
        given = int(text)
    except ValueError:
        return None
    return given if least <= given <= most else None


def by_number(root: Element, tag: str, attribute: str) -> dict[int, Element]:
    """The elements of a numbering part by their number."""
    found: dict[int, Element] = {}
    for element in root.iterfind(w(tag)):
        at = bounded_int(value(element, "", attribute), 0, 1 << 30)
        if at is not None:
            found.setdefault(at, element)
    return found


def wordprocessing_xml(element: Element) -> str:
    """Serialise an element with its `w:` attributes and children only."""
    name = str(element.tag).removeprefix(_PREFIX)
    attributes = "".join(
        f' w:{str(key).removeprefix(_PREFIX)}="{in_attribute(given)}"'
        for key, given in element.attrib.items()
        if str(key).startswith(_PREFIX)
    )
    inner = "".join(wordprocessing_xml(child) for child in element if str(child.tag).startswith(_PREFIX))
    return f"<w:{name}{attributes}>{inner}</w:{name}>"


def remove(element: Element) -> None:
    """Remove an element with its content."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Replace an element by its children."""
    for child in list(element):
        element.addprevious(child)
    remove(element)
