"""Locations: `places.md` has faulty scenarios and the output of `check` for each, with its carets.

BRIEFGEN_ACCEPT=1 writes the current output into the file. Then read the difference: is each caret under the words that
its message is about?
"""

import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from click.testing import CliRunner
from tests.explanations.pages import lay
from tests.machines.test_github import read as read_command
from tests.use_cases import reported

from briefgen.cli import output as text
from briefgen.cli.annotations import sarif_dumps, workflow_commands
from briefgen.cli.app import app
from briefgen.cli.output import as_objects
from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World

MANUAL = Path(__file__).with_name("places.md")
ACCEPT = bool(os.environ.get("BRIEFGEN_ACCEPT"))

_CASE = re.compile(
    r"^## (?P<title>.+)\n\n(?P<files>(?:````\w+.*\n(?:.*\n)*?````\n\n)+?)````text\n(?P<printed>(?:.*\n)*?)````$",
    re.MULTILINE,
)
_FILE = re.compile(
    r"^````(?!text)\w+(?: (?P<name>[\w/.-]+))?(?: (?P<flags>BOM|CRLF))?\n(?P<text>(?:.*\n)*?)````$", re.MULTILINE
)


class Case(NamedTuple):
    title: str
    files: list[tuple[str, str, str]]
    """Name, encoding (`BOM` or `CRLF`), text."""
    printed: str


def cases() -> list[Case]:
    return [
        Case(found["title"], _files(found["files"]), found["printed"])
        for found in _CASE.finditer(MANUAL.read_text(encoding="utf-8"))
    ]


def _files(blocks: str) -> list[tuple[str, str, str]]:
    return [(found["name"] or "scenario.yaml", found["flags"] or "", found["text"]) for found in _FILE.finditer(blocks)]


CASES = cases()


def diagnostics(case: Case, folder: Path) -> list[Diagnostic]:
    """What `check` finds, except infos about what the small base scenario leaves out."""
    lay([(name, text) for name, _, text in case.files], folder)
    for name, flags, _ in case.files:
        written = (folder / name).read_bytes()
        if flags == "CRLF":
            (folder / name).write_bytes(written.replace(b"\n", b"\r\n"))
        elif flags == "BOM":
            (folder / name).write_bytes(b"\xef\xbb\xbf" + written)
    return [each for each in reported(check, World(folder), Path("scenario.yaml"))[1] if each.severity != "info"]


def printed(found: list[Diagnostic]) -> str:
    return "".join(f"{click.unstyle(line)}\n" for each in found for line in text.lines(each))


@pytest.mark.skipif(ACCEPT, reason="the output is being accepted")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_carets_of_a_case(case: Case, tmp_path: Path) -> None:
    assert printed(diagnostics(case, tmp_path)) == case.printed


@pytest.mark.skipif(not ACCEPT, reason="with BRIEFGEN_ACCEPT=1")
def test_accept_the_output(tmp_path: Path) -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    for number, case in enumerate(CASES):
        now = printed(diagnostics(case, tmp_path / str(number)))
        before, title, after = manual.partition(f"## {case.title}\n")
        files, fence, rest = after.partition("````text\n")
        manual = before + title + files + fence + now + rest[len(case.printed) :]
    MANUAL.write_text(manual, encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_all_formats_give_the_range_of_the_carets(case: Case, tmp_path: Path) -> None:
    found = diagnostics(case, tmp_path)
    report: dict[str, Any] = json.loads(sarif_dumps(found))
    regions = [each["locations"][0]["physicalLocation"].get("region") for each in report["runs"][0]["results"]]
    commands = [read_command(line)[1] for line in workflow_commands(found)]
    for item, region, command, pair in zip(found, regions, commands, as_objects(found), strict=True):
        assert item.span is not None, item
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert (pair["line"], pair["column"]) == start
        assert (int(command["line"]), int(command["endLine"])) == (start[0], end[0])
        if start[0] == end[0]:
            assert (int(command["col"]), int(command["endColumn"])) == (start[1], end[1])
        line = item.span.file.line(start[0])
        marked = line[start[1] - 1 : end[1] - 1 if start[0] == end[0] else None]
        shown = marked.replace("\t", "    ").replace("\u00ad", "\\u00ad").replace("\u200d", "\\u200d")
        assert under_carets(item) == shown[: text.WIDTH]


def under_carets(item: Diagnostic) -> str:
    """The words above the carets on a terminal."""
    line, carets = (each for each in text.lines(item) if "│" in each)
    start, end = carets.index("^"), len(carets)
    out, column = "", 0
    for char in line:
        out += char if start <= column < end else ""
        column += text.columns(char)
    return out


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("\n## ") >= 40
    assert len({case.title for case in CASES}) == len(CASES)


ANCHORS = """\
audiences: [{id: public, name: Public, marking: TLP:CLEAR}]
background: >
  [Only some may read this [@last-bus].]{.marking-tlp-green} See [the gaps](#gaps-that-are-not).
  It is late [@last-bus]: see [the gaps](#gaps-that-are-not).
"""


def test_broken_links_are_reported_where_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even in a brief for an audience, which has less text."""
    first = lay([("scenario.yaml", ANCHORS)], tmp_path)
    monkeypatch.chdir(tmp_path)
    asked = ["render", "scenario.yaml", "--to", "html", "--audience", "public", "--out", "briefs"]
    said = CliRunner().invoke(app, asked, prog_name="briefgen").stderr
    places = re.findall(r"scenario\.yaml:(\d+):(\d+): warning: Nothing in the brief is called `#gaps-that", said)
    assert [(int(line) - first + 1, int(column)) for line, column in places] == [(3, 77), (4, 42)], said
