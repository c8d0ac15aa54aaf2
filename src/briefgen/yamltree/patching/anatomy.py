"""How a scalar is put together: which of the characters in the file stand for which of its value."""

import re
from typing import NamedTuple, TypeAlias

import msgspec

from briefgen.yamltree.nodes import Scalar
from briefgen.yamltree.patching.surroundings import Surroundings


class Piece(NamedTuple):
    """Some characters of the file, and what they come to in the value: one character, or a run of line ends."""

    written: str
    value: str


Pieces: TypeAlias = tuple[Piece, ...]


class Header(msgspec.Struct, frozen=True):
    """The first line of a block: `>2-  # why`."""

    indicator: str
    """How far its lines stand in, where that is said: `2`."""
    chomping: str
    """What becomes of the line ends behind it: `-` none, `+` all, else one."""
    rest: str
    """What follows on the line, a comment say."""

    def written(self, sign: str) -> str:
        """The line without its end."""
        return f"{sign}{self.indicator}{self.chomping}{self.rest}"


class Anatomy(msgspec.Struct, frozen=True):
    """The parts of a scalar as it is written."""

    core: str
    """Its value, without the line ends that a block begins and ends with."""
    pieces: Pieces
    """Of the core; without quotes, header, and indentation of the first line."""
    indent: str
    """Of its second and further lines."""
    lines: int
    """How many it has in the file."""
    width: int
    """Of its longest line."""
    header: Header | None = None
    lead: str = ""
    """The line ends that the value of a block begins with."""
    tail: str = ""
    """The white space that the value of a block ends with, which is written behind its span."""
    opening: str = ""
    """What is written for `lead`, with the indentation of the first line of words."""


_HEADER = re.compile(r"[|>](?:([1-9])([+-]?)|([+-]?)([1-9]?))([^\r\n]*)")
_FOLD = re.compile(r"[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)*")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|[^\r\n])", re.DOTALL)
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def anatomy(node: Scalar, around: Surroundings) -> Anatomy:
    """The parts of a scalar. Where they do not come to its value, it has no pieces, and has to be written anew."""
    found = _of_block(node, around) if node.style in ("literal", "folded") else _of_flow(node, around)
    sound = "".join(piece.value for piece in found.pieces) == found.core
    return found if sound else msgspec.structs.replace(found, pieces=(), core="")


def _of_flow(node: Scalar, around: Surroundings) -> Anatomy:
    written = node.span.text
    if node.style != "plain":
        written = written[1:-1]
    pieces: list[Piece] = []
    indent = " " * (max(around.indentation, 0) + 2)
    at = 0
    while at < len(written):
        if fold := _FOLD.match(written, at):
            ends = fold[0].count("\n")
            pieces.append(Piece(fold[0], "\n" * (ends - 1) or " "))
            indent = fold[0].rpartition("\n")[2]
            at = fold.end()
        elif node.style == "single" and written.startswith("''", at):
            pieces.append(Piece("''", "'"))
            at += 2
        elif node.style == "double" and (escape := _ESCAPE.match(written, at)):
            pieces.append(Piece(escape[0], _unescaped(escape[0][1:])))
            at = escape.end()
        else:
            pieces.append(Piece(written[at], written[at]))
            at += 1
    lines = node.span.text.split("\n")
    widths = [node.span.column - 1 + len(lines[0].rstrip()), *(len(line.rstrip()) for line in lines[1:])]
    return Anatomy(node.text, tuple(pieces), indent, len(lines), max(widths))


def _unescaped(code: str) -> str:
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else "\ufffd"
    return "" if "\n" in code else _ESCAPES.get(code, code)


def _of_block(node: Scalar, around: Surroundings) -> Anatomy:
    found = _HEADER.match(node.span.text)
    assert found is not None  # the parser has read it as one
    header = Header(found[1] or found[4] or "", found[2] or found[3] or "", found[5])
    body = node.span.text[found.end() :].removeprefix("\r").removeprefix("\n").split("\n")
    depth = _depth(body, node.text, around)
    indent = " " * depth
    stripped = node.text.rstrip()
    core, tail = stripped.lstrip("\n"), node.text[len(stripped) :]
    pieces: list[Piece] = []
    opening, written, above = "", "", ""
    width = 0
    for number, line in enumerate(body):
        bare = line.removesuffix("\r")
        end = "" if number == len(body) - 1 else line[len(bare) :] + "\n"
        if len(bare) <= depth and not bare.strip(" "):
            written += bare + end
            continue
        words = bare[depth:]
        if above:
            ends = written.count("\n")
            kept = node.style == "literal" or above[0] in " \t" or words[0] in " \t"
            pieces.append(Piece(written + indent, "\n" * ends if kept else "\n" * (ends - 1) or " "))
        else:
            opening = written + indent
        pieces += [Piece(character, character) for character in words]
        above, written = words, end
        width = max(width, len(bare))
    return Anatomy(
        core, tuple(pieces), indent, len(body), width, header,
        stripped[: len(stripped) - len(core)], tail, opening or indent,
    )  # fmt: skip


def _depth(body: list[str], value: str, around: Surroundings) -> int:
    """How far the lines of a block are indented: what its first line of words has in the file, and not in its value."""
    first, read = (next((line for line in lines if line.strip()), "") for lines in (body, value.split("\n")))
    if not read:
        return max(around.indentation, 0) + 2
    return len(first) - len(first.lstrip(" ")) - (len(read) - len(read.lstrip(" ")))


def offsets(node: Scalar) -> tuple[int, ...] | None:
    """Where each character of a scalar's value begins in the file, and where the last one ends. The white space that a
    block ends with is all at its end. None where the parts of the scalar do not come to its value."""
    parts = anatomy(node, Surroundings(-1, False))
    at = node.span.start
    out: list[int] = []
    if parts.header is not None:
        at = node.span.file.text.index("\n", at) + 1
        out += [at] * len(parts.lead)
        at += len(parts.opening)
    elif node.style != "plain":
        at += 1
    for piece in parts.pieces:
        out += [at] * len(piece.value)
        at += len(piece.written)
    out += [at] * (len(parts.tail) + 1)
    return tuple(out) if len(out) == len(node.text) + 1 else None
