"""What a newcomer types first: nothing at all, a slip of the keyboard, a command without its scenario."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, Run, Write

from briefgen.cli.app import COMMANDS, GROUPS

ALONE = ("render", "check", "trace", "analyse", "lock", "publish")
"""Commands that take their scenarios last and alone."""


def words(command: str) -> list[str]:
    return [command, "--out", "site", "--audience", "all-readers"] if command == "publish" else [command]


def test_nothing_typed_says_what_to_do_next(briefgen: Run) -> None:
    result = briefgen()
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.findall(r"briefgen (new|check|render|--help)", result.stdout) == ["new", "check", "render", "--help"]
    assert len(result.stdout.splitlines()) < 10


def test_the_help_lists_every_command_under_a_heading(briefgen: Run) -> None:
    shown = briefgen("--help").stdout
    assert [line[:-1] for line in shown.splitlines() if line[:-1] in GROUPS] == list(GROUPS)
    assert re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE) == list(COMMANDS)
    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chekc", "There is no command 'chekc'. Did you mean `check`?"),
        ("rendr", "There is no command 'rendr'. Did you mean `render`?"),
        ("paint", "There is no command 'paint'. `briefgen --help` lists all commands."),
    ],
)
def test_an_unknown_command(typed: str, said: str, briefgen: Run) -> None:
    result = briefgen(typed, "bus")
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_unknown_option(briefgen: Run) -> None:
    result = briefgen("render", "--templat", "x")
    assert result.exit_code == 2
    assert "'--templat'" in result.stderr
    assert "--template" in result.stderr


LOADED = """
import sys
from briefgen.cli.app import COMMANDS, app
for name in COMMANDS:
    app.main([name, "--help"], standalone_mode=False)
print(*(name for name in sys.modules if name.startswith("briefgen.")), file=sys.stderr)
"""


def test_help_loads_the_command_line_alone() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    parts = {name.split(".")[1] for name in done.stderr.split()}
    assert parts == {"cli", "commands", "core", "io"}
    assert [name for name in done.stderr.split() if name.startswith("briefgen.commands.")] == [
        "briefgen.commands.options"
    ]


@pytest.mark.parametrize("command", ALONE)
def test_without_a_scenario_a_command_says_how_to_name_one(command: str, briefgen: Run) -> None:
    result = briefgen(*words(command))
    assert result.exit_code == 2
    assert "there is no scenario.yaml in this folder or above it" in result.stderr
    assert f"`briefgen {command} DIR`" in result.stderr
    assert "`briefgen new DIR`" in result.stderr


@pytest.mark.parametrize("command", ["render", "check", "trace", "analyse", "lock"])
def test_within_a_scenario_it_may_be_left_out(
    command: str, briefgen: Run, scenario: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario()
    monkeypatch.chdir(here / "bus")
    named = briefgen(command, ".")
    assert named.exit_code == 0, named.stderr
    left_out = briefgen(command)
    assert (left_out.exit_code, left_out.stdout) == (0, named.stdout)
    (here / "bus/texts/old").mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here / "bus/texts/old")
    named = briefgen(command, "../..")
    left_out = briefgen(command)
    assert (left_out.exit_code, left_out.stdout) == (0, named.stdout), "nor in a folder of it"


def test_a_site_of_the_scenario_in_this_folder(
    briefgen: Run, scenario: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario("audiences:\n  - {id: public, name: The public, marking: 'TLP:CLEAR'}\n")
    monkeypatch.chdir(here / "bus")
    result = briefgen("publish", "--out", "site", "--to", "html")
    assert result.exit_code == 0, result.stderr
    assert (here / "bus/site/index.html").exists()


def test_briefs_within_a_scenario_do_not_become_part_of_it(
    briefgen: Run, scenario: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario()
    monkeypatch.chdir(here / "bus")
    formats = ("--to", "docx", "--to", "pdf", "--to", "html", "--to", "native")
    assert briefgen("render", *formats).exit_code == 0
    made = {path.name: path.read_bytes() for path in (here / "bus/briefs").glob("bus.*")}
    assert {Path(name).suffix for name in made} >= {".docx", ".pdf", ".html"}
    assert briefgen("check").stdout == "1 scenario: no problems.\n"
    assert briefgen("render", *formats, "--force").exit_code == 0
    assert {path.name: path.read_bytes() for path in (here / "bus/briefs").glob("bus.*")} == made


def test_doctor_shows_what_a_bug_report_needs(briefgen: Run, monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "cache"))
    result = briefgen("doctor")
    assert result.exit_code == 0
    names = [line.split("  ")[0] for line in result.stdout.splitlines()]
    assert {"briefgen", "Python", "platform", "lxml", "fonts", "git", "LibreOffice", "Java", "cache", "terminal"} <= {
        *names
    }
    assert "~/cache/briefgen" in result.stdout
    assert str(here) not in result.stdout
    shown = json.loads(briefgen("doctor", "--format", "json").stdout)
    assert list(shown) == names
    assert shown["fonts"] == {"found": "9 fonts, all readable", "ok": True, "note": ""}


def test_doctor_notices_a_program_that_is_missing_and_a_damaged_font(
    briefgen: Run, monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    (here / "Broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr("briefgen.commands.doctor.FONTS", here)
    monkeypatch.setenv("PATH", str(here))
    result = briefgen("doctor", "--format", "json")
    shown = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (shown["fonts"]["found"], shown["fonts"]["ok"]) == ("Broken.ttf", False)
    assert (shown["git"]["found"], shown["git"]["ok"]) == ("not found", True)
