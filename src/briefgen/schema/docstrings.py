"""What a Struct says of itself: its docstring, and the one under each field.

Under a field stands what it means; then, for a choice, what each word means; then an example in YAML: “How far it has
come. `draft`: still being worked on; `cleared`: approved to go out. For example: draft”.
"""

import ast
import inspect
import re
import sys
from functools import cache

import msgspec

_EXAMPLE = "For example: "
_MEANING = re.compile(r"`([^`]+)`: ([^;]+)(?:; |$)")


class FieldDocs(msgspec.Struct, frozen=True):
    """The docstring of a field, in its parts."""

    summary: str
    choices: dict[str, str]
    """Word of a choice → what it means."""
    example: str
    """In YAML, on one line."""


def struct_docs(cls: type[msgspec.Struct]) -> str:
    """The docstring of a Struct on one line."""
    return " ".join((cls.__doc__ or "").split())


@cache
def field_docs(cls: type[msgspec.Struct]) -> dict[str, FieldDocs]:
    """The docstring of each field, read from the source of its Struct."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    out = {}
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            words, _, example = _text(after).partition(_EXAMPLE)
            first = _MEANING.search(words)
            summary, choices = (words[: first.start()], words[first.start() :]) if first else (words, "")
            meanings = dict(_MEANING.findall(choices.strip().removesuffix(".")))
            out[node.target.id] = FieldDocs(summary.strip(), meanings, example)
    return out


def _text(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""
