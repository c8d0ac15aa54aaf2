"""The codes that the program can report, read from its source: those that it writes as strings, outside of rules."""

import ast
import re
from pathlib import Path

import briefgen

SOURCE = Path(briefgen.__file__).parent

WARNERS = frozenset({"warning"})
"""Functions that report warnings."""

REPORTERS = WARNERS | {"Diagnostic", "Finding", "_fault", "_report", "error", "fault", "report"}
"""Functions that take a code as their first argument, or as their second after a severity."""

PATTERNS: dict[str, frozenset[str]] = {
    "template-unknown-*": frozenset({
        "template-unknown-filter", "template-unknown-template", "template-unknown-test",
    }),
    "template-*": frozenset({"template-unknown-language", "template-unknown-span"}),
}  # fmt: skip
"""Codes that are formatted at run time, by the pattern in the source."""

RAISED = frozenset({"nothing-found", "empty-file"})
"""Codes of warnings that are errors for a list that no scenario can do without."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def reported() -> dict[str, set[str]]:
    """Code → its severities."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) in REPORTERS:
                severities = _severities(node, tree)
                for written in _codes(node):
                    for code in PATTERNS.get(written, {written}):
                        found.setdefault(code, set()).update(severities, {"error"} if code in RAISED else ())
    return found


def _severities(call: ast.Call, tree: ast.Module) -> frozenset[str]:
    """The severities that a call can give: named in it, or by the function of its file that it calls."""
    if _called(call) in WARNERS:
        return frozenset({"warning"})
    given = [keyword.value for keyword in call.keywords if keyword.arg == "severity"]
    if _called(call) == "Diagnostic":
        given += call.args[:1]
    if given:
        named = {given[0].id} if isinstance(given[0], ast.Name) else set()
        assigned = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in named
        ]
        return frozenset(word for value in [*given, *assigned] if value for word in _words(value))
    reporter = next(
        (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == _called(call)), None
    )
    inner = [node for node in ast.walk(reporter) if isinstance(node, ast.Call) and node is not call] if reporter else []
    said = [_severities(node, tree) for node in inner if _called(node) in REPORTERS - {_called(call)}]
    return frozenset().union(*said) or frozenset({"error"})


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _codes(call: ast.Call) -> list[str]:
    given = [*call.args[:2], *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
    written = [word for each in given for word in _words(each)]
    # A message has spaces; a severity has no hyphen.
    return [word for word in written if _CODE.fullmatch(word.replace("*", "x"))]


def _words(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)]
        case ast.IfExp(body=one, orelse=other):
            return _words(one) + _words(other)
    return []
