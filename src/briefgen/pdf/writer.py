"""A document → a tagged PDF: PDF/UA-1 and PDF/A-3a, the same bytes for the same document."""

from collections.abc import Sequence

from briefgen.document import Attachment, Document
from briefgen.layout import Pages, paginate
from briefgen.pdf.canvas import TaggedCanvas
from briefgen.pdf.document import fitting
from briefgen.pdf.metadata import attach, describe, moment
from briefgen.pdf.paint import Painter, annotate
from briefgen.pdf.structure import Structure, language
from briefgen.theme import PaperName, Theme


def write(document: Document, theme: Theme, paper: PaperName = "a4", attachments: Sequence[Attachment] = ()) -> bytes:
    """The document as a PDF file, with files attached."""
    return paint(document, theme, paginate(document, theme, paper), attachments)


def paint(
    document: Document, theme: Theme, pages: Pages | None = None, attachments: Sequence[Attachment] = ()
) -> bytes:
    """The document as a PDF file, from its layout where that is made already."""
    pages = pages if pages is not None else paginate(document, theme)
    structure = Structure(pages.elements)
    lang = language(document.lang) or "und"
    canvas = TaggedCanvas((pages.width, pages.height), structure, theme.serif.regular, lang)
    painter = Painter(theme, canvas)
    headings = [entry for entry in pages.outline if entry.anchor in pages.places]
    begun: dict[int, list[str]] = {}
    for entry in headings:
        begun.setdefault(pages.places[entry.anchor].page, []).append(entry.anchor)
    for number, page in enumerate(pages, 1):
        painter.page(page)
        for anchor in begun.get(number, ()):
            canvas.bookmarkPage(anchor, "XYZ", top=round(page.height - pages.places[anchor].y, 2))
        canvas.showPage()
    annotate(document, pages, canvas)
    path: list[int] = []
    for entry in headings:
        while path and path[-1] >= entry.level:
            path.pop()
        canvas.addOutlineEntry(fitting(entry.title), entry.anchor, len(path), closed=True)  # no level may be skipped
        path.append(entry.level)
    if headings:
        canvas.showOutline()
    describe(canvas, document)
    attach(canvas, attachments, moment(document.properties.date))
    canvas.file.Catalog.StructTreeRoot = structure.write(canvas.file, canvas.page_references())
    data: bytes = canvas.getpdfdata()
    return data
