"""Diagnostics as SARIF 2.1.0 (OASIS Standard, 2020), for code scanning."""

import json
from collections.abc import Iterable
from urllib.parse import quote

from briefgen import __version__
from briefgen.diagnostic import Diagnostic, Severity

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def dumps(diagnostics: Iterable[Diagnostic]) -> str:
    """One run with its results; paths are relative to where the command ran. Columns count code points."""
    found = list(diagnostics)
    codes = sorted({item.code for item in found})
    return json.dumps(
        {
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "briefgen",
                            "version": __version__,
                            "rules": [{"id": code, "help": {"text": f"briefgen explain {code}"}} for code in codes],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": [_result(item, codes) for item in found],
                }
            ],
        },
        ensure_ascii=True,  # so that no control or bidi character reaches a terminal
        indent=1,
    )


def _result(item: Diagnostic, codes: list[str]) -> dict[str, object]:
    text = f"{item.message} {item.hint}".strip()
    result: dict[str, object] = {
        "ruleId": item.code,
        "ruleIndex": codes.index(item.code),
        "level": _LEVELS[item.severity],
        "message": {"text": text},
    }
    if item.where:
        place: dict[str, object] = {"artifactLocation": {"uri": quote(item.where.replace("\\", "/"))}}
        if item.span:
            line, column = item.span.file.line_column(item.span.end)
            place["region"] = {
                "startLine": item.span.line, "startColumn": item.span.column, "endLine": line, "endColumn": column,
            }  # fmt: skip
        result["locations"] = [{"physicalLocation": place}]
    return result
