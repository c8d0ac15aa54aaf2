"""Problems as values: a stage returns them with its result, and the command line prints them."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from briefgen.core.source import Span

Severity = Literal["error", "warning", "info"]
"""`error`: no brief is written. `warning`: a brief is written, unless `--strict` is given. `info`: for information."""


class Diagnostic(msgspec.Struct, frozen=True):
    """One problem: what is wrong, where, and how to fix it.

    `briefgen explain` prints the explanation of its `code`. A problem without a `span`, such as a folder without a
    scenario, has the name of its `file` only.
    """

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    file: str = ""
    waived: str = ""
    """The author's reason why it does not apply here; such a problem is an `info`."""

    @property
    def where(self) -> str:
        """The name of the file that the problem is in, or an empty string."""
        return self.span.file.name if self.span else self.file


class Place(msgspec.Struct, frozen=True, tag=True):
    """A range of a field of prose, in characters."""

    start: int
    end: int
    paragraph: int | None = None
    """The paragraph or list item, from 0, in whose text the offsets count, without note marks. None: they count in the
    Markdown of the field."""


class Pointers(msgspec.Struct, frozen=True, tag=True):
    """The citations of one fact, or the links to one anchor, in a field of prose."""

    to: str
    """`@fact` or `#anchor`."""
    number: int | None = None
    """Which of them, from 0. None: all of them."""


class Finding(msgspec.Struct, frozen=True):
    """A problem at a path of the scenario. It becomes a Diagnostic where the files and lines of paths are known."""

    code: str
    path: str
    """Of the field: `options.assessment-team.summary.en`."""
    message: str
    hint: str = ""
    place: Place | Pointers | None = None
    """The words of the field that it is about. None: the whole field."""
    severity: Severity = "error"
    waived: str = ""
    """The author's reason why it does not apply."""
    presumes: tuple[str, ...] = ()
    """Paths that must have been read completely for this to be true: a list, since the fact that a citation seems to
    lack may be in a file that could not be read; or a field, since a field that could not be read is not missing."""


def error(code: str, message: str, span: Span | None = None, hint: str = "", file: str = "") -> Diagnostic:
    """An error."""
    return Diagnostic("error", code, message, span, hint, file)


def warning(code: str, message: str, span: Span | None = None, hint: str = "", file: str = "") -> Diagnostic:
    """A warning."""
    return Diagnostic("warning", code, message, span, hint, file)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, position, code and message, without duplicates."""
    first: dict[tuple[str, int, int, str, str], Diagnostic] = {}
    for item in diagnostics:
        first.setdefault(_key(item), item)
    return [first[key] for key in sorted(first)]


def _key(d: Diagnostic) -> tuple[str, int, int, str, str]:
    start, end = (d.span.start, d.span.end) if d.span else (-1, -1)
    return d.where, start, end, d.code, d.message
