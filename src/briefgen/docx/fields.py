"""Fields, whose results Word updates (ISO/IEC 29500-1, 17.16): the codes that a brief uses, and a parser."""

import re

import msgspec

from briefgen.core.xml import in_text
from briefgen.docx.elements import Element, text_run
from briefgen.ooxml.elements import value
from briefgen.ooxml.tags import w

FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
HARMLESS_FIELDS = frozenset({
    "AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME", "KEYWORDS", "NUMPAGES", "PAGE", "PRINTDATE",
    "SAVEDATE", "SECTION", "SECTIONPAGES", "STYLEREF", "SUBJECT", "SYMBOL", "TIME", "TITLE",
})  # fmt: skip
"""Field types that read only the document and the clock."""


def begin_field(code: str, properties: str = "") -> str:
    """The runs of a field up to its result. `properties`: the `w:rPr` of its runs."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {in_text(code)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(code: str, result: str, properties: str = "") -> str:
    """A field with the result that is shown until Word updates it."""
    return field_of_runs(code, text_run(result, properties), properties)


def field_of_runs(code: str, runs: str, properties: str = "") -> str:
    """A field whose result is finished runs."""
    return f'{begin_field(code, properties)}{runs}<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def headings_code(depth: int) -> str:
    """The code of a table of contents with the headings of levels 1 to `depth`."""
    return f'TOC \\o "1-{depth}" \\h \\z'


def captions_code(sequence: str) -> str:
    """The code of a table of all captions of a sequence."""
    return f'TOC \\h \\z \\c "{sequence}"'


def caption_number(sequence: str, number: int, *, restart: bool, properties: str = "") -> str:
    """The number of a caption in its sequence, which Word counts. `restart`: count from this number on."""
    code = f"SEQ {sequence} \\* ARABIC" + (f" \\r {number}" if restart else "")
    return field(code, str(number), properties)


def page_reference(bookmark: str, page: str) -> str:
    """The page number of a bookmark."""
    return field(f"PAGEREF {bookmark} \\h", page)


def text_reference(bookmark: str, runs: str) -> str:
    """The text of a bookmark. Without MERGEFORMAT, an update would give it the format that it has there."""
    return field_of_runs(f"REF {bookmark} \\h \\* MERGEFORMAT", runs)


def note_reference(bookmark: str, number: str, properties: str) -> str:
    """The number of the note at a bookmark."""
    return field(f"NOTEREF {bookmark} \\f \\h", number, properties)


def section_heading(text: str) -> str:
    """The nearest heading of level 1, for headers. Word prints an error if there is none."""
    return field("STYLEREF 1", text)


def document_property(name: str, text: str, properties: str = "") -> str:
    """A custom property of the document."""
    return field(f"DOCPROPERTY {name}", text, properties)


def page_numbers(pattern: str) -> str:
    """`page {page} of {pages}` with fields for the placeholders."""
    fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", "1")}
    return "".join(fields.get(part) or text_run(part) for part in re.split(r"(\{pages?\})", pattern) if part)


class Field(msgspec.Struct):
    """A complex field: its runs in a part that Word or another program wrote."""

    words: list[str]
    """The words of its code: `["DOCPROPERTY", "Marking"]`."""
    marks: list[Element]
    """The runs with its begin, separator, end and code."""
    result: list[Element]
    complete: bool = False
    nested: bool = False


def parse_fields(root: Element) -> list[Field]:
    """The fields of a part in the order of their ends, then those without an end. A stray separator or end counts as a
    field."""
    opened: list[Field] = []
    done: list[Field] = []
    in_code: set[int] = set()
    for run in root.iter(w("r")):
        mark = run.find(w("fldChar"))
        kind = value(mark, "", "fldCharType") if mark is not None else ""
        if kind == "begin":
            opened.append(Field([], [run], [], nested=bool(opened)))
            in_code.add(id(opened[-1]))
        elif kind == "separate" and opened:
            in_code.discard(id(opened[-1]))
            opened[-1].marks.append(run)
        elif kind == "end" and opened:
            field = opened.pop()
            field.marks.append(run)
            field.complete = True
            done.append(field)
        elif kind:
            done.append(Field([], [run], []))
        elif opened and id(opened[-1]) in in_code:
            opened[-1].words.append("".join(code.text or "" for code in run.iter(w("instrText"))))
            opened[-1].marks.append(run)
        elif opened:
            opened[-1].result.append(run)
    for field in (*done, *opened):
        field.words = "".join(field.words).replace('"', " ").split()
    return done + opened
