"""The bytes of a PDF → its objects, in the order in which they stand there (ISO 32000-1, 7.3 and 7.5).

pypdf reads each object. The file is walked from its first byte to its last, not by its own table, so that objects are
seen which nothing refers to. What is between objects, after the end, or an earlier version of an object is refused.
"""

import logging
import re
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

from briefgen.release.scan.piece import UnreadableError

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
