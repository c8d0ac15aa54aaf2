"""A file as pieces of text: XML, HTML, ZIP packages and PNG, whatever the file's name says."""

import io
import re
import struct
import zipfile
import zlib
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias, cast
from urllib.parse import unquote_to_bytes

import msgspec
from lxml import etree

from briefgen.ooxml import BROKEN
from briefgen.release.scan.records import json_strings, native_strings, yaml_strings
from briefgen.release.scan.words import BREAK

Level: TypeAlias = Literal["seen", "program", "marked", "raw"]
"""`seen`: words for people, or for programs that search; `program`: texts of a program, and names that a format has,
some of which are its own; `marked`: markup such as ids and values of attributes, in which numbers mean nothing; `raw`:
bytes that are no text."""

MOST_BYTES = 256 << 20
"""Of all that a file unpacks to."""
DEEPEST = 4
"""Files in files: a workbook in a document in a PDF."""


class Piece(msgspec.Struct, frozen=True):
    """A text, and where it is, in words for people: `word/document.xml`, `page 3`."""

    where: str
    text: str
    level: Level = "seen"


class UnreadableError(Exception):
    """Something in a file is not read, so that nobody can say what it holds. The message goes on a sentence."""


class Budget:
    """How much may be unpacked still."""

    def __init__(self, left: int = MOST_BYTES) -> None:
        self.left = left

    def spend(self, size: int) -> None:
        """Raises UnreadableError where nothing is left."""
        self.left -= size
        if self.left < 0:
            raise UnreadableError("it unpacks to too much")


# XML and HTML → what they say: the text of each paragraph whole, whatever it is divided into, attributes,
# comments.
#
# Words in the markup of a document of Word count as text only where they are for people: most attributes are
# measures.

Inner = Callable[[str, bytes], Iterator[Piece]]

_WITHIN = frozenset(
    """
    r t rPr tab br ins del hyperlink sdt sdtContent smartTag fld fldSimple bookmarkStart bookmarkEnd proofErr
    noBreakHyphen softHyphen delText instrText lastRenderedPageBreak footnoteReference endnoteReference sdtPr
    moveFrom moveTo commentRangeStart commentRangeEnd annotationRef a abbr b bdi bdo cite code del dfn em i
    ins kbd mark q s small span strong u wbr tspan ph bpt ept
    """.split()  # noqa: SIM905  (a list of words reads best as one)
)
"""Elements that go on in the text around them."""
_SPACES = frozenset(["tab", "br", "cr"])
_TEXTS = frozenset(
    """
    descr title alt aria-label aria-description aria-roledescription content placeholder summary label
    tooltip author initials name href src cite target alias tag datetime value
    """.split()  # noqa: SIM905  (a list of words reads best as one)
)
"""Attributes for people."""
_NAMING = frozenset(["name", "path", "tag"])
"""Attributes with names that writers choose: of bookmarks, properties, charts, fields; none of them is printed."""
_OWN_ELEMENTS = frozenset(["instrText", "formatCode", "Producer", "CreatorTool"])
"""Elements with the names of fields in Word, with number formats, and with the name of the program."""
_OWN_PART = re.compile(r"/extended-properties$")
"""The namespace of a part that only says which program made the file."""
_OWN_SPACE = re.compile(r"//www\.aiim\.org/pdfu?a/ns/")
"""The namespaces in which a PDF describes its standard."""
_POLICIES = frozenset(["viewport", "generator", "referrer", "color-scheme"])
"""What a web page says to browsers, not to readers."""
_TALKING = frozenset(["script", "style"])
_FORMATS = re.compile(
    r"//schemas\.(?:openxmlformats|microsoft)\.|//www\.w3\.org/|^adobe:|//ns\.adobe\.|//purl\.org/dc/"
)
_STRING = re.compile(r"""(?<!\\)(?:"((?:[^"\\\n]|\\.)*+)"|'((?:[^'\\\n]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`)""", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6})\s?|(.))",
    re.DOTALL,
)
_CODES = re.compile(
    r"(?:(?<![\d.,])[\d.,]++)?"
    r"(?:\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|_)[\d.,]*+)++"
)
"""With the figures around them."""
_DATA = re.compile(r"data:([\w/+.-]*)((?:;[\w=-]+)*),([^\"')\s]*)")


