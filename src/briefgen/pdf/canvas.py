"""ReportLab's canvas with marked content, kerned text and image objects."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from PIL import Image as Pixels
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFPage, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefgen.fonts import load
from briefgen.pdf.document import PdfFile, text
from briefgen.pdf.fonts import EmbeddedFont, embedded
from briefgen.pdf.structure import Structure

_COLOURS = {0: ("DeviceGray", 1), 2: ("DeviceRGB", 3)}
"""PNG's colour types without alpha and palette → colour space, channels."""


def image(png: bytes) -> PDFStream | None:
    """The image XObject of a picture; None if its bytes are not a picture."""
    return _unchanged(png) or _decoded(png)


def _unchanged(png: bytes) -> PDFStream | None:
    """The compressed data of a plain PNG unchanged, which PDF allows (ISO 32000-1, 7.4.4.4): a fifth of ReportLab's
    time."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n") or len(png) < 33:
        return None
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    if colour not in _COLOURS or bits != 8 or interlaced:
        return None
    data, at, whole = b"", 8, False
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        check = int.from_bytes(png[at + 8 + length : at + 12 + length])
        if kind == b"tRNS" or zlib.crc32(kind + body) != check:
            return None
        if kind == b"IDAT":
            data += body
        whole = kind == b"IEND"
        at += 12 + length
    if not whole or not width or not height:
        return None
    space, channels = _COLOURS[colour]
    predictor = PDFDictionary({"Predictor": 15, "Colors": channels, "BitsPerComponent": 8, "Columns": width})
    entries = _entries(width, height, space) | {"Filter": PDFName("FlateDecode"), "DecodeParms": predictor}
    return PDFStream(PDFDictionary(entries), data)


def _decoded(png: bytes) -> PDFStream | None:
    """Any other picture, composed on white: pages have no background to show through."""
    try:
        with Pixels.open(BytesIO(png), formats=["PNG"]) as opened:
            pixels = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Pixels.DecompressionBombError, zlib.error):
        return None
    flat = Pixels.new("RGB", pixels.size, "white")
    flat.paste(pixels, mask=pixels.getchannel("A"))
    return PDFStream(PDFDictionary(_entries(*flat.size, "DeviceRGB")), flat.tobytes(), [PDFZCompress])


def _entries(width: int, height: int, space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": width, "Height": height,
        "ColorSpace": PDFName(space), "BitsPerComponent": 8,
    }  # fmt: skip


_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})


class _OtherSubsetError(Exception):
    """A word has characters beyond the first 256 that the document uses of a font."""


class EncodedWords(dict[str, str]):
    """Word → its codes in a document, kerned. ReportLab encodes character by character, and has only a slow path for
    kerning."""

    def __init__(self, name: str, file: PdfFile) -> None:
        self.font, self._measures, self._file = embedded(name), load(name), file

    def __missing__(self, word: str) -> str:
        runs = self.font.splitString(word, self._file)
        if any(subset for subset, _ in runs):
            raise _OtherSubsetError
        codes = self[word] = kerned(runs[0][1], self.kerns(word)) if runs else ""
        return codes

    def kerns(self, word: str) -> tuple[float, ...]:
        """Space added after each character, at size 1."""
        return self._measures.kerns_of(word)


class TextObject(PDFTextObject):  # type: ignore[misc]  # ReportLab has no types
    """Text objects on a canvas: one for each marked-content sequence.

    Programs that extract text separate words where a text object starts, and join them within one.
    """

    def __init__(self, canvas: "TaggedCanvas") -> None:
        super().__init__(canvas)
        self._code = canvas._code
        self._fontname: str
        self._fontsize: float

    def begin(self) -> None:
        """Begin a text object, positioned from the corner of the page."""
        self._code.append("BT")
        self._x = self._y = 0.0

    def end(self) -> None:
        """End the text object."""
        self._code.append("ET")

    def move(self, x: float, y: float, ink: str, tracking: float = 0, word_space: float = 0) -> None:
        """Set position, colour and spacing of the following text. All but the position outlast a text object."""
        canvas = self._canvas
        canvas.fill(ink)
        x, y = round(x, 2), round(y, 2)
        self._code.append(f"{x - self._x:.2f} {y - self._y:.2f} Td")
        self._x, self._y = x, y
        if (tracking, word_space) != canvas.spacing:
            canvas.spacing = (tracking, word_space)
            self._code.append(f"{tracking:.3f} Tc {word_space:.3f} Tw")

    def show(self, name: str, size: float, painted: str, unicode: str = "", actual_text: str | None = None) -> None:
        """Paint text in a font. `unicode` is what each character stands for; `actual_text` replaces all of it for
        readers."""
        if actual_text is not None:
            self._code.append(f"/Span <</ActualText {text(actual_text)}>> BDC")
        if name != self._fontname or size != self._fontsize:
            self._fontname, self._fontsize, self._curSubset = name, size, -1
        words = self._canvas.words(name)
        if unicode and unicode != painted:
            self._by_subset(words.font, words.font.with_unicode(painted, unicode), words.kerns(painted))
        else:
            try:
                self._show(words.font, 0, " ".join(map(words.__getitem__, painted.split(" "))))
            except _OtherSubsetError:
                self._by_subset(words.font, painted, words.kerns(painted))
        if actual_text is not None:
            self._code.append("EMC")

    def _by_subset(self, font: EmbeddedFont, chars: str, kerns: Sequence[float]) -> None:
        at = 0
        for subset, codes in font.splitString(chars, self._doc):
            self._show(font, subset, kerned(codes, kerns[at : at + len(codes)]))
            at += len(codes)

    def _show(self, font: EmbeddedFont, subset: int, codes: str) -> None:
        if subset != self._curSubset:
            self._curSubset = subset
            self._code.append(f"{font.getSubsetInternalName(subset, self._doc)} {self._fontsize:.2f} Tf")
        self._code.append(f"[({codes})] TJ")


def rgb(ink: str) -> tuple[float, ...]:
    """Red, green and blue of a colour `#RRGGBB`, from 0 to 1."""
    return tuple(round(int(ink[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))


def kerned(codes: bytes, kerns: Sequence[float]) -> str:
    """Codes as the inside of a TJ string with kerns (ISO 32000-1, 9.4.3)."""
    chars = codes.decode("latin-1")
    if not any(kerns):
        return chars.translate(_ESCAPED)
    out, start = [], 0
    for at, kern in enumerate(kerns, 1):
        if kern:
            out.append(f"{chars[start:at].translate(_ESCAPED)}){-kern * 1000:.4g}(")
            start = at
    return "".join(out) + chars[start:].translate(_ESCAPED)


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's canvas with marked content: everything painted is an artifact or the content of an element."""

    def __init__(self, size: tuple[float, float], structure: Structure, font: str, lang: str) -> None:
        # With a built-in font as its first, ReportLab would leave that unembedded in the file.
        super().__init__(BytesIO(), size, invariant=1, pageCompression=1, initialFontName=embedded(font).fontName)
        self._doc = PdfFile(lang)  # in place of the one that the canvas has made
        self._doc.Catalog.__NoDefault__ = [*self._doc.Catalog.__NoDefault__, "OutputIntents", "AF"]
        self.structure = structure
        self.ink = ""
        """Current fill colour."""
        self.spacing = (0.0, 0.0)
        """Current character and word spacing."""
        self._words: dict[str, EncodedWords] = {}
        self._pictures: dict[bytes, str] = {}

    @property
    def file(self) -> PdfFile:
        """The PDF objects of the document."""
        file: PdfFile = self._doc
        return file

    # Pages

    def begin_page(self, width: float, height: float) -> None:
        """Begin a page of this size."""
        self.setPageSize((round(width, 2), round(height, 2)))
        self.structure.begin_page()
        self.ink, self.spacing = "", (0.0, 0.0)

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  (the last method that ReportLab calls for a page)
        super()._setAnnotations(page)
        # Codes are bytes, which ReportLab would write as UTF-8; and it would hold all pages uncompressed to the end.
        page.Contents = self.file.stream(page.stream.encode("latin-1"))
        page.stream = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self.getPageNumber() - 1, PDFName("S")
        page.Rotate = None

    def page_references(self) -> list[str]:
        """References to the pages painted so far."""
        return [self.file.Reference(page).format(self.file).decode() for page in self.file.Pages.pages]

    # Marked content

    def begin_marked(self, operator: str) -> None:
        """Begin a marked-content sequence."""
        self._code.append(operator)

    def end_marked(self) -> None:
        """End the marked-content sequence."""
        self._code.append("EMC")

    @contextmanager
    def marked(self, operator: str) -> Iterator[None]:
        """A marked-content sequence."""
        self.begin_marked(operator)
        yield
        self.end_marked()

    def words(self, font: str) -> EncodedWords:
        """The encoded words of a font."""
        if font not in self._words:
            self._words[font] = EncodedWords(font, self.file)
        return self._words[font]

    def text(self) -> TextObject:
        """A text object for the current position in the page."""
        return TextObject(self)

    # Colours and pictures

    def fill(self, ink: str) -> None:
        """Set the fill colour, `#RRGGBB`."""
        if ink != self.ink:
            self.ink = ink
            self._code.append("{:g} {:g} {:g} rg".format(*rgb(ink)))

    def fill_box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle. A brief has hundreds, and ReportLab's takes five times as long."""
        self.fill(ink)
        self._code.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    @contextmanager
    def isolated(self) -> Iterator[None]:
        """Restore the graphics state afterwards."""
        state = self.ink, self.spacing
        self.saveState()
        yield
        self.restoreState()
        self.ink, self.spacing = state

    def picture(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture; an empty frame if the bytes are not a picture, so that its description has a place."""
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

    def link(self, page: int, element: int, rect: tuple[float, ...], description: str, destination: str) -> None:
        """A link annotation in its structure element (PDF/UA-1, 7.18). ReportLab's own accept no StructParent."""
        number = self.file.reserve()
        key = self.structure.annotate(element, page, f"{number} 0 R")
        edges = " ".join(f"{edge:.2f}" for edge in rect)
        entries = f"/F 4/Border[0 0 0]/Rect[{edges}]/Contents{text(description)}/StructParent {key}{destination}"
        self.file.put(number, f"<</Type/Annot/Subtype/Link{entries}>>")
        self.file.Pages.pages[page].Annots.append(f"{number} 0 R")
