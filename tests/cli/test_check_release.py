"""`briefgen check --release`: what is still open before a brief can be cleared."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.program import Run, Write

RATED = """, assessments: {
      access: {leaning: mixed, reason: "The last bus leaves at 23:10 [@last-bus]."},
      cost: {leaning: mixed, reason: "The last bus leaves at 23:10 [@last-bus]."}}}
"""
CLEARED = "edition: {number: 1, date: 2026-01-20, status: cleared}\n"


def messages(briefgen: Run, severity: str = "error") -> list[str]:
    found = json.loads(briefgen("check", "bus", "--release", "--format", "json").stdout)["diagnostics"]
    return [item["message"] for item in found if item["code"] == "not-ready" and item["severity"] == severity]


@pytest.fixture
def ready(briefgen: Run, scenario: Write) -> Path:
    """A scenario that is cleared, with all its quotes recorded."""
    file = scenario(CLEARED)
    text = file.read_text(encoding="utf-8")
    rated = text.replace("They walk.}]}\n", "They walk.}]" + RATED).replace("It costs.}]}\n", "It costs.}]" + RATED)
    assert rated.count("access: {leaning") == 2
    file.write_text(rated, encoding="utf-8")
    assert briefgen("lock", "bus").exit_code == 0
    return file


def add(file: Path, more: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")


def test_what_is_ready_has_nothing_open(ready: Path, briefgen: Run) -> None:
    assert messages(briefgen) == []
    assert briefgen("check", "bus", "--release").exit_code == 0


def test_a_draft_whose_quotes_are_not_recorded(scenario: Write, briefgen: Run) -> None:
    scenario()
    assert briefgen("check", "bus").exit_code == 0
    result = briefgen("check", "bus", "--release")
    assert result.exit_code == 1
    assert "Edition 1 is still a draft. [not-ready]" in result.stderr
    assert "recorded in evidence.lock. [not-ready]" in result.stderr


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("issue: TODO write this [@last-bus].\n", "`TODO` marks unfinished text."),
        ("# FIXME ask the operator\n", "`FIXME` marks unfinished text."),
        ("issue: '[The price is TBC.]{.judgement}'\n", "`TBC` marks unfinished text."),
    ],
)
def test_unfinished_texts(more: str, message: str, ready: Path, briefgen: Run) -> None:
    add(ready, more)
    assert messages(briefgen) == [message]


def test_words_that_only_look_like_a_mark(ready: Path, briefgen: Run) -> None:
    add(ready, "issue: The todo list and XXXL buses [@last-bus].\n")
    assert messages(briefgen) == []


def test_a_sentence_that_cites_nothing_is_reported_once(ready: Path, briefgen: Run) -> None:
    add(ready, "issue: The last bus leaves early.\n")
    result = briefgen("check", "bus", "--release")
    assert result.exit_code == 1
    assert result.stderr.count("issue: The last bus leaves early.") == 1


def test_a_warning_counts(ready: Path, briefgen: Run) -> None:
    add(ready, "sourcing: In [the table](answers.xlsx).\n")
    assert briefgen("check", "bus").exit_code == 0
    assert briefgen("check", "bus", "--release").exit_code == 1


def test_empty_ratings_are_open_unless_the_brief_says_why(ready: Path, briefgen: Run) -> None:
    text, cost = ready.read_text(encoding="utf-8"), re.compile(r"cost: \{leaning.*?\}")
    ready.write_text(cost.sub("", text, count=1).replace("],\n      }", "]}"), encoding="utf-8")
    assert messages(briefgen) == ["The option `no-change` is not rated on `cost`."]
    ready.write_text(cost.sub("cost: {reason: The price is not known.}", text, count=1), encoding="utf-8")
    assert messages(briefgen) == []
    confirm = "To confirm: the option `no-change` is not rated on `cost`; the brief says why."
    assert confirm in messages(briefgen, "info")


def test_waivers_are_to_be_confirmed(ready: Path, briefgen: Run) -> None:
    add(ready, "issue: The last bus leaves early.\nwaive: {uncited-sentence: Known to everybody.}\n")
    assert messages(briefgen) == []
    confirm = messages(briefgen, "info")
    assert any("`uncited-sentence` is waived here. Reason given: Known to everybody." in each for each in confirm)
