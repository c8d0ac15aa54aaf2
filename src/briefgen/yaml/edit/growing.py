"""A value that was one text becomes a text for each of several keys, or such a mapping gets one more; every other byte
stays as it was."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.core.source import SourceFile, Span
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, quoted, resolve

_WIDTH = 118
_STEP = 2
_BEGINS_A_BLOCK = re.compile(r"[-+*>#]|\d+[.)]")


class Growth(msgspec.Struct, frozen=True):
    """A text for one more key: `fr` next to `en`."""

    span: Span
    """Of the text that is given so far, or of one of those."""
    given: str
    """The key that this text has, or is to have."""
    key: str
    value: str
    one_line: bool = False


class Grown(msgspec.Struct, frozen=True):
    """A text with what was added, and what could not be."""

    text: str
    refused: tuple[Growth, ...] = ()


_Address: TypeAlias = tuple[int, ...]
"""How to get to a node: which entry or item of each node on the way."""


class _Written(NamedTuple):
    lines: list[str]
    """After the key, then below it."""
    value: str


class _Splice(NamedTuple):
    start: int
    end: int
    text: str


def grow(source: SourceFile, growths: Iterable[Growth], text: str | None = None) -> Grown:
    """The text of a file with more keys for some of its values. What does not read as it should is refused.

    `text`: the file with other values already, in the places of the same tree."""
    refused: list[Growth] = []
    root, _ = parse(source)
    requested: list[tuple[_Address, Growth]] = []
    for growth in growths:
        address = _address(root, growth.span.start) if root is not None else None
        if address is None:
            refused.append(growth)
        else:
            requested.append((address, growth))
    text = source.text if text is None else text
    together = _grown(SourceFile(source.name, text), requested)
    if together is not None:
        return Grown(together, tuple(refused))
    for each in requested:
        grown = _grown(SourceFile(source.name, text), [each])
        if grown is None:
            refused.append(each[1])
        else:
            text = grown
    return Grown(text, tuple(refused))


def _address(node: Node, start: int) -> _Address | None:
    todo: list[tuple[Node, _Address]] = [(node, ())]
    seen: set[int] = set()
    while todo:
        here, address = todo.pop()
        if isinstance(here, Scalar):
            if here.span.start == start:
                return address
            continue
        if id(here) in seen:
            continue
        seen.add(id(here))
        todo += [(inner, (*address, number)) for number, inner in enumerate(_inside(here))]
    return None


def _inside(node: Node) -> list[Node]:
    match node:
        case Mapping(entries=entries):
            return [entry.value for entry in entries]
        case Sequence(items=items):
            return list(items)
        case Scalar():
            return []


def _way(root: Node, address: _Address) -> list[Node]:
    way = [root]
    for number in address:
        way.append(_inside(way[-1])[number])
    return way


def _grown(source: SourceFile, requested: list[tuple[_Address, Growth]]) -> str | None:
    """The text with all of them; None where it would not read as it should."""
    if requested and not source.text.endswith("\n"):  # a block at the end of a file ends with its line
        source = SourceFile(source.name, source.text + _line_end(source))
    root, faults = parse(source)
    if root is None or faults:
        return None
    expected = data(root)
    splices: list[_Splice] = []
    for address, growth in requested:
        change = _change(source, root, address, growth)
        if change is None:
            return None
        splices += change.splices
        expected = _replaced(expected, change.address, change.requested)
    text = source.text
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    read, faults = parse(SourceFile(source.name, text))
    return text if read is not None and not faults and data(read) == expected else None


class _Change(NamedTuple):
    splices: list[_Splice]
    address: _Address
    requested: object
    """The expected data at this address."""


def _change(source: SourceFile, root: Node, address: _Address, growth: Growth) -> _Change | None:
    way = _way(root, address)
    node = way[-1]
    around = way[-2] if len(way) > 1 else None
    if isinstance(around, Mapping) and around.entries[address[-1]].key.text == growth.given:
        if any(entry.key.text == growth.key for entry in around.entries):
            return None
        splices, written = _one_more(source, around, way[:-1], address[:-1], growth)
        return _Change(splices, address[:-1], [*_data_of(around), (growth.key, written)])
    if isinstance(node, Scalar) and around is not None:
        splices, written = _split_scalar(source, node, around, address[-1], growth)
        return _Change(splices, address, [(growth.given, node.text), (growth.key, written)])
    return None


def data(node: Node) -> object:
    """The values of a tree without their places: a mapping is a list of pairs."""
    match node:
        case Scalar(text=text):
            return text
        case Mapping():
            return _data_of(node)
        case Sequence(items=items):
            return [data(item) for item in items]


def _data_of(mapping: Mapping) -> list[tuple[str, object]]:
    return [(entry.key.text, data(entry.value)) for entry in mapping.entries]


def _replaced(data: object, address: _Address, requested: object) -> object:
    if not address:
        return requested
    assert isinstance(data, list)
    first, rest = address[0], address[1:]
    old = data[first]
    new = (old[0], _replaced(old[1], rest, requested)) if isinstance(old, tuple) else _replaced(old, rest, requested)
    return [*data[:first], new, *data[first + 1 :]]


def _is_flow(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.span.file.text[node.span.start] in "{["


def _line_end(source: SourceFile) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"


def _end_of_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    end = len(text) if found < 0 else found
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _one_more(
    source: SourceFile, mapping: Mapping, way: list[Node], address: _Address, growth: Growth
) -> tuple[list[_Splice], str]:
    """One more entry at the end of a mapping."""
    text, end = source.text, _line_end(source)
    if not _is_flow(mapping):
        pad = " " * (mapping.span.column - 1)
        made = _written(growth, len(pad))
        at = _end_of_line(text, mapping.span.end)
        return [_Splice(at, at, end + end.join(_lines(growth.key, made, pad)))], made.value
    inner = _in_flow(growth.value)
    at = len(text[: mapping.span.end - 1].rstrip())
    line = text[text.rfind("\n", 0, mapping.span.start) + 1 : _end_of_line(text, mapping.span.end)]
    around = way[-2] if len(way) > 1 else None
    room = len(line) + len(growth.key) + len(inner) + 4 <= _WIDTH
    if room or around is None or any(map(_is_flow, way[:-1])) or "\n" in mapping.span.text:
        return [_Splice(at, at, f", {growth.key}: {inner}")], growth.value
    # On lines of their own.
    if isinstance(around, Mapping):
        key = around.entries[address[-1]].key.span
        pad = " " * (key.column - 1 + _STEP)
        start, before = key.end + 1, end + pad
    else:
        pad = " " * (mapping.span.column - 1)
        start, before = mapping.span.start, ""
    made = _written(growth, len(pad))
    old = [f"{entry.key.span.text}: {entry.value.span.text}" for entry in mapping.entries]
    lines = [*(line if number == 0 else pad + line for number, line in enumerate(old)), *_lines(growth.key, made, pad)]
    return [_Splice(start, mapping.span.end, before + end.join(lines))], made.value


def _split_scalar(
    source: SourceFile, node: Scalar, around: Node, number: int, growth: Growth
) -> tuple[list[_Splice], str]:
    """A text that becomes a mapping."""
    text, end, span = source.text, _line_end(source), node.span
    if _is_flow(around):
        both = f"{{{growth.given}: {span.text}, {growth.key}: {_in_flow(growth.value)}}}"
        return [_Splice(span.start, span.end, both)], growth.value
    first, *rest = span.text.split("\n")
    deeper = "\n".join([first, *(" " * _STEP + line if line.strip() else line for line in rest)])
    if isinstance(around, Mapping):
        key = around.entries[number].key.span
        pad = " " * (key.column - 1 + _STEP)
        start, before = key.end + 1, end + pad
        if text[start : span.start].strip():  # an anchor, a tag
            start, before = span.start, "?"
    else:
        pad = " " * (span.column - 1)
        start, before = span.start, ""
    made = _written(growth, len(pad))
    at = _end_of_line(text, span.end)
    below = end + end.join(_lines(growth.key, made, pad))
    return [_Splice(start, span.end, f"{before}{growth.given}: {deeper}"), _Splice(at, at, below)], made.value


def _lines(key: str, made: _Written, pad: str) -> Iterator[str]:
    first, *rest = made.lines
    yield f"{pad}{key}: {first}"
    for line in rest:
        yield f"{pad}{' ' * _STEP}{line}" if line else ""


def _written(growth: Growth, indent: int) -> _Written:
    """A value as this project writes them: plain where it fits, else a block."""
    value = growth.value
    if _is_plain(value) and (growth.one_line or indent + len(growth.key) + 2 + len(value) <= _WIDTH):
        return _Written([value], value)
    if growth.one_line:
        return _Written([quoted(value)], value)
    width = max(_WIDTH - indent - _STEP, 40)
    paragraphs = value.split("\n\n")
    if len(paragraphs) == 1 and "\n" not in value and value == " ".join(value.split(" ")) and value.isprintable():
        lines = wrap(value, width, break_long_words=False, break_on_hyphens=False)
        if " ".join(lines) == value:
            return _Written([">", *lines], value + "\n")
    lines = []
    for each in paragraphs:
        inner = wrap(each, width, break_long_words=False, break_on_hyphens=False)
        sound = "\n" not in each and " ".join(inner) == each and not any(map(_BEGINS_A_BLOCK.match, inner))
        lines += ["", *(inner if sound else each.split("\n"))] if lines else inner if sound else each.split("\n")
    if all(line.isprintable() for line in lines) and not lines[0].startswith(" "):
        return _Written(["|", *lines], "\n".join(lines) + "\n")
    return _Written([quoted(value)], value)


def _in_flow(value: str) -> str:
    return value if _is_plain(value) and not re.search(r"[,\[\]{}]", value) else quoted(value)


def _is_plain(value: str) -> bool:
    read, faults = parse(SourceFile("", f"k: {value}\n"))
    if faults or not isinstance(read, Mapping) or len(read.entries) != 1:
        return False
    found = read.entries[0].value
    return (
        isinstance(found, Scalar) and found.style == "plain" and found.text == value and isinstance(resolve(found), str)
    )
