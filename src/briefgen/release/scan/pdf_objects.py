"""The objects of a PDF in file order, with their strings and streams (ISO 32000-1, 7.3 to 7.9)."""

import base64
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple, TypeAlias

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import (
    BooleanObject,
    ContentStream,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    read_object,
)

from briefgen.release.scan.formats import Budget, UnreadableError

Value: TypeAlias = Any
"""A dict (names without slash → values), list, Name, Ref, bytes (a string), float, int, bool or None."""

_SPACE = rb"[\x00\t\n\f\r ]"
_BLANK = re.compile(_SPACE + rb"*")
_HEADER = re.compile(rb"%PDF-\d\.\d[\r\n ]+(?:%[\x80-\xff]{4,8}[\r\n]+)?")
_BEGIN = re.compile(_SPACE + rb"*(\d{1,9})" + _SPACE + rb"+\d{1,5}" + _SPACE + rb"+obj" + _SPACE + rb"*")
_END = re.compile(_SPACE + rb"*endobj")
_TABLE = re.compile(rb"\s*+xref\s++(?:\d++ \d++\s++(?:\d{10} \d{5} [nf]\s++)*+)++trailer\s*+")
_LAST = re.compile(rb"\s*+startxref\s++\d++\s++%%EOF\s*+\Z")
_NUMBERS = re.compile(rb"[\d\x00\t\n\f\r ]*")
_MARK = re.compile(rb"[()\\%]")
_LINE_END = re.compile(rb"[\r\n]|\Z")
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError)
"""What pypdf raises where a file is damaged."""
_SENTINEL = b"\nend"


class Name(str):
    """`/Name`, without its slash and its escapes."""

    __slots__ = ()


class Ref(NamedTuple):
    """`12 0 R`."""

    number: int


class Object(NamedTuple):
    """An object, and the bytes of its stream as they are packed. The trailer has number 0."""

    number: int
    value: Value
    stream: bytes | None = None


