"""The text of a source: its lines and pages, and where it says something."""

import hashlib

import msgspec

from briefgen.evidence.normalise import Normal, normalise
from briefgen.source import SourceFile

PAGE_BREAK = "\f"
"""U+000C ends each page of a text that has pages, as other programs that take text out of a PDF write it."""


class SourceText(msgspec.Struct, frozen=True):
    """The text of one source, line ends as LF."""

    file: SourceFile
    sha256: str
    normal: Normal

    @property
    def text(self) -> str:
        """The words."""
        return self.file.text

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return self.file.line_column(offset)[0]

    def page(self, offset: int) -> int:
        """The page of an offset, from 1; 0 where the text has no pages."""
        return self.text.count(PAGE_BREAK, 0, offset) + 1 if PAGE_BREAK in self.text else 0

    def where(self, offset: int) -> str:
        """As evidence names a place for its readers: `12` on paper, else `line 4`."""
        page = self.page(offset)
        return str(page) if page else f"line {self.line(offset)}"


def source_text(name: str, text: str) -> SourceText:
    """The text under the name of its file."""
    text = line_feeds(text)
    return SourceText(SourceFile(name, text), sha256(text), normalise(text))


def line_feeds(text: str) -> str:
    """The text with all line ends as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sha256(text: str) -> str:
    """The hash of a text with line ends as LF, in UTF-8."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
