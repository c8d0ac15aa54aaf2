"""A document → pages: compose the box tree, lay it out, fill pages, fill in page numbers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefgen.document import Document
from briefgen.document.anchors import with_notes_first
from briefgen.document.inlines import length
from briefgen.document.walk import texts
from briefgen.layout.boxes import Box
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
    """The document as pages of placed boxes."""
    return paginate_each(document, theme, paper, (rules,))[0]


def paginate_each(document: Document, theme: Theme, paper: PaperName, rules: Sequence[PageRules]) -> list[Pages]:
    """The document as pages by each of some rules, composed once for all. It is laid out twice if its page numbers need
    more digits than estimated."""
    document = with_notes_first(document)
    foreseen = _digits(document)
    out = _paginated(document, theme, paper, foreseen, rules)
    for at, pages in enumerate(out):
        if (digits := len(str(len(pages)))) > foreseen:
            out[at : at + 1] = _paginated(document, theme, paper, digits, rules[at : at + 1])
    return out


def _digits(document: Document) -> int:
    """Number of digits that the last page number may have."""
    letters = sum(length(inlines) for block in document.blocks for inlines in texts(block))
    letters += sum(length(note.content) for note in document.notes)
    return max(_DIGITS, len(str(letters // _LETTERS)))


def _paginated(
    document: Document, theme: Theme, paper: PaperName, digits: int, rules: Sequence[PageRules]
) -> list[Pages]:
    width, height = PAPERS[paper]
    page = theme.page
    area = PageArea(width - page.left - page.right, height - page.top - page.bottom, digits)
    composer = Composer(document, theme, area, anchors_of(document))
    boxes = compose_document(composer)
    if len(rules) == 1:
        return [_laid_out(composer, paper, boxes, rules[0])]
    all_boxes = list(boxes)
    return [_laid_out(composer, paper, all_boxes, each) for each in rules]


def _laid_out(composer: Composer, paper: PaperName, boxes: Iterable[Box], rules: PageRules) -> Pages:
    document, theme, area = composer.document, composer.theme, composer.room
    width, height = PAPERS[paper]
    page = theme.page
    landscape = LandscapePage(height - page.left - page.right, width - page.top - page.bottom)
    context = LayoutContext(theme, document.lang, area.height, landscape, rules.reserve)
    line_boxes = layout_boxes(context, boxes, page.left, area.width)
    notes = {number: layout_boxes(context, (note,), page.left, area.width) for number, note in composer.notes.items()}
    stack = (break_in_order if rules.in_order else break_optimally)(line_boxes, notes, area.height, landscape.height)
    sizes = [(height, width) if content.landscape else (width, height) for content in stack]
    bodies = [assembled(content, theme, *size) for content, size in zip(stack, sizes, strict=True)]
    places = places_of(bodies)
    sections = sections_of(composer.outline, places, len(bodies), page.top)
    running = Composer(document, theme, area, NONE)
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