def read_xml(data: bytes, where: str, inner: Inner) -> Iterator[Piece]:
    """The pieces of an XML file."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableError("it is not XML") from fault
    if cast(Any, root.getroottree().docinfo).doctype:
        raise UnreadableError("it declares a document type")
    above = list(root.itersiblings(preceding=True))
    yield from _xml_pieces([*above, root, *root.itersiblings()], where, inner)
    yield Piece(where, data.decode(root.getroottree().docinfo.encoding or "utf-8", "replace"), "marked")


def read_html(data: bytes, where: str, inner: Inner) -> Iterator[Piece]:
    """The pieces of a web page in UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise UnreadableError("it is not UTF-8") from fault
    parser = etree.HTMLParser(no_network=True, encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise UnreadableError("it is no web page") from fault
    if root is None:
        raise UnreadableError("it is no web page")
    above = list(root.itersiblings(preceding=True))
    yield from _xml_pieces([*above, root, *root.itersiblings()], where, inner)
    yield Piece(where, _without_data(text), "marked")


def read_script(text: str, where: str) -> Iterator[Piece]:
    """The strings of a program, and what is around them."""
    found = (next(filter(None, each), "") for each in _STRING.findall(text))
    yield Piece(where, BREAK.join(map(unescaped, found)), "program")
    yield Piece(where, text, "marked")


def unescaped(text: str) -> str:
    """A string of JavaScript, CSS or YAML, read."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def without_codes(text: str) -> str:
    """The same as it is written, but for characters that are there by their codes, and figures next to them: of
    `49\\u202f680` neither 49 nor 680 is a figure."""
    return _CODES.sub(" ", text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    *codes, other = found.groups()
    code = next(filter(None, codes), None)
    if code is None:
        return {"n": "\n", "t": "\t", "r": "\n", "_": "\u00a0"}.get(other, other)
    value = int(code, 16)
    return chr(value) if value < 0x110000 and not 0xD800 <= value < 0xE000 else "\ufffd"


def _without_data(text: str) -> str:
    """Letters and figures of what is packed come about by chance; it is read for itself, unpacked."""
    return _DATA.sub("data:", text)


def _xml_pieces(roots: list[Any], where: str, inner: Inner) -> Iterator[Piece]:
    out = _Gathered()
    for root in roots:
        _gather(root, out)
    yield Piece(where, "".join(out.visible))
    yield Piece(where, _without_data(BREAK.join(out.texts)))
    yield Piece(where, _without_data("".join(out.instructions)), "program")
    yield Piece(where, _without_data(BREAK.join(out.own)), "program")
    yield Piece(where, _without_data(BREAK.join(out.marks)), "marked")
    for each in out.hidden:
        yield from read_script(_without_data(each), where)
    for found in {*out.texts, *out.own, *out.marks, *out.hidden}:
        for kind, coding, held in _DATA.findall(found):
            yield from inner(f"{where}, {kind or 'data'}", _decoded(coding, held))


def _decoded(coding: str, held: str) -> bytes:
    try:
        return b64decode(unquote_to_bytes(held), validate=True) if "base64" in coding else unquote_to_bytes(held)
    except Error as fault:
        raise UnreadableError("what stands in it as data is damaged") from fault


class _Gathered:
    """The texts of XML, by what they are."""

    def __init__(self) -> None:
        self.visible: list[str] = []
        self.instructions: list[str] = []
        """What elements say to a program."""
        self.hidden: list[str] = []
        """Scripts and styles."""
        self.texts: dict[str, None] = {}
        self.own: dict[str, None] = {}
        """Names, and what is there for programs."""
        self.marks: dict[str, None] = {}

    def divide(self) -> None:
        """The texts of two paragraphs do not go on in each other."""
        self.visible.append(BREAK)
        self.instructions.append(BREAK)


def _gather(root: Any, out: _Gathered) -> None:
    if not isinstance(root.tag, str):
        _gather_aside(root, out)
        return
    own_part = bool(_OWN_PART.search(_name(root.tag)[0]))
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            _gather_aside(node, out)
            out.visible.append(node.tail or "")
            continue
        space, name = _name(node.tag)
        if event == "start":
            if name not in _WITHIN:
                out.divide()
            elif name in _SPACES:
                out.visible.append(" ")
            for key, value in node.attrib.items():
                _gather_attribute(node, key, value, out)
            if name in _TALKING:
                out.hidden.append(node.text or "")
            elif name in ("f", "format"):  # the formula of a cell; a media type
                out.marks[node.text or ""] = None
            elif node.text and (own_part or name in _OWN_ELEMENTS or _OWN_SPACE.search(space)):
                out.instructions.append(node.text)
            elif node.text:
                _gather_text(node.text, name, out)
        else:
            if name not in _WITHIN:
                out.divide()
            if node is not root and node.tail:
                out.visible.append(node.tail)


def _gather_aside(node: Any, out: _Gathered) -> None:
    """A comment, or an instruction to a program."""
    (out.own if node.tag is etree.ProcessingInstruction else out.texts)[str(node.text or "")] = None


def _gather_attribute(node: Any, key: str, value: str, out: _Gathered) -> None:
    space, name = _name(node.tag)
    own, word = _name(key)
    if not (word in _TEXTS or word.startswith("data-") or (space and not _FORMATS.search(own or space))):
        out.marks[value] = None
    elif (
        word in _NAMING
        or (word in ("href", "src") and value.startswith(("#", "data:")))
        or (name == "meta" and word == "content" and (node.get("http-equiv") or node.get("name") in _POLICIES))
    ):
        out.own[value] = None
    else:
        out.texts[value] = None


def _gather_text(text: str, name: str, out: _Gathered) -> None:
    """The text of an element, which may be JSON."""
    if text.startswith("{"):
        try:
            record = json_strings(text, numbers=True)
        except ValueError:
            out.visible.append(text)
        else:
            out.visible.append(BREAK.join(record.values))
            out.own.update(dict.fromkeys(record.own))
    else:
        out.visible.append(_measured(text, name))


def _name(tag: str) -> tuple[str, str]:
    space, _, name = tag.rpartition("}")
    return space.lstrip("{"), name


_MEASURES = frozenset(["posOffset", "pctWidth", "pctHeight", "v", "idx"])
"""Elements of charts and drawings that hold numbers: values that were worked out, and places."""


def _measured(text: str, name: str) -> str:
    if name in _MEASURES:
        try:
            return "" if float(text) <= 100 or name != "v" else text
        except ValueError:
            return text
    return text


# A ZIP file, such as a DOCX and the workbook in it → what its members say.

MOST_MEMBERS = 5_000


def read_package(data: bytes, inner: Inner, budget: Budget) -> Iterator[Piece]:
    """Raises UnreadableError where a member cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_MEMBERS:
                raise UnreadableError("it has too many parts")
            if min((each.header_offset for each in infos), default=0):  # of a file cut off, a workbook in it is left
                raise UnreadableError("it does not begin with its first part")
            aside = [archive.comment, *(each.comment for each in infos), *(each.extra for each in infos)]
            yield Piece("names of its parts", BREAK.join(each.filename for each in infos), "program")
            yield Piece("comments of its parts", BREAK.join(each.decode("utf-8", "replace") for each in aside))
            yield from _between(data, infos)
            for info in infos:
                if info.flag_bits & 1:
                    raise UnreadableError("a part of it is encrypted")
                budget.spend(info.file_size)
                with archive.open(info) as file:
                    content = file.read(info.file_size + 1)
                if len(content) != info.file_size:
                    raise UnreadableError("a part is not as long as it says")
                if not info.is_dir():
                    yield from inner(info.filename, content)
    except BROKEN as fault:
        raise UnreadableError("it is not a whole ZIP file") from fault


def _between(data: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Piece]:
    """What is between the members, where no program looks."""
    at = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        yield from _loose(data[at : info.header_offset])
        head = data[info.header_offset + 26 : info.header_offset + 30]
        length = int.from_bytes(head[:2], "little") + int.from_bytes(head[2:], "little")
        at = info.header_offset + 30 + length + info.compress_size
    yield from _loose(data[at:])


def _loose(data: bytes) -> Iterator[Piece]:
    if data:
        yield Piece("between its parts", data.decode("latin-1"), "marked" if len(data) < 1 << 16 else "raw")


# A PNG → the texts in it (PNG, 11.3.4); what it shows is not read.

_HEAD = b"\x89PNG\r\n\x1a\n"


def read_png(data: bytes, where: str, budget: Budget) -> Iterator[Piece]:
    """The texts of its chunks, and what is after its end."""
    at, texts = len(_HEAD), []
    while at < len(data):
        if len(data) - at < 12:
            raise UnreadableError("a picture is damaged")
        size, kind = struct.unpack_from(">I4s", data, at)
        body, at = data[at + 8 : at + 8 + size], at + 12 + size
        if kind in (b"tEXt", b"eXIf", b"iCCP", b"sPLT"):
            texts.append(body.decode("latin-1"))
        elif kind in (b"zTXt", b"iTXt"):
            texts.append(_unpacked(body, budget))
        elif kind == b"IEND":
            break
    yield Piece(where, BREAK.join(texts))
    yield Piece(where, data[at:].decode("latin-1"), "marked")


def _unpacked(body: bytes, budget: Budget) -> str:
    for at in (start + 1 for start in range(len(body) - 1) if body[start] == 0):
        if body[at : at + 1] in (b"\x78", b"\x00") and body[at + 1 : at + 2] == b"\x78":
            at += 1
        if body[at : at + 1] == b"\x78":
            try:
                stream = zlib.decompressobj()
                out = stream.decompress(body[at:], budget.left + 1)
            except zlib.error:
                continue
            budget.spend(len(out))
            return body[:at].decode("latin-1") + out.decode("utf-8", "replace")
    return body.decode("utf-8", "replace")


# A file → all its text, whatever it is, and that of the files in it.


def read(name: str, data: bytes) -> Iterator[Piece]:
    """The pieces of a file, each with its place in it; raises UnreadableError, with what is not read.

    What a file is, its first bytes say; its name only distinguishes kinds of text."""
    return _read(name, data, "", Budget(), 0)


def _read(name: str, data: bytes, within: str, budget: Budget, depth: int) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise UnreadableError("its files are nested too deeply")
    place = f"{within}/{name}" if within else name if depth else ""

    def inner(part: str, content: bytes) -> Iterator[Piece]:
        return _read(part, content, place, budget, depth + 1)

    try:
        for piece in _nested_pieces(name, data, inner, budget):
            where = place if piece.where in ("", name) else f"{place}, {piece.where}" if place else piece.where
            yield piece if depth and piece.where.startswith(place) else Piece(where, piece.text, piece.level)
    except UnreadableError as fault:
        raise fault if isinstance(fault, _PlacedError) or not place else _PlacedError(f"{place}: {fault}") from fault
    except (RecursionError, MemoryError) as fault:
        raise UnreadableError("it is nested too deeply") from fault


class _PlacedError(UnreadableError):
    """One that names its place."""


def _nested_pieces(name: str, data: bytes, inner: Any, budget: Budget) -> Iterator[Piece]:
    ending = name.rpartition(".")[2].lower()
    if data.startswith(b"%PDF-"):
        from briefgen.release.scan.pdf import read as read_pdf  # 50 ms: it loads pypdf

        yield from read_pdf(data, inner, budget)
    elif data.startswith(b"PK\x03\x04"):
        yield from read_package(data, inner, budget)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from read_png(data, name, budget)
    elif ending in ("html", "htm"):
        yield from read_html(data, name, inner)
    elif ending in ("xml", "rels", "svg", "xmp") or data.lstrip().startswith(b"<?xml"):
        yield from read_xml(data, name, inner)
    elif data.startswith((b"\xff\xd8\xff", b"GIF8", b"\x00\x01\x00\x00", b"OTTO", b"true", b"wOFF", b"wOF2")) or (
        ending in ("odttf", "ico", "jpeg", "jpg", "gif", "woff2")
    ):
        yield Piece(name, data.decode("latin-1"), "raw")
    else:
        yield from _text(name, ending, data)


def _text(name: str, ending: str, data: bytes) -> Iterator[Piece]:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableError("it is of no kind that is known") from fault
    if ending == "json":
        try:
            record = json_strings(text)
        except ValueError as fault:
            raise UnreadableError("it is not JSON") from fault
        yield Piece(name, BREAK.join(record.values))
        yield Piece(name, BREAK.join(record.own), "program")
    elif ending in ("js", "css", "mjs"):
        yield from read_script(text, name)
    else:
        own = ""
        if ending == "native":
            text, own = native_strings(text)
        elif ending in ("yaml", "yml"):
            text, own = yaml_strings(text)
            text = text.replace("\n", f"\n{BREAK}")  # what is under two keys does not go on in each other
        yield Piece(name, own, "program")
        yield Piece(name, without_codes(text))
        if "\\" in text:
            yield Piece(name, unescaped(text))
