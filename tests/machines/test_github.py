"""`briefgen check --format github`: workflow commands, which the runner reads line by line.

Escaping: `escapeData` and `escapeProperty` of the runner's own toolkit
(https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
"""

import pytest

from briefgen.cli.annotations import workflow_commands
from briefgen.core.diagnostic import Diagnostic, Severity, error
from briefgen.core.source import SourceFile, Span

TEXT = "title: A bus\nissue: >\n  At 23:10,\n  100 %.\n"


def place(words: str, name: str = "bus/scenario.yaml") -> Span:
    at = TEXT.index(words)
    return Span(SourceFile(name, TEXT), at, at + len(words))


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: what, properties, message."""
    assert "\n" not in line
    assert "\r" not in line
    empty, head, message = line.split("::", 2)
    assert empty == ""
    what, _, properties = head.partition(" ")
    pairs = (pair.partition("=") for pair in properties.split(","))
    return what, {key: _read(value, ":", ",") for key, _, value in pairs}, _read(message)


def _read(text: str, *separators: str) -> str:
    codes = {"\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
    for character in ("\r", "\n", *separators):
        text = text.replace(codes[character], character)
    return text.replace("%25", "%")


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_a_command_for_each_severity(severity: Severity, command: str) -> None:
    [line] = workflow_commands(
        [Diagnostic(severity, "unknown-fact", "There is no fact.", place("A bus"), "Did you mean another?")]
    )
    assert line == (
        f"::{command} file=bus/scenario.yaml,line=1,endLine=1,col=8,endColumn=13,title=unknown-fact"
        "::There is no fact. Did you mean another?"
    )


def test_over_several_lines_there_are_no_columns() -> None:
    """The runner takes none where the lines differ."""
    [line] = workflow_commands([error("unknown-fact", "No.", place("At 23:10,\n  100 %."))])
    assert read(line)[1] == {
        "file": "bus/scenario.yaml", "line": "3", "endLine": "4", "title": "unknown-fact",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["100 %", "%0A", "%25", "a\nb", "a\r\nb", "a::error::b", "a,b", "line=1,file=x", "x%3Ay", "🚌", "::", "%%0D%"],
)
def test_whatever_is_said_is_read_as_it_was_said(text: str) -> None:
    [line] = workflow_commands([error("unknown-fact", text, place("A bus", name=f"{text}/scenario.yaml"))])
    what, properties, message = read(line)
    assert (what, message) == ("error", text)
    assert properties["file"] == f"{text}/scenario.yaml"
    assert properties["line"] == "1"


def test_without_a_place_there_is_a_title_only() -> None:
    assert workflow_commands([error("bad-pattern", "No pattern.")]) == ["::error title=bad-pattern::No pattern."]
