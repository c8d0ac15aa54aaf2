"""New values and comments in the text of a YAML file; the result is checked by reading it again."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from collections.abc import Sequence as Series
from textwrap import wrap

import msgspec

from briefgen.core.source import SourceFile, Span
from briefgen.yaml.characters import without_forbidden
from briefgen.yaml.edit.scalar import heads, surroundings, written
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, scalars

_WIDTH = 100
_LEAST = 40
_INDENT = re.compile(r" *")
_MODELINE = "yaml-language-server"
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing: an editor would show the file after them otherwise than it is."""


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
    lines where they are there already."""
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
    # What a reviewer wrote must not instruct an editor which schema to load.
    return [f"… {line}" if line.startswith(_MODELINE) else line for line in out]


def _line_start(text: str, at: int, spans: list[Span], starts: list[int]) -> int:
    """The line of an offset; if it begins in the middle of a text, the line on which that text begins."""
    while True:
        at = text.rfind("\n", 0, at) + 1
        before = bisect_left(starts, at) - 1
        if before < 0 or spans[before].end <= at:
            return at
        at = starts[before]


# New values and comments in a text, which are checked by reading the text again.


class Replacement(msgspec.Struct, frozen=True):
    """A new value for a scalar."""

    span: Span
    """Of the scalar, with its quotes or its header, as its node has it."""
    value: str | None
    """None: the key is to be without a value."""


class Patched(msgspec.Struct, frozen=True):
    """A text with its new values, and what could not be brought in."""

    text: str
    refused: tuple[Replacement | Remark, ...] = ()


class _Splice(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str
    cause: Replacement | Remark


def patch(source: SourceFile, replacements: Iterable[Replacement], remarks: Iterable[Remark] = ()) -> Patched:
    """The text of a file with new values for some of its scalars and comments above some of its values.

    Each scalar keeps its style where that can hold the value, and its spelling and lines as far as its words are
    unchanged (`writing.py`). Characters outside the scalars, and of all others, stay as they are. A replacement is
    refused where its span is no value, where no style can hold the value, or where two are at odds; and all are where
    the file has faults of syntax.
    """
    root, _ = parse(source)
    splices: list[_Splice] = []
    refused: list[Replacement | Remark] = []
    values: dict[int, str | None] = {}
    places = surroundings(root) if root is not None else {}
    for replacement in replacements:
        start = replacement.span.start
        node, around = places.get(start, (None, None))
        if (
            node is None
            or around is None
            or node.span.end != replacement.span.end
            or values.setdefault(start, replacement.value) != replacement.value
        ):
            refused.append(replacement)
        elif replacement.value is None:
            after_key = _after_key(source.text, start)
            if after_key is None:
                refused.append(replacement)
            else:
                splices.append(_Splice(after_key, node.span.end, "", replacement))
        elif replacement.value != node.text and not any(splice.start == start for splice in splices):
            text = written(node, replacement.value, around)
            if text is None:
                refused.append(replacement)
            else:
                splices.append(_Splice(start, node.span.end, text, replacement))
    accepted = tuple(remarks)
    if root is None:
        return Patched(source.text, (*refused, *accepted))
    for remark, found in inserted(root, accepted) if accepted else ():
        if found is None:
            refused.append(remark)
        elif found.lines:
            splices.append(_Splice(found.at, found.at, found.lines, remark))
    applied = _sound(source, root, splices)
    refused += [splice.cause for splice in splices if splice not in applied]
    return Patched(_spliced(source.text, applied), tuple(refused))


def _after_key(text: str, start: int) -> int | None:
    """Where the key ends of a value that begins somewhere; None where something else is between them, such as an
    anchor, by which the value is in other places too."""
    while start and text[start - 1] in " \t\r\n":
        start -= 1
    return start if text[start - 1 : start] == ":" else None


def _sound(source: SourceFile, root: Node, splices: list[_Splice]) -> list[_Splice]:
    """The changes that together read as they should: mostly all. Else they are tried one after the other."""
    if _reads(source, root, splices):
        return splices
    applied: list[_Splice] = []
    for splice in splices:
        if _reads(source, root, [*applied, splice]):
            applied.append(splice)
    return applied


def _reads(source: SourceFile, root: Node, splices: Series[_Splice]) -> bool:
    causes = [splice.cause for splice in splices if isinstance(splice.cause, Replacement)]
    values = {cause.span.start: cause.value or "" for cause in causes}
    read, _ = parse(SourceFile(source.name, _spliced(source.text, splices)))
    return read is not None and _alike(root, read, values, set())


def _alike(old: Node, new: Node, values: Dict[int, str], seen: set[tuple[int, int]]) -> bool:
    """Whether a tree is another but for some values, by where the other has them."""
    if (id(old), id(new)) in seen:  # an alias
        return True
    seen.add((id(old), id(new)))
    match old, new:
        case Scalar(), Scalar():
            return new.text == values.get(old.span.start, old.text)
        case Mapping(), Mapping():
            return len(old.entries) == len(new.entries) and all(
                one.key.text == other.key.text and _alike(one.value, other.value, values, seen)
                for one, other in zip(old.entries, new.entries, strict=True)
            )
        case Sequence(), Sequence():
            return len(old.items) == len(new.items) and all(
                _alike(one, other, values, seen) for one, other in zip(old.items, new.items, strict=True)
            )
        case _:
            return False


def _spliced(text: str, splices: Iterable[_Splice]) -> str:
    out: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        out += (text[at : splice.start], splice.text)
        at = splice.end
    return "".join((*out, text[at:]))
