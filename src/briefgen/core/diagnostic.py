"""Problems as values: they travel beside the data and are shown at the edge."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from briefgen.core.source import Span

Severity = Literal["error", "warning", "info"]
"""`error`: no brief is made. `warning`: a brief is made; `--strict` refuses it. `info`: worth knowing."""


class Diagnostic(msgspec.Struct, frozen=True):
    """One problem: what is wrong, where, and what to do about it.

    `code` names the fault in words (`unknown-fact`); its page is shown by `briefgen explain`. `span` is the place in a
    file; where there is none (a folder without a scenario), `file` alone says what the message is about.
    """

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    file: str = ""
    waived: str = ""
    """Why it does not apply here, where the author says so; it is then no more than a remark."""

    @property
    def where(self) -> str:
        """The name of the file that the problem is in, or an empty string."""
        return self.span.file.name if self.span else self.file


class Place(msgspec.Struct, frozen=True, tag=True):
    """A range of a field of prose, in characters."""

    start: int
    end: int
    paragraph: int | None = None
    """The paragraph or list item, from 0, in whose words the offsets count, note marks left out. None: they count in
    the Markdown of the field."""


class Pointers(msgspec.Struct, frozen=True, tag=True):
    """The citations or links of a field of prose that name one thing."""

    to: str
    """`@fact` or `#anchor`."""
    number: int | None = None
    """Which of them, from 0. None: all, each by itself."""


class Finding(msgspec.Struct, frozen=True):
    """A problem in what an author wrote, told by path: whoever finds it does not know the file. Where the places of
    paths are known, a Diagnostic is made of it."""

    code: str
    path: str
    """Of the field: `options.assessment-team.summary.en`."""
    message: str
    hint: str = ""
    place: Place | Pointers | None = None
    """The words of the field that it is about; None: the whole field."""
    severity: Severity = "error"
    waived: str = ""
    """Why it does not apply, where the author says so."""
    presumes: tuple[str, ...] = ()
    """Paths of what must have been read whole for this to be true. A top-level list: a citation of a fact whose file
    could not be read is not a citation of an unknown fact. Or a field: what cannot be read is not missing."""


class Failure(Exception):  # noqa: N818  (it is not a fault of the program)
    """A step that cannot go on, with the diagnostics that say why. Raised at the edge (files, command line) only."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(d.message for d in diagnostics))
        self.diagnostics = diagnostics


def error(code: str, message: str, span: Span | None = None, hint: str = "", file: str = "") -> Diagnostic:
    """An error."""
    return Diagnostic("error", code, message, span, hint, file)


def warning(code: str, message: str, span: Span | None = None, hint: str = "", file: str = "") -> Diagnostic:
    """A warning."""
    return Diagnostic("warning", code, message, span, hint, file)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, then by place, then by code; each once."""
    seen: set[tuple[str, int, int, str, str]] = set()
    out = []
    for item in sorted(diagnostics, key=_key):
        key = _key(item)
        if key not in seen:
            seen.add(key)
            out.append(item)
    return out


def _key(d: Diagnostic) -> tuple[str, int, int, str, str]:
    start, end = (d.span.start, d.span.end) if d.span else (-1, -1)
    return d.where, start, end, d.code, d.message
