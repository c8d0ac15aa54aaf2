"""ReportLab's text object, with marked content and kerned words that are encoded once a document."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.pdfgen.textobject import PDFTextObject

from briefgen.fonts import load
from briefgen.writers.pdf.file import File, text
from briefgen.writers.pdf.fonts import EmbeddedFont, embedded

if TYPE_CHECKING:
    from briefgen.writers.pdf.canvas import TaggedCanvas

_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"})


class _OtherSubsetError(Exception):
    """A word has characters beyond the first 256 that the document uses of a font."""


class Words(dict[str, str]):
    """Word → its codes in a document, kerned. ReportLab encodes letter by letter, and kerns by a slow path."""

    def __init__(self, name: str, file: File) -> None:
        self.font, self._measures, self._file = embedded(name), load(name), file

    def __missing__(self, word: str) -> str:
        runs = self.font.splitString(word, self._file)
        if any(subset for subset, _ in runs):
            raise _OtherSubsetError
        codes = self[word] = kerned(runs[0][1], self.kerns(word)) if runs else ""
        return codes

    def kerns(self, word: str) -> tuple[float, ...]:
        """What is added after each character, at size 1."""
        return self._measures.kerns_of(word)


class Text(PDFTextObject):  # type: ignore[misc]  # ReportLab has no types
    """Text objects on a canvas: one for each sequence of marked content.

    Programs that extract text separate words where a text object begins, and join them within one.
    """

    def __init__(self, canvas: "TaggedCanvas") -> None:
        super().__init__(canvas)
        self._code = canvas._code
        self._fontname: str
        self._fontsize: float

    def begin(self) -> None:
        """Begin a text object. Its place is counted from the corner of the page."""
        self._code.append("BT")
        self._x = self._y = 0.0

    def end(self) -> None:
        """End the text object."""
        self._code.append("ET")

    def move(self, x: float, y: float, ink: str, tracking: float = 0, word_space: float = 0) -> None:
        """Set place, colour and spacing of the next words. All but the place outlast a text object."""
        canvas = self._canvas
        canvas.fill(ink)
        x, y = round(x, 2), round(y, 2)
        self._code.append(f"{x - self._x:.2f} {y - self._y:.2f} Td")
        self._x, self._y = x, y
        if (tracking, word_space) != canvas.spacing:
            canvas.spacing = (tracking, word_space)
            self._code.append(f"{tracking:.3f} Tc {word_space:.3f} Tw")

    def show(self, name: str, size: float, painted: str, meaning: str = "", heard: str | None = None) -> None:
        """Paint words in a font. `meaning` is what each character stands for; `heard` is read in place of all."""
        if heard is not None:
            self._code.append(f"/Span <</ActualText {text(heard)}>> BDC")
        if name != self._fontname or size != self._fontsize:
            self._fontname, self._fontsize, self._curSubset = name, size, -1
        words = self._canvas.words(name)
        if meaning and meaning != painted:
            self._by_subset(words.font, words.font.meaning(painted, meaning), words.kerns(painted))
        else:
            try:
                self._show(words.font, 0, " ".join(map(words.__getitem__, painted.split(" "))))
            except _OtherSubsetError:
                self._by_subset(words.font, painted, words.kerns(painted))
        if heard is not None:
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


def kerned(codes: bytes, kerns: Sequence[float]) -> str:
    """Codes as the inside of a string, with the kerns between them (ISO 32000-1, 9.4.3)."""
    chars = codes.decode("latin-1")
    if not any(kerns):
        return chars.translate(_ESCAPED)
    out, start = [], 0
    for at, kern in enumerate(kerns, 1):
        if kern:
            out.append(f"{chars[start:at].translate(_ESCAPED)}){-kern * 1000:.4g}(")
            start = at
    return "".join(out) + chars[start:].translate(_ESCAPED)
