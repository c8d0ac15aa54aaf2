"""Output for people and programs: diagnostics, tables, progress, bugs, and exit codes."""

import csv
import io
import json
import os
import re
import sys
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from shutil import get_terminal_size
from types import TracebackType
from typing import Literal, Self, TextIO

import click

from briefgen.core.diagnostic import Diagnostic, Severity
from briefgen.core.source import Span
from briefgen.io.names import printable, printed

COULD_NOT_RUN = frozenset({
    "missing-file", "no-scenario", "no-permission", "unreadable-file", "unwritable-file", "not-a-file", "not-a-folder",
    "broken-link", "disk-full", "edited-output", "changed-meanwhile", "unknown-template", "unknown-option",
    "option-wanted", "brief-not-made", "unknown-theme", "unknown-language", "unknown-code", "not-empty", "same-output",
    "no-git", "unknown-revision", "revision-too-large", "not-a-brief", "attachment-refused", "other-version",
    "not-a-site", "other-site", "folder-busy",
    "foreign-docx", "changes-not-settled", "option-for-scenarios",
    "not-a-translation",
})  # fmt: skip
"""Codes that mean that briefgen could not run, if they are about the command line, not about a place in a file."""


def exit_code(diagnostics: Iterable[Diagnostic], strict: bool = False) -> int:
    """The exit code for some diagnostics: 0, 1 for errors, or 2 if briefgen could not run."""
    found = list(diagnostics)
    if any(item.severity == "error" and item.code in COULD_NOT_RUN and item.span is None for item in found):
        return 2
    bad = ("error", "warning") if strict else ("error",)
    return int(any(item.severity in bad for item in found))


# Diagnostics as text: location, message, the line itself with carets, hint.

WIDTH = 100
"""Columns of a source line that are shown; a longer line is cut around the location."""

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints diagnostics on standard error, in colour on a terminal unless NO_COLOR is set."""
    colour = False if os.environ.get("NO_COLOR") else None  # None: on a terminal (https://no-color.org)
    for diagnostic in diagnostics:
        if diagnostic.waived:
            continue
        for line in lines(diagnostic):
            click.echo(line, err=True, color=colour)


def lines(diagnostic: Diagnostic) -> list[str]:
    """The lines of one diagnostic."""
    place = _printable(printed(diagnostic.where))
    if diagnostic.span:
        place += f":{diagnostic.span.line}:{diagnostic.span.column}"
    severity = click.style(diagnostic.severity, fg=_COLOURS[diagnostic.severity], bold=True)
    code = click.style(f"[{diagnostic.code}]", dim=True)
    out = [f"{place}{': ' if place else ''}{severity}: {_printable(diagnostic.message)} {code}"]
    if diagnostic.span and diagnostic.span.file.text:
        out += excerpt(diagnostic.span)
    if diagnostic.hint:
        out.append("    " + _printable(diagnostic.hint))
    return out


def diagnostics_summary(diagnostics: Iterable[Diagnostic]) -> str:
    """“2 errors, 1 warning, 3 waived”."""
    counts = {"error": 0, "warning": 0, "info": 0, "waived": 0}
    for diagnostic in diagnostics:
        counts["waived" if diagnostic.waived else diagnostic.severity] += 1
    parts = [f"{n} {name}{'s' if n != 1 and name in ('error', 'warning') else ''}" for name, n in counts.items() if n]
    return ", ".join(parts) or "no problems"


def excerpt(span: Span) -> list[str]:
    """The line, with carets under what the message is about."""
    line = span.file.line(span.line)
    start = span.column - 1
    length = max(1, min(span.end - span.start, len(line) - start))
    cut = 0
    if len(line) > WIDTH and start > WIDTH // 2:
        cut = start - WIDTH // 3
    shown = line[cut : cut + WIDTH]
    length = min(length, max(1, len(shown) - (start - cut)))
    before = ("… " if cut else "") + _printable(shown[: start - cut])
    rest = _printable(shown[start - cut :]) + (" …" if len(line) > cut + WIDTH else "")
    number = f"{span.line:>4} │ "
    under = " " * columns(before) + "^" * max(1, columns(_printable(shown[start - cut : start - cut + length])))
    return [number + before + rest, "     │ " + under]


def _printable(text: str) -> str:
    """Text that is safe on a terminal: control and bidi characters are replaced by their codes."""
    return "".join(
        "    "
        if c == "\t"
        else c
        if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else f"\\u{ord(c):04x}"
        for c in text
    )


def columns(text: str) -> int:
    """Its width on a terminal: wide East Asian characters take two columns, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


# Diagnostics as JSON, for programs.


def json_dumps(diagnostics: Iterable[Diagnostic]) -> str:
    """One object with a list `diagnostics` of `{severity, code, file, line, column, message, hint}`; line and column
    are null without a location in a file. A waived diagnostic has the reason as `waived`."""
    return as_json({"diagnostics": as_objects(diagnostics)})


