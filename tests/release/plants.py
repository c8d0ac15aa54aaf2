"""Leaks, planted by hand into the bytes of a brief: one function each, by the place that it stands in."""

import io
import re
import struct
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Plant = Callable[[bytes], bytes]

NAME = "Tannery"
CLOSED = "The closed sitting heard that the owner would sell the yard at once if asked."
"""The text of the withheld source."""
DIGEST = sha256(CLOSED.encode()).hexdigest()
RUN = "would sell the yard at once"


def pdf(change: Callable[[Pdf], None], **how: object) -> Plant:
    """A plant in the objects of a PDF, which qpdf writes anew."""

    def plant(data: bytes) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as made:
            change(made)
            made.save(out, **how)  # type: ignore[arg-type]
        return out.getvalue()

    return plant


def shown(operators: bytes) -> Plant:
    """A plant among what a page shows, in a font that every reader has."""

    def change(made: Pdf) -> None:
        page = made.pages[0]
        font = made.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        page.Resources.Font["/Own"] = font
        page.contents_add(made.make_stream(b"BT /Own 9 Tf 50 50 Td " + operators + b" ET"))

    return pdf(change)


def element(key: str, value: str) -> Plant:
    """A plant in an element of the structure."""

    def change(made: Pdf) -> None:
        found = next(each for each in made.objects if isinstance(each, Dictionary) and each.get("/S") == "/P")
        found[key] = String(value)

    return pdf(change)


def at_root(key: str, value: Callable[[Pdf], object]) -> Plant:
    """A plant in the catalogue."""

    def change(made: Pdf) -> None:
        made.Root[key] = made.make_indirect(value(made))  # type: ignore[arg-type]

    return pdf(change)


def in_catalogue(words: bytes) -> Plant:
    """A plant in the bytes of the catalogue, as no library would write them."""
    return inserted(b"/Type /Catalog", words)


def inserted(after: bytes, words: bytes) -> Plant:
    """A plant in the bytes of a file, whose table names the places of the objects all the same."""
    plain = pdf(lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)

    def plant(given: bytes) -> bytes:
        data = plain(given)
        at = data.index(after) + len(after)

        def moved(found: re.Match[bytes]) -> bytes:
            place = int(found[2])
            return found[1] + b"%0*d" % (len(found[2]), place + len(words) * (place >= at)) + found[3]

        table = data.rindex(b"xref\n0 ")
        rows = re.sub(rb"()(\d{10})( \d{5} n)", moved, data[table:])
        rows = re.sub(rb"(startxref\n)(\d+)()", moved, rows)
        return data[:at] + words + data[at:table] + rows

    return plant


def revised(data: bytes) -> bytes:
    """The file with an empty page in place of its first, added at its end: the old one is still there."""
    plain = pdf(lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)(data)
    with pikepdf.open(io.BytesIO(plain)) as opened:
        page, pages, root = opened.pages[0].objgen[0], opened.Root.Pages.objgen[0], opened.Root.objgen[0]
        size = int(opened.trailer.Size)
    before, at = int(plain.rsplit(b"startxref", 1)[1].split()[0]), len(plain)
    made = b"%d 0 obj\n<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>\nendobj\n" % (page, pages)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (page, at, size, root, before)
    return plain + made + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(made))


def annotated(**entries: object) -> Plant:
    """A plant in an annotation."""

    def change(made: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **entries)
        page = made.pages[0]
        page["/Annots"] = Array([*page.get("/Annots", Array()), made.make_indirect(note)])

    return pdf(change)


def attached(name: str, content: bytes) -> Plant:
    """A plant in an attachment."""

    def change(made: Pdf) -> None:
        made.attachments[name] = pikepdf.AttachedFileSpec(made, content, filename=name)

    return pdf(change)


def _bookmark(made: Pdf) -> None:
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"The {NAME}", 0))


def _information(made: Pdf) -> None:
    made.docinfo["/Keywords"] = NAME


def _own_information(made: Pdf) -> None:
    made.docinfo["/Source"] = String(f"\u2013 {NAME}")


