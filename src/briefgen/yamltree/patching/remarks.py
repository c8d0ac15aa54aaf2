"""What somebody said about a value, as comment lines above it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from textwrap import wrap

import msgspec

from briefgen.source import Span
from briefgen.yamltree.characters import without_forbidden
from briefgen.yamltree.nodes import Node
from briefgen.yamltree.patching.surroundings import heads
from briefgen.yamltree.walk import scalars

_WIDTH = 100
_LEAST = 40
_INDENT = re.compile(r" *")
_MODELINE = "yaml-language-server"
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing: an editor would show the file behind them otherwise than it is."""


class Remark(msgspec.Struct, frozen=True):
    """Words to be put above a value: `Ana Ruiz, 2026-03-02: Is this still so?`"""

    span: Span
    """Of the value."""
    words: str


class Inserted(msgspec.Struct, frozen=True):
    """Comment lines, and where they go."""

    at: int
    lines: str


def inserted(root: Node, remarks: Iterable[Remark]) -> Iterator[tuple[Remark, Inserted | None]]:
    """The lines of each comment, at the indentation of what it is about; None for a place that is no value, and no
    lines where they stand there already."""
    starts_of = heads(root)
    spans = [scalar.span for scalar in scalars(root)]
    starts = [span.start for span in spans]
    for remark in remarks:
        head = starts_of.get(remark.span.start)
        yield remark, None if head is None else _lines(remark, _line_start(remark.span.file.text, head, spans, starts))


def _lines(remark: Remark, at: int) -> Inserted:
    text = remark.span.file.text
    found = _INDENT.match(text, at)
    indent = found[0] if found else ""
    end = "\r\n" if "\r\n" in text else "\n"
    width = max(_WIDTH - len(indent) - 2, _LEAST)
    lines = "".join(f"{indent}# {each}{end}" for each in _wrapped(remark.words, width))
    return Inserted(at, "" if text.endswith(lines, 0, at) else lines)


def _wrapped(words: str, width: int) -> list[str]:
    out: list[str] = []
    for part in words.splitlines():
        out += wrap(_TURNS.sub("", without_forbidden(part)), width, break_long_words=False, break_on_hyphens=False)
    # What a reviewer wrote must not tell an editor which schema to load.
    return [f"… {line}" if line.startswith(_MODELINE) else line for line in out]


def _line_start(text: str, at: int, spans: list[Span], starts: list[int]) -> int:
    """The line of an offset; if it begins in the middle of a text, the line on which that text begins."""
    while True:
        at = text.rfind("\n", 0, at) + 1
        before = bisect_left(starts, at) - 1
        if before < 0 or spans[before].end <= at:
            return at
        at = starts[before]