def as_json(value: object) -> str:
    """JSON in ASCII, so that no control or bidi character reaches a terminal."""
    return json.dumps(value, ensure_ascii=True, indent=1)


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[dict[str, str | int | None]]:
    """Diagnostics as JSON objects."""
    return [
        {
            "severity": item.severity,
            "code": item.code,
            "file": item.where,
            "line": item.span.line if item.span else None,
            "column": item.span.column if item.span else None,
            "message": item.message,
            "hint": item.hint,
        }
        | ({"waived": item.waived} if item.waived else {})
        for item in diagnostics
    ]


# Tables: aligned columns for people, CSV (RFC 4180) and rows of JSON for programs.

GAP = "  "

Side = Literal["left", "right"]

_NO_BREAK_SPACES = {0xA0: " ", 0x202F: " "}
"""They are not visible as spaces on every terminal."""
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
"""The start of a cell that a spreadsheet would evaluate (https://owasp.org/www-community/attacks/CSV_Injection)."""


class Table:
    """Rows of cells. `head`: the names of the columns, for CSV and JSON."""

    def __init__(self, rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> None:
        self.rows = list(rows)
        self.head = head

    def lines(self, *sides: Side) -> list[str]:
        """The rows as aligned columns. `sides`: the alignment of each column; the last one is for the others too."""
        widths = [
            max(columns(row[at]) for row in self.rows if at < len(row))
            for at in range(max(map(len, self.rows), default=0))
        ]
        sides = sides or ("left",)
        out = []
        for row in self.rows:
            cells = []
            for at, cell in enumerate(row):
                space = " " * (widths[at] - columns(cell))
                cells.append(space + cell if sides[min(at, len(sides) - 1)] == "right" else cell + space)
            out.append(GAP.join(cells).rstrip())
        return out

    def csv(self) -> str:
        """A header row and the rows, with CRLF at the end of lines."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.head)
        writer.writerows([neutral(cell) for cell in row] for row in self.rows)
        return out.getvalue()

    def objects(self) -> list[dict[str, str]]:
        """Each row as a JSON object."""
        return [dict(zip(self.head, row, strict=True)) for row in self.rows]


def neutral(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet could take for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def for_terminal(lines: Iterable[str]) -> list[str]:
    """Lines with plain spaces, and without characters that cannot be printed."""
    return [printable(line.translate(_NO_BREAK_SPACES)) for line in lines]


# Progress.

DELAY = 0.5
"""Seconds before the first line of progress."""


class Progress:
    """A line of progress on a terminal: `with Progress(len(files)) as progress`.

    Nothing is shown for a single scenario, without a terminal, or on one that cannot rewrite its line (TERM=dumb). The
    line has no colours and no escape sequences."""

    def __init__(
        self, scenarios: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._scenarios = scenarios
        self._stream = stream or sys.stderr
        self._clock = clock
        self._due = clock() + DELAY
        self._enabled = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._number = 0
        self._name = ""
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        self.clear()

    def begin(self, name: str) -> None:
        """Shows the next scenario."""
        self.at(self._number + 1, [name])

    def at(self, number: int, names: Sequence[str], of: int | None = None) -> None:
        """Shows what is in progress and the number of the last of these; `of`: how many there are, if that changed."""
        self._number = number
        self._name = ", ".join(names)
        if of is not None:
            self._scenarios = of
        self.step("")

    def step(self, what: str) -> None:
        """Shows what is being made of the scenario: a format."""
        if self._enabled and self._scenarios > 1 and self._clock() >= self._due:
            line = f"{self._number} of {self._scenarios}: {self._name}{' → ' if what else ''}{what}"
            line = _cut(line, get_terminal_size().columns - 1)
            self._write(line)

    def clear(self) -> None:
        """Removes the line, so that something else can be printed."""
        if self._shown:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _write(self, line: str) -> None:
        """Replaces the line before."""
        width = columns(line)
        self._stream.write("\r" + line + " " * (self._shown - width))
        self._stream.flush()
        self._shown = width


def _cut(line: str, width: int) -> str:
    while columns(line) > width:
        line = line[:-2] + "…"
    return line


# Bugs.


def bug_report(fault: Exception) -> str:
    """Two lines about a bug, or a traceback if the variable BRIEFGEN_DEBUG is set."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        return "".join(traceback.format_exception(fault))
    return f"briefgen: {describe_bug(fault)}.\nPlease report it, with what BRIEFGEN_DEBUG=1 shows."


def describe_bug(fault: Exception) -> str:
    """The exception and where it was raised, without any text of the scenario."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{os.path.basename(os.path.dirname(last.filename))}/{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119, PTH120
    return f"a bug in briefgen, not a problem in your files: {type(fault).__name__} at {place}"


def bug_in_worker(fault: Exception) -> str:
    """A line about a bug in one of several briefs; prints a traceback if BRIEFGEN_DEBUG is set."""
    if os.environ.get("BRIEFGEN_DEBUG"):
        traceback.print_exception(fault)
    return describe_bug(fault)
