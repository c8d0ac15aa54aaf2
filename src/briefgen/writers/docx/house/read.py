"""The bytes of a DOCX or DOTX → the house style in it, or why it is none."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from briefgen.diagnostic import Diagnostic, error
from briefgen.ooxml import Opened, open_package
from briefgen.ooxml.related import part_of, related
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
    opened, refused = open_package(data, name)
    if opened is None:
        return None, refused
    main = part_of(opened, "", "officeDocument")
    document, styles = opened.xml.get(main), opened.xml.get(part_of(opened, main, "styles"))
    if document is None or document.tag != w("document") or styles is None or styles.tag != w("styles"):
        return None, [error("no-house-style", "This file has no styles of Word.", file=name, hint=_HINT)]
    lost = list(_left_behind(opened, main))
    pictures: dict[str, bytes] = {}
    section = next(reversed(list(document.iter(w("sectPr")))), None)
    margins = {}
    for place, part in _margin_parts(opened, main, section):
        margins[place], gone = cleaned(opened, part, pictures)
        lost += gone
    numbering = sound_numbering(opened.xml.get(part_of(opened, main, "numbering")), styles)
    settings = opened.xml.get(part_of(opened, main, "settings"))
    fonts = opened.xml.get(part_of(opened, main, "fontTable"))
    house = House(
        name=name,
        styles=sound_styles(styles, numbering),
        numbering=numbering,
        page=_page(section),
        margins=margins,
        first_page=section is not None and bool(switched(section, "titlePg")),
        even_pages=settings is not None and bool(switched(settings, "evenAndOddHeaders")),
        pictures=pictures,
        theme=_theme(opened.xml.get(part_of(opened, main, "theme"))),
        fonts=_fonts(fonts),
        kept_settings=tuple(
            plain_xml(found)
            for each in _SETTINGS
            if settings is not None and (found := settings.find(w(each))) is not None
        ),
        left_behind=tuple(dict.fromkeys(lost)),
    )
    return house, []


def _left_behind(opened: Opened, main: str) -> Iterator[str]:
    """What of the file is never carried over, and worth knowing."""
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in (*opened.other, *opened.xml)):
        yield "macros"
    kinds = {each.kind for each in related(opened, main).values()}
    if "attachedTemplate" in {each.kind for each in related(opened, part_of(opened, main, "settings")).values()}:
        yield "the link to another template"
    if "oleObject" in kinds or any("/embeddings/" in name for name in opened.other):
        yield "embedded objects"
    if any(name.endswith(".odttf") for name in opened.other):
        yield "embedded fonts"


def _margin_parts(
    opened: Opened, main: str, section: Element | None
) -> Iterator[tuple[tuple[StoryKind, PageKind], str]]:
    relations = related(opened, main)
    for kind, root in (("header", w("hdr")), ("footer", w("ftr"))):
        for reference in section.iterfind(w(f"{kind}Reference")) if section is not None else ():
            page: Any = reference.get(w("type")) or "default"
            relation = relations.get(str(reference.get(f"{{{R}}}id")))
            part = opened.xml.get(relation.target) if relation and not relation.external else None
            if relation and part is not None and part.tag == root and page in ("default", "first", "even"):
                yield (("header" if kind == "header" else "footer"), page), relation.target


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
