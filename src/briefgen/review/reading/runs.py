"""What stands in a run: its words, its look, marks of notes, signs, marks of fields and comments."""

from collections.abc import Callable

from docx.oxml.ns import qn

from briefgen.ooxml.elements import Element, switched, value
from briefgen.prose.model import MARK
from briefgen.review.lines import KEPT, PLAIN, THING, Hand, Look
from briefgen.review.reading.place import Place
from briefgen.review.styles import Styles
from briefgen.review.symbols import sign

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_THINGS = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATIVES))
_TEXTS = frozenset((qn("w:t"), qn("w:delText")))
_NOTES = frozenset((qn("w:footnoteReference"), qn("w:endnoteReference")))
_NUMBERS = frozenset((qn("w:footnoteRef"), qn("w:endnoteRef")))
"""A note's own number, at its head."""

Children = Callable[[Element], None]
"""Reads all that stands in an element."""


class Runs:
    """Reads runs at a place. `boxes` reads the paragraphs of text boxes in a drawing."""

    def __init__(self, styles: Styles, place: Place, children: Children, boxes: Children) -> None:
        self._styles, self._place = styles, place
        self._children, self._boxes = children, boxes

    def read(self, run: Element) -> None:
        """A run."""
        properties = run.find(qn("w:rPr"))
        if value(properties, "rStyle") in self._styles.notes or self._is_raised_note(run, properties):
            self._note(run)
            return
        look = self._look(properties)
        before, looked = None, KEPT
        change = properties.find(qn("w:rPrChange")) if properties is not None else None
        if change is not None and (old := change.find(qn("w:rPr"))) is not None:
            before = self._look(old)
            looked = Hand("kept", change.get(qn("w:author"), ""), change.get(qn("w:date"), ""))
        for child in run:
            self._piece(child, look, before if before != look else None, looked)

    def _look(self, properties: "Element | None") -> Look:
        """Bold and italic, by the run's own word, else by its style. New words say for themselves what the style of the
        paragraph says, where LibreOffice writes them; that is nothing."""
        style = self._styles.looks.get(value(properties, "rStyle"), PLAIN)
        around = self._place.around if self._place.is_typed else PLAIN
        bold = style.bold if around.bold else _given(switched(properties, "b"), style.bold)
        italic = style.italic if around.italic else _given(switched(properties, "i"), style.italic)
        return Look(bold, italic)

    def _is_raised_note(self, run: Element, properties: "Element | None") -> bool:
        """Whether a run is a note mark without the style of one; the “th” of a date is none, nor the “2” of m² that
        somebody typed."""
        if value(properties, "vertAlign") != "superscript":
            return False
        shown = _text(run)
        return not shown or (not self._place.is_typed and not shown.strip("0123456789, "))

    def _note(self, run: Element) -> None:
        """A run in the look of note marks: one mark, or the comma between two."""
        place = self._place
        tags = {child.tag for child in run}
        if qn("w:fldChar") in tags:
            for child in run:
                self._piece(child, PLAIN, None, KEPT)
            return
        if tags & _NUMBERS:
            return
        set_here, shown = bool(tags & _NOTES), _text(run)
        if place.fields and not place.fields[-1].in_code:
            place.fields[-1].is_note = True
        elif set_here or any(map(str.isalnum, shown)):
            if not place.in_note or set_here:
                place.emit(MARK)
        elif shown.strip(", "):
            place.emit(shown)
        for child in run.iterfind(qn("w:commentReference")):
            place.comment_stands(child.get(qn("w:id"), ""))

    def _piece(self, child: Element, look: Look, before: Look | None, looked: Hand) -> None:
        """What stands in a run."""
        tag, place = child.tag, self._place
        if tag in _TEXTS:
            place.emit(child.text or "", look, before, looked)
        elif tag in (qn("w:instrText"), qn("w:delInstrText")):
            if place.fields:
                place.fields[-1].code += child.text or ""
        elif tag == qn("w:fldChar"):
            place.field_mark(child.get(qn("w:fldCharType"), ""))
        elif tag == qn("w:br"):
            if child.get(qn("w:type"), "textWrapping") == "textWrapping":
                place.emit("\n", look, before, looked)
        elif tag in _CHARACTERS:
            place.emit(_CHARACTERS[tag], look, before, looked)
        elif tag == qn("w:ruby"):  # a phonetic guide: words with small ones above them
            for base in child.iterfind(qn("w:rubyBase")):
                self._children(base)
        elif tag == qn("w:sym"):
            shown = sign(child.get(qn("w:font"), ""), child.get(qn("w:char"), ""))
            place.emit(shown or THING, look, before, looked)
        elif tag == qn("w:commentReference"):
            place.comment_stands(child.get(qn("w:id"), ""))
        elif tag in _THINGS:
            place.emit(THING)
            self._boxes(child)
        elif tag in _NOTES:
            place.emit(MARK)


def _given(own: bool | None, otherwise: bool) -> bool:
    return otherwise if own is None else own


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag in _TEXTS)
