"""Headers and footers of a reference document: filled placeholders, and what a brief must add."""

from collections.abc import Iterator, Mapping, Set
from itertools import count
from typing import Literal

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefgen.core.xml import allowed
from briefgen.document import Document, plain
from briefgen.document.walk import headings
from briefgen.docx.context import Context
from briefgen.docx.elements import Element, fragments, text_run
from briefgen.docx.fields import page_numbers, parse_fields
from briefgen.docx.package import PartWriter
from briefgen.docx.paragraphs import paragraph
from briefgen.docx.reference.opening import ReferenceDocument, remove
from briefgen.docx.reference.styles import replace_style_ids
from briefgen.docx.sections import (
    SEPARATOR_SPACE,
    TITLE_SEPARATOR,
    imprint_runs,
    is_on_one_line,
    marking_run,
    section_run,
    status_run,
    title_run,
)
from briefgen.docx.style_names import names_of
from briefgen.ooxml.elements import value
from briefgen.ooxml.tags import WP, w

KINDS: tuple[Literal["header", "footer"], ...] = ("header", "footer")
_SECTION = ("1", *names_of("heading 1"))
_CONTENT_TAGS = (w("t"), w("tab"), w("br"), w("cr"), w("drawing"), w("sym"))
_FIRST_DRAWING_ID = 1_000_000
"""The id of the first drawing in headers: ids are unique in a file, and the body counts from 1."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def complete_headers(
    word: WordDocument, reference: ReferenceDocument, context: Context, ids: Mapping[str, str]
) -> None:
    """Fill the placeholders in headers and footers, and add what is missing. `ids`: our style id → id in the file."""
    values = _placeholder_values(context.document)
    styles = {"marking": ids["BriefMarking"], "status": ids["BriefStatus"]}
    parts = {part.partname.membername: part for part in word.part.package.iter_parts()}
    parts_by_page = {(kind, page): parts[f"word/{kind}-{page}.xml"] for kind in KINDS for page in context.page_kinds}
    drawings = count(_FIRST_DRAWING_ID)
    for (kind, page), part in parts_by_page.items():
        if (kind, page) not in reference.headers:  # created by python-docx, with a paragraph
            part._element = parse_xml(f"<w:{'hdr' if kind == 'header' else 'ftr'} {nsdecls('w', 'r')}/>")
        for drawing in part.element.iter(f"{{{WP}}}docPr"):
            drawing.set("id", str(next(drawings)))
    has_page_number = any(
        "PAGE" in field.words[:1] for part in parts_by_page.values() for field in parse_fields(part.element)
    )
    with_title = not any(kind == "header" for kind, _ in reference.headers)
    for page in context.page_kinds:
        placeholders = {kind: _fill_placeholders(parts_by_page[kind, page].element, values, styles) for kind in KINDS}
        for kind in KINDS:
            root, writer = parts_by_page[kind, page].element, PartWriter(context, parts_by_page[kind, page], kind)
            if kind == "header":
                lines = _header(writer, placeholders[kind], with_title=with_title and page != "first")
            else:
                lines = _footer(
                    writer,
                    placeholders[kind],
                    placeholders["header"] | placeholders["footer"],
                    has_page_number=has_page_number,
                )
            style, align = ("Header", "right") if kind == "header" else ("Footer", "center")
            for line in [line for line in lines if line] or ([] if len(root) else [""]):
                root.extend(fragments(replace_style_ids(paragraph(writer, style, line, align=align), ids)))


def _header(writer: PartWriter, placeholders: Set[str], *, with_title: bool) -> list[str]:
    """What a header lacks, on one line, or on two if a long title would push the marking to the next."""
    title = text_run(TITLE_SEPARATOR).join(filter(None, (title_run(writer), section_run(writer)))) if with_title else ""
    first_line, second_line = (title, "") if is_on_one_line(writer, writer.context.width) else ("", title)
    status = "" if "status" in placeholders else status_run(writer)
    marking = "" if "marking" in placeholders else marking_run(writer)
    return [text_run(SEPARATOR_SPACE).join(filter(None, (first_line, status, marking))), second_line]


def _footer(writer: PartWriter, placeholders: Set[str], on_page: Set[str], *, has_page_number: bool) -> list[str]:
    """What a footer lacks. `on_page`: the placeholders in the header and footer of its page."""
    imprint = imprint_runs(writer) if on_page.isdisjoint({"reference", "imprint"}) else ""
    marking = "" if "marking" in placeholders else marking_run(writer)
    number = "" if has_page_number else page_numbers(writer.context.document.running.page)
    return [text_run(SEPARATOR_SPACE).join(filter(None, (imprint, marking, number)))]


def _placeholder_values(document: Document) -> dict[str, str]:
    """Name of a placeholder in lower case → its text."""
    given, running = document.properties, document.running
    return {
        "marking": running.marking,
        "status": running.status,
        "reference": given.reference,
        "imprint": plain(running.footer),
        "edition": given.edition,
        "title": given.title,
        "subject": given.subject,
        "author": given.author,
        "date": given.date,
        "audience": given.audience,
        "scenario": given.scenario,
        "template": given.template,
        "section": next((plain(heading.content) for heading in headings(document, 1)), ""),
    }


def _fill_placeholders(root: Element, values: Mapping[str, str], styles: Mapping[str, str]) -> set[str]:
    """Fill the placeholders of a part and return their names. `styles`: name → the character style for text without
    format."""
    parts_by_page: set[str] = set()
    for name, runs, holder in [*_fields(root), *_controls(root)]:
        if name in values:
            parts_by_page.add(name)
            _set_text(runs, holder, values[name], styles.get(name, ""))
    return parts_by_page


def _fields(root: Element) -> Iterator[tuple[str, list[Element], Element]]:
    for field in parse_fields(root):
        kind, *rest = [*field.words, ""]
        name = rest[0].lower() if kind.upper() == "DOCPROPERTY" else kind.lower()
        if kind.upper() == "STYLEREF":
            name = "section" if " ".join(rest).lower().startswith(_SECTION) else ""
        yield name, field.result, field.marks[-1]


def _controls(root: Element) -> Iterator[tuple[str, list[Element], Element]]:
    for control in root.iter(w("sdt")):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if properties is None or content is None:
            continue
        bound = value(properties, "dataBinding", "xpath")  # Word's own “Title” among the quick parts
        core = bound.rpartition("/")[2].partition("[")[0].rpartition(":")[2] if "coreProperties" in bound else ""
        for name in dict.fromkeys((value(properties, "tag"), value(properties, "alias"), core)):
            yield name.strip().lower(), list(content.iter(w("r"))), content
        placeholder = properties.find(w("showingPlcHdr"))
        if placeholder is not None:
            remove(placeholder)


def _set_text(runs: list[Element], holder: Element, text: str, style: str) -> None:
    """Set the text of the first of some runs, in its own format, and remove the others."""
    content_runs = [run for run in runs if run.find(w("fldChar")) is None and run.find(w("instrText")) is None]
    if not content_runs and not text:
        return
    if not content_runs:
        run = holder.makeelement(w("r"))
        if holder.tag == w("r"):
            holder.addprevious(run)
        else:
            inner = holder.find(w("p"))
            (holder if inner is None else inner).append(run)
        content_runs = [run]
    first, *others = content_runs
    for element in [child for child in first if child.tag in _CONTENT_TAGS]:
        first.remove(element)
    for run in others:
        remove(run)
    run_properties = first.find(w("rPr"))
    if run_properties is not None and value(run_properties, "rStyle").lower().startswith(
        ("placeholder", "platzhalter")
    ):
        first.remove(run_properties)
        run_properties = None
    if run_properties is None and style:
        first[:] = [*fragments(f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'), *first]
    element = first.makeelement(w("t"))
    element.text = allowed(text)
    element.set(_XML_SPACE, "preserve")
    first.append(element)
