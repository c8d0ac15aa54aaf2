"""A Word file → its words in reading order: paragraphs, tables row by row, then the notes.

A Word file has no pages of its own (they depend on the fonts of the program that opens it). What is deleted in
tracked changes, what is hidden, and the numbers of notes are left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from briefgen.core.diagnostic import Diagnostic
from briefgen.evidence.extract.extract import Extract, day
from briefgen.evidence.extract.lines import clean, raised
from briefgen.ooxml.elements import on_off, value
from briefgen.ooxml.opening import core_properties, open_docx, related_xml

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset({
    *(qn(f"w:{name}") for name in (
        "del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "footnoteReference",
        "endnoteReference", "footnoteRef", "endnoteRef",
    )),
    f"{_MC}Fallback",
})  # fmt: skip
_HEADING = re.compile(r"(heading \d|title|subtitle)", re.IGNORECASE)


def read_docx(data: bytes, name: str) -> Extract | Diagnostic:
    """The text of a Word file, or why it is not read."""
    main = open_docx(data, name)
    if isinstance(main, Diagnostic):
        return main
    styles = related_xml(main, RT.STYLES)
    reading = _Reading(_heading_styles(styles))
    for root in (main.element, related_xml(main, RT.FOOTNOTES), related_xml(main, RT.ENDNOTES)):
        if root is not None:
            reading.blocks(root)
    text = clean("\n\n".join(reading.paragraphs))
    about = _about(main, styles)
    return Extract(text + "\n" if text else "", tuple(dict.fromkeys(reading.headings)), **about)


class _Reading:
    """Gathers paragraphs."""

    def __init__(self, heading_styles: frozenset[str]) -> None:
        self.heading_styles = heading_styles
        self.paragraphs: list[str] = []
        self.headings: list[str] = []

    def blocks(self, root: Any) -> None:
        """The paragraphs and tables below an element, at any depth."""
        for element in _outermost(root, (qn("w:p"), qn("w:tbl"))):
            if element.tag == qn("w:p"):
                self.paragraph(element)
            else:
                self.table(element)

    def paragraph(self, element: Any) -> None:
        """One paragraph, then the text boxes anchored in it."""
        words = "".join(_words(element)).strip()
        level = value(element, "pPr/outlineLvl") or "9"
        if words:
            self.paragraphs.append(words)
            if value(element, "pPr/pStyle") in self.heading_styles or level != "9":
                self.headings.append(" ".join(clean(words).split()))
        for box in _outermost(element, (qn("w:txbxContent"),)):
            self.blocks(box)

    def table(self, element: Any) -> None:
        """One table, a row a line, tabs between its cells; a table within a cell follows it."""
        rows = []
        inner: list[Any] = []
        for row in _outermost(element, (qn("w:tr"),)):
            cells = []
            for cell in _outermost(row, (qn("w:tc"),)):
                found = list(_outermost(cell, (qn("w:p"), qn("w:tbl"))))
                lines = ["".join(_words(each)) for each in found if each.tag == qn("w:p")]
                cells.append(" ".join(line.strip() for line in lines if line.strip()))
                inner += [each for each in found if each.tag == qn("w:tbl")]
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
    """The visible text of a paragraph, without text boxes."""
    for run in _outermost(paragraph, (qn("w:r"), qn("w:txbxContent"))):
        if run.tag != qn("w:r"):
            continue
        if on_off(run, "rPr/vanish"):
            continue
        text = "".join(_run(run))
        is_raised = value(run, "rPr/vertAlign") == "superscript" and text.strip().isdigit()
        yield raised(text) if is_raised else text


def _run(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "\u2011"
        elif child.tag == qn("w:softHyphen"):
            yield "\u00ad"


def _heading_styles(styles: Any) -> frozenset[str]:
    """Ids of the styles that are headings: their names are English in every language of Word."""
    return frozenset(
        style.get(qn("w:styleId"), "")
        for style in (styles.iter(qn("w:style")) if styles is not None else ())
        if _HEADING.fullmatch(value(style, "name"))
    )


def _about(main: DocumentPart, styles: Any) -> dict[str, Any]:
    """The metadata of the file: its core properties, and the language of its styles."""
    core = {name: " ".join(text.split())[:300] for name, text in core_properties(main.package).items()}
    return {
        "title": core.get("title", ""),
        "author": core.get("creator", ""),
        "publisher": core.get("publisher", ""),
        "date": day(core.get("modified") or core.get("created", "")),
        "language": core.get("language") or value(styles, "docDefaults/rPrDefault/rPr/lang"),
    }
