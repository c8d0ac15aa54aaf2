"""A small brief for review, and what Word writes into it."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from msgspec.structs import replace
from tests.factory import document
from tests.laws.briefs import theme
from tests.word_files import unzipped, zipped

from briefgen import docx
from briefgen.document import Block, Inlines, Note, Paragraph
from briefgen.docx.context import ReviewOptions, WordOptions
from briefgen.review.findings import Review, review
from briefgen.review.open import Reviewed, opened

ANN = 'w:author="Ann" w:date="2026-03-04T10:11:00Z"'
BOB = 'w:author="Bob" w:date="2026-03-05T09:00:00Z"'


def sent(*lines: Inlines | Block, notes: tuple[Note, ...] = ()) -> bytes:
    """A brief that went out."""
    blocks = [line if not isinstance(line, tuple) else Paragraph(line) for line in lines]
    made = replace(document(*blocks), notes=notes)
    return docx.write(made, theme(), options=WordOptions(review=ReviewOptions()))


def run(words: str, look: str = "") -> str:
    """A run as our writer has it."""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def inserted(runs: str, by: str = ANN) -> str:
    return f'<w:ins w:id="9" {by}>{runs}</w:ins>'


def deleted(words: str, by: str = ANN) -> str:
    return f'<w:del w:id="9" {by}><w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r></w:del>'


def edited(data: bytes, *changes: tuple[str, str], parts: Mapping[str, str] | None = None) -> bytes:
    """The file with pieces of its body replaced, each of which stands in it once; and with further parts."""
    files = unzipped(data)
    xml = files["word/document.xml"].decode()
    for old, new in changes:
        assert xml.count(old) == 1, (old, xml.count(old))
        xml = xml.replace(old, new)
    files["word/document.xml"] = xml.encode()
    for name, text in (parts or {}).items():
        files[name] = text.encode()
    return zipped(files)


def told(data: bytes, known: Mapping[tuple[str, int], str] | None = None, name: str = "ann.docx") -> Review:
    """What is found. `known`: what the scenario says; else what went out."""
    made = opened(data, name)
    assert isinstance(made, Reviewed), made
    return review(made, as_sent(made) if known is None else known)


def as_sent(made: Reviewed) -> dict[tuple[str, int], str]:
    """The words of each block as they went out."""
    assert made.baseline is not None
    words: dict[tuple[str, int], str] = {}
    for lines in made.baseline.stories.values():
        for line in lines:
            here: dict[str, str] = {}
            for stretch in line.stretches:
                here[stretch.tag] = here.get(stretch.tag, "") + stretch.text
            for tag, text in here.items():
                if tag in made.baseline.fields:
                    field = made.baseline.fields[tag]
                    words.setdefault((field.path, field.block), text)
    return words
