"""The letters of a line are counted without joining them."""

from hypothesis import given
from tests.strategies import documents

from briefgen.document import Document, Inlines, Paged, Run, TemplateText, plain
from briefgen.document.inlines import length
from briefgen.document.walk import texts


@given(documents(most=3))
def test_a_line_is_as_long_as_its_words(document: Document) -> None:
    for block in document.blocks:
        for line in texts(block):
            assert length(line) == len(plain(line))


def test_of_what_reads_otherwise_without_pages() -> None:
    here = TemplateText()
    line: Inlines = (Run("gone", here, frozenset({"deleted"})), Paged((Run("on page 2", here),), (Run("below", here),)))
    assert length(line) == len(plain(line)) == len("below")
