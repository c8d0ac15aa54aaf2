"""The rules on scenarios: `rules.md` has the cases, and says how to read them."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.explanations.pages import lay
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.lint.rules import RULES

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

CODES = {rule.name: {code.name for code in rule.codes} for rule in RULES}
"""Rule → its codes. Its cases leave out infos of other rules, such as that nothing cites a fact."""


def shown(item: Diagnostic, first: int) -> str:
    """`unknown-fact at 1:16, @last-buss`: the code, line and column, and the first words of what is marked."""
    assert item.span is not None, item
    marked = item.span.text.partition("\n")[0]
    marked = marked if len(marked) <= 40 else marked[:39] + "…"
    return f"{item.code} at {item.span.line - first + 1}:{item.span.column}, {marked}"


def found_in(case: Case, folder: Path, codes: Collection[str] = ()) -> list[str]:
    """Errors and warnings in a case, and infos of some codes."""
    first = lay([("scenario.yaml", case.yaml)], folder)
    found = reported(check, World(folder), Path("scenario.yaml"))[1]
    return [shown(item, first) for item in found if item.severity != "info" or item.code in codes]


@pytest.mark.parametrize("rule", CODES)
def test_the_cases_of_a_rule(rule: str, tmp_path: Path) -> None:
    for number, case in enumerate(case for case in CASES if case.rule == rule):
        assert found_in(case, tmp_path / str(number), CODES[rule]) == case.expected, case.title


def test_every_case_is_read() -> None:
    assert len(CASES) == MANUAL.read_text(encoding="utf-8").count("```yaml")


def test_every_rule_has_cases_for_each_of_its_codes() -> None:
    found: dict[str, set[str]] = {}
    for case in CASES:
        found.setdefault(case.rule, set()).update(line.split(" ")[0] for line in case.expected)
    assert set(found) == set(CODES)
    assert {name: codes - found[name] for name, codes in CODES.items() if not codes <= found[name]} == {}