class _Refusing(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise UnreadableError("it is damaged")


@contextmanager
def strict() -> Iterator[None]:
    """Within it, whatever pypdf would only warn of is an UnreadableError."""
    logger, refusing = logging.getLogger("pypdf"), _Refusing(logging.WARNING)
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(refusing)
    try:
        yield
    except _BROKEN as fault:
        raise UnreadableError("it is damaged") from fault
    finally:
        logger.removeHandler(refusing)
        logger.propagate = before


class File:
    """A PDF as it is walked through. `comments` grows with what no program reads."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.comments: list[bytes] = []
        with strict():
            try:
                self.reader = PdfReader(BytesIO(data), strict=True)
            except DependencyError as fault:  # it is for ciphers only
                raise UnreadableError("it is encrypted") from fault
        if self.reader.is_encrypted:
            raise UnreadableError("it is encrypted")

    def objects(self) -> Iterator[Object]:
        """All objects, but for those within object streams. Raises UnreadableError."""
        header = _HEADER.match(self.data)
        if not header:
            raise UnreadableError("it does not begin as a PDF does")
        at, numbers, places = header.end(), set[int](), set[int]()
        while begin := _BEGIN.match(self.data, at):
            number = int(begin[1])
            if number in numbers:
                raise UnreadableError("it holds an earlier version of itself")
            numbers.add(number)
            places.add(begin.start(1))
            value, stream, at = self._object(begin.end())
            end = _END.match(self.data, at)
            if not end:
                raise UnreadableError("an object is damaged")
            at = end.end()
            yield Object(number, value, stream)
        if table := _TABLE.match(self.data, at):
            value, _, at = self._object(table.end())
            yield Object(0, value)
        if not _LAST.match(self.data, at):
            raise UnreadableError("something stands between its objects, or after its end")
        if any(offset not in places for by_number in self.reader.xref.values() for offset in by_number.values()):
            raise UnreadableError("its table does not name its objects")

    def _object(self, start: int) -> tuple[Value, bytes | None, int]:
        """The value at an offset, the bytes of its stream, and where it ends."""
        source = BytesIO(self.data)
        source.seek(start)
        found = self._read(source)
        end = head = source.tell()
        stream = None
        if isinstance(found, StreamObject):
            stream = bytes(found._data)  # as it is packed; `get_data` unpacks what it can of a damaged one
            head = self.data.rindex(stream, start, end)
        self.comments += comments(self.data[start:head])
        return plain(found), stream, end

    def _read(self, source: BytesIO) -> Any:
        with strict():
            return read_object(source, self.reader, "bytes")

    def packed(self, data: bytes, first: int, count: int) -> Iterator[Object]:
        """The objects of an object stream (ISO 32000-1, 7.5.7)."""
        places = [*map(int, data[:first].split())] if _NUMBERS.fullmatch(data[:first]) else []
        if len(places) != 2 * count:
            raise UnreadableError("packed objects are damaged")
        source, at = BytesIO(data), first
        for number, offset in zip(places[::2], places[1::2], strict=True):
            blank = _BLANK.match(data, at)
            if blank is None or blank.end() != first + offset:
                raise UnreadableError("something stands between packed objects")
            source.seek(first + offset)
            yield Object(number, plain(self._read(source)))
            at = source.tell()
        if not _BLANK.fullmatch(data, at):
            raise UnreadableError("something stands after packed objects")
        self.comments += comments(data[first:])


def operations(data: bytes) -> list[tuple[list[Value], bytes]]:
    """The operators of a content stream, each after its operands; the last is no operator, but ends the stream."""
    with strict():
        content = ContentStream(None, None, "bytes")
        content.set_data(data + _SENTINEL)  # else operands without an operator are left out
        return [(plain(operands), operator) for operands, operator in content.operations]


def plain(value: Any) -> Value:
    """An object of pypdf's as a plain value."""
    match value:
        case IndirectObject():
            return Ref(value.idnum)
        case NameObject():
            return Name(value.removeprefix("/"))
        case NullObject():
            return None
        case BooleanObject():
            return value.value
        case DictionaryObject():
            return {Name(key.removeprefix("/")): plain(value.raw_get(key)) for key in value}
        case list():
            return [plain(each) for each in value]
    return value


def comments(data: bytes) -> Iterator[bytes]:
    """The comments among objects or operators; a `%` within a string begins none."""
    depth = at = 0
    while found := _MARK.search(data, at):
        at = found.end()
        match found[0]:
            case b"\\":
                at += depth > 0
            case b"(":
                depth += 1
            case b")":
                depth -= 1
            case _ if not depth:
                end = _LINE_END.search(data, at)
                assert end is not None
                yield data[found.start() : end.start()]
                at = end.start()


# The strings of a PDF object as text (ISO 32000-1, 7.9.2).

_MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
"""With which a string begins that is not in PDFDocEncoding."""


def text(raw: bytes) -> str:
    """A string as a person would read it."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return raw.decode("latin-1").translate(_OWN)


_OWN = dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€", 0x80))
"""PDFDocEncoding (ISO 32000-1, D.3), where it is not Latin-1."""


_DIGESTS = ("CheckSum", "ID")
"""Keys of what is no text: sixteen bytes (ISO 32000-1, tables 46 and 15), in which by chance two letters occur."""
_DIGEST = 16


def _is_digest(value: Value) -> bool:
    return isinstance(value, bytes) and len(value) == _DIGEST and not value.isascii()


OWN_KEYS = frozenset(
    "Desc F UF Names ID Info OutputCondition OutputConditionIdentifier RegistryName Producer Creator".split()  # noqa: SIM905
)
"""Keys of what a PDF says of itself: names and descriptions of attachments, names of places, colours, its maker."""


def strings_in(value: Value, key: str = "") -> Iterator[tuple[str, str]]:
    """All strings below a value, each with its key. One that does not say how it is written may be UTF-8, as some
    programs write."""
    match value:
        case bytes():
            yield key, text(value)
            if not value.isascii() and not value.startswith(tuple(mark for mark, _ in _MARKS)):
                yield key, value.decode("utf-8", "ignore")
        case list():
            for each in value:
                yield from strings_in(each, key)
        case dict():
            for name, each in value.items():
                held = each if isinstance(each, list) else [each]
                if name not in _DIGESTS or not all(map(_is_digest, held)):
                    yield from strings_in(each, name)
        case _:
            return


def names_in(value: Value) -> Iterator[str]:
    """All names below a value, those of keys among them."""
    match value:
        case Name():
            yield value
        case list():
            for each in value:
                yield from names_in(each)
        case dict():
            for key, each in value.items():
                yield key
                yield from names_in(each)
        case _:
            return


# A stream of a PDF → its bytes (ISO 32000-1, 7.4). A filter that is not known is refused.

_PICTURES = frozenset({"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"})
"""What only pictures are packed with; their bytes are looked through as they are."""


def unpacked(made: Object, budget: Budget) -> bytes:
    """The bytes of a stream."""
    entries, data = made.value, made.stream or b""
    if "F" in entries:
        raise UnreadableError("a stream stands in another file")
    filters = _listed(entries.get("Filter"))
    parameters = _listed(entries.get("DecodeParms"))
    picture = entries.get("Subtype") == "Image" or entries.get("Type") == "XRef"
    if any(isinstance(each, dict) and each.get("Predictor", 1) != 1 for each in parameters) and not picture:
        raise UnreadableError("a stream is packed in a way that no brief needs")
    for each in filters:
        if each in _PICTURES and picture:
            break
        data = _once(str(each), data, budget)
    budget.spend(len(data))
    return data


def _once(name: str, data: bytes, budget: Budget) -> bytes:
    try:
        match name:
            case "FlateDecode":
                return _inflated(data, budget.left)
            case "ASCIIHexDecode":
                digits = re.sub(rb"[\x00\t\n\f\r ]", b"", data.partition(b">")[0])
                return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
            case "ASCII85Decode":
                return base64.a85decode(data.partition(b"~>")[0], ignorechars=b" \t\n\r\f\v\x00")
    except (zlib.error, ValueError) as fault:
        raise UnreadableError("a stream is damaged") from fault
    raise UnreadableError(f"the filter {name[:40]!a} is not known")


def _inflated(data: bytes, most: int) -> bytes:
    stream = zlib.decompressobj()
    out = stream.decompress(data, most + 1)
    if len(out) > most:
        raise UnreadableError("it unpacks to too much")
    if not stream.eof or stream.unused_data.strip(b"\r\n"):
        raise UnreadableError("a stream is damaged")
    return out


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]
