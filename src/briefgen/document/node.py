"""Nodes: the parts of a document, and which of their fields hold text or further nodes."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import ClassVar, Literal, NamedTuple

import msgspec

from briefgen.document.inlines import Inline, Revision

_INLINES = typing.get_args(Inline)


class Node(msgspec.Struct, frozen=True):
    """A part of a document that holds text or other nodes: a block, or an item, a row, a cell, a caption of one.

    The annotations of its fields say what it holds (see `parts`), so that no code but the writers need know its class.
    """

    reading_order: ClassVar[tuple[str, ...]] = ()
    """The fields with text or nodes in reading order, where they are not declared in that order."""


class BlockNode(Node, frozen=True, tag=True, kw_only=True):
    """The base of blocks."""

    revision: Revision = ""


class Part(NamedTuple):
    """A field of a node that holds text or nodes."""

    name: str
    kind: Literal["text", "node", "nodes"]
    """`text`: Inlines; `node`: a node or None; `nodes`: a tuple of nodes."""


@cache
def parts(kind: type[Node]) -> tuple[Part, ...]:
    """The fields of a class of nodes that hold text or nodes, in reading order."""
    hints = typing.get_type_hints(kind)
    found = {name: Part(name, content) for name in kind.__struct_fields__ if (content := _content(hints[name]))}
    return tuple(found[name] for name in kind.reading_order or found)


def _content(annotation: object) -> Literal["text", "node", "nodes"] | None:
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is tuple and len(arguments) == 2:
        classes = _classes(arguments[0])
        if all(each in _INLINES for each in classes):
            return "text"
        return "nodes" if all(map(_is_node, classes)) else None
    classes = tuple(each for each in _classes(annotation) if each is not types.NoneType)
    return "node" if classes and all(map(_is_node, classes)) else None


def _classes(annotation: object) -> tuple[object, ...]:
    is_union = typing.get_origin(annotation) in (types.UnionType, typing.Union)
    return typing.get_args(annotation) if is_union else (annotation,)


def _is_node(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Node)


def children(node: Node) -> Iterator[Node]:
    """The nodes that a node holds directly, in reading order."""
    for name, kind in parts(type(node)):
        value = getattr(node, name)
        if kind == "nodes":
            yield from value
        elif kind == "node" and value is not None:
            yield value
