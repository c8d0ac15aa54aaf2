"""Documents made anew with one of their kinds of part replaced."""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from briefgen.document import Contents, Document

_WORDS = {
    "text", "label", "alt", "description", "title", "author", "subject", "keywords", "marking", "status", "page",
}  # fmt: skip
"""Fields that hold words, where they hold text at all."""


def rewritten(value: Any, change: Callable[[Any], Any], words: Callable[[str], str]) -> Any:
    """A value with each of its structs led through `change`, and all words through `words`."""
    if isinstance(value, tuple):
        return tuple(rewritten(inner, change, words) for inner in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {}
    for name in value.__struct_fields__:
        field = getattr(value, name)
        if name in _WORDS and isinstance(field, str):
            fields[name] = words(field)
        elif name == "keywords":
            fields[name] = tuple(map(words, field))
        else:
            fields[name] = rewritten(field, change, words)
    return change(msgspec.structs.replace(value, **fields))


def harmless(document: Document) -> Document:
    """The same document with an `x` for every letter, sign and control; white space stays."""
    made: Document = rewritten(document, lambda part: part, lambda words: re.sub(r"\S", "x", words))
    return made


def without_contents(document: Document) -> Document:
    """The same document, its lists of headings without their titles."""
    made: Document = rewritten(
        document,
        lambda part: Contents((), part.depth, part.of) if isinstance(part, Contents) else part,
        lambda words: words,
    )
    return made
