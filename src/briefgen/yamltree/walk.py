"""What a tree holds, each node once, though an alias may repeat it."""

from collections.abc import Iterator

from briefgen.yamltree.nodes import Mapping, Node, Scalar, Sequence


def scalars(root: Node) -> list[Scalar]:
    """Every scalar, keys too, in the order of the file, each once."""
    found: dict[int, Scalar] = {id(root): root} if isinstance(root, Scalar) else {}
    for node in collections(root):
        match node:
            case Mapping(entries=entries):
                held: list[Node] = [half for entry in entries for half in (entry.key, entry.value)]
            case Sequence(items=items):
                held = list(items)
        found |= {id(each): each for each in held if isinstance(each, Scalar)}
    return sorted(found.values(), key=lambda scalar: (scalar.span.start, scalar.span.end))


def collections(root: Node) -> Iterator[Mapping | Sequence]:
    """Every mapping and list, each once."""
    todo: list[Node] = [root]
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        match node:
            case Mapping(entries=entries):
                todo += (entry.value for entry in entries)
            case Sequence(items=items):
                todo += items
