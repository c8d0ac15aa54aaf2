"""Files that mean harm are refused, with the reason; nothing is unpacked beyond its bounds or followed outside."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.parts.document import DocumentPart
from docx.parts.styles import StylesPart
from hypothesis import given
from hypothesis import strategies as st

from briefgen.core.diagnostic import Diagnostic
from briefgen.ooxml.opening import Limits, NotesPart, open_docx, related_parts, related_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"<w:document {W}><w:body><w:p><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>".encode()
STYLES = f"<w:styles {W}/>".encode()
NAME = "word/document.xml"


def links(*given: tuple[str, str], mode: str = "Internal") -> bytes:
    """Relationships of these types to these targets."""
    each = (
        f'<Relationship Id="r{at}" Type="{kind}" Target="{to}" TargetMode="{mode}"/>'
        for at, (kind, to) in enumerate(given)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(each)}'
        "</Relationships>"
    ).encode()


def content_types(kind: str) -> bytes:
    """The list of a package whose main part is of a kind."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    ).encode()


def package(document: bytes = DOCUMENT, **more: bytes) -> dict[str, bytes]:
    """The members of a Word file with styles; `more` by names with `__` for a slash."""
    return {
        "_rels/.rels": links((RT.OFFICE_DOCUMENT, NAME)),
        NAME: document,
        "word/_rels/document.xml.rels": links((RT.STYLES, "styles.xml")),
        "word/styles.xml": STYLES,
    } | {name.replace("__", "/"): data for name, data in more.items()}


def zipped(document: bytes = DOCUMENT) -> bytes:
    return archive(package(document))


def archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return buffer.getvalue()


