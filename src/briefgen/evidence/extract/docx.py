"""A Word file → its words in reading order: paragraphs, tables row by row, then the notes.

A Word file has no pages of its own (they come of the fonts of whoever opens it), so none are kept. What is deleted in
tracked changes, what is hidden, and the numbers of notes are left out.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from briefgen.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract
from briefgen.evidence.extract.lines import clean, raised
from briefgen.evidence.extract.refusal import unreadable
from briefgen.ooxml import Opened, open_package
from briefgen.ooxml.tags import w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_SKIPPED = frozenset({
    w("del"), w("moveFrom"), w("delText"), w("instrText"), w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr"),
    w("sdtPr"), w("footnoteReference"), w("endnoteReference"), w("footnoteRef"), w("endnoteRef"), f"{_MC}Fallback",
})  # fmt: skip
_HEADING = re.compile(r"(heading \d|title|subtitle)", re.IGNORECASE)
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a Word file, or why it is not read."""
    opened, faults = open_package(data, name)
    if opened is None:
        return faults[0]
    document = opened.xml.get("word/document.xml")
    if document is None:
        return unreadable(name, "it is a ZIP file, but not of Word", "Save it in Word as .docx.")
    reading = _Reading(_heading_styles(opened))
    reading.blocks(document)
    for part in _NOTES:
        if (notes := opened.xml.get(part)) is not None:
            reading.blocks(notes)
    text = clean("\n\n".join(reading.paragraphs))
    about = _about(opened)
    return Extract(text + "\n" if text else "", tuple(dict.fromkeys(reading.headings)), **about)


class _Reading:
    """Gathers paragraphs."""

    def __init__(self, heading_styles: frozenset[str]) -> None:
        self.heading_styles = heading_styles
        self.paragraphs: list[str] = []
        self.headings: list[str] = []

    def blocks(self, root: Any) -> None:
        """The paragraphs and tables below an element, at whatever depth they stand."""
        for element in _outermost(root, (w("p"), w("tbl"))):
            if element.tag == w("p"):
                self.paragraph(element)
            else:
                self.table(element)

    def paragraph(self, element: Any) -> None:
        """One paragraph, then the text boxes that hang in it."""
        words = "".join(_words(element)).strip()
        style = element.find(f"{w('pPr')}/{w('pStyle')}")
        level = element.find(f"{w('pPr')}/{w('outlineLvl')}")
        if words:
            self.paragraphs.append(words)
            is_heading = style is not None and style.get(w("val")) in self.heading_styles
            if is_heading or (level is not None and level.get(w("val")) != "9"):
                self.headings.append(" ".join(clean(words).split()))
        for box in _outermost(element, (w("txbxContent"),)):
            self.blocks(box)

    def table(self, element: Any) -> None:
        """One table, a row a line, tabs between its cells; a table within a cell comes behind it."""
        rows = []
        inner: list[Any] = []
        for row in _outermost(element, (w("tr"),)):
            cells = []
            for cell in _outermost(row, (w("tc"),)):
                found = list(_outermost(cell, (w("p"), w("tbl"))))
                lines = ["".join(_words(each)) for each in found if each.tag == w("p")]
                cells.append(" ".join(line.strip() for line in lines if line.strip()))
                inner += [each for each in found if each.tag == w("tbl")]
            rows.append("\t".join(cells))
        if any(row.strip() for row in rows):
            self.paragraphs.append("\n".join(rows))
        for each in inner:
            self.table(each)


def _outermost(root: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """The elements of these kinds below another, without those inside of them and without what is deleted."""
    todo = list(reversed(root))
    while todo:
        element = todo.pop()
        if element.tag in tags:
            yield element
        elif element.tag not in _SKIPPED:
            todo += reversed(element)


def _words(paragraph: Any) -> Iterator[str]:
    """What a paragraph shows. Text boxes in it are no part of its line."""
    for run in _outermost(paragraph, (w("r"), w("txbxContent"))):
        if run.tag != w("r"):
            continue
        about = run.find(w("rPr"))
        if about is not None and _on(about.find(w("vanish"))):
            continue
        align = about.find(w("vertAlign")) if about is not None else None
        text = "".join(_run(run))
        lifted = align is not None and align.get(w("val")) == "superscript" and text.strip().isdigit()
        yield raised(text) if lifted else text


def _run(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t"
        elif child.tag in (w("br"), w("cr")):
            yield "\n"
        elif child.tag == w("noBreakHyphen"):
            yield "\u2011"
        elif child.tag == w("softHyphen"):
            yield "\u00ad"


def _on(switch: Any) -> bool:
    return switch is not None and switch.get(w("val")) not in ("0", "false", "off")


def _heading_styles(opened: Opened) -> frozenset[str]:
    """Ids of the styles that are headings: their names are English in every language of Word."""
    styles = opened.xml.get("word/styles.xml")
    found = set()
    for style in styles.iter(w("style")) if styles is not None else ():
        name = style.find(w("name"))
        if name is not None and _HEADING.fullmatch(name.get(w("val"), "")):
            found.add(style.get(w("styleId"), ""))
    return frozenset(found)


def _about(opened: Opened) -> dict[str, Any]:
    """What the file says of itself: its core properties, and the language of its styles."""
    core, styles = opened.xml.get("docProps/core.xml"), opened.xml.get("word/styles.xml")

    def said(name: str) -> str:
        found = core.find(f".//{name}") if core is not None else None
        return " ".join((found.text or "").split())[:300] if found is not None else ""

    language = said(f"{_DC}language")
    if not language and styles is not None:
        default = styles.find(f"{w('docDefaults')}//{w('lang')}")
        language = default.get(w("val"), "") if default is not None else ""
    return {
        "title": said(f"{_DC}title"),
        "author": said(f"{_DC}creator"),
        "publisher": said(f"{_DC}publisher"),
        "date": _day(said(f"{_TERMS}modified") or said(f"{_TERMS}created")),
        "language": language,
    }


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
