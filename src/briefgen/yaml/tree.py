"""What a YAML file is made of: scalars, mappings and sequences, each with its exact place in the text."""

import json
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.source import Span

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]
"""How a scalar is written: bare, in `'` or `"`, or as a block after `|` or `>`."""


class Scalar(msgspec.Struct, frozen=True, tag=True):
    """One value, as text. `resolve` says whether it is a number, true, false or nothing."""

    text: str
    style: Style
    span: Span
    """With its quotes, or from the `|` or `>` of a block to its last word; without anchor and tag."""
    tagged: bool = False
    """It bears the tag `!!str`: text, whatever it looks like."""


class Unread(Scalar, frozen=True, tag=True):
    """A value, or several entries, that were left out because of a syntax error, so that the rest could be read."""


class Entry(msgspec.Struct, frozen=True):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(msgspec.Struct, frozen=True, tag=True):
    """Keys with values, in the order of the file. Every key occurs once."""

    entries: tuple[Entry, ...]
    span: Span
    """From the first key (or `{`) to the end of the last value (or `}`)."""


class Sequence(msgspec.Struct, frozen=True, tag=True):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span
    """From the first `-` (or `[`) to the end of the last item (or `]`)."""


Node: TypeAlias = Scalar | Mapping | Sequence
"""An alias is the very node that its anchor names: its span is where that node is written."""


# What a tree holds, each node once, though an alias may repeat it.


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


# What a scalar means, by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).
#
# YAML 1.1, which most readers of Python follow, takes `no` for false, `012` for ten and `1:30` for ninety.

_WORDS: dict[str, bool | float | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_MOST_DIGITS = 100
"""What looks like a longer number is text: no field wants it, and Python refuses to read 4,300 digits."""


def resolve(scalar: Scalar) -> bool | int | float | str | None:
    """The value that a scalar stands for. What is quoted, a block or tagged `!!str` is always text."""
    text = scalar.text
    if scalar.style != "plain" or scalar.tagged:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789" or len(text) > _MOST_DIGITS:
        return text
    if _INT.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    return float(text) if _FLOAT.fullmatch(text) else text


def is_value(word: str) -> bool:
    """Whether a word that is without quotes is something else than a text: `null`, `true`, `2026`, `1e3`."""
    return word in _WORDS or _INT.fullmatch(word) is not None or _FLOAT.fullmatch(word) is not None


# A text as a value of YAML, safe whatever is in it.


def quoted(text: str) -> str:
    """The text in double quotes, as YAML and (below U+10000) JSON read it; what cannot be seen is written by its
    code."""
    written = json.dumps(text, ensure_ascii=False)
    return written if written.isprintable() else "".join(map(_escape, written))


def _escape(character: str) -> str:
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if character < "\U00010000" else f"\\U{ord(character):08x}"
