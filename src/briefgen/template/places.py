"""Where in a template's file something stands. Jinja tells lines; the column is looked up."""

import re

from briefgen.source import SourceFile, Span


def of_line(file: SourceFile, line: int) -> Span:
    """A whole line, without its indentation."""
    text = file.line(line)
    start = _start(file, line) + len(text) - len(text.lstrip())
    return Span(file, start, max(start, _start(file, line) + len(text.rstrip())))


def of_word(file: SourceFile, line: int, word: str, before: str = "") -> Span:
    """The first `word` on or soon after a line, with the pattern `before` in front of it; else the line."""
    if 1 <= line <= _lines(file):
        start = _start(file, line)
        end = _start(file, min(line + 20, _lines(file) + 1)) if line + 20 <= _lines(file) else len(file.text)
        edge = r"(?<![\w])" if word[:1].isalnum() or word[:1] == "_" else ""
        edge_after = r"(?![\w])" if word[-1:].isalnum() or word[-1:] == "_" else ""
        pattern = re.compile(f"{before}{edge}({re.escape(word)}){edge_after}")
        if found := pattern.search(file.text, start, end):
            return Span(file, found.start(1), found.end(1))
    return of_line(file, line)


def _lines(file: SourceFile) -> int:
    return file.text.count("\n") + 1


def _start(file: SourceFile, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = file.text.find("\n", start) + 1
        if start == 0:
            return len(file.text)
    return start
