"""The Haiti brief claims what its one source says, and no more."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.laws.briefs import brief, loaded, theme
from tests.laws.readings import folded

from briefgen.analysis import coverage
from briefgen.core.source import SourceFile
from briefgen.document import List, NoteMark, Table, plain
from briefgen.document.walk import headings, note_marks, texts
from briefgen.io.filesystem import World
from briefgen.layout import paginate
from briefgen.markup.model import Label, Prose
from briefgen.markup.parse import citations
from briefgen.model.evidence import Fact
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses

HAITI = "haiti-2022"

LANGS = ("en", "fr", "es")

SILENT = {"en": "not stated", "fr": "non exprimé", "es": "no consta"}
INFERRED = {"en": "inferred", "fr": "déduit", "es": "inferid"}
CITED_AT = {"en": "Back to where it is cited: ", "fr": "Retour aux appels : ", "es": "Volver a las llamadas: "}
NONE_ON_RECORD = {"en": "none on record", "fr": "aucune déclarée", "es": "ninguna declarada"}

in_each = pytest.mark.parametrize("lang", LANGS)


def scenario() -> Scenario:
    return loaded(HAITI).scenario


def end_notes(lang: str) -> list[str]:
    """The words of each end note."""
    notes = next(block for block in brief(HAITI, lang).blocks if isinstance(block, List) and block.role == "notes")
    return [folded(" ".join(plain(line) for block in item.blocks for line in texts(block))) for item in notes.items]


def table(anchor: str, lang: str) -> Table:
    return next(block for block in brief(HAITI, lang).blocks if isinstance(block, Table) and block.anchor == anchor)


def rows(given: Table) -> list[list[str]]:
    return [
        [folded(" ".join(plain(line) for block in cell.blocks for line in texts(block))) for cell in row.cells]
        for row in given.body
    ]


def caption(given: Table) -> str:
    assert given.caption is not None
    return folded(plain(given.caption.content))


def plain_words(label: Label, lang: str) -> str:
    """A name in a language; one that has no other is the same in all."""
    return folded(label.texts[lang if lang in label.texts else "en"])


def printed(quote: str, lang: str) -> str:
    """A quote as it stands in the quotation marks of a language."""
    if lang == "fr":
        return folded(f"«\u202f{quote}\u202f»")
    if lang == "es":
        return folded(f"«{quote}»")
    return folded("“" + quote.replace("“", "‘").replace("”", "’") + "”")


def cited(lang: str) -> list[Fact]:
    ids = {citation.fact for prose in proses(scenario()) for citation in citations(prose, lang)}
    return [fact for fact in scenario().facts if fact.id in ids]


@in_each
def test_every_fact_is_cited(lang: str) -> None:
    assert cited(lang) == list(scenario().facts)
    assert len(cited(lang)) == 29


@pytest.mark.parametrize("field", list(proses(scenario())), ids=lambda field: field.path)
def test_a_text_cites_the_same_facts_in_the_same_order_in_each_languages(field: Prose) -> None:
    assert set(field.texts) == set(LANGS)
    english, french, spanish = ([citation.fact for citation in citations(field, lang)] for lang in LANGS)
    assert english == french == spanish


@in_each
@pytest.mark.parametrize("fact", scenario().facts, ids=lambda fact: fact.id)
def test_a_cited_fact_stands_among_the_end_notes_with_its_quote_and_source(fact: Fact, lang: str) -> None:
    sources = {source.id: source for source in scenario().sources}
    quotes = [printed(evidence.quote, lang) for evidence in fact.evidence]
    note = next(note for note in end_notes(lang) if all(quote in note for quote in quotes))
    assert folded(fact.statement.texts[lang]) in note
    for evidence in fact.evidence:
        source = sources[evidence.source]
        assert plain_words(source.short or source.title, lang) in note
        assert evidence.page and plain_words(evidence.page, lang) in note
    if fact.attributed_to:
        assert plain_words(fact.attributed_to, lang) in note


OURS = {"fr": "(notre traduction\u00a0: ", "es": "(traducción nuestra: "}


@pytest.mark.parametrize("lang", OURS)
@pytest.mark.parametrize("fact", scenario().facts, ids=lambda fact: fact.id)
def test_a_quote_stands_in_english_and_then_in_our_words(fact: Fact, lang: str) -> None:
    for evidence in fact.evidence:
        assert evidence.translation and set(evidence.translation.texts) == {"fr", "es"}
        ours = printed(evidence.translation.texts[lang], lang)
        passage = f"{printed(evidence.quote, lang)} {OURS[lang]}{ours})"
        assert any(folded(passage) in note for note in end_notes(lang))
        assert all(folded(evidence.translation.texts[lang]) not in note for note in end_notes("en"))


@pytest.mark.parametrize("fact", scenario().facts, ids=lambda fact: fact.id)
def test_a_translation_has_the_figures_of_the_quote(fact: Fact) -> None:
    for evidence in fact.evidence:
        assert evidence.translation
        for ours in evidence.translation.texts.values():
            assert numbers(ours) == numbers(evidence.quote)


@pytest.mark.parametrize("field", list(proses(scenario())), ids=lambda field: field.path)
def test_a_text_has_the_same_figures_in_each_language(field: Prose) -> None:
    assert numbers(field.texts["fr"]) == numbers(field.texts["es"]) == numbers(field.texts["en"])


def numbers(words: str) -> list[str]:
    return sorted(re.findall(r"(?<![\w@-])\d+", words))


@in_each
def test_each_note_is_set_once_and_led_back_to(lang: str) -> None:
    document = brief(HAITI, lang)
    marks = list(note_marks(document))
    assert [note.number for note in document.notes] == list(range(1, len(end_notes(lang)) + 1))
    assert {mark.number for mark in marks if mark.occurrence == 1} == {note.number for note in document.notes}
    for number, note in enumerate(end_notes(lang), 1):
        times = sum(mark.number == number for mark in marks)
        assert note.endswith(folded(CITED_AT[lang]) + " " + ", ".join(str(n) for n in range(1, times + 1)))


@in_each
def test_three_positions_are_on_record_four_inferred_and_the_rest_is_silence(lang: str) -> None:
    parties = table("options-by-stakeholders", lang)
    cells = [cell for row in rows(parties) for cell in row[1:]]
    found = Counter(
        "silent" if cell == SILENT[lang] else "inferred" if INFERRED[lang] in cell else "stated" for cell in cells
    )
    assert found == {"stated": 3, "inferred": 4, "silent": 32}
    assert caption(parties) == {
        "en": "Options by party: 3 positions on record, 4 inferred, 32 not stated",
        "fr": "Les options par partie : 3 positions déclarées, 4 déduites, 32 non exprimées",
        "es": "Las opciones por parte: 3 posiciones declaradas, 4 inferidas, 32 no declaradas",
    }[lang]  # fmt: skip


@in_each
def test_five_cells_have_evidence_seven_are_inferred_and_nine_are_empty(lang: str) -> None:
    criteria = table("options-by-criteria", lang)
    cells = [cell for row in rows(criteria) for cell in row[1:]]
    found = Counter(
        "empty" if cell.startswith(SILENT[lang]) else "inferred" if INFERRED[lang] in cell else "evidenced"
        for cell in cells
    )
    assert found == {"evidenced": 5, "inferred": 7, "empty": 9}
    assert caption(criteria) == {
        "en": "Options by criterion: 5 cells with evidence, 7 inferred, 9 empty",
        "fr": "Les options par critère : 5 cases étayées, 7 déduites, 9 vides",
        "es": "Las opciones por criterio: 5 celdas con pruebas, 7 inferidas, 9 vacías",
    }[lang]  # fmt: skip


@in_each
def test_the_first_page_names_who_is_on_record_and_nobody_else(lang: str) -> None:
    on_record = {
        "no-action": (0, []),
        "assessment-team": (1, ["canada"]),
        "multinational-force": (4, ["haitian-government", "many-people"]),
    }
    names = {option.id: plain_words(option.name, lang) for option in scenario().options}
    parties = {party.id: plain_words(party.name, lang) for party in scenario().stakeholders}
    shown = {row[0]: row for row in rows(table("options-at-a-glance", lang))}
    for option, (criteria, expected) in on_record.items():
        row = next(row for name, row in shown.items() if name.startswith(names[option]))
        assert [party for party, name in parties.items() if name in row[2]] == expected
        found = {"en": "{} of 7 criteria", "fr": "{} sur 7 critères", "es": "{} de 7 criterios"}[lang]
        assert found.format(criteria) in row[3]
        assert bool(expected) or NONE_ON_RECORD[lang] in row[2]


@in_each
def test_the_first_page_says_how_little_the_evidence_carries(lang: str) -> None:
    glance = table("options-at-a-glance", lang)
    assert {"en": "5 of the 21 cells", "fr": "5 des 21 cases", "es": "5 de las 21 celdas"}[lang] in caption(glance)
    blocks = brief(HAITI, lang).blocks
    below = plain(next(iter(texts(blocks[blocks.index(glance) + 1]))))
    said = {
        "en": ("16 of the 21 cells", "carry 23 percent of the weight", "does not carry a ranking"),
        "fr": ("16 des 21 cases", "portent 23 pour cent du poids", "ne permettent pas de classement"),
        "es": ("16 de las 21 celdas", "reúnen el 23 por ciento del peso", "no permiten ordenar las opciones"),
    }
    for words in said[lang]:
        assert words in folded(below)
    assert coverage(scenario()).percent == 23


@in_each
def test_all_of_this_stands_on_the_first_page(lang: str) -> None:
    pages = paginate(brief(HAITI, lang), theme(), "a4").anchor_pages
    assert pages["options-at-a-glance"] == 1
    assert min(pages[heading.anchor] for heading in headings(brief(HAITI, lang))) == 2


@in_each
def test_a_cell_that_counts_as_evidence_cites(lang: str) -> None:
    tinted = [cell for row in table("options-by-criteria", lang).body for cell in row.cells[1:] if cell.ground]
    assert len(tinted) == 5
    for cell in tinted:
        assert any(isinstance(inline, NoteMark) for block in cell.blocks for line in texts(block) for inline in line)


@pytest.mark.parametrize("fact", scenario().facts, ids=lambda fact: fact.id)
def test_a_quote_stands_once_in_the_text_of_its_source(fact: Fact) -> None:
    given = os.environ.get("BRIEFGEN_HAITI_TEXT")
    if not given:
        pytest.skip("BRIEFGEN_HAITI_TEXT does not name the text of the article, which belongs to its publisher")
    read = World.here().read(Path(given))
    assert isinstance(read, SourceFile), read
    text = folded(read.text)
    for evidence in fact.evidence:
        parts = [re.escape(folded(part)) for part in evidence.quote.split("[…]")]
        before, after = re.escape(folded(evidence.prefix)), re.escape(folded(evidence.suffix))
        found = re.findall(rf"{before}\s*{'.+?'.join(parts)}\s*{after}", text)
        assert len(found) == 1, evidence.quote
