"""A document → pages: compose the box tree, lay it out, fill pages, fill in page numbers."""

from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.document.inlines import length
from briefgen.document.walk import texts
from briefgen.layout.compose.blocks import compose_document
from briefgen.layout.compose.composer import NONE, Composer, PageArea, anchors_of
from briefgen.layout.margin_boxes import margins
from briefgen.layout.page import Page, Pages
from briefgen.layout.page_breaking import break_in_order, break_optimally
from briefgen.layout.pages import assembled, filled, places_of, sections_of
from briefgen.layout.stack import LandscapePage, LayoutContext, layout_boxes
from briefgen.layout.wide import RESERVE
from briefgen.theme import PAPERS, PaperName, Theme


class PageRules(NamedTuple):
    """How pages are broken."""

    reserve: float = 1.0
    """Columns of tables have room for their longest word in a font so many times as wide."""
    in_order: bool = False
    """Pages are filled in order, and no row of a table is split."""


LAYOUT, WORD_PROCESSOR = PageRules(), PageRules(RESERVE, True)

_DIGITS = 2
"""Least number of digits reserved for page numbers."""

_LETTERS = 1200
"""Least number of characters on a page; a page of text holds two or three times as many."""


def paginate(document: Document, theme: Theme, paper: PaperName = "a4", rules: PageRules = LAYOUT) -> Pages:
    """The document as pages of placed boxes. It is laid out once, or twice if its page numbers need more digits than
    estimated."""
    document = with_notes_first(document)
    foreseen = _digits(document)
    pages = _paginated(document, theme, paper, foreseen, rules)
    digits = len(str(len(pages)))
    return pages if digits <= foreseen else _paginated(document, theme, paper, digits, rules)


def _digits(document: Document) -> int:
    """Number of digits that the last page number may have."""
    letters = sum(length(inlines) for block in document.blocks for inlines in texts(block))
    letters += sum(length(note.content) for note in document.notes)
    return max(_DIGITS, len(str(letters // _LETTERS)))


def _paginated(document: Document, theme: Theme, paper: PaperName, digits: int, rules: PageRules) -> Pages:
    width, height = PAPERS[paper]
    page = theme.page
    room = PageArea(width - page.left - page.right, height - page.top - page.bottom, digits)
    composer = Composer(document, theme, room, anchors_of(document))
    across = LandscapePage(height - page.left - page.right, width - page.top - page.bottom)
    column = LayoutContext(theme, document.lang, room.height, across, rules.reserve)
    line_boxes = layout_boxes(column, compose_document(composer), page.left, room.width)
    notes = {number: layout_boxes(column, (note,), page.left, room.width) for number, note in composer.notes.items()}
    stack = (break_in_order if rules.in_order else break_optimally)(line_boxes, notes, room.height, across.height)
    sizes = [(height, width) if content.landscape else (width, height) for content in stack]
    bodies = [assembled(content, theme, *size) for content, size in zip(stack, sizes, strict=True)]
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
