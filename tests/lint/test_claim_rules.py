"""The rules on claims: `claims.md` has the cases, and says how to read them."""

import re
from pathlib import Path

import pytest
from tests.lint.test_rules import cases, found_in

from briefgen.claims.rules import CLAIM_RULES

MANUAL = Path(__file__).with_name("claims.md")
CASES = cases(MANUAL)
CODES = {rule.name: {code.name for code in rule.codes} for rule in CLAIM_RULES}


@pytest.mark.parametrize("rule", CODES)
def test_the_cases_of_a_rule(rule: str, tmp_path: Path) -> None:
    for number, case in enumerate(case for case in CASES if case.rule == rule):
        assert found_in(case, tmp_path / str(number)) == case.expected, case.title


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")
    assert {case.rule for case in CASES} == set(CODES)


@pytest.mark.parametrize("rule", CODES)
def test_a_rule_has_cases_of_both_kinds_in_every_language(rule: str) -> None:
    mine = [case for case in CASES if case.rule == rule]
    assert sum(bool(case.expected) for case in mine) >= 3
    assert sum(not case.expected for case in mine) >= 3
    assert {re.findall(r"file: (\w+)", case.yaml)[0] for case in mine} == {"panel", "enquete", "encuesta"}
    assert CODES[rule]
    assert CODES[rule] <= {line.split(" ")[0] for case in mine for line in case.expected}
