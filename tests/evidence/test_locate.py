"""Quotes and their places: `quotes.md` beside this file holds the cases."""

import pytest
from tests.evidence.notation import MANUAL, Case, cases, written

from briefgen.evidence import locate, source_text

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.section}: {case.selector.quote}")
def test_a_case_of_the_manual(case: Case) -> None:
    assert written(locate(case.selector, source_text("text.txt", case.text), case.headings)) == case.outcome


def test_every_row_is_read() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert len(CASES) == text.count("\n| `") > 60
