"""What the model says of itself: the words under each class and field, for the reference and for editors."""

import ast
import inspect
import sys
from functools import cache

import msgspec


class Described(msgspec.Struct, frozen=True):
    """A class of the model in words."""

    about: str
    """Its docstring on one line."""
    fields: dict[str, str]
    """Field → the docstring under it; empty where its name says enough."""


@cache
def describe(cls: type[msgspec.Struct]) -> Described:
    """The words of one class, read from the source that it was defined in."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    words: dict[str, str] = {}
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            words[node.target.id] = _text(after)
    return Described(" ".join((cls.__doc__ or "").split()), words)


def _text(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""
