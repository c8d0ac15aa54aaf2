"""Files that people wrote, and places in them.

Positions are counted in characters (Unicode code points) of the file's text after a byte order mark, from 0;
lines and columns, as people and editors count them, from 1.
"""

from bisect import bisect_right

import msgspec


class SourceFile(msgspec.Struct, frozen=True, eq=False):
    """The text of one file, under the name by which messages call it."""

    name: str
    text: str
    _starts: list[int] = msgspec.field(default_factory=list)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.append(0)
            find, at = self.text.find, 0
            while (at := find("\n", at)) >= 0:
                at += 1
                self._starts.append(at)
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; empty past the last line."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


class Span(msgspec.Struct, frozen=True):
    """A half-open range of characters in a file."""

    file: SourceFile
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line on which the span begins, from 1."""
        return self.file.line_column(self.start)[0]

    @property
    def column(self) -> int:
        """The column at which the span begins, from 1."""
        return self.file.line_column(self.start)[1]

    @property
    def text(self) -> str:
        """The characters that the span covers."""
        return self.file.text[self.start : self.end]
