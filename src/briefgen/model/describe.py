"""What the model says of itself: the words under each class and field, for the reference and for editors.

Under a field stands what it means; then, where only a few words are allowed, what each of them means; then an example
as it would stand in YAML: “How far it has come. `draft`: still being worked on; `cleared`: approved to go out. For
example: draft”.
"""

import ast
import inspect
import re
import sys
from functools import cache

import msgspec

_EXAMPLE = "For example: "
_MEANING = re.compile(r"`([^`]+)`: ([^;]+)(?:; |$)")


class Described(msgspec.Struct, frozen=True):
    """A class of the model in words."""

    about: str
    """Its docstring on one line."""
    fields: dict[str, str]
    """Field → what it means."""
    values: dict[str, dict[str, str]]
    """Field → word that it may be → what that word means. Empty for a field that takes more than a few words."""
    examples: dict[str, str]
    """Field → an example of it, in YAML on one line."""


@cache
def describe(cls: type[msgspec.Struct]) -> Described:
    """The words of one class, read from the source that it was defined in."""
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    out = Described(" ".join((cls.__doc__ or "").split()), {}, {}, {})
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
            words, _, out.examples[name] = _text(after).partition(_EXAMPLE)
            first = _MEANING.search(words)
            lead, meanings = (words[: first.start()], words[first.start() :]) if first else (words, "")
            out.fields[name] = lead.strip()
            out.values[name] = dict(_MEANING.findall(meanings.strip().removesuffix(".")))
    return out


def _text(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""
