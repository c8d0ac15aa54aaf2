"""What somebody said about a value, as comment lines above it."""

from bisect import bisect_left
from textwrap import wrap

import msgspec

from briefgen.source import Span
from briefgen.yamltree.characters import without_forbidden
from briefgen.yamltree.nodes import Node
from briefgen.yamltree.patching.surroundings import heads, scalars

_WIDTH = 100
_LEAST = 40
_MODELINE = "yaml-language-server"


class Remark(msgspec.Struct, frozen=True):
    """Words to be put above a value: `Ana Ruiz, 2026-03-02: Is this still so?`"""

    span: Span
    """Of the value."""
    words: str


class Inserted(msgspec.Struct, frozen=True):
    """Comment lines, and where they go."""

    at: int
    lines: str


def inserted(root: Node, remark: Remark) -> Inserted | None:
    """The lines of a comment, at the indentation of what it is about; None for a place that is no value, and no lines
    where they stand there already."""
    head = heads(root).get(remark.span.start)
    if head is None:
        return None
    text = remark.span.file.text
    at = _line_start(root, text, head)
    line = text[at:]
    indent = " " * (len(line) - len(line.lstrip(" ")))
    end = "\r\n" if "\r\n" in text else "\n"
    width = max(_WIDTH - len(indent) - 2, _LEAST)
    lines = "".join(f"{indent}# {each}{end}" for each in _wrapped(remark.words, width))
    return Inserted(at, "" if text[:at].endswith(lines) else lines)


def _wrapped(words: str, width: int) -> list[str]:
    out: list[str] = []
    for part in words.splitlines():
        out += wrap(without_forbidden(part), width, break_long_words=False, break_on_hyphens=False)
    # What a reviewer wrote must not tell an editor which schema to load.
    return [f"… {line}" if line.startswith(_MODELINE) else line for line in out]


def _line_start(root: Node, text: str, at: int) -> int:
    """The line of an offset; if it begins in the middle of a text, the line on which that text begins."""
    spans = [scalar.span for scalar in scalars(root)]
    starts = [span.start for span in spans]
    while True:
        at = text.rfind("\n", 0, at) + 1
        before = bisect_left(starts, at) - 1
        if before < 0 or spans[before].end <= at:
            return at
        at = starts[before]
