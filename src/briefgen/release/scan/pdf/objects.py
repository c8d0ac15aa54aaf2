"""The bytes of a PDF → its objects, in the order in which they stand there (ISO 32000-1, 7.3).

The file is read from its first byte to its last, not by its own tables, so that objects are seen which these do not
name. What stands between objects is kept too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from briefgen.release.scan.piece import UnreadableError

Value: TypeAlias = Any
"""A dict (names without slash → values), list, Name, Ref, bytes (a string), float, int, bool, None or Word."""

DEEPEST = 60
"""Arrays and dictionaries within each other."""


class Name(str):
    """`/Name`, without its slash and its escapes."""

    __slots__ = ()


class Word(bytes):
    """Any other word: an operator."""

    __slots__ = ()


class Ref(NamedTuple):
    """`12 0 R`."""

    number: int


class Object(NamedTuple):
    """An object, and the bytes of its stream as they are packed."""

    number: int
    value: Value
    stream: bytes | None = None


_TOKEN = re.compile(
    rb"""[\x00\t\n\f\r ]*+(?:
      (?P<comment>%[^\r\n]*)
    | (?P<ref>(?<![\d.+-])\d++[\x00\t\n\f\r ]++\d++[\x00\t\n\f\r ]++R(?![^\x00\t\n\f\r ()<>\[\]{}/%]))
    | (?P<number>[+-]?(?:\d++(?:\.\d*+)?+|\.\d++)(?![^\x00\t\n\f\r ()<>\[\]{}/%]))
    | (?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)
    | (?P<plain>\((?:[^()\\])*\))
    | (?P<string>\()
    | (?P<open><<|\[) | (?P<close>>>|\])
    | (?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*>)
    | (?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)
    | (?P<odd>[^\x00\t\n\f\r ]))""",
    re.VERBOSE | re.DOTALL,
)
_BEGIN = re.compile(rb"(?<!\d)(\d{1,9})[\x00\t\n\f\r ]+\d{1,5}[\x00\t\n\f\r ]+obj(?![A-Za-z])")
_STREAM = re.compile(rb"[\x00\t\n\f\r ]*stream\r?\n")
_END = re.compile(rb"[\x00\t\n\f\r ]*endstream")
_WORDS: Mapping[bytes, Value] = {b"true": True, b"false": False, b"null": None}
_INSIDE = re.compile(rb"[()\\]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def objects(data: bytes) -> Iterator[Object | bytes]:
    """Each object, and each stretch of bytes that is none."""
    at = 0
    lengths = {int(found[1]): int(found[2]) for found in _LENGTH.finditer(data)}
    while found := _BEGIN.search(data, at):
        if found.start() > at:
            yield data[at : found.start()]
        number = int(found[1])
        comments: list[bytes] = []
        value, at = one(data, found.end(), comments)
        yield from comments
        begins = _STREAM.match(data, at) if isinstance(value, dict) else None
        if begins:
            stream, at = _stream(data, begins.end(), value, lengths)
            yield Object(number, value, stream)
        else:
            yield Object(number, value)
    if at < len(data):
        yield data[at:]


_LENGTH = re.compile(rb"(?<!\d)(\d{1,9}) \d{1,5} obj\s+(\d{1,10})\s+endobj")


def _stream(data: bytes, start: int, entries: dict[str, Value], lengths: Mapping[int, int]) -> tuple[bytes, int]:
    length = entries.get("Length")
    size = lengths.get(length.number, -1) if isinstance(length, Ref) else length
    if isinstance(size, int) and 0 <= size <= len(data) - start and (end := _END.match(data, start + size)):
        return data[start : start + size], end.end()
    raise UnreadableError("a stream is not as long as it says")


def one(data: bytes, at: int, comments: list[bytes]) -> tuple[Value, int]:
    """The value at an offset, and where it ends."""
    for value, end in values(data, at, comments):
        return value, end
    raise UnreadableError("an object is empty")


def values(data: bytes, at: int, comments: list[bytes]) -> Iterator[tuple[Value, int]]:
    """All values from an offset on, operators among them, each with its end. Comments on the way go into the list: a
    `%` in a string begins none."""
    stack: list[list[Value]] = []
    while at >= 0:
        begun, at = at, -1
        for found in _TOKEN.finditer(data, begun):
            kind = found.lastgroup or "odd"
            value: Value
            if kind == "comment":
                comments.append(found[kind])
                continue
            if kind == "open":
                if len(stack) > DEEPEST:
                    raise UnreadableError("its objects are nested too deeply")
                stack.append([found[kind] == b"["])
                continue
            end = found.end()
            if kind == "close":
                if not stack or stack[-1][0] != (found[kind] == b"]"):
                    raise UnreadableError("its brackets do not match")
                value = _closed(stack.pop())
            elif kind == "string":
                value, at = _string(data, end)
                end = at
            else:
                value = _simple(kind, found[kind])
            if stack:
                stack[-1].append(value)
            else:
                yield value, end
            if at >= 0:
                break
    if stack:
        raise UnreadableError("its brackets do not match")


def _closed(items: list[Value]) -> Value:
    is_array, *held = items
    if is_array:
        return held
    if len(held) % 2 or not all(isinstance(key, Name) for key in held[::2]):
        raise UnreadableError("a dictionary is damaged")
    if len(set(held[::2])) < len(held) // 2:
        raise UnreadableError("a dictionary has a key twice")
    return dict(zip(held[::2], held[1::2], strict=True))


def _simple(kind: str, raw: bytes) -> Value:
    match kind:
        case "ref":
            return Ref(int(raw.split()[0]))
        case "number":
            return float(raw) if b"." in raw else int(raw)
        case "name":
            return Name(re.sub(rb"#([0-9A-Fa-f]{2})", _byte, raw[1:]).decode("utf-8", "replace"))
        case "plain":
            return raw[1:-1]
        case "hex":
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", raw)
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        case _:
            return _WORDS.get(raw, Word(raw))


def _byte(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """A string with escapes or brackets in it, from behind its first bracket."""
    start, depth = at, 1
    while depth:
        found = _INSIDE.search(data, at)
        if found is None:
            raise UnreadableError("a string does not end")
        at = found.end()
        match found[0]:
            case b"\\":
                at += 1
            case b"(":
                depth += 1
            case _:
                depth -= 1
    return _ESCAPE.sub(_unescaped, data[start : at - 1]), at


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return b"" if found[2] else _ESCAPED.get(found[3], found[3])
