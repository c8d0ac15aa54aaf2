"""Documents that are broken, or made to harm."""

import io
import zipfile
import zlib
from collections.abc import Callable

Maker = Callable[[], bytes]

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = f"{_RELATIONSHIPS}/metadata/core-properties"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(document: bytes, **more: bytes) -> bytes:
    """A package with one part for the text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _links({"word/document.xml": "officeDocument"}, more))
        archive.writestr("word/_rels/document.xml.rels", _links({}, more))
        archive.writestr("word/document.xml", document)
        for name, content in more.items():
            archive.writestr(name, content)
    return out.getvalue()


def _links(first: dict[str, str], more: dict[str, bytes]) -> str:
    """Relationships to parts: those named, and the further ones by the last word of their names."""
    kinds = first | {name: name.rpartition("/")[2].removesuffix(".xml") for name in more}
    links = (
        f'<Relationship Id="r{at}" Type="{_CORE if kind == "core" else f"{_OFFICE}/{kind}"}" Target="/{name}"/>'
        for at, (name, kind) in enumerate(kinds.items())
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{"".join(links)}</Relationships>'


def pdf(*objects: bytes, root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a true table of places."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"<< /Size %d /Root %d 0 R %b >>" % (len(objects) + 1, root, trailer)
    return out + b"trailer %b\nstartxref\n%d\n%%%%EOF\n" % (head, table)


def stream(content: bytes, about: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), about, content)


def one_page(content: bytes, resources: bytes = b"/Font << /F 5 0 R >>", *more: bytes) -> bytes:
    """A PDF of one page with a content stream object."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << %b >> >>" % resources,
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def sound_pdf() -> bytes:
    """A PDF with a sentence."""
    return one_page(stream(b"BT /F 12 Tf 72 700 Td (The last bus leaves at ten.) Tj ET"))


def encrypted_pdf() -> bytes:
    """A PDF that opens with a password only."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(sound_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _deep(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def _word_bomb() -> bytes:
    paragraph = b"<w:p><w:r><w:t>" + b"a" * (60 << 20) + b"</w:t></w:r></w:p>"
    return docx(f'<w:document xmlns:w="{_WORD}"><w:body>'.encode() + paragraph + b"</w:body></w:document>")


def _entities() -> bytes:
    lines = [b"<!ENTITY a0 'laughter'>"]
    lines += [b"<!ENTITY a%d '%b'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)]
    head = b"<!DOCTYPE d [" + b"".join(lines) + b"]>"
    body = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>'
    return docx(b'<?xml version="1.0"?>' + head + body.encode())


def _flate_bomb() -> bytes:
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(100)) + packer.flush()
    return one_page(stream(packed, b"/Filter /FlateDecode"))


HOSTILE: dict[str, tuple[str, Maker, str]] = {
    "empty": ("a.txt", lambda: b"", "it is empty"),
    "zeros": ("a.txt", lambda: b"\0" * 5_000, "it is empty"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 20, "is not a text"),
    "a picture": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "is a picture"),
    "a text in UTF-16": ("a.txt", lambda: "A night bus.".encode("utf-16"), "UTF-16"),
    "a picture by the name of a PDF": ("a.pdf", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "is a picture"),
    "a PDF cut in half": ("a.pdf", lambda: sound_pdf()[:300], "is damaged"),
    "the head of a PDF": ("a.pdf", lambda: b"%PDF-1.7\n", "is damaged"),
    "a PDF with a password": ("a.pdf", encrypted_pdf, "protected by a password"),
    "a PDF without words": ("a.pdf", lambda: one_page(stream(b"0 0 m 9 9 l S")), "holds no text"),
    "a PDF that unpacks to 100 MB": ("a.pdf", _flate_bomb, "unpacks to too much"),
    "a PDF that says it has a gigabyte": (
        "a.pdf",
        lambda: one_page(b"<< /Length 1073741824 >>\nstream\nBT (x) Tj ET\nendstream"),
        "page 1",
    ),
    "a PDF whose pages contain themselves": (
        "a.pdf",
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        "",
    ),
    "a PDF that says it has a billion pages": (
        "a.pdf",
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 1000000000 >>"),
        "",
    ),
    "a PDF of three thousand pages": (
        "a.pdf",
        lambda: pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + b"3 0 R " * 3_000 + b"] /Count 3000 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
        ),
        "",
    ),
    "a PDF nested too deeply": ("a.pdf", lambda: one_page(stream(b"BT /F 12 Tf " + _deep(100_000) + b" TJ ET")), ""),
    "a PDF that names itself in itself": (
        "a.pdf",
        lambda: one_page(
            stream(b"/X Do " * 5_000),
            b"/XObject << /X 6 0 R >>",
            stream(
                b"/X Do " * 5_000,
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
            ),
        ),
        "",
    ),
    "a PDF with five million operators": ("a.pdf", lambda: one_page(stream(b"q Q " * 2_500_000)), ""),
    "a Word file that unpacks to 60 MB": ("a.docx", _word_bomb, "times its size"),
    "a Word file with entities in entities": ("a.docx", _entities, "document type"),
    "a Word file of Word 97": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word 97"),
    "a Word file cut in half": ("a.docx", lambda: docx(b"<a/>")[:120], "not a whole ZIP"),
    "a ZIP file that is none of Word": ("a.zip", lambda: _zip(), "no document of Word"),
    "a text by the name of a Word file": ("a.docx", lambda: b"A night bus.", "not a whole ZIP"),
    "a page nested a million deep": ("a.html", lambda: b"<div>" * 1_000_000 + b"The last bus.", "nested too deeply"),
    "a page of 50 MB": ("a.html", lambda: b"<b><i>" * 9_000_000, "larger than 20 MB"),
    "a page without words": ("a.html", lambda: b"<html><script>alert('The last bus')</script></html>", "holds no text"),
}
"""What it is → a name for the file, its bytes, and words of the refusal; empty where any will do."""


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.xml", "<a/>")
    return out.getvalue()
