"""A mark leads to its note, whatever an author calls a heading: the names of notes and marks are theirs alone."""

import re

from hypothesis import given
from tests.docx.linter import faults
from tests.factory import H, P, R, document
from tests.html.reading import page
from tests.hypothesis_profiles import examples
from tests.laws.briefs import theme
from tests.strategies import documents

from briefgen import docx, html
from briefgen.document import Document, Heading, Item, List, Paragraph, Reference
from briefgen.document.anchors import anchors, note_anchors, with_notes_first
from briefgen.layout import paginate

STOLEN = document(
    H("A heading", anchor="note-1"),
    H("Another", anchor="cite-1-1"),
    H("A third", anchor="at-note-1"),
    *(P("Words.") for _ in range(60)),
    P("Haiti asked for help^1. It asked again^1.2."),
    Paragraph((R("See page "), Reference("note-1", "?"))),
    notes=["The letter."],
)


def test_only_blocks_with_the_name_of_a_note_or_mark_are_called_otherwise() -> None:
    assert list(anchors(with_notes_first(STOLEN).blocks))[:3] == ["at-at-note-1", "at-cite-1-1", "at-note-1"]
    free = document(H("A heading", anchor="note-2"), P("Words^1."), notes=["One.", "Two, not cited."])
    assert with_notes_first(free) == free


def test_items_of_the_list_of_notes_keep_their_names() -> None:
    listed = document(P("Words^1."), List((Item((P("In full."),), "1", "note-1"),), role="notes"), notes=["One."])
    assert with_notes_first(listed) == listed


def test_on_pages_the_mark_leads_to_the_foot() -> None:
    places = paginate(STOLEN, theme()).places
    assert places["note-1"].page == places["cite-1-1"].page > places["at-at-note-1"].page == 1


def test_in_word_the_repeated_mark_leads_to_the_first() -> None:
    assert faults(docx.write(STOLEN, theme())) == []


def test_on_the_web_page_marks_lead_to_the_listed_note_and_back() -> None:
    tree = page(html.write(STOLEN, theme()))
    by_id = {each.get("id"): each for each in tree.iter() if each.get("id")}
    assert [link.get("href") for link in tree.iterfind(".//sup/a")] == ["#note-1", "#note-1"]
    assert by_id["note-1"].tag == "li" and by_id["cite-1-1"].get("role") == "doc-noteref"


@examples(0.4, shrink=False)
@given(documents())
def test_no_block_of_any_document_has_the_name_of_a_cited_note_or_mark(made: Document) -> None:
    kept = note_anchors(made).all
    own = with_notes_first(made).blocks
    assert kept.isdisjoint(block.anchor for block in own if isinstance(block, Heading))
    assert not [name for name in anchors(own) if name in kept and not re.match("note-", name)]
