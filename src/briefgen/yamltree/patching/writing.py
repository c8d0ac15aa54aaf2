"""One scalar with a new value: in its own style where that can hold it, else in the nearest that can.

| written so far | then, in this order |
| --- | --- |
| plain | in double quotes; in single ones first where the value has `"` or `\\`: so do the hints of `check` advise |
| in single quotes | in double quotes |
| after `>` or `|` | in double quotes: what one of them cannot hold, the other cannot either |
| in double quotes | they can write whatever may stand in a file |

Each way is tried on the parser itself, in the surroundings of the scalar, and taken only if it reads as the new value.
"""

import re
from collections.abc import Iterator
from typing import assert_never

import msgspec

from briefgen.source import SourceFile
from briefgen.yamltree.nodes import Mapping, Node, Scalar, Style
from briefgen.yamltree.parse import parse
from briefgen.yamltree.patching.anatomy import Anatomy, Header, anatomy
from briefgen.yamltree.patching.spelling import Spelling
from briefgen.yamltree.patching.surroundings import Surroundings
from briefgen.yamltree.patching.weaving import woven, wrapped
from briefgen.yamltree.resolve import resolve

_BEHIND = re.compile(r"[^\n]*(?:\n|\Z)(?:[ \t\r]*\n)*(?:[ \t]*\Z)?")
"""The rest of a line, and the empty lines below."""
_ONE_LINE = 100
"""How wide a folded block may become that has had but one line."""
_NO_BOUND = 1 << 30


def written(node: Scalar, value: str, around: Surroundings) -> str | None:
    """What takes the place of a scalar in its file; None where no style can hold the value."""
    parts = anatomy(node, around)
    for style in _styles(node.style, value):
        for woven_in in (parts, msgspec.structs.replace(parts, pieces=(), core="")):
            for way in _ways(node, value, woven_in, style, around):
                if _reads_as(way, value, node, around):
                    return way
    return None


def _styles(style: Style, value: str) -> tuple[Style, ...]:
    match style:
        case "plain":
            return ("plain", "single", "double") if '"' in value or "\\" in value else ("plain", "double")
        case "single":
            return ("single", "double")
        case "folded" | "literal":
            return (style, "double")
        case "double":
            return ("double",)
        case _:
            assert_never(style)


def _ways(node: Scalar, value: str, parts: Anatomy, style: Style, around: Surroundings) -> Iterator[str]:
    """The value in one style; a block perhaps with another header."""
    line_end = "\r\n" if "\r\n" in node.span.file.text else "\n"
    several = parts.lines > 1
    if style in ("literal", "folded"):
        assert parts.header is not None
        spelling = Spelling(style, line_end, parts.indent, lines=True)
        width = _NO_BOUND if style == "literal" else parts.width if several else max(parts.width, _ONE_LINE)
        for core, chomping in _chomped(value, parts, parts.header) if value.strip() else ():
            yield _block(core, chomping, parts, parts.header, spelling, width, around)
        return
    if parts.header is not None and parts.pieces:
        return
    spelling = Spelling(style, line_end, parts.indent, several and parts.header is None)
    mark = {"single": "'", "double": '"'}.get(style, "")
    pieces = woven(parts.pieces, parts.core, value, spelling, respelt=style != node.style)
    column, width = node.span.column - 1 + len(mark), parts.width if spelling.lines else _NO_BOUND
    text = "".join(piece.written for piece in wrapped(pieces, spelling, column, width))
    gap = " " if node.span.start == node.span.end and _follows_a_sign(node) else ""
    yield f"{gap}{mark}{text}{mark}{parts.header.rest if parts.header else ''}"


def _follows_a_sign(node: Scalar) -> bool:
    """Whether a value that is empty follows its `:` or `-` directly."""
    return not node.span.file.text[: node.span.start][-1:].isspace()


def _chomped(value: str, parts: Anatomy, header: Header) -> Iterator[tuple[str, str]]:
    """The words of a block, and how its header treats the line ends behind it: as so far, or as the value needs it."""
    core = value.removesuffix(parts.tail)
    if value.endswith(parts.tail) and not core.endswith("\n"):
        yield core, header.chomping
    core = value.rstrip("\n")
    ends = len(value) - len(core)
    yield core, "-" if ends == 0 else "" if ends == 1 else "+"


def _block(
    core: str, chomping: str, parts: Anatomy, header: Header, spelling: Spelling, width: int, around: Surroundings
) -> str:
    words = core.lstrip("\n")
    lead = core[: len(core) - len(words)]
    indicator = header.indicator
    if not indicator and words.startswith((" ", "\t")):
        indicator = str(len(parts.indent) - max(around.indentation, 0))
    sign = "|" if spelling.style == "literal" else ">"
    opening = parts.opening if lead == parts.lead else spelling.line_end * len(lead) + parts.indent
    pieces = woven(parts.pieces, parts.core, words, spelling, respelt=False)
    text = "".join(piece.written for piece in wrapped(pieces, spelling, len(parts.indent), width))
    return f"{sign}{indicator}{chomping}{header.rest}{spelling.line_end}{opening}{text}"


def _reads_as(way: str, value: str, node: Scalar, around: Surroundings) -> bool:
    """Whether the parser takes what is written for the value, in surroundings like those of the scalar."""
    file = node.span.file.text
    pad = " " * max(around.indentation, 0)
    tag = "!!str " if node.tagged else ""
    if around.flow:
        space = " " if file[node.span.end : node.span.end + 1].isspace() else ""
        text = f"{pad}k: {{k: {tag}{way}{space}, z: z}}\n"
    else:
        found = _BEHIND.match(file, node.span.end)
        behind = found[0] if found else ""
        text = f"{pad}k: {tag}{way}{behind}" + (f"{pad}z: z\n" if behind.endswith("\n") else "")
        if around.indentation < 0:
            text = f"{tag}{way}{behind}"
    read, faults = parse(SourceFile("", text))
    for _ in range(0 if around.indentation < 0 and not around.flow else 2 if around.flow else 1):
        read = _first(read)
    if not isinstance(read, Scalar) or read.text != value or any(fault.severity == "error" for fault in faults):
        return False
    return _kind(read) in ("text", _kind(node)) or read.tagged


def _first(node: Node | None) -> Node | None:
    """The first value of a mapping that has nothing unexpected behind it."""
    if not isinstance(node, Mapping) or len(node.entries) > 2:
        return None
    return node.entries[0].value


def _kind(scalar: Scalar) -> str:
    match resolve(scalar):
        case str():
            return "text"
        case bool():
            return "truth"
        case None:
            return "nothing"
        case _:
            return "number"
