"""One scalar with a new value, in its own style where that can hold it, else in the nearest that can."""

import re
from collections.abc import Iterator
from collections.abc import Sequence as AbcSequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias, assert_never

import msgspec
from msgspec.structs import replace

from briefgen.core.difference import Substitution, substitutions
from briefgen.core.source import SourceFile
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, Style, collections, quoted, resolve


class Surroundings(msgspec.Struct, frozen=True):
    """Where a scalar is."""

    indentation: int
    """Of the mapping or list around it that is written in lines; -1 for the root. Its own lines are further in."""
    flow: bool
    """Within brackets, where `,`, `]` and `}` end a text without quotes."""


def surroundings(root: Node) -> dict[int, tuple[Scalar, Surroundings]]:
    """Every scalar that is a value, by where it begins, each once, though an alias may repeat it."""
    return {node.span.start: (node, around) for node, around in _within(root, Surroundings(-1, False), set())}


def _within(node: Node, around: Surroundings, seen: set[int]) -> Iterator[tuple[Scalar, Surroundings]]:
    if isinstance(node, Scalar):
        yield node, around
        return
    if id(node) in seen:
        return
    seen.add(id(node))
    text, start = node.span.file.text, node.span.start
    flow = around.flow or text[start : start + 1] in ("{", "[")
    inside = around.indentation if flow else node.span.column - 1
    match node:
        case Mapping(entries=entries):
            for entry in entries:
                yield from _within(entry.value, Surroundings(inside, flow), seen)
        case Sequence(items=items):
            for item in items:
                yield from _within(item, Surroundings(inside, flow), seen)


def heads(root: Node) -> dict[int, int]:
    """Where each value begins → where what it belongs to begins: its key, or itself as an item of a list."""
    found = {root.span.start: root.span.start}
    for node in collections(root):
        match node:
            case Mapping(entries=entries):
                found |= {entry.value.span.start: entry.key.span.start for entry in reversed(entries)}
            case Sequence(items=items):
                found |= {item.span.start: item.span.start for item in items}
    return found


# How a scalar is put together: which of the characters in the file stand for which of its value.


class Piece(NamedTuple):
    """Some characters of the file, and what they come to in the value: one character, or a run of line ends."""

    written: str
    value: str


Pieces: TypeAlias = tuple[Piece, ...]


class Header(msgspec.Struct, frozen=True):
    """The first line of a block: `>2-  # why`."""

    indicator: str
    """How far its lines are indented, where that is given: `2`."""
    chomping: str
    """What becomes of the line ends after it: `-` none, `+` all, else one."""
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
    """The white space that the value of a block ends with, which is written after its span."""
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
    """The parts of a scalar. Where they do not come to its value, it has no pieces, and has to be rewritten."""
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
            breaks_stay = node.style == "literal" or above[0] in " \t" or words[0] in " \t"
            pieces.append(Piece(written + indent, "\n" * ends if breaks_stay else "\n" * (ends - 1) or " "))
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


# How words are written in each style of a scalar.

_SPACE = (" ", "\t", "")


class Spelling(msgspec.Struct, frozen=True):
    """The way in which one scalar is written."""

    style: Style
    line_end: str
    """Of its file: `\\n` or `\\r\\n`."""
    indent: str
    """Of its second and further lines."""
    lines: bool
    """Whether it may be on several lines; a text in double quotes that is on one writes `\\n`."""

    @property
    def block(self) -> bool:
        """Whether it is a block after `|` or `>`."""
        return self.style in ("literal", "folded")

    @property
    def wrapped(self) -> Piece:
        """A space as the end of a line."""
        return Piece(self.line_end + self.indent, " ")

    def letter(self, character: str) -> Piece:
        """One character of a line."""
        match self.style:
            case "single" if character == "'":
                return Piece("''", character)
            case "double" if character in '"\\' or not character.isprintable():
                return Piece(quoted(character)[1:-1], character)
            case _:
                return Piece(character, character)

    def line_ends(self, count: int, before: str, after: str) -> Piece:
        """Line ends of the value between two pieces of words; `before` is the line that ends."""
        value = "\n" * count
        spaced = before[-1:] in _SPACE or after[:1] in _SPACE
        if self.style == "double" and (spaced or not self.lines):
            return Piece("\\n" * count, value)
        if self.style == "literal" or (self.style == "folded" and (before[:1] in _SPACE or after[:1] in _SPACE)):
            return Piece(self.line_end * count + self.indent, value)
        return Piece(self.line_end * (count + 1) + self.indent, value)


# A new value put together from what is written already and, where words changed, from new characters.

_PARTS = re.compile(r"\n+|[^\n]+")


