"""Diagnostics as workflow commands of GitHub Actions: annotations on the lines of a change."""

from collections.abc import Iterable

from briefgen.diagnostic import Diagnostic, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One command a diagnostic."""
    return [_command(item) for item in diagnostics]


def _command(item: Diagnostic) -> str:
    place = {"file": item.where} if item.where else {}
    if item.span:
        line, column = item.span.file.line_column(item.span.end)
        place |= {"line": str(item.span.line), "endLine": str(line)}
        if line == item.span.line:  # the runner takes columns within one line only
            place |= {"col": str(item.span.column), "endColumn": str(column)}
    place["title"] = item.code
    properties = ",".join(f"{key}={_escaped(value, property_value=True)}" for key, value in place.items())
    return f"::{_COMMANDS[item.severity]} {properties}::{_escaped(f'{item.message} {item.hint}'.strip())}"


def _escaped(text: str, property_value: bool = False) -> str:
    """As the runner reads it: a percent sign and line ends by their codes, in a property the separators too."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_value else text