def encrypted() -> bytes:
    data = bytearray(archive({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def lying() -> bytes:
    """The directory says that a part is small; it is not."""
    data = bytearray(archive({"a.xml": b"<a>" + b" " * 3_000_000 + b"</a>"}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 900_000)
    return bytes(data)


def overlapping() -> bytes:
    """Two names for one place in the file."""
    data = bytearray(archive({"a.xml": b"<a/>" * 50, "b.xml": b"<b/>" * 50}))
    second = data.rindex(b"PK\x01\x02") + 42
    data[second : second + 4] = struct.pack("<I", 1)
    return bytes(data)


def doubled() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as made:
            made.writestr("a.xml", b"<a/>")
            made.writestr("a.xml", b"<b/>")
    return buffer.getvalue()


DTD = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
LINKED_DTD = links((RT.STYLES, "styles.xml")).replace(
    b"<Relationships", b"<!DOCTYPE a [<!ENTITY b 'c'>]><Relationships"
)
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not a whole ZIP"),
    "a text": (lambda: b"Dear minister", "not a whole ZIP"),
    "half a file": (lambda: zipped()[:-30], "not a whole ZIP"),
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97"),
    "a password": (encrypted, "encrypted"),
    "a way out": (lambda: archive({"../evil.xml": b"<a/>"}), "name"),
    "an absolute name": (lambda: archive({"/etc/passwd": b""}), "name"),
    "the same name twice": (doubled, "two parts"),
    "the same name in capitals": (lambda: archive({"a.xml": b"<a/>", "A.xml": b"<a/>"}), "two parts"),
    "a bomb": (lambda: archive({"a.xml": b" " * 20_000_000}), "times its size"),
    "a bomb that lies": (lying, "not a whole ZIP"),
    "overlapping parts": (overlapping, "overlap|not a whole"),
    "a DTD": (lambda: zipped(DTD), "document type"),
    "a DTD in UTF-16": (lambda: zipped(DTD.decode().encode("utf-16")), "document type"),
    "a DTD in UTF-7": (
        lambda: zipped(b'<?xml version="1.0" encoding="UTF-7"?>' + DTD.replace(b"<!", b"+ADwAIQ-")),
        "document type|not XML",
    ),
    "a DTD among the relationships": (
        lambda: archive(package() | {"word/_rels/document.xml.rels": LINKED_DTD}), "document type",
    ),
    "a DTD in the styles": (lambda: archive(package(word__styles_xml=b"") | {"word/styles.xml": DTD}), "document type"),
    "no XML": (lambda: zipped(b"<a>"), "not XML"),
    "an empty document": (lambda: zipped(b""), "not XML"),
    "XML too deep": (lambda: zipped(b"<a>" * 10_000 + b"</a>" * 10_000), "not XML"),
    "a text of 11 MB": (lambda: zipped(b"<a>" + bytes(range(48, 58)) * 1_100_000 + b"</a>"), "times its size|not XML"),
    "no document": (lambda: archive({"a.xml": b"<a/>"}), "no document of Word"),
    "a workbook": (lambda: zipped(b"<workbook/>"), "no document of Word"),
    "a document that is only named": (lambda: archive(package() | {"_rels/.rels": links()}), "no document of Word"),
    "a document elsewhere": (
        lambda: archive(package() | {"_rels/.rels": links((RT.OFFICE_DOCUMENT, NAME), mode="External")}),
        "no document of Word",
    ),
    "a chain of 500 parts": (
        lambda: archive(
            package()
            | {f"word/a{n}.xml": b"<a/>" for n in range(501)}
            | {f"word/_rels/a{n}.xml.rels": links((RT.IMAGE, f"a{n + 1}.xml")) for n in range(500)}
            | {"word/_rels/document.xml.rels": links((RT.IMAGE, "a0.xml"))}
        ),
        "refer to others",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    make, reason = REFUSED[case]
    found = open_docx(make(), "brief.docx")
    assert isinstance(found, Diagnostic)
    assert (found.severity, found.code, found.where) == ("error", "unsafe-docx", "brief.docx")
    assert any(part in found.message for part in reason.split("|")), found.message


@pytest.mark.parametrize(
    "limits", [Limits(file=100), Limits(members=3), Limits(member=100), Limits(total=300), Limits(tags=10)]
)
def test_limits(limits: Limits) -> None:
    assert isinstance(open_docx(zipped()), DocumentPart)
    assert isinstance(open_docx(zipped(), limits=limits), Diagnostic)


@given(st.binary(max_size=20), st.integers(0, 3_000), st.integers(0, 40))
def test_a_damaged_file_is_refused_or_read_but_never_a_traceback(junk: bytes, at: int, cut: int) -> None:
    data = zipped()
    assert isinstance(open_docx(data[:at] + junk + data[at + cut :]), DocumentPart | Diagnostic)


@given(st.integers(0, 700), st.integers(0, 30), st.binary(max_size=12), st.sampled_from(sorted(package())))
def test_neither_is_a_part_that_is_damaged(at: int, cut: int, junk: bytes, name: str) -> None:
    content = package()[name]
    found = open_docx(archive(package() | {name: content[:at] + junk + content[at + cut :]}))
    if isinstance(found, DocumentPart):
        assert related_xml(found, RT.NUMBERING) is None


def test_parts_have_the_classes_of_python_docx() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="1"/></w:footnotes>'.encode()
    given_links = links((RT.STYLES, "styles.xml"), (RT.FOOTNOTES, "/word/notes.xml"), (RT.HEADER, "gone.xml"))
    files = package() | {"word/_rels/document.xml.rels": given_links, "word/notes.xml": notes}
    main = open_docx(archive(files))
    assert isinstance(main, DocumentPart)
    assert [paragraph.text for paragraph in main.document.paragraphs] == ["words"]
    assert isinstance(main.part_related_by(RT.STYLES), StylesPart)
    assert isinstance(main.part_related_by(RT.FOOTNOTES), NotesPart)
    assert list(related_parts(main, RT.HEADER)) == []  # the part is not there


@pytest.mark.parametrize(
    "kind", ["wordprocessingml.template", "wordprocessingml.document"], ids=["a template", "a document"]
)
def test_a_template_is_read_as_a_document_is(kind: str) -> None:
    main = open_docx(archive(package() | {"[Content_Types].xml": content_types(kind)}))
    assert isinstance(main, DocumentPart)
    assert main.content_type.endswith(f"{kind}.main+xml")


def test_what_lies_outside_is_named_and_not_followed() -> None:
    files = package() | {"word/_rels/document.xml.rels": links((RT.STYLES, "file:///etc/passwd"), mode="External")}
    main = open_docx(archive(files))
    assert isinstance(main, DocumentPart)
    assert related_xml(main, RT.STYLES) is None
    assert [rel.target_ref for rel in main.rels.values()] == ["file:///etc/passwd"]


def test_comments_and_instructions_in_a_part_are_not_read() -> None:
    main = open_docx(zipped(DOCUMENT.replace(b"words", b"wo<!-- no -->r<?no no?>ds")))
    assert isinstance(main, DocumentPart)
    assert main.document.paragraphs[0].text == "words"


def test_strict_names_are_read_as_transitional_ones() -> None:
    strict = b"http://purl.oclc.org/ooxml/"
    files = {
        name: data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", strict + b"wordprocessingml/")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", strict + b"officeDocument/")
        for name, data in package().items()
    }  # fmt: skip
    main = open_docx(archive(files))
    assert isinstance(main, DocumentPart)
    assert main.document.paragraphs[0].text == "words"
    assert isinstance(main.part_related_by(RT.STYLES), StylesPart)
