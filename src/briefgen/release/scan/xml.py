"""XML and HTML → what they say: the text of each paragraph whole, whatever it is divided into, attributes, comments.

Words in the markup of a document of Word count as text only where they are for people: most attributes are measures.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterator
from typing import Any, cast
from urllib.parse import unquote_to_bytes

from lxml import etree

from briefgen.release.scan.piece import Piece, UnreadableError
from briefgen.release.scan.words import BREAK

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
    yield from _pieces([*above, root, *root.itersiblings()], where, inner)
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
    yield from _pieces([*above, root, *root.itersiblings()], where, inner)
    yield Piece(where, _without_data(text), "marked")


def read_script(text: str, where: str) -> Iterator[Piece]:
    """The strings of a program, and what stands around them."""
    found = (next(filter(None, each), "") for each in _STRING.findall(text))
    yield Piece(where, BREAK.join(map(unescaped, found)), "told")
    yield Piece(where, text, "marked")


def unescaped(text: str) -> str:
    """A string of JavaScript, CSS or YAML, read."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def without_codes(text: str) -> str:
    """The same as it is written, but for characters that stand there by their codes, and figures beside them: of
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


def _pieces(roots: list[Any], where: str, inner: Inner) -> Iterator[Piece]:
    said: list[str] = []
    hidden: list[str] = []
    texts: dict[str, None] = {}
    marks: dict[str, None] = {}
    for root in roots:
        _gather(root, said, hidden, texts, marks)
    yield Piece(where, "".join(said))
    yield Piece(where, _without_data(BREAK.join(texts)))
    yield Piece(where, _without_data(BREAK.join(marks)), "marked")
    for each in hidden:
        yield from read_script(_without_data(each), where)
    for found in {*texts, *marks, *hidden}:
        for kind, coding, held in _DATA.findall(found):
            yield from inner(f"{where}, {kind or 'data'}", _decoded(coding, held))


def _decoded(coding: str, held: str) -> bytes:
    try:
        return b64decode(unquote_to_bytes(held), validate=True) if "base64" in coding else unquote_to_bytes(held)
    except Error as fault:
        raise UnreadableError("what stands in it as data is damaged") from fault


def _gather(root: Any, said: list[str], hidden: list[str], texts: dict[str, None], marks: dict[str, None]) -> None:
    if not isinstance(root.tag, str):  # a comment, or an instruction
        texts[str(root.text or "")] = None
        return
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            texts[str(node.text or "")] = None
            said.append(node.tail or "")
            continue
        space, name = _name(node.tag)
        if event == "start":
            if name not in _WITHIN:
                said.append(BREAK)
            elif name in _SPACES:
                said.append(" ")
            for key, value in node.attrib.items():
                own, word = _name(key)
                people = word in _TEXTS or word.startswith("data-") or not (_FORMATS.search(own or space) or not space)
                (texts if people else marks)[value] = None
            if name in _TALKING:
                hidden.append(node.text or "")
            elif name in ("f", "format"):  # the formula of a cell; a media type
                marks[node.text or ""] = None
            elif node.text:
                said.append(_measured(node.text, name))
        else:
            if name not in _WITHIN:
                said.append(BREAK)
            if node is not root and node.tail:
                said.append(node.tail)


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
