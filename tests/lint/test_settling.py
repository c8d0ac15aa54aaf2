"""What an author decides about rules: their weight in a scenario, and where one does not apply."""

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
"""A statement with a number that its quote does not have."""

WAIVED = FACT + "    waive: {number-not-in-passage: They were counted.}\n"


def told(yaml: str, folder: Path) -> list[Diagnostic]:
    lay([("scenario.yaml", yaml)], folder)
    return [each for each in reported(check, World(folder), Path("scenario.yaml"))[1] if each.code != "text-missing"]


def of(found: list[Diagnostic], code: str) -> list[tuple[str, str]]:
    return [(each.severity, each.waived) for each in found if each.code == code]


def test_without_a_word_of_the_author_a_rule_warns(tmp_path: Path) -> None:
    assert of(told(FACT, tmp_path), "number-not-in-passage") == [("warning", "")]


@pytest.mark.parametrize("weight", ["error", "warning", "info"])
def test_a_scenario_weighs_a_rule(weight: str, tmp_path: Path) -> None:
    found = told(FACT + f"rules: {{number-not-in-passage: {weight}}}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [(weight, "")]


def test_off_needs_no_quotation_marks_and_means_off(tmp_path: Path) -> None:
    assert told(FACT + "rules: {number-not-in-passage: off}\n", tmp_path) == []


def test_a_waiver_stands_beside_the_item_and_shows_its_reason_to_programs(tmp_path: Path) -> None:
    found = told(WAIVED, tmp_path)
    assert of(found, "number-not-in-passage") == [("info", "They were counted.")]
    (item,) = json.loads(json_dumps(found))["diagnostics"]
    assert item["waived"] == "They were counted."
    (result,) = json.loads(sarif_dumps(found))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "They were counted."}]
    assert diagnostics_summary(found) == "1 waived"


def test_a_waiver_outweighs_the_weight_of_the_scenario(tmp_path: Path) -> None:
    found = told(WAIVED + "rules: {number-not-in-passage: error}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [("info", "They were counted.")]


def test_a_waiver_of_the_scenario_is_not_for_its_facts(tmp_path: Path) -> None:
    found = told(FACT + "waive: {number-not-in-passage: We know better.}\n", tmp_path)
    assert of(found, "number-not-in-passage") == [("warning", "")]
    assert of(found, "unused-waiver") == [("warning", "")]


def test_a_waiver_of_nothing_is_told_at_its_key(tmp_path: Path) -> None:
    (unused,) = told(WAIVED.replace(" with 40 people", ""), tmp_path)
    assert unused.code == "unused-waiver"
    assert unused.span is not None
    assert unused.span.text == "number-not-in-passage"


def test_an_error_cannot_be_waived_nor_made_less(tmp_path: Path) -> None:
    yaml = "issue: It is late [@no-such-fact].\nwaive: {unknown-fact: It will come.}\nrules: {unknown-fact: off}\n"
    found = told(yaml, tmp_path)
    assert of(found, "unknown-fact") == [("error", "")]
    assert of(found, "unused-waiver") == [("info", "")]


def test_a_rule_that_there_is_not_gets_a_suggestion(tmp_path: Path) -> None:
    (fault,) = told("rules: {unused-waver: error}\n", tmp_path)
    assert (fault.code, fault.severity) == ("unknown-rule", "error")
    assert "`unused-waiver`" in fault.hint


def test_a_rule_that_was_removed_is_no_error(tmp_path: Path) -> None:
    found = told("rules: {site-busy: off}\nwaive: {site-busy: We know.}\n", tmp_path)
    assert [(fault.code, fault.severity) for fault in found] == [("unknown-rule", "info")] * 2
    assert "`folder-busy`" in found[0].message
