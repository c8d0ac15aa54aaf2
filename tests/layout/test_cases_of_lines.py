"""The cases of `lines.md`: a paragraph, its measure, its lines."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.layout.breaking import lines

from briefgen.theme import Theme

_CASE = re.compile(
    r"^## (?P<title>.+)\n(?:.*\n)*?`(?P<align>left|justify) (?P<measure>\d+) (?P<lang>[a-z]+)`\n\n"
    r"(?P<text>(?:> .*\n)+)\n```\n(?P<lines>(?:.*\n)+?)```$", re.M,
)  # fmt: skip


class Case(NamedTuple):
    title: str
    align: str
    measure: int
    lang: str
    text: str
    lines: list[str]


def cases() -> list[Case]:
    text = (Path(__file__).parent / "lines.md").read_text(encoding="utf-8")
    found = [
        Case(case["title"], case["align"], int(case["measure"]), case["lang"],
             " ".join(line[2:] for line in case["text"].splitlines()), case["lines"].splitlines())
        for case in _CASE.finditer(text)
    ]  # fmt: skip
    assert len(found) == text.count("\n## "), "a case is not written as the others are"
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_lines(theme: Theme, case: Case) -> None:
    assert lines(theme, case.text, case.measure, case.align, case.lang) == case.lines  # type: ignore[arg-type]
