"""Quotes and their places: `quotes.md` beside this file holds the cases."""

import pytest
from tests.evidence.notation import MANUAL, Case, cases, written

from briefgen.evidence import locate, source_text
from briefgen.evidence.lock import Altered
from briefgen.evidence.text import normalise

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.section}: {case.selector.quote}")
def test_a_case_of_the_manual(case: Case) -> None:
    assert written(locate(case.selector, source_text("text.txt", case.text), case.headings)) == case.outcome


def test_a_change_is_where_its_words_are_in_the_quote() -> None:
    located = [(case.selector, locate(case.selector, source_text("text.txt", case.text))) for case in CASES]
    altered = [(selector.quote, found) for selector, found in located if isinstance(found, Altered)]
    assert len(altered) > 20
    for quote, found in altered:
        for change in found.changes:
            words = normalise(quote[slice(*change.span)]).text
            assert words == change.quote if change.quote else len(words.split()) <= 2


def test_every_row_is_read() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert len(CASES) == text.count("\n| `") > 60
