"""A document → pages: compose, set, fill the pages, fill in their numbers."""

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.layout.compose.anchors import anchors_of
from briefgen.layout.compose.blocks import compose_document
from briefgen.layout.compose.composer import Composer, Room
from briefgen.layout.page import Page, Pages
from briefgen.layout.paging.assembly import assembled, places_of
from briefgen.layout.paging.flow import sheets
from briefgen.layout.paging.numbers import filled
from briefgen.layout.paging.running import margins
from briefgen.layout.paging.sections import sections_of
from briefgen.layout.setting.stack import Column, Turned, set_all
from briefgen.theme import PAPERS, PaperName, Theme

_DIGITS = 2
"""Kept free for the numbers of pages: briefs are short."""


def paginate(document: Document, theme: Theme, paper: PaperName = "a4") -> Pages:
    """The document as pages of placed boxes."""
    document = with_notes_first(document)
    pages = _paginated(document, theme, paper, _DIGITS)
    digits = len(str(len(pages)))
    return pages if digits <= _DIGITS else _paginated(document, theme, paper, digits)


def _paginated(document: Document, theme: Theme, paper: PaperName, digits: int) -> Pages:
    width, height = PAPERS[paper]
    page = theme.page
    room = Room(width - page.left - page.right, height - page.top - page.bottom, digits)
    composer = Composer(document, theme, room, anchors_of(document))
    matter = compose_document(composer)
    across = Turned(height - page.left - page.right, width - page.top - page.bottom)
    column = Column(theme, document.lang, room.height, across)
    strips = set_all(column, matter, page.left, room.width)
    notes = {number: set_all(column, (note,), page.left, room.width) for number, note in composer.notes.items()}
    stack = sheets(strips, notes, room.height, across.height)
    sizes = [(height, width) if sheet.turned else (width, height) for sheet in stack]
    bodies = [assembled(sheet, theme, *size) for sheet, size in zip(stack, sizes, strict=True)]
    places = places_of(bodies)
    sections = sections_of(composer.outline, places, len(bodies), page.top)
    running = Composer(document, theme, room, frozenset())
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
