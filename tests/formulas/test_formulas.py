"""Formulas are evaluated, printed, compared with sentences, and refused with a reason."""

from pathlib import Path
from typing import Any

import pytest

import yaml
from briefgen.claims.arithmetic import compare
from briefgen.claims.tables import check_table
from briefgen.formulas import Formula, Problem, Quantity, evaluate, parse, quantity
from briefgen.formulas.printing import equation
from briefgen.locale import load

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file in this folder."""
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


def quantities(case: dict[str, Any]) -> dict[str, Quantity]:
    """The quantities of a case by name."""
    out = {}
    for name, (value, unit) in case.get("quantities", {}).items():
        made = quantity(value, unit)
        assert isinstance(made, Quantity), made
        out[name] = made
    return out


def result(case: dict[str, Any]) -> tuple[Formula, Quantity]:
    """The formula of a case and its result."""
    formula = parse(case["formula"])
    assert isinstance(formula, Formula), formula
    value = evaluate(formula, quantities(case))
    assert isinstance(value, Quantity), value
    return formula, value


PRINTED = [(case, lang) for case in cases("cases.yaml") for lang in case["printed"]]


@pytest.mark.parametrize(
    ("case", "lang"), PRINTED, ids=lambda each: each["formula"] if isinstance(each, dict) else each
)
def test_a_formula_is_printed_with_its_operands(case: dict[str, Any], lang: str) -> None:
    formula, value = result(case)
    printed = equation(formula, quantities(case), value, load(lang))
    assert printed.replace("\u202f", " ").replace("\u00a0", " ") == case["printed"][lang]


SENTENCES = [(case, *sentence) for case in cases("cases.yaml") for sentence in case["sentences"]]


@pytest.mark.parametrize(("case", "lang", "outcome", "sentence"), SENTENCES, ids=[each[3] for each in SENTENCES])
def test_a_result_is_compared_with_the_words(case: dict[str, Any], lang: str, outcome: str, sentence: str) -> None:
    _, value = result(case)
    found = compare(value, sentence, lang, list(quantities(case).values()))
    assert found.outcome == outcome, found


@pytest.mark.parametrize("case", cases("faults.yaml"), ids=lambda case: case["formula"])
def test_a_formula_without_a_result_says_why(case: dict[str, Any]) -> None:
    made = parse(case["formula"])
    problem = made if isinstance(made, Problem) else evaluate(made, quantities(case))
    assert isinstance(problem, Problem), problem
    assert case["says"] in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("value", "unit", "says"),
    [
        ("twelve", "people", "not a number"),
        ("15–12", "people", "smaller number first"),
        ("2022-02-30", "", "not a day of the calendar"),
        ("2022-13", "", "not a month of the calendar"),
        ("2022-02-03", "days", "Remove the unit"),
        ("1", "?!", "is not a unit"),
        ("1", "m^9", "not allowed"),
        (True, "people", "not a number"),
    ],
)
def test_a_value_that_cannot_be_read_says_why(value: Any, unit: str, says: str) -> None:
    assert says in str(quantity(value, unit))


@pytest.mark.parametrize("case", cases("tables.yaml"), ids=lambda case: str(case["rows"]))
def test_totals_and_shares_of_tables_are_recomputed(case: dict[str, Any]) -> None:
    found = check_table(case["header"], case["rows"], case.get("lang", "en"))
    wrong = [[each.row, each.column, each.expected.replace("\u202f", " ")] for each in found]
    assert wrong == case.get("wrong", [])
