"""What surrounds a value in its file, as far as it decides how the value may be written."""

from collections.abc import Iterator

import msgspec

from briefgen.yamltree.nodes import Mapping, Node, Scalar, Sequence
from briefgen.yamltree.walk import collections


class Surroundings(msgspec.Struct, frozen=True):
    """Where a scalar stands."""

    indentation: int
    """Of the mapping or list around it that is written in lines; -1 for the root. Its own lines stand further in."""
    flow: bool
    """Within brackets, where `,`, `]` and `}` end a text without quotes."""


def surroundings(root: Node) -> dict[int, tuple[Scalar, Surroundings]]:
    """Every scalar that is a value, by where it begins, each once, though an alias may repeat it."""
    return {node.span.start: (node, around) for node, around in _within(root, Surroundings(-1, False), set())}


def _within(node: Node, around: Surroundings, seen: set[int]) -> Iterator[tuple[Scalar, Surroundings]]:
    if isinstance(node, Scalar):
        yield node, around
        return
    if id(node) in seen:
        return
    seen.add(id(node))
    text, start = node.span.file.text, node.span.start
    flow = around.flow or text[start : start + 1] in ("{", "[")
    inside = around.indentation if flow else node.span.column - 1
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from _within(entry.value, Surroundings(inside, flow), seen)
        case Sequence(items=items):
            for item in items:
                yield from _within(item, Surroundings(inside, flow), seen)


def heads(root: Node) -> dict[int, int]:
    """Where each value begins → where what it belongs to begins: its key, or itself as an item of a list."""
    found = {root.span.start: root.span.start}
    for node in collections(root):
        match node:
            case Mapping(entries=entries):
                found |= {entry.value.span.start: entry.key.span.start for entry in reversed(entries)}
            case Sequence(items=items):
                found |= {item.span.start: item.span.start for item in items}
    return found
