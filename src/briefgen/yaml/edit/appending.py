"""One more item for a list, in the style of its file; every other byte stays as it was."""

import re
from collections.abc import Sequence as Series
from typing import TypeAlias

from briefgen.core.source import SourceFile
from briefgen.yaml.edit.growing import data
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, quoted

Address: TypeAlias = Series[str | int]
"""The way from the root of a file to a list: keys of mappings and numbers of items."""

_INDENTATION = 2
"""Of a list below its key, where the file has no other list to follow."""
_PLAIN = re.compile(r"[^\W\d_][\w .;()/’“”–-]*(?<! )|\d{4}-\d{2}-\d{2}|[0-9]+(?:\.[0-9]+)?")
"""A text that needs no quotes within brackets."""


def append(source: SourceFile, address: Address, item: str) -> str | None:
    """The text of a file with one more item at the end of a list; None where it would not read as it should.

    `item` is written as in a block list that begins in the first column: `- id: a` and further lines. The list may be
    empty, its key may be missing, and a file of one item becomes a file of two.
    """
    root, faults = parse(source)
    expected_item, _ = parse(SourceFile("", item))
    if any(fault.severity == "error" for fault in faults) or not isinstance(expected_item, Sequence):
        return None
    for text in _attempts(source.text, root, address, item, expected_item.items[0]):
        read, faults = parse(SourceFile(source.name, text))
        if read is not None and not faults and data(read) == _expected(root, address, expected_item.items[0]):
            return text
    return None


def _attempts(text: str, root: Node | None, address: Address, item: str, value: Node) -> list[str]:
    """The text with the item, in the ways that may be right."""
    if root is None or (isinstance(root, Scalar) and not root.text and not address):
        return [_ended(text) + _lines(item, "", text)]
    way: list[Node] = [root]
    for step in address:
        inner = _inner(way[-1], step)
        if inner is None:
            break
        way.append(inner)
    missing = len(address) - len(way) + 1
    if missing > 1:
        return []
    if any(_is_flow(text, node) for node in way[:-1]) or (missing and _is_flow(text, way[-1])):
        return _within_brackets(text, way[-1], str(address[-1]) if missing else "", value)
    if missing:
        return _new_key(text, way[-1], str(address[-1]), item, root)
    parent, node = (way[-2] if len(way) > 1 else None), way[-1]
    match node:
        case Sequence(items=items) if items and _is_flow(text, node):
            return _within_brackets(text, node, "", value)
        case Sequence(items=items) if items:
            return _below_items(text, node, item)
        case Sequence() | Scalar(text="", style="plain"):
            pad = "" if parent is None else _pad(parent, root)
            start = len(text[: node.span.start].rstrip(" ")) if parent is not None else node.span.start
            bare = text[:start] + text[node.span.end :]
            at = bare.find("\n", start) + 1 or len(bare)
            if not bare[:at].rpartition("\n")[0] and not bare[:at].strip():
                return [_lines(item, pad, text) + bare[at:]]
            before = bare[:at]
            if not before.removesuffix("\n").rpartition("\n")[2].strip():  # the list was alone on its line
                before = before.removesuffix("\n").rpartition("\n")[0] + "\n"
            return [_ended(before) + _lines(item, pad, text) + bare[at:]]
        case Mapping() if parent is None:
            first, *rest = text[node.span.start :].split("\n")
            as_item = "\n".join([f"- {first}", *(f"  {line}" if line.strip() else line for line in rest)])
            return [_ended(text[: node.span.start] + as_item) + _lines(item, "", text)]
        case _:
            return []


def _below_items(text: str, node: Sequence, item: str) -> list[str]:
    """After the last item of a block list, and after the comments that belong to it."""
    pad = " " * (node.span.column - 1)
    at = text.find("\n", node.span.end) + 1 or len(text)
    while comment := re.compile(rf"{pad} +#[^\n]*(?:\n|$)").match(text, at):
        at = comment.end()
    gap = ""
    if len(node.items) > 1:
        between = text[node.items[-2].span.end : node.items[-1].span.start]
        gap = _line_end(text) if re.search(r"\n[ \t]*\r?\n", between) else ""
    below = re.compile(r"(?<![ \t])(?:[ \t]*+\r?\n)*+").match(text, at)
    places = dict.fromkeys([at, below.end() if below else at])  # the lines below may belong to a block of text
    return [_ended(text[:place]) + gap + _lines(item, pad, text) + text[place:] for place in places]


