"""Laws: whatever a document holds, its brief for review is sound, and nothing is found in it that nobody did."""

import msgspec
from hypothesis import given
from tests.docx.documents import documents
from tests.docx.linter import faults
from tests.hypothesis_profiles import examples
from tests.laws.briefs import theme
from tests.review.word import as_sent

from briefgen import docx
from briefgen.document import Document
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.review.findings import review
from briefgen.review.open import Reviewed, opened

usual = examples(0.25)


def written(document: Document) -> bytes:
    return docx.write(document, theme(), options=WordOptions(review=ReviewOptions()))


@given(documents)
@usual
def test_every_document_makes_a_sound_file(document: Document) -> None:
    assert faults(written(document)) == []


def untouched(document: Document) -> None:
    """Nothing is found in its file."""
    made = opened(written(document), "edited.docx")
    assert isinstance(made, Reviewed), made
    assert review(made, as_sent(made)).found == ()


@given(documents)
@usual
def test_nothing_is_found_in_a_file_that_nobody_touched(document: Document) -> None:
    untouched(document)


def test_the_same_document_makes_the_same_file() -> None:
    from tests.laws.briefs import brief

    one, two = (written(msgspec.structs.replace(brief("starter", "en"))) for _ in range(2))
    assert one == two
