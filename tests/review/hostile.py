"""Reviewed files that mean harm, each with a word of the line that refuses it."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

from tests.review.word import sent
from tests.word_files import unzipped, zipped

from briefgen.document import Authored, Run
from briefgen.ooxml.tags import R


@cache
def _brief() -> bytes:
    return sent((Run("The last bus leaves at 23:10.", Authored("issue.en")),))


_BODY = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _with(**parts: bytes) -> bytes:
    return zipped(
        unzipped(_brief()) | {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    )


def _body(xml: str) -> bytes:
    body = unzipped(_brief())[_BODY].decode()
    return _with(word__document_xml=body.replace("<w:body>", f"<w:body>{xml}", 1).encode())


def _linked(kind: str, target: str, mode: str = "External") -> bytes:
    name = "word/_rels/document.xml.rels"
    links = unzipped(_brief())[name].decode()
    link = f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    parts = {f"word/{target}": b"x"} if mode == "Internal" else {}
    return zipped(unzipped(_brief()) | parts | {name: links.replace("</Relationships>", link).encode()})


def with_template(target: str) -> bytes:
    """A brief to which Word attached the template of an office, as its settings say it."""
    files = unzipped(_brief())
    settings = files["word/settings.xml"].decode()
    at = settings.index(">", settings.index("<w:settings")) + 1
    tie = f'<w:attachedTemplate xmlns:r="{R}" r:id="rIdT"/>'
    link = f'<Relationship Id="rIdT" Type="{R}/attachedTemplate" Target="{target}" TargetMode="External"/>'
    files["word/settings.xml"] = (settings[:at] + tie + settings[at:]).encode()
    name = "word/_rels/settings.xml.rels"
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    links = files.get(name, links.encode()).decode()
    files[name] = links.replace("</Relationships>", f"{link}</Relationships>").encode()
    return zipped(files)


TEMPLATES = {
    "Word's own": "file:///C:\\Users\\Ann\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm",
    "that of an office": "\\\\ministry\\templates\\Paper%20for%20the%20minister.dotx",
    "one on the web": "http://example.org/evil.dotm",
    "a file that is there": "file:///etc/passwd",
    "a name that leads out": "../../../../../../etc/passwd",
    "no address": "http://[not an address",
}
"""Where a template is said to lie."""


def _doubled() -> bytes:
    buffer = io.BytesIO(_brief())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(zipfile.ZipInfo(_BODY.upper()), b"<a/>")
    return buffer.getvalue()


def _claiming(size: int) -> bytes:
    """The directory says that a part has so many bytes."""
    data = bytearray(_brief())
    at = data.index(_BODY.encode(), data.index(b"PK\x01\x02")) - 46 + 24
    data[at : at + 4] = struct.pack("<I", size)
    return bytes(data)


def _noise(number: int) -> str:
    """What does not pack well."""
    return f"{number * 2654435761 % 2**32:08X}"


def _deep(tag: str, times: int) -> str:
    return f"<w:{tag}>" * times + f"</w:{tag}>" * times


def _field(code: str) -> str:
    return (f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code[:2]}</w:instrText></w:r><w:r>'
            f'<w:instrText>{code[2:]}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')  # fmt: skip


def _entities() -> bytes:
    declared = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 10}">' for n in range(10))
    return _with(word__document_xml=f"<!DOCTYPE a [{declared}]><w:document {_W}>&a9;</w:document>".encode())


def refused() -> Iterator[tuple[str, Callable[[], bytes], str]]:
    """Name, what makes the file, and a word of the message."""
    yield "a bomb", lambda: _with(word__comments_xml=b" " * (60 << 20)), "times its size"
    yield (
        "a bomb of many parts",
        lambda: zipped(unzipped(_brief()) | {f"word/a{n}.xml": b"<a>" + b"ab" * 400_000 for n in range(150)}),
        "unpacks",
    )
    yield (
        "a bomb of marks",
        lambda: _body("".join(f'<w:p w:rsidR="{_noise(n)}"/>' for n in range(700_000))),
        "more in it",
    )
    yield "entities in entities", lambda: _entities(), "document type"
    yield (
        "an entity from outside",
        lambda: _with(
            word__document_xml=(
                f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {_W}>&x;</w:document>'.encode()
            )
        ),
        "document type",
    )
    yield "two parts of one name", lambda: _doubled(), "two parts named"
    yield "a claim of 1 GB", lambda: _claiming(1 << 30), "unpacks"
    yield "macros", lambda: _linked("vbaProject", "vbaProject.bin", "Internal"), "macros"
    yield "an object from elsewhere", lambda: _linked("oleObject", "file:///C:/x.xls"), "elsewhere"
    yield "a frame from elsewhere", lambda: _linked("frame", "http://example.org/"), "elsewhere"
    yield "data from elsewhere", lambda: _linked("mailMergeSource", "file:///C:/people.mdb"), "elsewhere"
    yield "a picture from elsewhere", lambda: _linked("image", "\\\\server\\share\\x.png"), "elsewhere"
    yield "a file from elsewhere", lambda: _linked("subDocument", "file:///etc/passwd"), "elsewhere"
    yield "a file within", lambda: _linked("aFChunk", "chunk.html", "Internal"), "put into it"
    yield (
        "a field that starts a program",
        lambda: _body(_field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"')),
        "DDEAUTO",
    )
    yield "a field that fetches a file", lambda: _body(_field("INCLUDETEXT /etc/passwd")), "INCLUDETEXT"
    yield "a path out of the file", lambda: zipped(unzipped(_brief()) | {"../../evil.xml": b"<a/>"}), "has the name"
    yield "what is nested without end", lambda: _body(_deep("smartTag", 5_000)), "not XML"
    yield (
        "comments upon comments",
        lambda: _body(
            "<w:p>"
            + "".join(f'<w:commentRangeStart w:id="{n}"/><w:r><w:t>x</w:t></w:r>' for n in range(5_000))
            + "</w:p>"
        ),
        "comments",
    )
    yield "no file of Word", lambda: zipped({"a.xml": b"<a/>"}), "no document"
    yield "no ZIP file", lambda: b"PK\x03\x04" + b"x" * 100, "not a whole ZIP"
    yield "a large file", lambda: b"PK\x03\x04" + b"\0" * (21 << 20), "larger than"


def harmless() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Files that cost time or room to no purpose, and are read all the same."""
    words = " ".join(f"w{n % 7}" for n in range(30_000))
    yield "a paragraph of other words", lambda: _body(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
    yield (
        "as many paragraphs",
        lambda: _body("".join(f"<w:p><w:r><w:t>{n % 9}</w:t></w:r></w:p>" for n in range(20_000))),
    )
    yield (
        "runs by one after the other",
        lambda: _body(
            "<w:p>"
            + "".join(
                f'<w:ins w:id="1" w:author="{n % 2}"><w:r><w:t>{_noise(n)}</w:t></w:r></w:ins>' for n in range(30_000)
            )
            + "</w:p>"
        ),
    )
    yield "controls that are nobody's", lambda: _body(
        "<w:p>" + "".join(f'<w:sdt><w:sdtPr><w:tag w:val="../../etc/passwd"/></w:sdtPr><w:sdtContent>'
                          f"<w:r><w:t>{_noise(n)}</w:t></w:r>"
                          "</w:sdtContent></w:sdt>" for n in range(20_000)) + "</w:p>"
    )  # fmt: skip
    yield (
        "controls in controls",
        lambda: _body("<w:p>" + "<w:sdt><w:sdtContent>" * 100 + "</w:sdtContent></w:sdt>" * 100 + "</w:p>"),
    )
