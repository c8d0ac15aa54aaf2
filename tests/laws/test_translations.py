"""Wherever a shipped brief quotes another language, every format has our translation beside the quote."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree
from tests.laws.briefs import brief, files, loaded, theme
from tests.laws.readings import folded, of_document, of_docx, of_native, of_pdf
from tests.pdf.structure import spoken

from briefgen.document import List, plain
from briefgen.document.walk import texts
from briefgen.html import write as write_html
from briefgen.model.evidence import Evidence
from briefgen.ooxml.tags import w

TRANSLATED = [
    ("haiti-2022", "fr", 31),
    ("haiti-2022", "es", 31),
    ("kelmouth-2026", "fr", 73),
    ("kelmouth-2026", "en", 9),
    ("kelmouth-2026", "es", 82),
]
"""Scenario, language of the brief, and how many quotes of it are in another language."""

OURS = {"en": "(our translation", "fr": "(notre traduction", "es": "(traducción nuestra"}

briefs = pytest.mark.parametrize(("name", "lang", "number"), TRANSLATED)


def foreign(name: str, lang: str) -> list[Evidence]:
    """The evidence that is in another language than the brief."""
    sources = {source.id: source for source in loaded(name).scenario.sources}
    given = [each for fact in loaded(name).scenario.facts for each in fact.evidence]
    return [each for each in given if sources[each.source].language != lang]


def end_notes(name: str, lang: str) -> list[str]:
    notes = next(block for block in brief(name, lang).blocks if isinstance(block, List) and block.role == "notes")
    return [folded(plain(line)) for item in notes.items for block in item.blocks for line in texts(block)]


@briefs
def test_every_quote_in_another_language_is_translated(name: str, lang: str, number: int) -> None:
    found = foreign(name, lang)
    assert len(found) == number
    assert all(each.translation and lang in each.translation.texts for each in found)


@briefs
def test_what_is_quoted_stands_in_both_languages_in_the_end_notes(name: str, lang: str, number: int) -> None:
    """Double marks within English ones are single ones; no quote of these scenarios has any."""
    notes = end_notes(name, lang)
    for each in foreign(name, lang):
        assert each.translation
        original, ours = folded(each.quote), folded(each.translation.texts[lang])
        shape = rf"{re.escape(original)}\s?[”»] {re.escape(OURS[lang])}\s?: [“«]\s?{re.escape(ours)}\s?[”»]\)"
        assert any(re.search(shape, note) for note in notes), each.quote


@briefs
def test_the_end_notes_are_the_same_in_every_format(name: str, lang: str, number: int) -> None:
    ours = [words for _kind, words in of_document(brief(name, lang)) if OURS[lang] in words]
    assert (
        len(ours) >= len({each.quote for each in foreign(name, lang)}) * 0.9
    )  # facts with the same passages share one
    made = files(name, lang)
    for found in (of_native(made["native"]), of_docx(made["docx"]), of_pdf(made["pdf"])):
        assert [words for _kind, words in found if OURS[lang] in words] == ours
    page = etree.HTML(write_html(brief(name, lang), theme()).decode())
    listed = [folded("".join(each.itertext())) for each in page.iter("p")]
    assert set(ours) <= set(listed)


def at_the_foot_of_docx(name: str, lang: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(files(name, lang)["docx"])) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
    return ["".join(part.text or "" for part in note.iter(w("t"))) for note in root.iter(w("footnote"))]


def at_the_foot_of_pdf(name: str, lang: str) -> list[str]:
    return [text for tag, text in spoken(files(name, lang)["pdf"]) if tag == "P"]


def at_the_foot_of_native(name: str, lang: str) -> list[str]:
    lines = files(name, lang)["native"].decode().splitlines()
    shown = [re.findall(r'"((?:[^"\\]|\\.)*)"', line.partition(" ")[2]) for line in lines if line.startswith("note-")]
    return [re.sub(r"\\u\{([0-9A-F]+)\}", lambda found: chr(int(found[1], 16)), "".join(words)) for words in shown]


@pytest.mark.parametrize("read", [at_the_foot_of_docx, at_the_foot_of_pdf, at_the_foot_of_native])
@briefs
def test_the_foot_of_a_page_says_whose_words_it_shows(
    name: str, lang: str, number: int, read: Callable[[str, str], list[str]]
) -> None:
    expected = [folded(plain(note.content)) for note in brief(name, lang).notes]
    assert sum(OURS[lang] + ")" in note for note in expected) >= number / 3
    found = [folded(note) for note in read(name, lang)]
    for note in expected:
        assert any(shown.endswith(note) for shown in found), note