def _new_key(text: str, mapping: Node, key: str, item: str, root: Node) -> list[str]:
    """At the end of a mapping, or of the file."""
    if not isinstance(mapping, Mapping):
        return []
    end, pad = _line_end(text), " " * (mapping.span.column - 1)
    lines = f"{pad}{key}:{end}{_lines(item, _pad(mapping, root), text)}"
    if mapping is root:
        body = _ended(text)
        return [body + ("" if body.endswith(end * 2) else end) + lines]
    at = text.find("\n", mapping.span.end) + 1 or len(text)
    return [_ended(text[:at]) + lines + text[at:]]


def _within_brackets(text: str, node: Node, key: str, value: Node) -> list[str]:
    """Before the bracket that ends a list, or a mapping that gets a new key."""
    inside = _flow(value)
    match node:
        case Mapping(entries=entries) if key:
            made, last = f"{key}: [{inside}]", entries[-1].value.span.end if entries else 0
        case Sequence(items=items) if _is_flow(text, node):
            made, last = inside, items[-1].span.end if items else 0
        case Scalar(text="", style="plain"):
            return [f"{text[: node.span.start].rstrip(' ')} [{inside}]{text[node.span.end :]}"]
        case _:
            return []
    if not last:
        return [text[: node.span.start + 1] + made + text[node.span.end - 1 :]]
    line = text[text.rfind("\n", 0, last) + 1 : last]
    several = "\n" in text[node.span.start : last]
    gap = _line_end(text) + line[: len(line) - len(line.lstrip())] if several else " "
    return [f"{text[:last]},{gap}{made}{text[last:]}"]


def _flow(node: Node) -> str:
    """A value on one line, within brackets."""
    match node:
        case Scalar(text=text, style=style):
            return text if style == "plain" and _PLAIN.fullmatch(text) else quoted(text)
        case Mapping(entries=entries):
            return "{" + ", ".join(f"{entry.key.text}: {_flow(entry.value)}" for entry in entries) + "}"
        case Sequence(items=items):
            return "[" + ", ".join(map(_flow, items)) + "]"


def _expected(root: Node | None, address: Address, item: Node) -> object:
    """The values of the file as they should be."""
    if not address:
        match root:
            case Sequence(items=items):
                return [*map(data, items), data(item)]
            case Mapping():
                return [data(root), data(item)]
            case _:
                return [data(item)]
    step, rest = address[0], address[1:]
    match root:
        case Mapping(entries=entries):
            pairs = [
                (entry.key.text, _expected(entry.value, rest, item) if entry.key.text == step else data(entry.value))
                for entry in entries
            ]
            known = any(entry.key.text == step for entry in entries)
            return pairs if known else [*pairs, (step, [data(item)])]
        case Sequence(items=items):
            return [_expected(each, rest, item) if number == step else data(each) for number, each in enumerate(items)]
        case _:
            return None


def _inner(node: Node, step: str | int) -> Node | None:
    match node:
        case Mapping(entries=entries):
            return next((entry.value for entry in entries if entry.key.text == step), None)
        case Sequence(items=items) if isinstance(step, int) and step < len(items):
            return items[step]
        case _:
            return None


def _pad(mapping: Node, root: Node) -> str:
    """The indentation of a list below a key of a mapping: as the first list of the file has it."""
    column = mapping.span.column - 1
    todo: list[Node] = [root]
    while todo:
        node = todo.pop(0)
        if isinstance(node, Mapping):
            for entry in node.entries:
                text = entry.value.span.file.text
                if isinstance(entry.value, Sequence) and entry.value.items and not _is_flow(text, entry.value):
                    return " " * (column + entry.value.span.column - entry.key.span.column)
            todo += [entry.value for entry in node.entries if isinstance(entry.value, Mapping)]
        elif isinstance(node, Sequence):
            todo += [each for each in node.items if isinstance(each, Mapping)]
    return " " * (column + _INDENTATION)


def _is_flow(text: str, node: Node) -> bool:
    return not isinstance(node, Scalar) and text[node.span.start] in "{["


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + _line_end(text)


def _lines(item: str, pad: str, text: str) -> str:
    return "".join((pad + line if line else "") + _line_end(text) for line in item.rstrip("\n").split("\n"))
