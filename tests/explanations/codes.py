"""Every code that the program can emit, read off its source."""

import ast
import re
from pathlib import Path

import briefgen

SOURCE = Path(briefgen.__file__).parent

SPEAKERS = frozenset({"Diagnostic", "Finding", "_fault", "_report", "error", "fault", "report", "warning"})
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

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def emitted() -> dict[str, str]:
    """Code, or pattern of a code that is put together → the file and line that first emits it."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in SPEAKERS:
                for code in _codes(node):
                    found.setdefault(code, f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}")
    return found


def all_codes() -> dict[str, str]:
    """As `emitted`, with each pattern replaced by what comes of it."""
    out: dict[str, str] = {}
    for code, place in emitted().items():
        for each in WOVEN.get(code, {code}):
            out.setdefault(each, place)
    return out


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
