"""The list of diagnostics is that of the program."""

import re
from pathlib import Path

import pytest
from tests.docs.diagnostics_list import PAGE, by_subject, listing, severities
from tests.explanations.pages import Page, lay, pages
from tests.explanations.test_pages import RUNNABLE, problems


def test_the_page_is_as_the_program_has_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(), "run `make reference`"


def test_every_page_is_listed_once_and_its_link_leads_to_it() -> None:
    links = re.findall(r"\[`([\w-]+)`\]\((\S+)\)", PAGE.read_text(encoding="utf-8"))
    assert sorted(code for code, _ in links) == [page.code for page in pages()]
    assert [link for _, link in links if not (PAGE.parent / link).is_file()] == []


def test_every_subject_has_codes() -> None:
    assert [subject for subject, found in by_subject().items() if not found] == []


def test_every_code_has_a_severity() -> None:
    assert [page.code for page in pages() if not severities(page.code)] == []


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.code)
def test_the_severity_is_that_of_the_example(page: Page, tmp_path: Path) -> None:
    lay(page.files("Example"), tmp_path)
    assert {item.severity for item in problems(tmp_path)} <= set(severities(page.code))
