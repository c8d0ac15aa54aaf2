"""The text of a YAML file without its comments."""

import re
from collections.abc import Iterator

from briefgen.core.source import SourceFile
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Scalar, scalars

_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)+")
"""Lines of comments alone, at the top."""
_COMMENT = re.compile(r"^[ \t]*+#[^\r\n]*+(?:\r?\n|\Z)|(?<![ \t])[ \t]++#[^\r\n]*+", re.MULTILINE)
_PERHAPS = re.compile(r"(?:^|[ \t])#", re.MULTILINE)


def uncommented(source: SourceFile) -> str:
    """The same tree, comment lines left out. A file that cannot be read has nothing left."""
    text = source.text.removeprefix("\ufeff")
    head = _HEAD.match(text)
    text = text[head.end() :] if head else text
    if not _PERHAPS.search(text):
        return text
    root, _ = parse(SourceFile(source.name, text))
    if root is None:
        return ""
    out, at = [], 0
    for scalar in scalars(root):
        start, end = scalar.span.start, scalar.span.end
        if start < at:
            continue
        out += [*_between(text, at, start), _written(scalar, text[start:end])]
        at = end
    return "".join([*out, *_between(text, at, len(text))])


def _between(text: str, at: int, end: int) -> Iterator[str]:
    """A part of the text without values."""
    for comment in _COMMENT.finditer(text, at, end):
        yield text[at : comment.start()]
        at = comment.end()
    yield text[at:end]


def _written(scalar: Scalar, text: str) -> str:
    """A block may have a comment after its `|` or `>`."""
    if scalar.style not in ("literal", "folded"):
        return text
    first, end, rest = text.partition("\n")
    return _COMMENT.sub("", first) + end + rest
