"""The rules on claims: `claims.md` beside this file holds the cases, and says how to read them."""

import re
from pathlib import Path

import pytest
from tests.explanations.pages import lay
from tests.lint.test_rules import Case, cases, told
from tests.use_cases import reported

from briefgen.claims.rules import CLAIM_RULES
from briefgen.commands.check import check
from briefgen.io.filesystem import World

MANUAL = Path(__file__).with_name("claims.md")
CASES = cases(MANUAL)
RULES = {rule.__name__.removeprefix("check_"): rule for rule in CLAIM_RULES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.title}")
def test_a_case_of_the_manual(case: Case, tmp_path: Path) -> None:
    first = lay([("scenario.yaml", case.yaml)], tmp_path)
    found = [item for item in reported(check, World(tmp_path), Path("scenario.yaml"))[1] if item.severity != "info"]
    assert [told(item, first) for item in found] == case.expected


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_cases_of_both_kinds_in_every_language(name: str) -> None:
    mine = [case for case in CASES if case.rule == name]
    assert sum(bool(case.expected) for case in mine) >= 3
    assert sum(not case.expected for case in mine) >= 3
    assert {re.findall(r"file: (\w+)", case.yaml)[0] for case in mine} == {"panel", "enquete", "encuesta"}


@pytest.mark.parametrize("name", RULES)
def test_every_fault_that_a_rule_names_has_a_case(name: str) -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", RULES[name].__doc__ or ""))
    shown = {line.split(" ")[0] for case in CASES if case.rule == name for line in case.expected}
    assert named
    assert named <= shown
