"""`briefgen check --format sarif`: what code scanning is given."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from tests.explanations.pages import BASE, TEXT
from tests.machines.sarif_schema import faults

from briefgen.cli.annotations import sarif_dumps
from briefgen.cli.app import app
from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.source import SourceFile, Span
from briefgen.lint.codes import all_codes

EXAMPLES = Path(__file__).resolve().parents[2] / "scenarios"

EVERY_SEVERITY = """\
issue: At 23:10 the 🚌 leaves [@last-buss].
background: |
  𝒳𝒴 [@lost] and
  {braces}, [words](nowhere.xlsx).
rules: {letter-without-glyph: off}
"""
"""An error, a warning, an info with the text away; columns behind characters beyond the first plane of Unicode."""


def check(folder: Path, *words: str) -> dict[str, Any]:
    del folder  # it is where the test stands
    result = CliRunner().invoke(app, ["check", *words, "--format", "sarif"], prog_name="briefgen")
    assert isinstance(result.exception, SystemExit | None)
    log: dict[str, Any] = json.loads(result.stdout)
    return log


def results(log: dict[str, Any]) -> list[dict[str, Any]]:
    return list(log["runs"][0]["results"])


def write(folder: Path, more: str, text: bool = True) -> None:
    (folder / "texts").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(BASE.read_text(encoding="utf-8") + more, encoding="utf-8", newline="\n")
    if text:
        (folder / "texts/survey.txt").write_bytes(TEXT.read_bytes())


def test_every_example_makes_a_valid_log(here: Path) -> None:
    log = check(here, str(EXAMPLES))
    assert faults(log) == []


@pytest.mark.parametrize("folder", ["bus", "a b/Straße nach Köln #1?", "100 % [x]", "a:b", "🚌"])
def test_faults_of_every_severity_make_a_valid_log(folder: str, here: Path) -> None:
    write(here / folder, EVERY_SEVERITY, text=False)
    log = check(here, folder)
    assert {result["level"] for result in results(log)} == {"error", "warning", "note"}
    assert faults(log) == []


def test_several_scenarios_and_files_stand_in_one_run(here: Path) -> None:
    write(here / "all/one", EVERY_SEVERITY)
    write(here / "all/two", "gaps: gaps.yaml\n")
    (here / "all/two/gaps.yaml").write_text("- {id: price, text: The price., options: [trail]}\n", encoding="utf-8")
    log = check(here, "all")
    assert len(log["runs"]) == 1
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results(log)] == [
        *["all/one/scenario.yaml"] * 3, "all/two/gaps.yaml",
    ]  # fmt: skip
    assert faults(log) == []


def test_a_place_counts_code_points_and_ends_behind_the_last(here: Path) -> None:
    write(here / "bus", EVERY_SEVERITY)
    log = check(here, "bus")
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    text = (here / "bus/scenario.yaml").read_text(encoding="utf-8").split("\n")
    marked = []
    for result in results(log):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"]
        marked.append(text[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1])
    assert marked == ["@last-buss", "@lost", "nowhere.xlsx"]


def test_a_file_is_named_by_a_relative_address_from_the_root_of_the_checkout(here: Path) -> None:
    name = "a b/Straße nach Köln #1?"
    write(here / name, EVERY_SEVERITY)
    log = check(here, name)
    [place, *_] = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in results(log)]
    assert place == {"uri": "a%20b/Stra%C3%9Fe%20nach%20K%C3%B6ln%20%231%3F/scenario.yaml", "uriBaseId": "%SRCROOT%"}
    assert unquote(place["uri"]) == f"{name}/scenario.yaml"
    assert "uri" not in log["runs"][0]["originalUriBaseIds"]["%SRCROOT%"], "where the checkout lies is nobody's concern"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("/srv/my papers/bus/scenario.yaml", {"uri": "file:///srv/my%20papers/bus/scenario.yaml"}),
        ("C:/Users/Zoë/bus/scenario.yaml", {"uri": "file:///C:/Users/Zo%C3%AB/bus/scenario.yaml"}),
        ("//server/share/bus.yaml", {"uri": "file://server/share/bus.yaml"}),
        ("a:b/scenario.yaml", {"uri": "a%3Ab/scenario.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a\\b/scenario.yaml", {"uri": "a%5Cb/scenario.yaml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_the_address_of_a_file(name: str, address: dict[str, str]) -> None:
    log = json.loads(sarif_dumps([error("missing-file", "Gone.", file=name)]))
    [result] = results(log)
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": address}}]


def test_a_rule_brings_the_page_of_its_code(here: Path) -> None:
    write(here / "bus", EVERY_SEVERITY)
    log = check(here, "bus")
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert sorted(rules) == ["bad-link", "unknown-fact"]
    rule = rules["unknown-fact"]
    assert rule["shortDescription"]["text"] == "A citation of a fact that does not exist."
    assert "## How to fix it" in rule["help"]["text"]
    assert rule["help"]["markdown"].startswith("# unknown-fact\n")
    for result in results(log):
        assert list(rules)[result["ruleIndex"]] == result["ruleId"]


def test_every_code_makes_a_valid_rule() -> None:
    place = Span(SourceFile("bus/scenario.yaml", "issue: x\n"), 0, 0)
    log = json.loads(sarif_dumps([warning(code, "A message.", place) for code in all_codes()]))
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        assert len(rule["fullDescription"]["text"]) > 20
    assert faults(log) == []


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("Write `{low: 3}`.", "Write `{{low: 3}}`."),
        ("There is no fact [@x].", "There is no fact [@x]."),
        ("The link [words](x.xlsx).", "The link \\[words\\](x.xlsx)."),
    ],
)
def test_what_a_message_says_is_no_slot_and_no_link(message: str, written: str) -> None:
    [result] = results(json.loads(sarif_dumps([error("bad-link", message)])))
    assert result["message"]["text"] == written


@pytest.mark.parametrize(("diagnostics", "ran"), [([], True), ([error("no-scenario", "None.", file="x")], False)])
def test_whether_it_could_run_is_said(diagnostics: list[Diagnostic], ran: bool) -> None:
    log = json.loads(sarif_dumps(diagnostics))
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": ran}]
    assert faults(log) == []


def test_nothing_in_it_commands_a_terminal(here: Path) -> None:
    write(here / "bus", 'issue: "One \\e[2J [@two\\u202e]"\n')
    assert sarif_dumps([error("bad-link", "\x1b[2J\u202e")]).isascii()
