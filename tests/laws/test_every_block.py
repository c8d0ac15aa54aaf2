"""Every writer takes every block, and every block of text stands in every format in the same order."""

import io
import zipfile
from collections import Counter

from hypothesis import given
from msgspec.structs import replace
from tests.hypothesis_profiles import examples
from tests.laws.briefs import theme
from tests.laws.readings import of_document, of_docx, of_native, of_pdf
from tests.laws.trial import opens_in_word
from tests.strategies import documents, fair_words

from briefgen.commands.render import write
from briefgen.document import Document, Inlines, NoteMark, Paged, Reference, Table, TitleBlock
from briefgen.document.transform import transform
from briefgen.document.walk import walk

usual = examples(0.3, shrink=False)


def is_written(document: Document) -> None:
    made = write(document, theme(), "a4", ("docx", "pdf", "native"))
    made["native"].decode()
    opens_in_word(made["docx"])
    assert made["pdf"].startswith(b"%PDF-")


def says_the_same(document: Document) -> None:
    """Kinds aside: such a document may have a heading in a cell, which no brief has. What leads nowhere is taken out,
    because it is printed as words."""
    notes = {note.number for note in document.notes}

    def leading(line: Inlines) -> Inlines:
        kept = (
            replace(inline, with_pages=leading(inline.with_pages)) if isinstance(inline, Paged) else inline
            for inline in line
        )
        return tuple(
            inline
            for inline in kept
            if not isinstance(inline, Reference) and not (isinstance(inline, NoteMark) and inline.number not in notes)
        )

    document = replace(document, blocks=transform(document.blocks, text=leading))
    made = write(document, theme(), "letter", ("docx", "pdf", "native"))
    said = words(of_document(document))
    assert words(of_native(made["native"])) == said
    in_word = words(of_docx(made["docx"]))
    if is_parted(document, made["docx"]):  # what each part repeats stands in it again, and row by row of each part
        assert not Counter(said) - Counter(in_word)
    else:
        assert in_word == said
    assert words(of_pdf(made["pdf"])) == said


def is_parted(document: Document, docx: bytes) -> bool:
    """Whether a table was too wide for every page: there are more of them in Word than in the document."""
    held = sum(isinstance(block, Table) or bool(isinstance(block, TitleBlock) and block.entries)
               for block in walk(document.blocks))  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml").count(b"<w:tbl>") > held


def words(reading: list[tuple[str, str]]) -> list[str]:
    return [text for _, text in reading]


@usual
@given(documents())
def test_every_writer_takes_every_block(document: Document) -> None:
    is_written(document)


@usual
@given(documents(fair_words))
def test_every_format_says_the_same(document: Document) -> None:
    says_the_same(document)
