"""The laws hold for every document."""

import os
from collections import Counter

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.layout.laws import LAWS, Law, no_heading_is_the_last_thing_on_a_page
from tests.layout.reading import lines, said
from tests.strategies import documents
from tests.stress import STRESS

from briefgen.document import Document, PageBreak
from briefgen.layout import paginate
from briefgen.theme import PAPERS, Theme

SEED = int(os.environ.get("BRIEFGEN_SEED", "2022"))

law = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


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
def test_all_laws_hold_for_any_document(theme: Theme, breaks: bool) -> None:
    """The law of headings takes page breaks out, so the others are tried with them too."""
    laws = [each for each in LAWS if not breaks or each is not no_heading_is_the_last_thing_on_a_page]

    @law
    @given(documents())
    def holds(document: Document) -> None:
        tried(theme, document, *laws)

    holds()


@pytest.mark.parametrize("name", STRESS)
def test_all_laws_hold_for_documents_that_break_programs(theme: Theme, name: str) -> None:
    tried(theme, STRESS[name], *LAWS)


@pytest.mark.soak
@pytest.mark.parametrize("part", range(20))
def test_soak_all_laws_hold_for_any_document(theme: Theme, part: int) -> None:
    """2,000 documents, by the seed that `make soak` prints."""

    @seed(SEED + part)
    @settings(law, max_examples=100, derandomize=False)
    @given(documents())
    def holds(document: Document) -> None:
        tried(theme, document, *LAWS)

    holds()


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
