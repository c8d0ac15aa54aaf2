"""Imports stand at the top of their modules; one in a function says what it costs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import briefgen

SOURCE = Path(briefgen.__file__).parent
UNMEASURED = ("docx/", "evidence/extract/")
"""Packages that are loaded only for Word files and for new sources."""


def in_functions(file: Path) -> Iterator[str]:
    """The lines with imports in functions."""
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield lines[(node.end_lineno or node.lineno) - 1].strip()


def test_an_import_in_a_function_has_a_comment_with_its_cost() -> None:
    bare = [
        f"{name}: {line}"
        for file in sorted(SOURCE.rglob("*.py"))
        if not (name := file.relative_to(SOURCE).as_posix()).startswith(UNMEASURED)
        for line in in_functions(file)
        if not re.search(r"# .*\b\d+ ms\b", line)
    ]
    assert bare == []
