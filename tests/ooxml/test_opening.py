"""Files that mean harm are refused, with the reason; nothing is unpacked beyond its bounds."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostic import Failure
from briefgen.ooxml import Limits, open_package, read_texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"<w:document {W}><w:body><w:p><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>".encode()


def zipped(**files: bytes) -> bytes:
    return archive({name.replace("__", "/") + ".xml": data for name, data in files.items()})


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
REFUSED = {
    "nothing": (lambda: b"", "not a whole ZIP"),
    "a text": (lambda: b"Dear minister", "not a whole ZIP"),
    "half a file": (lambda: zipped(word__document=DOCUMENT)[:-30], "not a whole ZIP"),
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97"),
    "a password": (encrypted, "encrypted"),
    "a way out": (lambda: archive({"../evil.xml": b"<a/>"}), "name"),
    "an absolute name": (lambda: archive({"/etc/passwd": b""}), "name"),
    "the same name twice": (doubled, "two parts"),
    "the same name in capitals": (lambda: archive({"a.xml": b"<a/>", "A.xml": b"<a/>"}), "two parts"),
    "a bomb": (lambda: archive({"a.xml": b" " * 20_000_000}), "times its size"),
    "a bomb that lies": (lying, "not a whole ZIP"),
    "overlapping parts": (overlapping, "overlap|not a whole"),
    "a DTD": (lambda: archive({"a.xml": DTD}), "document type"),
    "a DTD in UTF-16": (lambda: archive({"a.xml": DTD.decode().encode("utf-16")}), "document type"),
    "no XML": (lambda: archive({"a.xml": b"<a>"}), "not XML"),
    "an XML that is empty": (lambda: archive({"a.xml": b""}), "not XML"),
    "XML too deep": (lambda: archive({"a.xml": b"<a>" * 10_000 + b"</a>" * 10_000}), "not XML"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    make, reason = REFUSED[case]
    opened, diagnostics = open_package(make(), "brief.docx")
    assert opened is None
    assert [(d.severity, d.code, d.where) for d in diagnostics] == [("error", "unsafe-docx", "brief.docx")]
    assert any(part in diagnostics[0].message for part in reason.split("|")), diagnostics[0].message
    with pytest.raises(Failure):
        read_texts(make())


@pytest.mark.parametrize(
    ("limits", "files"),
    [
        (Limits(file=100), 3),
        (Limits(members=2), 3),
        (Limits(member=10), 3),
        (Limits(total=300), 3),
    ],
)
def test_limits(limits: Limits, files: int) -> None:
    data = archive({f"{n}.xml": DOCUMENT for n in range(files)})
    assert open_package(data)[0] is not None
    assert open_package(data, limits=limits)[0] is None


@given(st.binary(max_size=20), st.integers(0, 3_000), st.integers(0, 40))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_damaged_file_is_refused_or_read_but_never_a_traceback(junk: bytes, at: int, cut: int) -> None:
    data = zipped(word__document=DOCUMENT, word__styles=f"<w:styles {W}/>".encode())
    opened, diagnostics = open_package(data[:at] + junk + data[at + cut :])
    assert (opened is None) == bool(diagnostics)


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", [("Normal", "a b")]),
        ('<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>', [("Heading", "a")]),
        ("<w:p/><w:p><w:r><w:t>  </w:t></w:r></w:p>", []),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t>no</w:t>'
            '<w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            [("Normal", "7")],
        ),
        (
            '<w:p><w:r><w:rPr><w:rStyle w:val="n"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>a</w:t></w:r></w:p>',
            [("Normal", "a")],
        ),
        (
            '<w:p><w:r><w:rPr><w:rStyle w:val="l"/></w:rPr><w:t>Table 1</w:t></w:r><w:r><w:t> a</w:t></w:r></w:p>',
            [("Caption Label", "Table 1"), ("Normal", "a")],
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:sdt><w:sdtContent><w:p><w:r>"
            "<w:t>b</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>",
            [("Normal", "a"), ("Normal", "b")],
        ),
        ('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>a</w:t></w:r></w:p>', [("Normal", "a")]),
    ],
)
def test_paragraphs_are_read_with_the_names_of_their_styles(inside: str, texts: list[tuple[str, str]]) -> None:
    styles = "".join(
        f'<w:style w:styleId="{i}"><w:name w:val="{name}"/></w:style>'
        for i, name in (("x", "Heading"), ("n", "footnote reference"), ("l", "Caption Label"))
    )
    data = zipped(
        word__document=f"<w:document {W}><w:body>{inside}</w:body></w:document>".encode(),
        word__styles=f"<w:styles {W}>{styles}</w:styles>".encode(),
    )
    assert read_texts(data) == texts
