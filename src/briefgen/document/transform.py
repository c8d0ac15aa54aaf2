"""Copies of a document with other nodes, texts or inlines."""

from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import Any, TypeAlias, TypeVar

from msgspec.structs import replace

from briefgen.document.inlines import Inline, Inlines, Link, Paged
from briefgen.document.node import Node, parts

N = TypeVar("N", bound=Node)

ChangeText: TypeAlias = Callable[[Inlines], Inlines]


ChangeNode: TypeAlias = Callable[[Node], Node | None]
"""A node → a node of the same class that takes its place, or None, which removes it."""


def unchanged(node: Node) -> Node:
    """The node itself."""
    return node


def same_text(text: Inlines) -> Inlines:
    """The text itself."""
    return text


def transform(nodes: tuple[N, ...], *, text: ChangeText = same_text, node: ChangeNode = unchanged) -> tuple[N, ...]:
    """The nodes, with `node` applied to each of them before those inside it, and `text` to each of their texts, in the
    order in which `document.walk` reads them. What does not change is not copied."""
    return tuple(_nodes(nodes, text, node))


def transform_node(whole: N, *, text: ChangeText = same_text, node: ChangeNode = unchanged) -> N:
    """One node transformed, which `node` does not remove."""
    (transformed,) = transform((whole,), text=text, node=node)
    return transformed


def _nodes(nodes: Iterable[N], text: ChangeText, node: ChangeNode) -> Iterator[N]:
    for each in nodes:
        changed = node(each)
        if changed is not None:
            yield _with_parts(changed, text, node)  # type: ignore[misc]  # of the class of `each`


def _with_parts(whole: N, text: ChangeText, node: ChangeNode) -> N:
    changes: dict[str, Any] = {}
    for name, kind in parts(type(whole)):
        before = getattr(whole, name)
        after: Any = before
        if kind == "text":
            after = text(before)
        elif kind == "nodes":
            after = tuple(_nodes(before, text, node))
            if len(after) == len(before) and all(map(is_, after, before)):
                continue
        elif before is not None:
            after = next(_nodes((before,), text, node), None)
        if after is not before:
            changes[name] = after
    return replace(whole, **changes) if changes else whole


def map_inlines(text: Iterable[Inline], change: Callable[[Inline], Iterable[Inline]]) -> Inlines:
    """The text with what `change` makes of each inline; of links and alternative wordings, of the inlines in them. A
    link with nothing left in it is removed."""
    changed: list[Inline] = []
    for inline in text:
        match inline:
            case Link():
                if content := map_inlines(inline.content, change):
                    changed.append(replace(inline, content=content))
            case Paged():
                changed.append(
                    replace(
                        inline,
                        with_pages=map_inlines(inline.with_pages, change),
                        without_pages=map_inlines(inline.without_pages, change),
                    )
                )
            case _:
                changed += change(inline)
    return tuple(changed)
