"""Every block of text in a brief stands in every format, in the same order."""

import pytest
from tests.laws.briefs import SHIPPED, brief, files
from tests.laws.readings import of_document, of_docx, of_native, of_pdf

briefs = pytest.mark.parametrize(("name", "lang"), SHIPPED)


@briefs
def test_the_native_dump_says_what_the_document_says(name: str, lang: str) -> None:
    assert of_native(files(name, lang)["native"]) == of_document(brief(name, lang))


@briefs
def test_word_shows_what_the_document_says(name: str, lang: str) -> None:
    assert of_docx(files(name, lang)["docx"]) == of_document(brief(name, lang))


@briefs
def test_the_pdf_says_what_the_document_says(name: str, lang: str) -> None:
    assert of_pdf(files(name, lang)["pdf"]) == of_document(brief(name, lang))


@briefs
def test_a_brief_has_all_that_is_compared(name: str, lang: str) -> None:
    kinds = [kind for kind, _ in of_document(brief(name, lang))]
    assert len(kinds) > 150
    assert set(kinds) == {"title", "heading 1", "heading 2", "paragraph", "item", "cell", "caption"}
