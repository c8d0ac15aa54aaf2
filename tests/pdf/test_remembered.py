"""What is remembered from one document to the next changes no byte of either."""

import pytest
from tests.laws.briefs import brief, theme

from briefgen.document import Document, Note, NoteMark, Paragraph, Properties, Run, Running, TemplateText
from briefgen.layout import Pages, paginate
from briefgen.layout.compose import looks
from briefgen.source import SourceFile
from briefgen.theme import read, shipped


def test_a_theme_is_known_by_its_text_and_by_nothing_else() -> None:
    text = shipped()["plain"].read_text(encoding="utf-8")
    first, _ = read(SourceFile("plain.yaml", text))
    assert read(SourceFile("other.yaml", text))[0] is first
    other, _ = read(SourceFile("plain.yaml", text.replace("left: 76.5", "left: 70")))
    assert other is not None
    assert other.page.left == 70


def test_words_and_looks_of_the_document_before_change_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that no face has are painted in other looks, which are remembered as well."""
    line = (Run("A 5 km line – of œuvres, ∮ and ☃ signs, said twice ", TemplateText()), NoteMark(1, 1))
    document = Document(
        "en", Properties("Signs"), Running(), (Paragraph(line), Paragraph(line[:1])), (Note(1, line[:1]),)
    )
    monkeypatch.setattr(looks, "_last", None)
    alone = paginate(document, theme())
    kept = looks._last
    paginate(brief("starter", "en"), theme())
    again = paginate(document, theme())
    assert looks._last is kept, "nothing was remembered"
    assert told(again) == told(alone)


def told(pages: Pages) -> list[str]:
    """All that is painted: looks are told apart by what they are, not by which value they are."""
    return [repr(box) for page in pages for box in (*page.boxes, *page.header, *page.footer)]


def test_a_document_begins_with_nothing_where_enough_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "_last", None)
    monkeypatch.setattr(looks, "_MOST_STRETCHES", 3)
    paginate(brief("starter", "en"), theme())
    first = looks._last
    assert first is not None
    assert len(first._stretches) == 3
    paginate(brief("starter", "en"), theme())
    assert looks._last is not first
