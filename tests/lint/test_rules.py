"""The rules on scenarios: `rules.md` beside this file holds the cases, and says how to read them."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.explanations.pages import lay
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.lint import rules

MANUAL = Path(__file__).with_name("rules.md")

_CASE = re.compile(
    r"^(?P<title>[^\n`#][^\n]*)\n\n```yaml\n(?P<yaml>.*?)^```\n(?P<expected>(?:\n?- [^\n]*\n)*)",
    re.MULTILINE | re.DOTALL,
)


class Case(NamedTuple):
    rule: str
    title: str
    yaml: str
    expected: list[str]


def cases(manual: Path) -> list[Case]:
    _, *sections = re.split(r"^## (\w+)\n", manual.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [
        Case(rule, found["title"], found["yaml"], re.findall(r"^- (.+)$", found["expected"], re.MULTILINE))
        for rule, text in zip(sections[::2], sections[1::2], strict=True)
        for found in _CASE.finditer(text)
    ]


CASES = cases(MANUAL)

RULES = {rule.__name__.removeprefix("check_"): rule for rule in rules.RULES}

NAMED = {name: set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", rule.__doc__ or "")) for name, rule in RULES.items()}
"""Rule → the codes that it finds. What other rules tell as information, such as that nothing cites a fact, is left
out of its cases; their errors and warnings are not."""


def told(item: Diagnostic, first: int) -> str:
    """`unknown-fact at 1:16, @last-buss`: the code, line and column, and the first words of what is marked."""
    assert item.span is not None, item
    marked = item.span.text.partition("\n")[0]
    marked = marked if len(marked) <= 40 else marked[:39] + "…"
    return f"{item.code} at {item.span.line - first + 1}:{item.span.column}, {marked}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.title}")
def test_a_case_of_the_manual(case: Case, tmp_path: Path) -> None:
    first = lay([("scenario.yaml", case.yaml)], tmp_path)
    found = [
        item
        for item in reported(check, World(tmp_path), Path("scenario.yaml"))[1]
        if item.severity != "info" or item.code in NAMED[case.rule]
    ]
    assert [told(item, first) for item in found] == case.expected


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")


def test_every_rule_has_cases() -> None:
    assert {case.rule for case in CASES} == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_every_fault_that_a_rule_names_has_a_case(name: str) -> None:
    """A rule's docstring names its codes: “Finds `no-baseline`, `two-baselines`.”"""
    assert NAMED[name] <= {line.split(" ")[0] for case in CASES if case.rule == name for line in case.expected}
