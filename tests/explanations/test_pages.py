"""Each diagnostic has a page, and the page keeps its promise: the example has the fault, and the cure is one."""

import re
from pathlib import Path

import pytest
from tests.explanations.codes import WOVEN, all_codes, emitted
from tests.explanations.pages import BASE, Page, lay, pages
from tests.use_cases import reported

from briefgen.commands.check import check
from briefgen.commands.explain import codes, explain
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.lint.retired import RETIRED

PAGES = pages()
RUNNABLE = [page for page in PAGES if page.files("Example")]


def problems(folder: Path, code: str = "") -> list[Diagnostic]:
    """Errors and warnings, and what is told as information under a code."""
    found = reported(check, World(folder), Path("scenario.yaml"))[1]
    return [item for item in found if item.severity != "info" or item.code == code]


def test_every_code_has_a_page() -> None:
    lacking = {code: place for code, place in all_codes().items() if code not in {page.code for page in PAGES}}
    assert not lacking, f"codes without a page: {lacking}"


def test_every_page_has_a_code() -> None:
    unused = sorted({page.code for page in PAGES} - set(all_codes()))
    assert not unused, f"pages without a code: {unused}"


def test_codes_that_are_put_together_are_known() -> None:
    """Whoever writes `error(f"unknown-{what}", …)` says in `codes.WOVEN` what can come of it."""
    assert {code for code in emitted() if "*" in code} == set(WOVEN)


def test_the_base_scenario_has_no_fault(tmp_path: Path) -> None:
    lay([], tmp_path)
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == BASE.read_text(encoding="utf-8")
    assert problems(tmp_path) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_a_page_has_its_form(page: Page) -> None:
    assert page.title == f"# {page.code}"
    assert re.fullmatch(r"\S.+[.]", page.subject), "a page begins with one line that says what it is about"
    known = ["What it means", "Why it matters", "Example", "Cure"]
    assert list(page.sections) == [heading for heading in known if heading in page.sections]
    assert {"What it means", "Cure"} <= set(page.sections)
    assert all(text.strip() for text in page.sections.values())
    assert max(len(line) for line in page.text.splitlines() if "[[[" not in line) <= 120
    assert page.text.endswith("\n")
    assert not page.text.endswith("\n\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_a_page_speaks_plainly(page: Page) -> None:
    """An analyst reads it, who is neither a programmer nor to be told off."""
    jargon = r"\b(you should|please|simply|invalid|parser?|parsing|string|boolean|null|schema|exception|config\w*)\b"
    assert not re.findall(jargon, page.text, re.IGNORECASE)


@pytest.mark.parametrize("page", RUNNABLE, ids=lambda page: page.code)
def test_the_example_has_the_fault_and_no_other(page: Page, tmp_path: Path) -> None:
    first = lay(page.files("Example"), tmp_path)
    found = problems(tmp_path, page.code)
    assert {item.code for item in found} == {page.code}
    for item in found:
        assert item.span is not None, "it is told without a place"
        if item.where == "scenario.yaml":
            assert item.span.line >= first, "its place is outside the example"


def test_each_example_is_followed_by_its_cure() -> None:
    assert [page.code for page in RUNNABLE if not page.files("Cure")] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.files("Cure")], ids=lambda page: page.code)
def test_the_cure_has_no_fault(page: Page, tmp_path: Path) -> None:
    lay(page.files("Cure"), tmp_path)
    assert [(item.code, item.message) for item in problems(tmp_path, page.code)] == []


def test_every_code_of_the_first_release_is_known_or_retired() -> None:
    first = set((Path(__file__).parent / "codes_0.1.txt").read_text(encoding="utf-8").split())
    assert len(first) == 219
    assert first <= set(codes()) | set(RETIRED)
    assert not set(codes()) & set(RETIRED)
    assert {each.instead for each in RETIRED.values() if each.instead} <= set(codes())


def test_a_retired_code_is_explained() -> None:
    text, faults = reported(explain, "site-busy")
    assert text is not None
    assert "folder-busy" in text
    assert faults == []
