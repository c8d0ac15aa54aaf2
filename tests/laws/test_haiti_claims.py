"""The Haiti brief claims what its one source says, and no more."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.laws.briefs import brief, loaded, theme
from tests.laws.readings import folded

from briefgen.analysis import coverage
from briefgen.document import List, NoteMark, Table, plain
from briefgen.document.walk import headings, note_marks, texts
from briefgen.layout import paginate
from briefgen.prose import Label
from briefgen.prose.cited import citations
from briefgen.scenario.model import Fact, Scenario
from briefgen.scenario.walk import proses
from briefgen.source import SourceFile
from briefgen.world import World

HAITI = "haiti-2022"


def scenario() -> Scenario:
    return loaded(HAITI).scenario


def end_notes(lang: str = "en") -> list[str]:
    """The words of each end note."""
    notes = next(block for block in brief(HAITI, lang).blocks if isinstance(block, List) and block.role == "notes")
    return [folded(" ".join(plain(line) for block in item.blocks for line in texts(block))) for item in notes.items]


def table(anchor: str) -> Table:
    return next(block for block in brief(HAITI, "en").blocks if isinstance(block, Table) and block.anchor == anchor)


def rows(given: Table) -> list[list[str]]:
    return [
        [folded(" ".join(plain(line) for block in cell.blocks for line in texts(block))) for cell in row.cells]
        for row in given.body
    ]


def caption(given: Table) -> str:
    assert given.caption is not None
    return folded(plain(given.caption.content))


def plain_words(label: Label) -> str:
    return folded(next(iter(label.texts.values())))


def printed(quote: str) -> str:
    """A quote as it stands in English quotation marks."""
    return folded("“" + quote.replace("“", "‘").replace("”", "’") + "”")


def cited() -> list[Fact]:
    ids = {citation.fact for prose in proses(scenario()) for citation in citations(prose, "en")}
    return [fact for fact in scenario().facts if fact.id in ids]


def test_every_fact_is_cited() -> None:
    assert cited() == list(scenario().facts)
    assert len(cited()) == 29


@pytest.mark.parametrize("fact", cited(), ids=lambda fact: fact.id)
def test_a_cited_fact_stands_among_the_end_notes_with_its_quote_and_source(fact: Fact) -> None:
    (statement,) = fact.statement.texts.values()
    sources = {source.id: source for source in scenario().sources}
    note = next(note for note in end_notes() if all(printed(evidence.quote) in note for evidence in fact.evidence))
    assert folded(statement) in note
    for evidence in fact.evidence:
        source = sources[evidence.source]
        assert plain_words(source.short or source.title) in note
        assert evidence.page in note
    if fact.attributed_to:
        assert plain_words(fact.attributed_to) in note


def test_each_note_is_set_once_and_led_back_to() -> None:
    document = brief(HAITI, "en")
    marks = list(note_marks(document))
    assert [note.number for note in document.notes] == list(range(1, len(end_notes()) + 1))
    assert {mark.number for mark in marks if mark.occurrence == 1} == {note.number for note in document.notes}
    for number, note in enumerate(end_notes(), 1):
        times = sum(mark.number == number for mark in marks)
        assert note.endswith("Cited at: " + ", ".join(str(n) for n in range(1, times + 1)))


def test_three_positions_are_on_record_four_inferred_and_the_rest_is_silence() -> None:
    cells = [cell for row in rows(table("options-by-stakeholders")) for cell in row[1:]]
    found = Counter(
        "silent" if cell == "not stated" else "inferred" if "inferred" in cell else "stated" for cell in cells
    )
    assert found == {"stated": 3, "inferred": 4, "silent": 32}
    assert (
        caption(table("options-by-stakeholders"))
        == "Options by party: 3 positions on record, 4 inferred, 32 not stated"
    )


def test_five_cells_have_evidence_seven_are_inferred_and_nine_are_empty() -> None:
    cells = [cell for row in rows(table("options-by-criteria")) for cell in row[1:]]
    found = Counter(
        "empty" if cell.startswith("not stated") else "inferred" if "inferred:" in cell else "evidenced"
        for cell in cells
    )
    assert found == {"evidenced": 5, "inferred": 7, "empty": 9}
    assert caption(table("options-by-criteria")) == "Options by criterion: 5 cells with evidence, 7 inferred, 9 empty"


def test_the_first_page_names_who_is_on_record_and_nobody_else() -> None:
    on_record = {
        ("no-action", ""): [],
        ("assessment-team", "1 of 7 criteria"): ["Canada"],
        ("multinational-force", "4 of 7 criteria"): ["Haitian government", "“Many people” in Haiti"],
    }
    names = {option.id: plain_words(option.name) for option in scenario().options}
    parties = [plain_words(party.name) for party in scenario().stakeholders]
    shown = {row[0]: row for row in rows(table("options-at-a-glance"))}
    for (option, criteria), expected in on_record.items():
        row = next(row for name, row in shown.items() if name.startswith(names[option]))
        assert [party for party in parties if party in row[2]] == [party for party in parties if party in expected]
        assert criteria in row[3]
        assert bool(expected) or "none on record" in row[2]


def test_the_first_page_says_how_little_the_evidence_carries() -> None:
    glance = table("options-at-a-glance")
    assert "5 of the 21 cells" in caption(glance)
    blocks = brief(HAITI, "en").blocks
    below = plain(next(iter(texts(blocks[blocks.index(glance) + 1]))))
    assert "16 of the 21 cells" in below
    assert "carry 23 percent of the weight" in below
    assert "does not carry a ranking" in below
    assert coverage(scenario()).percent == 23


def test_all_of_this_stands_on_the_first_page() -> None:
    pages = paginate(brief(HAITI, "en"), theme(), "a4").anchor_pages
    assert pages["options-at-a-glance"] == 1
    assert min(pages[heading.anchor] for heading in headings(brief(HAITI, "en"))) == 2


def test_a_cell_that_counts_as_evidence_cites() -> None:
    tinted = [cell for row in table("options-by-criteria").body for cell in row.cells[1:] if cell.ground]
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