def _xmp(made: Pdf) -> None:
    packet = made.Root.Metadata.read_bytes().replace(b"</dc:title>", f"</dc:title><!-- {NAME} -->".encode())
    made.Root.Metadata = made.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _form(made: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form = made.make_stream(f"BT /Own 9 Tf ({NAME}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form)
    form["/BBox"], form["/Resources"] = Array([0, 0, 9, 9]), Dictionary(Font=Dictionary(Own=font))
    made.pages[0].Resources["/XObject"] = Dictionary(Own=form)


def _digest(made: Pdf) -> None:
    made.docinfo["/Keywords"] = DIGEST


def _orphan(made: Pdf) -> None:
    made.Root["/Aside"] = made.make_stream(f"left here: {NAME}".encode())


def _comment(made: Pdf) -> None:
    made.pages[0].contents_add(made.make_stream(f"% {NAME}\n".encode()))


def _ascii(made: Pdf) -> None:
    stream = Stream(made, f"{NAME}".encode().hex().encode() + b">")
    stream["/Filter"] = Name.ASCIIHexDecode
    made.Root["/Aside"] = made.make_indirect(stream)


def _actual(made: Pdf) -> None:
    text = b"<feff" + NAME.encode("utf-16-be").hex().encode() + b">"
    made.pages[0].contents_add(made.make_stream(b"/Span <</ActualText " + text + b">> BDC EMC"))


IN_PDF: dict[str, Plant] = {
    "alternative text": element("/Alt", f"A view of the {NAME}"),
    "expansion": element("/E", NAME),
    "replacement text in UTF-16": element("/ActualText", f"“{NAME}”"),
    "title of an element": element("/T", NAME),
    "id of an element": element("/ID", f"cite-{NAME}"),
    "replacement text in content": pdf(_actual),
    "bookmark": pdf(_bookmark),
    "property": pdf(_information),
    "property of its own": pdf(_own_information),
    "metadata": pdf(_xmp),
    "digest of a text": pdf(_digest),
    "attached lock": attached("evidence.lock", b'[sources]\nclosed-minutes = { sha256 = "00" }\n'),
    "name of an attachment": attached("tannery.txt", b"nothing"),
    "attached text": attached("note.txt", f"Of the {NAME}.".encode()),
    "annotation": annotated(Subtype=Name.Text, Contents=String(NAME)),
    "target of a link": annotated(
        Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org/tannery/offer"))
    ),
    "field of a form": annotated(Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String(NAME)),
    "script": annotated(Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=String(f"alert('{NAME}')"))),
    "label of pages": at_root("/PageLabels", lambda _: Dictionary(Nums=Array([0, Dictionary(P=String(NAME))]))),
    "layer": at_root("/OCProperties", lambda _: Dictionary(OCGs=Array([Dictionary(Name=String(NAME))]))),
    "name of an object": at_root("/Tannery", lambda _: Dictionary(A=1)),
    "literal string": shown(b"(The Tannery) Tj"),
    "hexadecimal string": shown(b"<" + NAME.encode().hex().encode() + b"> Tj"),
    "octal escapes": shown(b"(\\124\\141nn\\145ry) Tj"),
    "two operators": shown(b"(Tan) Tj (nery) Tj"),
    "two operators with a move": shown(b"(Tan) Tj 20 0 Td (nery) Tj"),
    "kerns": shown(b"[(T) 40 (ann) -20 (er) 3 (y)] TJ"),
    "letters set apart": shown(b"(T a n n e r y) Tj"),
    "divided over lines": shown(b"(of the Tan-) Tj 0 -12 Td (nery) Tj"),
    "invisible text": shown(b"3 Tr (Tannery) Tj"),
    "white text": shown(b"1 g 9000 9000 Td (Tannery) Tj"),
    "run of common words": shown(f"({RUN}) Tj".encode()),
    "run over two lines": shown(b"(would sell the) Tj 0 -12 Td (yard at once) Tj"),
    "figure in words of its own": shown(b"(it comes to 410 000 or so) Tj"),
    "form": pdf(_form),
    "stream that nothing shows": pdf(_orphan),
    "hexadecimal stream": pdf(_ascii),
    "comment in content": pdf(_comment),
    "comment in an object": in_catalogue(f" % {NAME}\n".encode()),
    "packed objects": pdf(
        lambda made: made.Root.__setitem__("/Aside", made.make_indirect(Dictionary(A=String(NAME)))),
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    ),
    "object that nothing names": inserted(b"\nendobj\n", f"\n9999 0 obj\n({NAME})\nendobj\n".encode()),
}


def package(change: Callable[[dict[str, bytes]], None], comment: bytes = b"") -> Plant:
    """A plant in the parts of a DOCX."""

    def plant(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as given:
            parts = {name: given.read(name) for name in given.namelist()}
        change(parts)
        return zipped(parts, comment)

    return plant


def zipped(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    """Parts as a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = comment
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def put(part: str, before: str, words: str) -> Plant:
    """A plant before the first of some characters of a part."""

    def change(parts: dict[str, bytes]) -> None:
        assert before.encode() in parts[part], f"{part} has {before}"
        parts[part] = parts[part].replace(before.encode(), (words + before).encode(), 1)

    return package(change)


def added(part: str, content: bytes) -> Plant:
    """A plant in a part of its own."""
    return package(lambda parts: parts.__setitem__(part, content))


def _run(words: str, look: str = "", kind: str = "t") -> str:
    return f"<w:p><w:r>{look}<w:{kind}>{words}</w:{kind}></w:r></w:p>"


def _cell(parts: dict[str, bytes]) -> None:
    name = next(each for each in parts if each.endswith(".xlsx"))
    row = f'<row><c t="inlineStr"><is><t>{NAME}</t></is></c></row>'
    parts[name] = put("xl/worksheets/sheet1.xml", "</sheetData>", row)(parts[name])


def _cached(parts: dict[str, bytes]) -> None:
    name = next(each for each in parts if each.startswith("word/charts/chart"))
    parts[name] = parts[name].replace(b"</c:v>", f"</c:v><c:v>{NAME}</c:v>".encode(), 1)


def png(words: str) -> bytes:
    """A picture with a text in it, packed."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    text = b"Comment\0\0" + zlib.compress(words.encode())
    return b"\x89PNG\r\n\x1a\n" + chunk(b"zTXt", text) + chunk(b"IEND", b"")


END = "</w:body>"
_RELATIONS = "word/_rels/document.xml.rels"
_LINK = '<Relationship Id="x" Type="hyperlink" Target="https://example.org/tannery" TargetMode="External"/>'

IN_DOCX: dict[str, Plant] = {
    "paragraph": put("word/document.xml", END, _run(f"Of the {NAME}.")),
    "divided among runs": put(
        "word/document.xml", END, "<w:p><w:r><w:t>Tan</w:t></w:r><w:r><w:t>nery</w:t></w:r></w:p>"
    ),
    "figure": put("word/document.xml", END, _run("About 410.000 a year.")),
    "soft hyphen": put("word/document.xml", END, _run("Tan\u00adnery")),
    "alternative text": put(
        "word/document.xml", END, f'<w:p><w:r><wp:docPr id="9" name="a" descr="{NAME}"/></w:r></w:p>'
    ),
    "hidden text": put("word/document.xml", END, _run(NAME, "<w:rPr><w:vanish/></w:rPr>")),
    "deleted text": put("word/document.xml", END, f"<w:p><w:del>{_run(NAME, kind='delText')[5:-6]}</w:del></w:p>"),
    "field": put("word/document.xml", END, _run(f'HYPERLINK "{NAME}"', kind="instrText")),
    "bookmark": put("word/document.xml", END, f'<w:p><w:bookmarkStart w:id="9" w:name="_{NAME}"/></w:p>'),
    "comment of XML": put("word/document.xml", END, f"<!-- {NAME} -->"),
    "header": put("word/header-default.xml", "</w:hdr>", _run(NAME)),
    "footnote": put("word/footnotes.xml", "</w:footnotes>", f'<w:footnote w:id="99">{_run(NAME)}</w:footnote>'),
    "comment": added("word/comments.xml", f'<c:comments xmlns:c="x"><c:t>{NAME}</c:t></c:comments>'.encode()),
    "part of its own": added("customXml/item1.xml", f'<own a="{NAME}"/>'.encode()),
    "UTF-16": added("customXml/item1.xml", f'<?xml version="1.0" encoding="UTF-16"?><a>{NAME}</a>'.encode("utf-16")),
    "name of a part": added("word/media/tannery.xml", b"<a/>"),
    "core property": put("docProps/core.xml", "</cp:coreProperties>", f"<cp:keywords>{NAME}</cp:keywords>"),
    "own property": put("docProps/custom.xml", "</Properties>", f"<property><a>{NAME}</a></property>"),
    "cell of a workbook": package(_cell),
    "cache of a chart": package(_cached),
    "target of a link": put(_RELATIONS, "</Relationships>", _LINK),
    "comment of the package": package(lambda _: None, NAME.encode()),
    "before the package": lambda data: data + b"PK tail Tannery ",
    "text in a picture": added("word/media/image9.png", png(f"From the {NAME}")),
    "drawing": added("word/media/a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{NAME}</text></svg>'.encode()),
    "style": put("word/styles.xml", "</w:styles>", f'<w:style><w:name w:val="{NAME}"/></w:style>'),
}


def page(words: str, before: str = "</main>") -> Plant:
    """A plant in a web page."""

    def plant(data: bytes) -> bytes:
        assert before.encode() in data
        return data.replace(before.encode(), (words + before).encode(), 1)

    return plant


IN_HTML: dict[str, Plant] = {
    "text": page(f"<p>Of the {NAME}.</p>"),
    "entities": page("<p>T&#97;nn&#x65;ry</p>"),
    "divided by markup": page("<p>Tan<b>nery</b></p>"),
    "possible break": page("<p>Tan<wbr>nery Tan&shy;nery</p>"),
    "comment": page(f"<!-- {NAME} -->"),
    "attribute": page(f'<p title="{NAME}">a</p>'),
    "attribute of its own": page('<p data-worth="410000">a</p>'),
    "hidden text": page(f"<p hidden>{NAME}</p>"),
    "script": page(f'<script>let a = "{NAME}"</script>'),
    "script with escapes": page('<script>let a = "\\u0054ann\\x65ry"</script>'),
    "style": page('<style>p::before { content: "Tannery" }</style>'),
    "data": page(f'<img src="data:text/plain;base64,{b64encode(NAME.encode()).decode()}" alt="">'),
    "metadata": page(f'<meta name="keywords" content="{NAME}">', "</head>"),
    "behind the end": lambda data: data + f"\n<!-- {NAME} -->".encode(),
}
