"""Every code that the program can emit, read off its source."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import briefgen

SOURCE = Path(briefgen.__file__).parent

WARNERS = frozenset({"at", "of_whole", "warning"})
"""Functions that are given the code of a warning."""

SPEAKERS = WARNERS | {"Diagnostic", "Finding", "_fault", "_report", "error", "fault", "report"}
"""Functions that are given a code, as their first argument or, after a severity, as their second."""

WOVEN: dict[str, frozenset[str]] = {
    "unknown-*": frozenset({
        "unknown-fact", "unknown-option", "unknown-criterion", "unknown-source", "unknown-stakeholder",
    }),
    "template-unknown-*": frozenset({
        "template-unknown-filter", "template-unknown-template", "template-unknown-test",
    }),
    "template-*": frozenset({"template-unknown-language", "template-unknown-span"}),
}  # fmt: skip
"""Codes that are put together while the program runs: how they are written there → what comes of it."""

PASSED_ON: dict[str, frozenset[str]] = {"prose/inlines.py": frozenset({"warning"})}
"""Files that hand their codes to a function from outside → the severity that it gives them."""

RAISED = frozenset({"nothing-found", "empty-file"})
"""Codes of warnings that become errors where no scenario can be without the list that they leave empty."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class Emission(NamedTuple):
    """One place in the source that can emit a code."""

    code: str
    file: str
    line: int
    severities: frozenset[str]


def emissions() -> list[Emission]:
    """Every place that emits a code, with each pattern replaced by what comes of it."""
    return [each._replace(code=code) for each in _written() for code in sorted(WOVEN.get(each.code, {each.code}))]


def emitted() -> dict[str, str]:
    """Code, or pattern of a code that is put together → the file and line that first emits it."""
    found: dict[str, str] = {}
    for each in _written():
        found.setdefault(each.code, f"{each.file}:{each.line}")
    return found


def all_codes() -> dict[str, str]:
    """As `emitted`, with each pattern replaced by what comes of it."""
    out: dict[str, str] = {}
    for each in emissions():
        out.setdefault(each.code, f"{each.file}:{each.line}")
    return out


@cache
def _written() -> list[Emission]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) in SPEAKERS:
                severities = PASSED_ON.get(name) or _severities(node, tree)
                found += [
                    Emission(code, name, node.lineno, severities | ({"error"} if code in RAISED else set()))
                    for code in _codes(node)
                ]
    return found


def _severities(call: ast.Call, tree: ast.Module) -> frozenset[str]:
    """The severities that a call can give: named in it, or by the function of its file that it calls."""
    if _called(call) in WARNERS:
        return frozenset({"warning"})
    given = [keyword.value for keyword in call.keywords if keyword.arg == "severity"]
    if given:
        named = {given[0].id} if isinstance(given[0], ast.Name) else set()
        assigned = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in named
        ]
        return frozenset(word for value in [*given, *assigned] if value for word in _words(value))
    speaker = next(
        (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == _called(call)), None
    )
    inner = [node for node in ast.walk(speaker) if isinstance(node, ast.Call) and node is not call] if speaker else []
    said = [_severities(node, tree) for node in inner if _called(node) in SPEAKERS - {_called(call)}]
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
