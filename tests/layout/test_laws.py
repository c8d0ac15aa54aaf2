"""The laws hold for every document."""

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from tests.hypothesis_profiles import examples
from tests.layout.laws import LAWS, Law, no_heading_is_the_last_thing_on_a_page
from tests.layout.reading import lines, said
from tests.strategies import documents
from tests.stress import STRESS

from briefgen.document import Document, PageBreak
from briefgen.layout import paginate
from briefgen.theme import PAPERS, Theme

law = examples(0.25, shrink=False)


def tried(theme: Theme, document: Document, *laws: Law) -> None:
    """Assert laws for the pages of a document."""
    broken = document
    if no_heading_is_the_last_thing_on_a_page in laws:
        # A page break behind a heading is the author's will.
        blocks = tuple(block for block in document.blocks if not isinstance(block, PageBreak))
        broken = msgspec.structs.replace(document, blocks=blocks)
    pages = paginate(broken, theme)
    for each in laws:
        each(theme, broken, pages)


@pytest.mark.parametrize("breaks", [True, False], ids=["with page breaks", "without"])
@law
@given(document=documents())
def test_all_laws_hold_for_any_document(theme: Theme, breaks: bool, document: Document) -> None:
    """The law of headings takes page breaks out, so the others are tried with them too."""
    laws = [each for each in LAWS if not breaks or each is not no_heading_is_the_last_thing_on_a_page]
    tried(theme, document, *laws)


@pytest.mark.parametrize("name", STRESS)
def test_all_laws_hold_for_documents_that_break_programs(theme: Theme, name: str) -> None:
    tried(theme, STRESS[name], *LAWS)


@law
@given(documents())
def test_the_same_document_gives_the_same_pages(theme: Theme, document: Document) -> None:
    first, second = paginate(document, theme), paginate(document, theme)
    same = repr(first) == repr(second)
    assert same


@law
@given(documents())
def test_letter_paper_holds_the_same_words(theme: Theme, document: Document) -> None:
    pages = paginate(document, theme, "letter")
    assert (pages.width, pages.height) == PAPERS["letter"]
    words = "".join("".join(said(line) for line in lines(page)) for page in pages)
    other = "".join("".join(said(line) for line in lines(page)) for page in paginate(document, theme))
    one, two = Counter(filter(str.isalpha, words)), Counter(filter(str.isalpha, other))
    assert (one - two, two - one) == (Counter(), Counter())
