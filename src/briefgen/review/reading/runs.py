"""What stands in a run: its words, its look, marks of notes, signs, marks of fields and comments."""

from collections.abc import Callable

from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.prose.model import MARK
from briefgen.review.lines import KEPT, PLAIN, THING, Hand, Look
from briefgen.review.reading.place import Place
from briefgen.review.styles import Styles, toggled, value
from briefgen.review.symbols import sign

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_THINGS = frozenset((*(w(name) for name in ("drawing", "pict", "object")), ALTERNATIVES))
_TEXTS = frozenset((w("t"), w("delText")))
_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))
_NUMBERS = frozenset((w("footnoteRef"), w("endnoteRef")))
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
        properties = run.find(w("rPr"))
        if value(properties, "rStyle") in self._styles.notes or self._is_raised_note(run, properties):
            self._note(run)
            return
        look = self._look(properties)
        before, looked = None, KEPT
        change = properties.find(w("rPrChange")) if properties is not None else None
        if change is not None and (old := change.find(w("rPr"))) is not None:
            before = self._look(old)
            looked = Hand("kept", change.get(w("author"), ""), change.get(w("date"), ""))
        for child in run:
            self._piece(child, look, before if before != look else None, looked)

    def _look(self, properties: "Element | None") -> Look:
        """Bold and italic, by the run's own word, else by its style. New words say for themselves what the style of the
        paragraph says, where LibreOffice writes them; that is nothing."""
        style = self._styles.looks.get(value(properties, "rStyle"), PLAIN)
        around = self._place.around if self._place.is_typed else PLAIN
        bold = style.bold if around.bold else toggled(properties, "b", style.bold)
        italic = style.italic if around.italic else toggled(properties, "i", style.italic)
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
        if w("fldChar") in tags:
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
        for child in run.iterfind(w("commentReference")):
            place.comment_stands(child.get(w("id"), ""))

    def _piece(self, child: Element, look: Look, before: Look | None, looked: Hand) -> None:
        """What stands in a run."""
        tag, place = child.tag, self._place
        if tag in _TEXTS:
            place.emit(child.text or "", look, before, looked)
        elif tag in (w("instrText"), w("delInstrText")):
            if place.fields:
                place.fields[-1].code += child.text or ""
        elif tag == w("fldChar"):
            place.field_mark(child.get(w("fldCharType"), ""))
        elif tag == w("br"):
            if child.get(w("type"), "textWrapping") == "textWrapping":
                place.emit("\n", look, before, looked)
        elif tag in _CHARACTERS:
            place.emit(_CHARACTERS[tag], look, before, looked)
        elif tag == w("ruby"):  # a phonetic guide: words with small ones above them
            for base in child.iterfind(w("rubyBase")):
                self._children(base)
        elif tag == w("sym"):
            shown = sign(child.get(w("font"), ""), child.get(w("char"), ""))
            place.emit(shown or THING, look, before, looked)
        elif tag == w("commentReference"):
            place.comment_stands(child.get(w("id"), ""))
        elif tag in _THINGS:
            place.emit(THING)
            self._boxes(child)
        elif tag in _NOTES:
            place.emit(MARK)


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag in _TEXTS)
