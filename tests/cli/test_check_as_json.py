"""`briefgen check --format json`: what programs rely on."""

import json
from pathlib import Path
from typing import Any

from tests.cli.program import Run, Write


def diagnostics(stdout: str) -> list[dict[str, Any]]:
    told = json.loads(stdout)
    assert list(told) == ["diagnostics"]
    return list(told["diagnostics"])


def test_a_fault_has_seven_keys(briefgen: Run, scenario: Write) -> None:
    scenario("issue: The last bus leaves at 23:10 [@last-buss].\n")
    result = briefgen("check", "bus", "--format", "json")
    assert diagnostics(result.stdout) == [
        {
            "severity": "error",
            "code": "unknown-fact",
            "file": "bus/scenario.yaml",
            "line": 20,
            "column": 38,
            "message": "There is no fact `last-buss`.",
            "hint": "Did you mean `last-bus`?",
        }
    ]
    assert result.exit_code == 1


def test_nothing_else_is_printed(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two].\n")
    assert briefgen("check", "bus", "--format", "json").stderr == ""


def test_a_sound_scenario_has_an_empty_list(briefgen: Run, scenario: Write) -> None:
    scenario()
    result = briefgen("check", "bus", "--format", "json")
    assert diagnostics(result.stdout) == []
    assert result.exit_code == 0


def test_a_fault_of_a_folder_has_no_line(briefgen: Run, here: Path) -> None:
    result = briefgen("check", "nowhere", "--format", "json")
    [told] = diagnostics(result.stdout)
    assert (told["file"], told["line"], told["column"], told["code"]) == ("nowhere", None, None, "missing-file")
    assert result.exit_code == 2


def test_columns_count_characters(briefgen: Run, scenario: Write) -> None:
    """Not bytes, and not the columns of a terminal; the same as the text says."""
    scenario("issue: 夜間バス 🚌 [@last-buss]\nrules: {letter-without-glyph: off}\n")
    [told] = diagnostics(briefgen("check", "bus", "--format", "json").stdout)
    assert told["column"] == 16
    assert briefgen("check", "bus").stderr.startswith("bus/scenario.yaml:20:16: ")


def test_all_scenarios_stand_in_one_list(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two].\n", folder="all/a")
    scenario("issue: One [@three].\n", folder="all/b")
    told = diagnostics(briefgen("check", "all", "--format", "json").stdout)
    assert [item["file"] for item in told] == ["all/a/scenario.yaml", "all/b/scenario.yaml"]


def test_the_output_is_the_same_each_time(briefgen: Run, scenario: Write) -> None:
    scenario("issue: One [@two] and [@three].\nmarking: no\ncontact: 5: 6\n")
    assert len({briefgen("check", "bus", "--format", "json").stdout for _ in range(3)}) == 1
