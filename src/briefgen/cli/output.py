"""Output for people and programs: diagnostics as text and JSON, aligned columns, CSV, and exit codes."""

import csv
import io
import json
import os
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import click

from briefgen.commands.paper import Readers
from briefgen.core.diagnostic import Diagnostic, Severity
from briefgen.core.source import Span
from briefgen.document import plain
from briefgen.exhibits import Words
from briefgen.io.names import printed

COULD_NOT_RUN = frozenset({
    "missing-file", "no-scenario", "no-permission", "unreadable-file", "unwritable-file", "not-a-file", "not-a-folder",
    "broken-link", "disk-full", "edited-output", "changed-meanwhile", "unknown-template", "unknown-option",
    "option-wanted", "brief-not-made", "unknown-theme", "unknown-language", "unknown-code", "not-empty", "same-output",
    "no-git", "unknown-revision", "revision-too-large", "not-a-brief", "attachment-refused", "other-version",
    "not-a-site", "other-site", "folder-busy",
    "foreign-docx", "changes-not-settled", "option-for-scenarios",
    "not-a-translation",
})  # fmt: skip
"""Codes of what kept briefgen from running at all, when they are about what was named on the command line."""


def exit_code(diagnostics: Iterable[Diagnostic], strict: bool = False) -> int:
    """The exit code that goes with some diagnostics."""
    found = list(diagnostics)
    if any(item.severity == "error" and item.code in COULD_NOT_RUN and item.span is None for item in found):
        return 2
    bad = ("error", "warning") if strict else ("error",)
    return int(any(item.severity in bad for item in found))


# Diagnostics as lines for a person: the place, what is wrong, the line itself with a caret, what to do.

WIDTH = 100
"""Columns of a source line that are shown; a longer line is cut around the place."""

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints diagnostics on standard error, in colour where a terminal watches and NO_COLOR is not set."""
    colour = False if os.environ.get("NO_COLOR") else None  # None: where a terminal watches (https://no-color.org)
    for diagnostic in diagnostics:
        if diagnostic.waived:
            continue  # the author knows of it
        for line in lines(diagnostic):
            click.echo(line, err=True, color=colour)


def lines(diagnostic: Diagnostic) -> list[str]:
    """One diagnostic."""
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
    """The line, and below it carets under what the message is about."""
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
    """Text that cannot command a terminal: control and bidi characters shown by their code."""
    return "".join(
        "    "
        if c == "\t"
        else c
        if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else f"\\u{ord(c):04x}"
        for c in text
    )


def columns(text: str) -> int:
    """How wide a terminal shows it: wide East Asian characters take two columns, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


# Diagnostics as JSON, for programs.


def json_dumps(diagnostics: Iterable[Diagnostic]) -> str:
    """One object with a list `diagnostics` of `{severity, code, file, line, column, message, hint}`; line and column
    are null where a problem has no place in a file. One that the author waived has the reason as `waived`."""
    return json.dumps(
        {"diagnostics": as_objects(diagnostics)},
        ensure_ascii=True,  # so that no control or bidi character reaches a terminal
        indent=1,
    )


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[dict[str, str | int | None]]:
    """Each diagnostic as what JSON has for it."""
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


# Columns of text that stand under each other, whatever the width of their characters.

GAP = "  "


def aligned(rows: Sequence[Sequence[str]], sides: Sequence[Literal["left", "right"]]) -> list[str]:
    """Rows as lines; `sides` says on which side each column is flush, and the last of them holds for the rest."""
    if not rows:
        return []
    widths = [max(columns(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows)))]
    lines = []
    for row in rows:
        cells = []
        for at, cell in enumerate(row):
            space = " " * (widths[at] - columns(cell))
            cells.append(space + cell if sides[min(at, len(sides) - 1)] == "right" else cell + space)
        lines.append(GAP.join(cells).rstrip())
    return lines


# Tables as CSV (RFC 4180), for programs and spreadsheets.

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet would work out, or send somewhere
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def csv_dumps(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header row and the rows, line ends as CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


def neutral(cell: str) -> str:
    """A cell that is words to every spreadsheet: an apostrophe stands before what could be a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


# The audience that output on a terminal is for, if it is for one.

_ = str  # marks interface messages; they are translated where they are shown


def readership(readers: Readers, words: Words, width: int) -> Iterator[str]:
    """The audience of the lines below, and that figures were recomputed for it; nothing if none was."""
    if not readers.recomputed:
        return
    text = words.locale.text
    made = _("Made for one audience: {name}. Tables, counts and figures are computed only from what this paper shows.")
    said = text(made).format(name=plain(words.label(readers.name)))
    if readers.recomputed == "weights":
        kept = _("The weights of its criteria keep the proportions that the authors gave them, and add up to 100.")
        said += " " + text(kept)
    yield from textwrap.wrap(said, width, break_on_hyphens=False)
