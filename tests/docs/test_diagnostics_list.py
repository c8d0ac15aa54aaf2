"""The list of diagnostics is that of the program."""

import re

from tests.docs.diagnostics_list import PAGE, by_subject, listing

from briefgen.lint.codes import all_codes


def test_the_page_is_as_the_program_has_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(), "run `make reference`"


def test_every_code_is_listed_once_and_its_link_leads_to_it() -> None:
    links = re.findall(r"\[`([\w-]+)`\]\((\S+)\)", PAGE.read_text(encoding="utf-8"))
    assert sorted(code for code, _ in links) == sorted(all_codes())
    for code, link in links:
        file, _, anchor = link.partition("#")
        text = (PAGE.parent / file).read_text(encoding="utf-8")
        assert (f"# {code}\n" in text) if anchor else (f'"{code}"' in text), link


def test_every_subject_has_codes() -> None:
    assert [subject for subject, found in by_subject().items() if not found] == []
