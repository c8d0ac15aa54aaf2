"""A document → a tagged PDF: PDF/UA-1 and PDF/A-3a, the same bytes for the same document."""

from collections.abc import Sequence

from briefgen.document import Attachment, Document
from briefgen.layout import Image, Pages, paginate
from briefgen.theme import PaperName, Theme
from briefgen.writers.pdf.attachments import attach
from briefgen.writers.pdf.file import File, array, dictionary, reference, text
from briefgen.writers.pdf.fonts import UsedFonts
from briefgen.writers.pdf.language import language
from briefgen.writers.pdf.links import Links
from briefgen.writers.pdf.metadata import information, moment, output_intent, xmp
from briefgen.writers.pdf.outline import outline
from briefgen.writers.pdf.paint import Painter
from briefgen.writers.pdf.structure import Structure


def write(document: Document, theme: Theme, paper: PaperName = "a4", attachments: Sequence[Attachment] = ()) -> bytes:
    """The document as a PDF file that carries some others."""
    return paint(document, theme, paginate(document, theme, paper), attachments)


def paint(
    document: Document, theme: Theme, pages: Pages | None = None, attachments: Sequence[Attachment] = ()
) -> bytes:
    """The document as a PDF file, from its layout where that is made already."""
    pages = pages if pages is not None else paginate(document, theme)
    file = File()
    catalogue, tree, resources = file.reserve(), file.reserve(), file.reserve()
    objects = [file.reserve() for _ in pages]
    structure, fonts, pictures = Structure(pages.elements), UsedFonts(), _Pictures(file)
    painter = Painter(theme, fonts, structure, pictures.name)
    links = Links(document, pages, objects, structure, file)
    for index, page in enumerate(pages):
        content = file.stream(painter.page(page))
        annotations = links.on(page)
        entries: dict[str, bytes | int] = {
            "Type": b"/Page",
            "Parent": reference(tree),
            "MediaBox": b"[0 0 %.2f %.2f]" % (page.width, page.height),
            "Resources": reference(resources),
            "Contents": reference(content),
            "StructParents": index,
            "Tabs": b"/S",
        }
        if annotations:
            entries["Annots"] = array([reference(annotation) for annotation in annotations])
        file.put(objects[index], dictionary(**entries))
    kids = array([reference(page) for page in objects])
    file.put(tree, dictionary(Type=b"/Pages", Count=len(objects), Kids=kids))
    file.put(resources, dictionary(Font=fonts.write(file), XObject=pictures.resources()))
    described: dict[str, bytes | int] = {
        "Type": b"/Catalog",
        "Pages": reference(tree),
        "Lang": text(language(document.lang) or "und"),
        "MarkInfo": b"<</Marked true>>",
        "StructTreeRoot": reference(structure.write(file, objects)),
        "ViewerPreferences": b"<</DisplayDocTitle true>>",
        "PageLabels": b"<</Nums[0<</S/D>>]>>",
        "Metadata": reference(xmp(document, file)),
        "OutputIntents": array([output_intent(file)]),
    }
    described |= attach(file, attachments, moment(document.properties.date))
    if (bookmarks := outline(pages, objects, file)) is not None:
        described |= {"Outlines": reference(bookmarks), "PageMode": b"/UseOutlines"}
    file.put(catalogue, dictionary(**described))
    return file.finish(catalogue, information(document, file))


class _Pictures:
    """The pictures of a document, each written once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._names: dict[bytes, str] = {}
        self._objects: list[tuple[str, int]] = []

    def name(self, box: Image) -> str:
        """The resource of a picture; empty if its bytes are no picture."""
        png = box.picture.png
        if png not in self._names:
            from briefgen.writers.pdf.pictures import image  # many a paper has none

            made = image(self._file, box.picture)
            self._names[png] = f"I{len(self._objects) + 1}" if made else ""
            if made:
                self._objects.append((self._names[png], made))
        return self._names[png]

    def resources(self) -> bytes:
        """The dictionary that names them."""
        return b"<<" + b"".join(b"/%s %d 0 R" % (name.encode(), number) for name, number in self._objects) + b">>"
