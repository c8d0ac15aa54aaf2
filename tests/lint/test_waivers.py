"""Severities that a scenario gives to codes, and waivers with reasons."""

import json
from pathlib import Path

import pytest
from tests.explanations.pages import lay
from tests.use_cases import reported

from briefgen.cli.annotations import sarif_dumps
from briefgen.cli.output import diagnostics_summary, json_dumps
from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World

FACT = """\
facts:
  - id: last-bus
    statement: The last bus leaves the station at 23:10 with 40 people.
    evidence: [{source: survey, quote: "the last bus leaves the station at 23:10"}]
"""
"""A statement with a number that is not in its quote."""

WAIVED = FACT + "    waive: {number-not-in-passage: They were counted.}\n"


def checked(yaml: str, folder: Path) -> list[Diagnostic]:
    lay([("scenario.yaml", yaml)], folder)
    return [each for each in reported(check, World(folder), Path("scenario.yaml"))[1] if each.code != "text-missing"]


def of(found: list[Diagnostic], code: str) -> list[tuple[str, str]]:
    return [(each.severity, each.waived) for each in found if each.code == code]


def test_a_rule_warns_by_default(tmp_path: Path) -> None:
    assert of(checked(FACT, tmp_path), "number-not-in-passage") == [("warning", "")]


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_scenario_changes_the_severity(severity: str, tmp_path: Path) -> None:
    found = checked(FACT + f"rules: {{number-not-in-passage: {severity}}}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [(severity, "")]


def test_off_needs_no_quotes(tmp_path: Path) -> None:
    assert checked(FACT + "rules: {number-not-in-passage: off}\n", tmp_path) == []


def test_a_waiver_of_an_item_is_in_all_formats_with_its_reason(tmp_path: Path) -> None:
    found = checked(WAIVED, tmp_path)
    assert of(found, "number-not-in-passage") == [("info", "They were counted.")]
    (item,) = json.loads(json_dumps(found))["diagnostics"]
    assert item["waived"] == "They were counted."
    (result,) = json.loads(sarif_dumps(found))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "They were counted."}]
    assert diagnostics_summary(found) == "1 waived"


def test_a_waiver_overrides_the_severity_of_the_scenario(tmp_path: Path) -> None:
    found = checked(WAIVED + "rules: {number-not-in-passage: error}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [("info", "They were counted.")]


def test_a_waiver_of_the_scenario_does_not_apply_to_its_facts(tmp_path: Path) -> None:
    found = checked(FACT + "waive: {number-not-in-passage: We know better.}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [("warning", "")]
    assert of(found, "unused-waiver") == [("warning", "")]


def test_an_unused_waiver_is_reported_at_its_key(tmp_path: Path) -> None:
    (unused,) = checked(WAIVED.replace(" with 40 people", ""), tmp_path)
    assert unused.code == "unused-waiver"
    assert unused.span is not None
    assert unused.span.text == "number-not-in-passage"


def test_an_error_cannot_be_waived_or_lowered(tmp_path: Path) -> None:
    yaml = "issue: It is late [@no-such-fact].\nwaive: {unknown-fact: It will come.}\nrules: {unknown-fact: off}\n"
    found = checked(yaml, tmp_path)
    assert of(found, "unknown-fact") == [("error", "")]
    assert of(found, "unused-waiver") == [("info", "")]


def test_an_unknown_code_gets_a_suggestion(tmp_path: Path) -> None:
    (problem,) = checked("rules: {unused-waver: error}\n", tmp_path)
    assert (problem.code, problem.severity) == ("unknown-rule", "error")
    assert "`unused-waiver`" in problem.hint


def test_a_removed_code_is_no_error(tmp_path: Path) -> None:
    found = checked("rules: {site-busy: off}\nwaive: {site-busy: We know.}\n", tmp_path)
    assert [(problem.code, problem.severity) for problem in found] == [("unknown-rule", "info")] * 2
    assert "`folder-busy`" in found[0].message
