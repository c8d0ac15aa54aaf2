"""Diagnostics for code hosting: SARIF 2.1.0 (OASIS Standard, 2020) and workflow commands of GitHub Actions."""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from briefgen import __version__
from briefgen.cli.output import exit_code
from briefgen.core.codes import Code
from briefgen.core.diagnostic import Diagnostic, Severity
from briefgen.lint.codes import all_codes

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

_ROOT = "%SRCROOT%"
"""The name that code scanning knows for the folder of the checkout. Its own address is left out, so that the same
scenario gives the same bytes on every machine (SARIF 2.1.0, appendix F.2)."""


def sarif_dumps(diagnostics: Iterable[Diagnostic]) -> str:
    """One run with its results; paths are relative to where the command ran. Columns count code points."""
    found = list(diagnostics)
    codes = sorted({item.code for item in found})
    known = all_codes() if codes else {}
    return json.dumps(
        {
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "briefgen",
                            "semanticVersion": __version__,
                            "rules": [_rule(known[code]) for code in codes],
                        }
                    },
                    "invocations": [{"executionSuccessful": exit_code(found) != 2}],
                    "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which briefgen ran."}}},
                    "columnKind": "unicodeCodePoints",
                    "results": [_result(item, codes) for item in found],
                }
            ],
        },
        ensure_ascii=True,  # so that no control or bidi character reaches a terminal
        indent=1,
    )


def _rule(code: Code) -> dict[str, object]:
    """A code with its explanation. Code scanning shows the Markdown, other programs the text."""
    return {
        "id": code.name,
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": code.meaning},
        "help": {"text": code.explanation, "markdown": code.explanation},
    }


def _result(item: Diagnostic, codes: list[str]) -> dict[str, object]:
    text = f"{item.message} {item.hint}".strip()
    result: dict[str, object] = {
        "ruleId": item.code,
        "ruleIndex": codes.index(item.code),
        "level": _LEVELS[item.severity],
        "message": {"text": _literal(text)},
    }
    if item.waived:
        result["suppressions"] = [{"kind": "inSource", "justification": item.waived}]
    if item.where:
        place: dict[str, object] = {"artifactLocation": _artifact(item.where)}
        if item.span:
            line, column = item.span.file.line_column(item.span.end)
            place["region"] = {
                "startLine": item.span.line, "startColumn": item.span.column, "endLine": line, "endColumn": column,
            }  # fmt: skip
        result["locations"] = [{"physicalLocation": place}]
    return result


def _artifact(name: str) -> dict[str, str]:
    """The URI of a file (RFC 3986): relative to the root, or absolute if it is elsewhere."""
    if name.startswith("//"):  # a share on a network, as Windows names it
        return {"uri": f"file:{quote(name)}"}
    if name.startswith("/") or re.match("[A-Za-z]:/", name):
        return {"uri": f"file:///{quote(name.lstrip('/'), safe='/:')}"}
    return {"uri": quote(name), "uriBaseId": _ROOT}


def _literal(text: str) -> str:
    """A message without placeholders and links: braces would be placeholders (SARIF 2.1.0, 3.11.5), and brackets before
    a parenthesis a link (3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"\[([^\[\]]*)\](?=\()", r"\\[\1\\]", text)


# Diagnostics as workflow commands of GitHub Actions: annotations on the lines of a change.

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def workflow_commands(diagnostics: Iterable[Diagnostic]) -> list[str]:
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
    """Percent signs and line ends by their codes, in a property the separators too."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_value else text
