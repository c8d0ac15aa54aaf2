"""A complaint of the YAML library with the lines around it, for whoever looks for the mistake behind it."""

import re

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.source import SourceFile, Span
from briefgen.yamltree.nodes import Scalar

_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
TIGHT_COLON = re.compile(r"[ ]*(?:-[ ]+)*[A-Za-z_][\w-]*(:)(?![ /]|$)")


class SyntaxFault(msgspec.Struct, frozen=True):
    """A complaint of the library: its words in lower case, where it stopped, and where the thing began."""

    problem: str
    context: str
    at: int
    began: int


class Scene(msgspec.Struct, frozen=True):
    """A complaint with what lies around it."""

    source: SourceFile
    fault: SyntaxFault
    last: Scalar | None
    """The scalar read last."""

    @property
    def char(self) -> str:
        """The character at which the library stopped."""
        return self.source.text[self.fault.at : self.fault.at + 1]

    def span(self, start: int, end: int | None = None) -> Span:
        """A span of this file, of one character where no end is given."""
        return Span(self.source, start, start + 1 if end is None else end)

    def line_of(self, at: int) -> tuple[int, str]:
        """Where the line of an offset begins, and its text."""
        number, column = self.source.line_column(at)
        return at - column + 1, self.source.line(number)

    def column(self, at: int) -> int:
        """How far the line of an offset is indented."""
        return _indent(self.line_of(at)[1])

    def line_above(self, at: int) -> tuple[int, str]:
        """The nearest line above that holds more than a comment; (-1, "") if there is none."""
        text, start = self.source.text, self.line_of(at)[0]
        while start > 0:
            end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
            line = text[start:end].rstrip("\r")
            if line.strip() and not line.lstrip().startswith("#"):
                return start, line
        return -1, ""

    def stands_out(self, start: int, indentation: int) -> bool:
        """Whether the line that begins at an offset is indented less than the lines before and behind it: as the line
        behind it is, so is the nearest `key: value` or item before it."""
        _, line = self.line_of(start)
        _, before = self.line_above(start)
        dashes = _DASHES.match(before)
        return _indent(line) < indentation and ": " in line and dashes is not None and dashes.end() == indentation

    def value_on(self, at: int) -> tuple[int, str, str]:
        """On the line of an offset: where its value begins, the value, and what stands before it."""
        start, line = self.line_of(at)
        column = _after_key(line)
        return start + column, line[column:].rstrip(), line[:column]

    def goes_on(self, at: int) -> bool:
        """Whether the text on the line of an offset continues, indented, on the next one."""
        number = self.source.line_column(at)[0]
        here, below = self.source.line(number), self.source.line(number + 1)
        return bool(below.strip()) and _indent(below) > _indent(here) and not TIGHT_COLON.match(below)


def plainly(scene: Scene) -> Diagnostic:
    """The complaint in the words of the library, where nobody knows the mistake behind it."""
    words = " ".join(f"{scene.fault.context} {scene.fault.problem}".split())
    return error(
        "yaml-syntax",
        f"This is not YAML: {words}.",
        scene.span(scene.fault.at),
        "Put a text with special characters in quotes, or after `>` on lines of its own.",
    )


def cut(text: str) -> str:
    """The beginning of a text that is too long to be shown."""
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _after_key(line: str) -> int:
    """Where the value begins on a line: after indentation, dashes, and a key with its colon. In linear time."""
    dashes = _DASHES.match(line)
    at = dashes.end() if dashes else 0
    first = line[at : at + 1]
    if first in ("[", "{", "&", "*", "!", "|", ">", "#", ""):
        return at
    from_here = line.find(first, at + 1) + 1 if first in ('"', "'") else at
    colon = (line + " ").find(": ", from_here)
    if colon < 0 or (first in ('"', "'") and line[from_here:colon].strip(" ")):
        return at
    return len(line) - len(line[colon + 1 :].lstrip(" "))
