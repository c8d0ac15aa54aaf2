"""Diagnostics as JSON, for programs."""

import json
from collections.abc import Iterable

from briefgen.diagnostic import Diagnostic


def dumps(diagnostics: Iterable[Diagnostic]) -> str:
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
