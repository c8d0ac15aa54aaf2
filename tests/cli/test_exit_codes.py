"""0: no error. 1: errors found. 2: could not run."""

import errno
import os
from pathlib import Path

import pytest
from tests.cli.program import Run, Write

from briefgen.cli.output import COULD_NOT_RUN
from briefgen.lint.codes import all_codes

WARNING = "sourcing: In [the table](answers.xlsx).\n"
ERROR = "issue: One [@two].\n"


@pytest.mark.parametrize(
    ("lines", "options", "code"),
    [
        ("", [], 0),
        ("", ["--strict"], 0),
        (WARNING, [], 0),
        (WARNING, ["--strict"], 1),
        (ERROR, [], 1),
        (ERROR + WARNING, ["--strict"], 1),
        (WARNING, ["--format", "json"], 0),
        (WARNING, ["--format", "json", "--strict"], 1),
    ],
)
def test_check_fails_on_errors_and_if_strict_on_warnings(
    lines: str, options: list[str], code: int, briefgen: Run, scenario: Write
) -> None:
    scenario(lines)
    assert briefgen("check", "bus", *options).exit_code == code


def test_a_folder_of_scenarios_means_all_of_them(briefgen: Run, scenario: Write, here: Path) -> None:
    scenario(folder="all/a")
    scenario(ERROR, folder="all/b")
    (here / "all/notes").mkdir()
    result = briefgen("check", "all")
    assert result.stderr.startswith("all/b/scenario.yaml:20:")
    assert result.stderr.endswith("2 scenarios: 1 error.\n")
    assert result.exit_code == 1


def test_a_scenario_that_is_named_twice_is_checked_once(briefgen: Run, scenario: Write) -> None:
    scenario(folder="all/a")
    assert briefgen("check", "all", "all/a", "all/a/scenario.yaml").stdout == "1 scenario: no problems.\n"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nowhere", "nowhere: error: There is no folder nowhere. [missing-file]"),
        ("bus.yaml", "bus.yaml: error: There is no file bus.yaml. [missing-file]"),
        ("empty", "empty: error: empty holds no scenario. [no-scenario]"),
        ("folder", "folder/scenario.yaml: error: folder/scenario.yaml is a folder; a file is wanted. [not-a-file]"),
        ("gone", "gone/scenario.yaml: error: gone/scenario.yaml is a link to a file that does not exist."),
    ],
)  # fmt: skip
def test_what_cannot_be_found_could_not_be_checked(named: str, said: str, briefgen: Run, here: Path) -> None:
    (here / "empty").mkdir()
    (here / "folder/scenario.yaml").mkdir(parents=True)
    (here / "gone").mkdir()
    (here / "gone/scenario.yaml").symlink_to("nothing.yaml")
    result = briefgen("check", named)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0].startswith(said)


def test_one_that_is_missing_does_not_keep_the_others_from_being_checked(briefgen: Run, scenario: Write) -> None:
    scenario(ERROR)
    result = briefgen("check", "nowhere", "bus")
    assert "[missing-file]" in result.stderr
    assert "[unknown-fact]" in result.stderr
    assert result.exit_code == 2


CONTENTS = {
    "empty": (b"", "[not-a-scenario]"),
    "blank": (b" \n\n", "[not-a-scenario]"),
    "a comment": (b"# to do\n", "[not-a-scenario]"),
    "only a byte order mark": (b"\xef\xbb\xbf", "[not-a-scenario]"),
    "a list": (b"- a\n- b\n", "[not-a-scenario]"),
    "a word": (b"scenario\n", "[not-a-scenario]"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "[not-text]"),
    "a Word file": (b"PK\x03\x04\x14\x00\x06\x00", "[not-text]"),
    "bytes": (bytes(range(256)), "[not-text]"),
    "zeros": (b"\0" * 100, "["),
    "UTF-16": ("title: Bus\n".encode("utf-16"), "[wrong-encoding]"),
    "Windows-1252": ("title: Café\n".encode("cp1252"), "[wrong-encoding]"),
    "only braces": (b"{" * 5000, "[yaml-too-deep]"),
    "only quotes": (b'"' * 5001, "["),
}


@pytest.mark.parametrize(("content", "code"), CONTENTS.values(), ids=CONTENTS)
def test_a_file_that_is_no_scenario_is_an_error(content: bytes, code: str, briefgen: Run, scenario: Write) -> None:
    scenario().write_bytes(content)
    result = briefgen("check", "bus")
    assert code in result.stderr
    assert "bus/scenario.yaml" in result.stderr.splitlines()[0]
    assert len(result.stderr) < 30_000
    assert result.exit_code == 1


def test_a_file_that_may_not_be_read(
    briefgen: Run, scenario: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, since nothing is forbidden to the superuser."""
    file = scenario()
    really = os.open

    def refuse(path: str, *arguments: int, **more: int) -> int:
        if str(path) == str(file):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return really(path, *arguments, **more)

    monkeypatch.setattr(os, "open", refuse)
    result = briefgen("check", "bus")
    assert result.stderr.splitlines()[:2] == [
        "bus/scenario.yaml: error: bus/scenario.yaml may not be read. [no-permission]",
        "    Ask its owner, or change its permissions.",
    ]
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "asked", ["check", "chekc bus", "check bus --format xml", "check bus --loud", "render bus --to odt", "explain"]
)
def test_what_is_asked_for_wrongly_could_not_run(asked: str, briefgen: Run, scenario: Write) -> None:
    scenario()
    assert briefgen(*asked.split()).exit_code == 2


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--template", "option-paper"], 2, "[unknown-template]"),
        (["--theme", "plane"], 2, "[unknown-theme]"),
        (["--to", "native"], 0, "native"),
    ],
)
def test_render_tells_what_it_does_not_know(
    options: list[str], code: int, said: str, briefgen: Run, scenario: Write
) -> None:
    scenario()
    result = briefgen("render", "bus", *options)
    assert result.exit_code == code
    assert said in result.output


def test_every_code_that_means_could_not_run_is_emitted() -> None:
    assert set(all_codes()) >= COULD_NOT_RUN