def woven(pieces: Pieces, old: str, new: str, spelling: Spelling, respelt: bool) -> list[Piece]:
    """The pieces of the new value; of words that stay, those of the old one, save that with `respelt`, in another style
    than theirs, their characters are rewritten."""
    out: list[Piece] = []
    index = at = 0

    def pieces_until(until: int) -> Iterator[Piece]:
        nonlocal index, at
        while index < len(pieces) and at < until:
            yield pieces[index]
            at += len(pieces[index].value)
            index += 1

    end = Substitution(len(old), len(old), len(new), len(new))
    for change in (*_sparing_line_ends(substitutions(old, new), old, pieces), end):
        out += (
            spelling.letter(piece.value) if respelt and "\n" not in piece.written else piece
            for piece in pieces_until(change.start)
        )
        for _ in pieces_until(change.end):
            pass
        out += _written(new, change.new_start, change.new_end, spelling)
    return out


def _sparing_line_ends(changes: list[Substitution], old: str, pieces: Pieces) -> Iterator[Substitution]:
    """Of the two spaces around a word that goes, the one at which a line ends stays."""
    ends = frozenset(
        at for at, piece in zip(accumulate((len(p.value) for p in pieces), initial=0), pieces, strict=False)
        if piece.value == " " != piece.written
    )  # fmt: skip
    for change in changes:
        first, last = change.start - 1, change.end - 1
        goes = change.new_start == change.new_end and old[first : change.start] == " "
        yield replace(change, start=first, end=last) if goes and last in ends and first not in ends else change


def _written(text: str, start: int, end: int, spelling: Spelling) -> Iterator[Piece]:
    for part in _PARTS.finditer(text, start, end):
        if part[0][0] == "\n":
            line = text[text.rfind("\n", 0, part.start()) + 1 : part.start()]
            yield spelling.line_ends(len(part[0]), line, text[part.end() : part.end() + 1])
        else:
            yield from map(spelling.letter, part[0])


def wrapped(pieces: AbcSequence[Piece], spelling: Spelling, column: int, width: int) -> list[Piece]:
    """The pieces with an end of line in the place of a space wherever a line would be wider. Lines that are not, stay
    as they are, so that of a long text only the lines that were touched are wrapped again."""
    out: list[Piece] = []
    break_at = -1
    spaced = spelling.block and pieces[:1] and pieces[0].value[:1] in (" ", "\t")
    for number, piece in enumerate(pieces):
        out.append(piece)
        if "\n" in piece.written:
            column, break_at = len(piece.written.rpartition("\n")[2]), -1
            if "\n" in piece.value:
                following = pieces[number + 1].value if number + 1 < len(pieces) else ""
                spaced = spelling.block and following in (" ", "\t")
            continue
        column += len(piece.written)
        if column > width and break_at >= 0:
            out[break_at] = spelling.wrapped
            column = len(spelling.indent) + sum(len(each.written) for each in out[break_at + 1 :])
            break_at = -1
        if piece.value == piece.written == " " and not spaced and _is_alone(pieces, number):
            break_at = len(out) - 1
    return out


def _is_alone(pieces: AbcSequence[Piece], number: int) -> bool:
    """Whether a space has a word on either side, so that a line can end in its place; the next line should not look as
    if it began an item of a list, or a comment."""
    if not 0 < number < len(pieces) - 1:
        return False
    before, after = pieces[number - 1], pieces[number + 1]
    if before.value.isspace() or not before.value or after.value.isspace() or not after.value:
        return False
    return after.written not in ("#", "-", "+", "*", ">", "|", "?", "%", "@", "`", "\\")


# One scalar with a new value: in its own style where that can hold it, else in the nearest that can.
#
# | written so far | then, in this order | | --- | --- | | plain | in double quotes; in single ones first where
# the value has `"` or `\`: so do the hints of `check` advise | | in single quotes | in double quotes | | after
# `>` or `|` | in double quotes: what one of them cannot hold, the other cannot either | | in double quotes |
# they can write whatever may be in a file |
#
# Each way is tried on the parser itself, in the surroundings of the scalar, and taken only if it reads as the
# new value.

_REST_OF_LINE = re.compile(r"[^\n]*(?:\n|\Z)(?:[ \t\r]*\n)*(?:[ \t]*\Z)?")
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
    """The words of a block, and how its header treats the line ends after it: as so far, or as the value needs it."""
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
        found = _REST_OF_LINE.match(file, node.span.end)
        remainder = found[0] if found else ""
        text = f"{pad}k: {tag}{way}{remainder}" + (f"{pad}z: z\n" if remainder.endswith("\n") else "")
        if around.indentation < 0:
            text = f"{tag}{way}{remainder}"
    read, faults = parse(SourceFile("", text))
    for _ in range(0 if around.indentation < 0 and not around.flow else 2 if around.flow else 1):
        read = _first(read)
    if not isinstance(read, Scalar) or read.text != value or any(fault.severity == "error" for fault in faults):
        return False
    return _kind(read) in ("text", _kind(node)) or read.tagged


def _first(node: Node | None) -> Node | None:
    """The first value of a mapping that has nothing unexpected after it."""
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
