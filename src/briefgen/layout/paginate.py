"""A document → pages: compose, set, fill the pages, fill in their numbers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.document.inlines import length
from briefgen.document.walk import texts
from briefgen.layout.boxes import Matter
from briefgen.layout.compose.blocks import compose_document
from briefgen.layout.compose.composer import NONE, Composer, Room, anchors_of
from briefgen.layout.margin_boxes import margins
from briefgen.layout.page import Page, Pages
from briefgen.layout.page_breaking import filled_in_order, fitted
from briefgen.layout.pages import assembled, filled, places_of, sections_of
from briefgen.layout.stack import Column, Turned, set_all
from briefgen.layout.wide import RESERVE
from briefgen.theme import PAPERS, PaperName, Theme


class Rules(NamedTuple):
    """How pages are set."""

    reserve: float = 1.0
    """Columns of tables have room for their longest word in letters so many times as wide."""
    in_order: bool = False
    """Each page is filled as far as it goes before the next, and no row of a table is divided."""


OWN, WORD_PROCESSOR = Rules(), Rules(RESERVE, True)

_DIGITS = 2
"""Kept free for the numbers of pages, at least: briefs are short."""

_LETTERS = 1200
"""A page of tables and notes holds as few; a page of text two or three times as many."""


def paginate(document: Document, theme: Theme, paper: PaperName = "a4", rules: Rules = OWN) -> Pages:
    """The document as pages of placed boxes. It is laid out once, unless it has more pages than it could be foreseen to
    have: then their numbers lack a digit's room."""
    return paginate_each(document, theme, paper, (rules,))[0]


def paginate_each(document: Document, theme: Theme, paper: PaperName, rules: Sequence[Rules]) -> list[Pages]:
    """The document as pages by each of some rules, composed once for all."""
    document = with_notes_first(document)
    foreseen = _digits(document)
    out = _paginated(document, theme, paper, foreseen, rules)
    for at, pages in enumerate(out):
        if (digits := len(str(len(pages)))) > foreseen:
            out[at : at + 1] = _paginated(document, theme, paper, digits, rules[at : at + 1])
    return out


def _digits(document: Document) -> int:
    """As many as the number of the last page may have."""
    letters = sum(length(inlines) for block in document.blocks for inlines in texts(block))
    letters += sum(length(note.content) for note in document.notes)
    return max(_DIGITS, len(str(letters // _LETTERS)))


def _paginated(document: Document, theme: Theme, paper: PaperName, digits: int, rules: Sequence[Rules]) -> list[Pages]:
    width, height = PAPERS[paper]
    page = theme.page
    room = Room(width - page.left - page.right, height - page.top - page.bottom, digits)
    composer = Composer(document, theme, room, anchors_of(document))
    matter = compose_document(composer)
    if len(rules) == 1:
        return [_set(composer, paper, matter, rules[0])]
    whole = list(matter)
    return [_set(composer, paper, whole, each) for each in rules]


def _set(composer: Composer, paper: PaperName, matter: Iterable[Matter], rules: Rules) -> Pages:
    document, theme, room = composer.document, composer.theme, composer.room
    width, height = PAPERS[paper]
    page = theme.page
    across = Turned(height - page.left - page.right, width - page.top - page.bottom)
    column = Column(theme, document.lang, room.height, across, rules.reserve)
    strips = set_all(column, matter, page.left, room.width)
    notes = {number: set_all(column, (note,), page.left, room.width) for number, note in composer.notes.items()}
    stack = (filled_in_order if rules.in_order else fitted)(strips, notes, room.height, across.height)
    sizes = [(height, width) if sheet.turned else (width, height) for sheet in stack]
    bodies = [assembled(sheet, theme, *size) for sheet, size in zip(stack, sizes, strict=True)]
    places = places_of(bodies)
    sections = sections_of(composer.outline, places, len(bodies), page.top)
    running = Composer(document, theme, room, NONE)
    margin = {size: margins(running, *size) for size in set(sizes)}
    return Pages(
        width,
        height,
        tuple(
            Page(
                *size,
                tuple(filled(box, places) for box in body),
                margin[size].header_of(number, section),
                margin[size].footer_of(number, len(bodies)),
            )
            for number, (body, size, section) in enumerate(zip(bodies, sizes, sections, strict=True), 1)
        ),
        tuple(composer.elements),
        places,
        tuple(composer.outline),
    )
