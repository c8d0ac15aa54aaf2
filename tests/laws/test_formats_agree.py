"""Every block of text in a brief stands in every format, in the same order: of every example, template and language."""

from tests.html.reading import said, written
from tests.laws.briefs import TEMPLATES, brief, each_brief, files
from tests.laws.readings import of_document, of_docx, of_native, of_pdf

from briefgen.io.filesystem import shipped

Of = tuple[str, str, str, str]


@each_brief
def test_the_native_dump_says_what_the_document_says(of: Of) -> None:
    assert of_native(files(*of)["native"]) == of_document(brief(*of))


@each_brief
def test_word_shows_what_the_document_says(of: Of) -> None:
    assert of_docx(files(*of)["docx"]) == of_document(brief(*of))


@each_brief
def test_the_pdf_says_what_the_document_says(of: Of) -> None:
    assert of_pdf(files(*of)["pdf"]) == of_document(brief(*of))


@each_brief
def test_the_page_says_what_the_document_says(of: Of) -> None:
    assert said(files(*of)["html"]) == written(brief(*of))


@each_brief
def test_a_brief_has_what_is_compared(of: Of) -> None:
    kinds = [kind for kind, _ in of_document(brief(*of))]
    least = {"options-paper": 140, "decision-note": 25, "option-note": 15, "evidence-annex": 100}
    assert len(kinds) > least[of[2]]
    assert set(kinds) >= {"title", "heading 1", "paragraph", "item", "cell", "caption"}


def test_every_shipped_template_is_tried() -> None:
    names = {path.name.removesuffix(".md.j2") for path in shipped("templates").iterdir()}
    assert names == {*TEMPLATES, "pieces"}
