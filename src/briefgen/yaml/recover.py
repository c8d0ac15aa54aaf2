"""Cuts the block that holds a syntax error out of a YAML text, so that the rest of the file can be read.

A cut leaves `key:` or `-` with nothing after it and replaces the rest of the block with spaces, so that every other
character keeps its place. Blocks are found by indentation alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

MARKER = "\ufdd3"
"""A key where a cut leaves no word to serve as one; no file holds this character."""

_DASHES = re.compile(r"[ ]*((?:-[ ]+)*(?:-$)?)")
_COLON = re.compile(r":(?=[ \t\r]|$)")
_KEY = re.compile(r"[ ]*(?:-[ ]*)*([a-z][a-z0-9_-]*)[ ]*[:=]")
"""What seems to be a key, although it may lack a space or a colon."""
_WORD = re.compile(r"[ \t\u00a0]*(?:-[ ]*)*([A-Za-z][\w-]*)")
_NO_CONTENT = re.compile(r"[ ]*(?://|/\*|<!--|%|;|--[ ]|\.\.\.$|[-=_*~.+]{4,}[ ]*$)")
"""Remarks of other languages, and lines of dashes: nothing is lost with them."""
_CLOSING = re.compile(r"[ ]*[\]}][\]}, ]*(?:#.*)?$")
_BLOCK_TEXT = re.compile(r":[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")
_CONFLICT = ("<<<<<<< ", ">>>>>>> ")


class Cut(msgspec.Struct, frozen=True):
    """A part of a text, and what to put in its place."""

    start: int
    """Where the first line of the block begins."""
    end: int
    instead: str
    """Of the same length."""
    empty: int
    """Where the empty value is that stands for what was cut; -1 where nothing was lost."""
    reach: int = -1
    """Where it is not certain which of the blocks around the cut has lost something: those from this column on may
    have. -1: it is certain."""

    def of(self, text: str) -> str:
        """The text with this cut."""
        return text[: self.start] + self.instead + text[self.end :]


class _Column(msgspec.Struct, frozen=True):
    """A column in which an item or a key of an enclosing block begins."""

    at: int
    item: bool
    line: int


def cuts(text: str, *mistakes: int) -> Iterator[Cut]:
    """Cuts that may remove a mistake, the smallest first. `mistakes`: where it may be, the likeliest place first."""
    lines = _Lines(text)
    for number in dict.fromkeys(lines.number(at) for at in mistakes):
        yield from lines.cuts(number)
    yield from lines.rest(lines.number(max(mistakes)))


class _Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def number(self, at: int) -> int:
        """The line of an offset; the last one with content where the text ends there."""
        line = min(bisect_right(self.starts, at), len(self.lines)) - 1
        while line and not self.lines[line].strip():
            line -= 1
        return line

    def cuts(self, number: int) -> Iterator[Cut]:
        """Cuts of the block that begins on a line, then of those around it."""
        line = self.lines[number]
        if _NO_CONTENT.match(line):
            yield Cut(self.starts[number], self.starts[number] + len(line), " " * len(line), -1)
            return
        above = self.columns(number)
        if line.startswith(_CONFLICT[0]):
            last = next((n for n in range(number, len(self.lines)) if self.lines[n].startswith(_CONFLICT[1])), number)
            for column in above or (_Column(0, False, number),):
                yield from self.marked(number, column, last)
            return
        if above and is_text(line):  # it may belong to the text above, which is then not whole either
            for cut in self.valued(above[0].line, self.last_text(number)):
                yield msgspec.structs.replace(cut, reach=self.reach(number))
        if not above or not is_text(line) or _BLOCK_TEXT.search(self.lines[above[0].line]) is None:
            yield from self.valued(number)
            own = _Column(_indentation(line), False, number)
            for column in sorted({*above, own}, key=lambda each: -each.at):
                yield from self.marked(number, column, self.last_text(number) if is_text(line) else number)
        for column in above:
            yield from self.valued(column.line, number)

    def rest(self, number: int) -> Iterator[Cut]:
        """Cuts of all that follows, from the outermost block that holds a line."""
        for column in self.columns(number)[-1:]:
            yield from self.valued(column.line, len(self.lines) - 1)
        yield from self.marked(0, _Column(0, False, 0), len(self.lines) - 1)

    def columns(self, number: int) -> Sequence[_Column]:
        """Where the blocks begin in which a line may be, the innermost first."""
        out: list[_Column] = []
        limit = len(self.text)
        for above in range(number - 1, -1, -1):
            line = self.lines[above]
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            for at, item in reversed(_heads(line)):
                if at < limit or (at == limit and not item and out and out[-1].item):
                    out.append(_Column(at, item, above))
                    limit = at
            if limit == 0 and (not out[-1].item or not line.startswith(" ")):
                break
        return out

    def value_below(self, number: int) -> str:
        """The next line, where a line ends with its key, so that the lines below should be its value."""
        line = self.lines[number]
        heads = _heads(line)
        if not heads or line[_after_key(line, heads[-1][0]) :].lstrip()[:1] not in ("", "#"):
            return ""
        return next((below for below in self.lines[number + 1 :] if below.strip()), "")

    def reach(self, number: int) -> int:
        """The column of the outermost block to which a line may belong."""
        indentation = _indentation(self.lines[number])
        if below := self.value_below(number):
            indentation = min(indentation, _indentation(below) - 1)
        return next((column.at for column in self.columns(number) if column.at <= indentation), 0)

    def last_text(self, number: int) -> int:
        """The last of the lines of text that follow each other from a line on."""
        while number + 1 < len(self.lines) and self.lines[number + 1].strip() and is_text(self.lines[number + 1]):
            number += 1
        return number

    def valued(self, number: int, last: int = -1) -> Iterator[Cut]:
        """A cut of what follows the key, or the dash, on a line and on those that belong to it."""
        line = self.lines[number]
        heads = _heads(line)
        if heads:
            column, item = heads[-1]
            yield self.cut(number, column, last, line[: column + 1 if item else _after_key(line, column)])

    def marked(self, number: int, column: _Column, last: int) -> Iterator[Cut]:
        """A cut of a whole block that leaves a key, or a dash, in a column."""
        word = _WORD.match(self.lines[number])
        if below := self.value_below(number):
            deeper = _indentation(below) - column.at
            if deeper < 0 or (deeper == 0 and (column.item or not below.lstrip().startswith("- "))):
                return  # the lines below, which are its value, are indented more
        for key in ("-",) if column.item else (f"{word[1]}:" if word else "", f"{MARKER}:"):
            if key and column.at + len(key) <= len(self.lines[number].rstrip("\r")):
                made = self.cut(number, column.at, last, " " * column.at + key)
                moved = column.at != _indentation(self.lines[number])
                yield msgspec.structs.replace(made, reach=self.reach(number)) if moved else made
                return

    def cut(self, number: int, column: int, last: int, head: str) -> Cut:
        """A cut that leaves `head` of a line, with the lines below that are indented more than a column."""
        last = max(last, number)
        end = last + 1
        for below in range(end, len(self.lines)):
            line = self.lines[below]
            if not line.strip():
                continue
            in_list = head.endswith(":") and line.startswith(" " * column + "- ") and column <= len(line)
            if _indentation(line) <= column and not in_list and not _CLOSING.match(line):
                break
            last, end = below, below + 1
        start, stop = self.starts[number], self.starts[last] + len(self.lines[last])
        blank = re.sub(r"[^\n]", " ", self.text[start + len(head) : stop])
        return Cut(start, stop, head + blank, start + len(head))


def is_text(line: str) -> bool:
    """Whether a line seems to have neither a dash nor a key, which is one word."""
    heads = _heads(line)
    words = line[heads[-1][0] : _after_key(line, heads[-1][0])].split() if heads else []
    return (not heads or len(words) > 1) and not _KEY.match(line) and not line.lstrip().startswith("-")


def _heads(line: str) -> list[tuple[int, bool]]:
    """The columns of the dashes and of the key with which a line begins; whether each is a dash."""
    dashes = _DASHES.match(line)
    assert dashes is not None
    out = [(dashes.start(1) + at, True) for at, sign in enumerate(dashes[1]) if sign == "-"]
    return [*out, (dashes.end(), False)] if _after_key(line, dashes.end()) else out


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _after_key(line: str, start: int) -> int:
    """Where a key that begins at an offset of a line ends with its colon; 0 where there is none."""
    first = line[start : start + 1]
    if not first or first in "#&*!|>%@`{[]}":
        return 0
    inside = line.find(first, start + 1) if first in ("'", '"') else start
    colon = _COLON.search(line, inside) if inside >= start else None
    if colon is None or " #" in line[start : colon.start()]:
        return 0
    return 0 if inside > start and line[inside + 1 : colon.start()].strip() else colon.end()
