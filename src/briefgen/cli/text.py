"""Diagnostics as lines for a person: the place, what is wrong, the line itself with a caret, what to do."""

import os
import unicodedata
from collections.abc import Iterable

import click

from briefgen.diagnostic import Diagnostic, Severity
from briefgen.source import Span
from briefgen.world.names import printed

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


def summary(diagnostics: Iterable[Diagnostic]) -> str:
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
