"""The bytes of a DOCX or DOTX → the house style in it, or why it is none."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart

from briefgen.diagnostic import Diagnostic, error
from briefgen.ooxml.opening import open_docx, related_parts, related_xml
from briefgen.ooxml.tags import A, R, w
from briefgen.writers.docx.house.cleaning import cleaned
from briefgen.writers.docx.house.model import Element, House, PageKind, PageSetup, StoryKind
from briefgen.writers.docx.house.soundness import sound_numbering, sound_styles
from briefgen.writers.docx.house.styles import text
from briefgen.writers.docx.house.xml import number, plain_xml, switched, value

MOST_BYTES = 50 << 20
_HINT = "Open it in Word and save it as “Word Document (.docx)” or “Word Template (.dotx)”."
_SETTINGS = ("mirrorMargins", "defaultTabStop", "autoHyphenation", "evenAndOddHeaders")
_NARROWEST = 2_880
"""Two inches: no brief is set in a narrower column."""


def read(data: bytes, name: str) -> tuple[House | None, list[Diagnostic]]:
    """A house style; none where a diagnostic says why. `name`: of the file, for messages."""
    main = open_docx(data, name)
    if isinstance(main, Diagnostic):
        return None, [main]
    styles = related_xml(main, RT.STYLES)
    if styles is None or styles.tag != w("styles"):
        return None, [error("no-house-style", "This file has no styles of Word.", file=name, hint=_HINT)]
    lost = list(_left_behind(main))
    pictures: dict[str, bytes] = {}
    section = next(reversed(list(main.element.iter(w("sectPr")))), None)
    margins = {}
    for place, part in _margin_parts(main, section):
        margins[place], gone = cleaned(part, pictures)
        lost += gone
    numbering = sound_numbering(related_xml(main, RT.NUMBERING), styles)
    settings = related_xml(main, RT.SETTINGS)
    fonts = related_xml(main, RT.FONT_TABLE)
    house = House(
        name=name,
        styles=sound_styles(styles, numbering),
        numbering=numbering,
        page=_page(section),
        margins=margins,
        first_page=section is not None and bool(switched(section, "titlePg")),
        even_pages=settings is not None and bool(switched(settings, "evenAndOddHeaders")),
        pictures=pictures,
        theme=_theme(related_xml(main, RT.THEME)),
        fonts=_fonts(fonts),
        kept_settings=tuple(
            plain_xml(found)
            for each in _SETTINGS
            if settings is not None and (found := settings.find(w(each))) is not None
        ),
        left_behind=tuple(dict.fromkeys(lost)),
    )
    return house, []


def _left_behind(main: DocumentPart) -> Iterator[str]:
    """What of the file is never carried over, and worth knowing."""
    names = [part.partname.lower() for part in main.package.iter_parts()]
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "macros"
    if any(_has(part, "attachedTemplate") for part in related_parts(main, RT.SETTINGS)):
        yield "the link to another template"
    if _has(main, "oleObject") or any("/embeddings/" in name for name in names):
        yield "embedded objects"
    if any(name.endswith(".odttf") for name in names):
        yield "embedded fonts"


def _has(part: Part, kind: str) -> bool:
    """Whether a part has a relationship of a kind."""
    return any(rel.reltype == f"{R}/{kind}" for rel in part.rels.values())


def _margin_parts(
    main: DocumentPart, section: Element | None
) -> Iterator[tuple[tuple[StoryKind, PageKind], StoryPart]]:
    for kind, root in (("header", w("hdr")), ("footer", w("ftr"))):
        for reference in section.iterfind(w(f"{kind}Reference")) if section is not None else ():
            page: Any = reference.get(w("type")) or "default"
            part = main.related_parts.get(str(reference.get(f"{{{R}}}id")))
            if isinstance(part, StoryPart) and part.element.tag == root and page in ("default", "first", "even"):
                yield (("header" if kind == "header" else "footer"), page), part


def _page(section: Element | None) -> PageSetup | None:
    if section is None:
        return None
    width, height = (number(value(section, "pgSz", side), 2_880) for side in ("w", "h"))
    sides = [number(value(section, "pgMar", side)) for side in ("top", "right", "bottom", "left", "header", "footer")]
    if width is None or height is None or None in sides:
        return None
    top, right, bottom, left, header, footer = (abs(side or 0) for side in sides)
    left += max(number(value(section, "pgMar", "gutter")) or 0, 0)
    if width - left - right < _NARROWEST or height - top - bottom < _NARROWEST:
        return None
    borders = section.find(w("pgBorders"))
    return PageSetup(
        width, height, top, right, bottom, left, header, footer, "" if borders is None else plain_xml(borders)
    )


def _theme(root: Element | None) -> bytes | None:
    """The colours and faces; a ground made of a picture becomes a plain one, since the picture stays behind."""
    if root is None or root.tag != f"{{{A}}}theme":
        return None
    root = deepcopy(root)
    for element in list(root.iter(f"{{{A}}}blipFill")):
        fill = element.makeelement(f"{{{A}}}solidFill")
        fill.append(fill.makeelement(f"{{{A}}}schemeClr", {"val": "phClr"}))
        element.getparent().replace(element, fill)
    if any(str(key).startswith(f"{{{R}}}") for element in root.iter() for key in element.attrib):
        return None
    return text(root).encode()


def _fonts(root: Element | None) -> tuple[Element, ...]:
    found = []
    for font in root.iterfind(w("font")) if root is not None else ():
        font = deepcopy(font)
        for embedded in [child for child in font if "}embed" in str(child.tag)]:
            font.remove(embedded)
        found.append(font)
    return tuple(found)
