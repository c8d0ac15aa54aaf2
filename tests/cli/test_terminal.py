"""What a file holds can never command the terminal that shows it; colours only where a terminal watches."""

import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM, Run, Write
from tests.cli.pseudo_terminal import at_a_terminal, on_posix

from briefgen.cli.output import lines as told
from briefgen.core.diagnostic import error
from briefgen.core.source import SourceFile, Span

CLEAR_SCREEN = "\x1b[2J\x1b[31m"
COMMANDS = {
    "escape": CLEAR_SCREEN,
    "escape of one byte": "\x9b2J",
    "bell": "\x07",
    "backspace": "\b\b\b",
    "carriage return": "\rbus/scenario.yaml: no problems",
    "right to left": "\u202egpj",
    "isolate": "\u2066a\u2069",
    "zero width": "a\u200bb",
    "line separator": "a\u2028b",
    "next line": "a\x85b",
    "delete": "\x7f",
    "zero": "\0",
    "byte order mark": "\ufeff",
    "shift out": "\x0e",
    "tag": "\U000e0041",
}
"""Characters that make a terminal do something, or show a line otherwise than it is."""

STYLE = re.compile("\x1b\\[[0-9]{1,2}m")
"""The colours that are meant."""

FORBIDDEN = ("Cc", "Cf", "Zl", "Zp", "Cs")


def tame(output: str) -> bool:
    return all(unicodedata.category(c) not in FORBIDDEN for c in output.replace("\n", ""))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    "lines", ["issue: a {} [@two]\n", "a{}b: c\n", "marking: TLP{}\n", "facts: a{}b.yaml\n", "{}\n"]
)
def test_what_is_written_in_a_file(lines: str, command: str, briefgen: Run, scenario: Write) -> None:
    scenario(lines.format(command))
    result = briefgen("check", "bus")
    assert "error" in result.stderr
    assert tame(result.output)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    "lines", ['issue: "a {} [@two]"\n', '"a{}b": c\n', 'marking: "TLP{}"\n', 'facts: "a{}b.yaml"\n']
)
def test_what_is_written_as_an_escape(lines: str, command: str, briefgen: Run, scenario: Write) -> None:
    """`"\\x1b"` is a harmless line of YAML, and the character itself once it is read."""
    scenario(lines.format("".join(f"\\U{ord(c):08x}" for c in command)))
    result = briefgen("check", "bus")
    assert "error" in result.stderr
    assert tame(result.output)


@pytest.mark.parametrize("name", ["\x1b[2J", "a\nb", "\u202egnp", "a\tb", "\udcff"])
def test_names_of_folders(name: str, briefgen: Run, scenario: Write) -> None:
    try:
        scenario("issue: One [@two].\n", folder=f"all/{name}")
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    for asked in ("all", f"all/{name}", f"all/{name}/nothing"):
        result = briefgen("check", asked)
        assert "error" in result.stderr
        assert tame(result.output)


AUDIENCES = "audiences: [{id: public, name: Public, marking: TLP:CLEAR}]\n"


@pytest.mark.parametrize(
    "words",
    [
        ("render", "s\udce9n", "--to", "docx", "--to", "pdf", "--to", "html"),
        ("render", "bus", "--to", "native", "--out", "\udcff"),
        ("translations", "export", "s\udce9n", "--lang", "fr"),
        ("translations", "export", "bus", "--lang", "fr", "--out", "\udcff.xlf"),
        ("publish", "s\udce9n", "--out", "site", "--title", "\udcff", "--to", "html"),
        ("redline", "bus", "s\udce9n"),
    ],
    ids=" ".join,
)
def test_names_that_are_no_utf_8_are_taken(words: tuple[str, ...], briefgen: Run, scenario: Write) -> None:
    try:
        scenario(AUDIENCES, folder="s\udce9n")
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    scenario()
    for _ in range(2):  # again over what is there
        result = briefgen(*words)
        assert result.exit_code == 0, result.output
        assert tame(result.output)


@pytest.mark.parametrize("asked", ["\x1b[2J", "a\nb", "\u202egnp"])
def test_what_is_typed(asked: str, briefgen: Run, scenario: Write) -> None:
    scenario()
    assert tame(briefgen("explain", asked).output)
    assert tame(briefgen("check", asked).output)
    assert tame(briefgen("new", f"bus/{asked}").output)
    assert tame(briefgen("render", "bus", "--template", asked).output)
    assert tame(briefgen("render", "bus", "--to", "native", "--out", asked).output)


def test_json_escapes_what_a_terminal_would_obey(briefgen: Run, scenario: Write) -> None:
    scenario('marking: "TLP{}"\n'.format("".join(f"\\U{ord(c):08x}" for c in "".join(COMMANDS.values()))))
    result = briefgen("check", "bus", "--format", "json")
    assert any(item["code"] == "unknown-marking" for item in json.loads(result.stdout)["diagnostics"])
    assert tame(result.stdout)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_part_of_a_diagnostic(command: str) -> None:
    hostile = f"a{command}b"
    file = SourceFile(hostile, f"x\n{hostile}\ny")
    shown = told(error("some-code", hostile, Span(file, 2, 2 + len(hostile)), hint=hostile))
    assert not any("\n" in line for line in shown)
    assert tame("".join(STYLE.sub("", line) for line in shown))


# What follows runs the program itself: whether colours are used depends on where its output goes.


def test_no_colours_where_no_terminal_watches(scenario: Write, here: Path) -> None:
    scenario("issue: One [@two].\n")
    done = subprocess.run([*PROGRAM, "check", "bus"], cwd=here, env=ENVIRONMENT, capture_output=True, check=False)
    assert b"unknown-fact" in done.stderr
    assert b"\x1b" not in done.stderr + done.stdout
    assert done.returncode == 1


@on_posix
@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
    ],
)
def test_colours_on_a_terminal_unless_forbidden(
    variables: dict[str, str], coloured: bool, scenario: Write, here: Path
) -> None:
    """https://no-color.org"""
    scenario("issue: One [@two].\n")
    shown = at_a_terminal(["check", "bus"], here, variables=variables).shown
    assert "unknown-fact" in shown
    assert ("\x1b[" in shown) is coloured


def test_a_terminal_of_ascii_gets_ascii(scenario: Write, here: Path) -> None:
    """The bars and quotation marks of a message must not end in a crash where the locale cannot show them."""
    scenario("issue: “One” [@two].\n")
    environment = ENVIRONMENT | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([*PROGRAM, "check", "bus"], cwd=here, env=environment, capture_output=True, check=False)
    assert b"unknown-fact" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1
