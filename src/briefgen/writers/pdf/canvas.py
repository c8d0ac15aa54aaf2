"""ReportLab's canvas with marked content: everything painted is an artifact or the content of an element."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from briefgen.writers.pdf.file import File, text
from briefgen.writers.pdf.fonts import embedded
from briefgen.writers.pdf.pictures import image
from briefgen.writers.pdf.structure import Structure
from briefgen.writers.pdf.text import Text, Words


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """The pages of one document."""

    def __init__(self, size: tuple[float, float], structure: Structure, font: str, lang: str) -> None:
        # With a built-in font as its first, ReportLab would leave that unembedded in the file.
        super().__init__(BytesIO(), size, invariant=1, pageCompression=1, initialFontName=embedded(font).fontName)
        self._doc = File(lang)  # in place of the one that the canvas has made
        self._doc.Catalog.__NoDefault__ = [*self._doc.Catalog.__NoDefault__, "OutputIntents", "AF"]
        self.structure = structure
        self.ink = ""
        """The fill colour."""
        self.spacing = (0.0, 0.0)
        """Extra space after each letter, and in each space."""
        self._inks: dict[str, tuple[float, ...]] = {}
        self._words: dict[str, Words] = {}
        self._pictures: dict[bytes, str] = {}

    @property
    def file(self) -> File:
        """The objects of the document."""
        file: File = self._doc
        return file

    # Pages

    def begin_page(self, width: float, height: float) -> None:
        """Begin a page of this size."""
        self.setPageSize((round(width, 2), round(height, 2)))
        self.structure.begin_page()
        self.ink, self.spacing = "", (0.0, 0.0)

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  (the last that ReportLab calls for a page)
        super()._setAnnotations(page)
        # Codes are bytes, which ReportLab would write as UTF-8; and it would hold all pages uncompressed to the end.
        page.Contents = self.file.stream(page.stream.encode("latin-1"))
        page.stream = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.getPageNumber() - 1, PDFName("S")
        page.Rotate = None

    def page_references(self) -> list[str]:
        """The references to the pages painted so far."""
        return [self.file.Reference(page).format(self.file).decode() for page in self.file.Pages.pages]

    # Marked content

    def begin_marked(self, operator: str) -> None:
        """Begin a sequence of marked content."""
        self._code.append(operator)

    def end_marked(self) -> None:
        """End it."""
        self._code.append("EMC")

    @contextmanager
    def marked(self, operator: str) -> Iterator[None]:
        """A sequence of marked content."""
        self.begin_marked(operator)
        yield
        self.end_marked()

    def words(self, font: str) -> Words:
        """The encoded words of a font."""
        if font not in self._words:
            self._words[font] = Words(font, self.file)
        return self._words[font]

    def text(self) -> Text:
        """Text objects at this place in the page."""
        return Text(self)

    # Colours and pictures

    def fill(self, ink: str) -> None:
        """Set the fill colour, `#RRGGBB`."""
        if ink != self.ink:
            self.ink = ink
            self._code.append("{:g} {:g} {:g} rg".format(*self.parts(ink)))

    def fill_box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle. A brief has hundreds, and ReportLab's takes five times as long."""
        self.fill(ink)
        self._code.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def parts(self, ink: str) -> tuple[float, ...]:
        """Red, green and blue of a colour."""
        if ink not in self._inks:
            self._inks[ink] = tuple(round(int(ink[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))
        return self._inks[ink]

    @contextmanager
    def isolated(self) -> Iterator[None]:
        """What is set within does not outlast it."""
        state = self.ink, self.spacing
        self.saveState()
        yield
        self.restoreState()
        self.ink, self.spacing = state

    def picture(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture; an empty frame where the bytes are none, so that its description has a place."""
        name = self._pictures.setdefault(png, f"I{len(self._pictures) + 1}")
        if not self.hasForm(name):
            if (made := image(png)) is None:
                with self.isolated():
                    self.setStrokeGray(0.6)
                    self.setLineWidth(0.5)
                    self.rect(round(x, 2), round(y, 2), round(width, 2), round(height, 2))
                return
            self.file.addForm(name, made)
        with self.isolated():
            self.transform(round(width, 2), 0, 0, round(height, 2), round(x, 2), round(y, 2))
            self.doForm(name)

    # Links

    def link(self, page: int, element: int, rect: tuple[float, ...], said: str, goal: str) -> None:
        """A link annotation under its element (PDF/UA-1, 7.18). ReportLab's own accept no StructParent."""
        number = self.file.reserve()
        key = self.structure.annotate(element, page, f"{number} 0 R")
        edges = " ".join(f"{edge:.2f}" for edge in rect)
        entries = f"/F 4/Border[0 0 0]/Rect[{edges}]/Contents{text(said)}/StructParent {key}{goal}"
        self.file.put(number, f"<</Type/Annot/Subtype/Link{entries}>>")
        self.file.Pages.pages[page].Annots.append(f"{number} 0 R")
