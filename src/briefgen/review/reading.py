"""A part of a DOCX → its paragraphs, with what Word tracked in them.

ISO/IEC 29500-1: content controls in 17.5.2, revisions in 17.13.5, comments in 17.13.4, fields in 17.16.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.prose.model import MARK
from briefgen.review.lines import KEPT, NAMELESS, THING, Hand, Line, Look, State, Stretch
from briefgen.review.styles import Styles, toggled, value
from briefgen.review.symbols import sign

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REVISIONS: Mapping[str, State] = {
    w("ins"): "inserted", w("moveTo"): "inserted", w("del"): "deleted", w("moveFrom"): "deleted",
    w("cellIns"): "inserted", w("cellDel"): "deleted",
}  # fmt: skip
_SILENT = frozenset(
    w(name) for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "proofErr",
        "footnoteRef", "endnoteRef", "annotationRef", "softHyphen", "separator",
        "continuationSeparator", "lastRenderedPageBreak",
    )
)  # fmt: skip
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_THINGS = frozenset(w(name) for name in ("drawing", "pict", "object"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ACTIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "MACROBUTTON"})
"""Fields that fetch or start something: no reviewer's Word puts one there."""

MOST_COMMENTS = 100
"""That may hang on the same words."""


class TooMuch(Exception):  # noqa: N818  (said of a file)
    """A file that holds what no reviewer would put there; the message goes on a sentence."""


def lines_of(root: Element, styles: Styles) -> list[Line]:
    """The paragraphs of a part, in reading order."""
    reader = _Reader(styles)
    if root.tag in (w("footnotes"), w("endnotes")):
        for note in root:
            if note.get(w("type"), "normal") == "normal":
                reader.story(note, in_note=True)
    else:
        reader.story(root, in_note=False)
    return reader.lines


class _Field:
    """A field that is being read."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.in_code = True
        self.code = ""
        self.text: list[str] = []
        self.look = Look()
        self.is_note = False


class _Reader:
    """Goes through a part. Every stack holds what is open where we stand, the innermost last."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.lines: list[Line] = []
        self.here: list[Stretch] = []
        self.around = Look()
        """What the style of the paragraph makes of all its words."""
        self.tags: list[str] = []
        self.hands: list[Hand] = []
        self.rows: list[Hand] = []
        self.moves: dict[str, str] = {}
        self.comments: list[str] = []
        self.anchored: set[str] = set()
        """The comments that hang on words."""
        self.fields: list[_Field] = []
        self.in_note = False

    def story(self, root: Element, in_note: bool) -> None:
        """A part, or one note."""
        self.in_note = in_note
        self.children(root)
        self.close()

    def close(self) -> None:
        """What follows cannot be joined to what stands before."""
        if self.lines:
            self.lines[-1] = msgspec.structs.replace(self.lines[-1], closes=True)

    def children(self, element: Element) -> None:
        """All that stands in an element."""
        for child in element:
            self.walk(child)

    def walk(self, element: Element) -> None:
        """One element."""
        tag = element.tag
        if tag in _SILENT:
            return
        if tag == w("r"):
            self.run(element)
        elif tag == w("p"):
            self.paragraph(element)
        elif tag == w("sdt"):
            self.control(element)
        elif tag in _REVISIONS:
            self.hands.append(self.hand(element, _REVISIONS[tag]))
            self.children(element)
            self.hands.pop()
        elif tag == w("tr"):
            self.within(element, self.marked(element.find(w("trPr"))))
        elif tag == w("tc"):
            self.within(element, self.marked(element.find(w("tcPr"))))
            self.close()
        elif tag == w("fldSimple"):
            self.simple_field(element)
        elif tag == _COMPATIBILITY + "AlternateContent":
            for branch in list(element)[:1]:
                self.children(branch)
        elif tag in (f"{_MATH}oMath", f"{_MATH}oMathPara"):
            self.emit(THING + "".join(each.text or "" for each in element.iter(f"{_MATH}t")))
        elif tag == w("commentRangeStart"):
            self.comments.append(element.get(w("id"), ""))
            if len(self.comments) > MOST_COMMENTS:
                raise TooMuch(f"more than {MOST_COMMENTS} comments hang on the same words of it")
        elif tag == w("commentRangeEnd"):
            self.comments = [each for each in self.comments if each != element.get(w("id"), "")]
        elif tag in (w("moveFromRangeStart"), w("moveToRangeStart")):
            self.moves[element.get(w("id"), "")] = element.get(w("name"), "")
        elif tag in (w("moveFromRangeEnd"), w("moveToRangeEnd")):
            self.moves.pop(element.get(w("id"), ""), None)
        else:
            self.children(element)

    def within(self, element: Element, hand: Hand) -> None:
        """A row or a cell, of which something was done to the whole, or to what it stands in."""
        self.rows.append(hand if hand != KEPT or not self.rows else self.rows[-1])
        self.children(element)
        self.rows.pop()

    def hand(self, element: Element, state: State) -> Hand:
        """Who did this."""
        moved = element.tag in (w("moveFrom"), w("moveTo"))
        name = (next(reversed(self.moves.values()), "") or NAMELESS) if moved else ""
        return Hand(state, element.get(w("author"), ""), element.get(w("date"), ""), name)

    def marked(self, properties: "Element | None") -> Hand:
        """What was done to a paragraph's mark, a row or a cell, by the properties that say so."""
        found = [
            self.hand(child, _REVISIONS[child.tag])
            for child in (properties if properties is not None else ())
            if child.tag in _REVISIONS
        ]
        return next((hand for hand in found if hand.state == "deleted"), found[0] if found else KEPT)

    def control(self, element: Element) -> None:
        """A content control. What only holds a place in it (17.5.2.39) is no content."""
        properties, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
        tag = properties.find(w("tag")) if properties is not None else None
        if content is None or (properties is not None and properties.find(w("showingPlcHdr")) is not None):
            return
        name = tag.get(w("val"), "") if tag is not None else ""
        if name:
            self.tags.append(name)
        self.children(content)
        if name:
            self.tags.pop()

    def paragraph(self, element: Element) -> None:
        """A paragraph; one may stand within another, in a text box."""
        around, self.here = self.here, []
        outside, self.around = self.around, self.styles.around(element.find(w("pPr")))
        self.children(element)
        end = self.rows[-1] if self.rows else KEPT
        properties = element.find(f"{w('pPr')}/{w('rPr')}")
        if end == KEPT:
            end = self.marked(properties)
        # A field over many paragraphs (a table of contents) is Word's; what it fills is none of ours.
        if not self.fields:
            listed = self.styles.listed(element.find(w("pPr")))
            contents = value(element.find(w("pPr")), "pStyle") in self.styles.contents
            self.lines.append(Line(tuple(_joined(_moved(self.here, end))), end, listed=listed, contents=contents))
        self.here, self.around = around, outside

    def run(self, element: Element) -> None:
        """A run."""
        properties = element.find(w("rPr"))
        if value(properties, "rStyle") in self.styles.notes or self.is_raised_note(element, properties):
            self.note_run(element)
            return
        look = self.look(properties)
        before, looked = None, KEPT
        change = properties.find(w("rPrChange")) if properties is not None else None
        if change is not None and (old := change.find(w("rPr"))) is not None:
            before = self.look(old)
            looked = Hand("kept", change.get(w("author"), ""), change.get(w("date"), ""))
        for child in element:
            self.piece(child, look, before if before != look else None, looked)

    def look(self, properties: "Element | None") -> Look:
        """Bold and italic, by the run's own word, else by its style. New words say for themselves what the style of the
        paragraph says, where LibreOffice writes them; that is nothing."""
        style = self.styles.looks.get(value(properties, "rStyle"), Look())
        around = self.around if self.is_typed() else Look()
        bold = style.bold if around.bold else toggled(properties, "b", style.bold)
        italic = style.italic if around.italic else toggled(properties, "i", style.italic)
        return Look(bold, italic)

    def is_typed(self) -> bool:
        """Whether we are among words that were put in."""
        return any(hand.state == "inserted" for hand in self.hands)

    def is_raised_note(self, element: Element, properties: "Element | None") -> bool:
        """Whether a run is a note mark without the style of one; the “th” of a date is none, nor the “2” of m² that
        somebody typed."""
        if value(properties, "vertAlign") != "superscript":
            return False
        shown = "".join(child.text or "" for child in element if child.tag in (w("t"), w("delText")))
        return not shown or (not self.is_typed() and not shown.strip("0123456789, "))

    def note_run(self, element: Element) -> None:
        """A run in the look of note marks: one mark, or the comma between two."""
        if any(child.tag == w("fldChar") for child in element):
            for child in element:
                self.piece(child, Look(), None, KEPT)
            return
        set_here = any(child.tag in (w("footnoteReference"), w("endnoteReference")) for child in element)
        shown = "".join(child.text or "" for child in element if child.tag in (w("t"), w("delText")))
        if any(child.tag in (w("footnoteRef"), w("endnoteRef")) for child in element):
            return
        if self.fields and not self.fields[-1].in_code:
            self.fields[-1].is_note = True
        elif set_here or any(map(str.isalnum, shown)):
            if not self.in_note or set_here:
                self.emit(MARK)
        elif shown.strip(", "):
            self.emit(shown)
        for child in element:
            if child.tag == w("commentReference"):
                self.piece(child, Look(), None, KEPT)

    def piece(self, child: Element, look: Look, before: Look | None, looked: Hand) -> None:
        """What stands in a run."""
        tag = child.tag
        if tag in (w("t"), w("delText")):
            self.emit(child.text or "", look, before, looked)
        elif tag in (w("instrText"), w("delInstrText")):
            if self.fields:
                self.fields[-1].code += child.text or ""
        elif tag == w("fldChar"):
            self.field_mark(child.get(w("fldCharType"), ""))
        elif tag == w("br"):
            if child.get(w("type"), "textWrapping") == "textWrapping":
                self.emit("\n", look, before, looked)
        elif tag in _CHARACTERS:
            self.emit(_CHARACTERS[tag], look, before, looked)
        elif tag == w("ruby"):  # a phonetic guide: words with small ones above them
            for base in child.iterfind(w("rubyBase")):
                self.children(base)
        elif tag == w("sym"):
            shown = sign(child.get(w("font"), ""), child.get(w("char"), ""))
            self.emit(shown or THING, look, before, looked)
        elif tag == w("commentReference"):
            self.comment_mark(child.get(w("id"), ""))
        elif tag in _THINGS or tag == _COMPATIBILITY + "AlternateContent":
            self.emit(THING)
            self.boxes(child)
        elif tag in (w("footnoteReference"), w("endnoteReference")):
            self.emit(MARK)

    def boxes(self, element: Element) -> None:
        """The paragraphs of text boxes in a drawing. A box in a control hangs on a word of it; its words are others."""
        if element.tag == _COMPATIBILITY + "AlternateContent":
            element = element[0] if len(element) else element
        outside, self.tags = self.tags, []
        for box in element.iter(w("txbxContent")):
            self.children(box)
            self.close()
        self.tags = outside

    def comment_mark(self, name: str) -> None:
        """A comment hangs on what stands in its range; where it has none, on the place."""
        if name not in self.anchored:
            self.comments.append(name)
            self.emit("", always=True)
            self.comments.remove(name)

    def field_mark(self, kind: str) -> None:
        """Where a field begins, where its result does, and where it ends."""
        if kind == "begin":
            self.fields.append(_Field(self.effective() or KEPT))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_code = False
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            what = next(iter(ended.code.split(maxsplit=1)), "").upper()
            if what in _ACTIVE:
                raise TooMuch(f"a field of it fetches or starts something ({what})")
            ended.is_note |= what == "NOTEREF"
            if self.fields:
                self.fields[-1].text += ended.text
                self.fields[-1].is_note |= ended.is_note
            else:
                self.emit_field(ended)

    def simple_field(self, element: Element) -> None:
        """A field in one element."""
        self.field_mark("begin")
        self.fields[-1].code = element.get(w("instr"), "")
        self.field_mark("separate")
        self.children(element)
        self.field_mark("end")

    def emit_field(self, ended: _Field) -> None:
        """A field as one stretch."""
        alone = not self.hands and ended.hand != KEPT  # LibreOffice tracks where it begins, and not where it ends
        if alone:
            self.hands.append(ended.hand)
        if ended.is_note:
            self.emit(MARK, always=True)
        else:
            self.emit("".join(ended.text), ended.look, always=True, field=True)
        if alone:
            self.hands.pop()

    def effective(self) -> Hand | None:
        """Of the revisions that are open; nothing where one person took out what another had put in."""
        around = [hand for hand in self.rows[-1:] if hand != KEPT]
        states = {hand.state for hand in (*around, *self.hands)}
        if len(states) > 1:
            return None
        return (*around, *self.hands)[-1] if states else KEPT

    def emit(
        self, text: str, look: Look = Look(), before: Look | None = None, looked: Hand = KEPT,  # noqa: B008
        *, always: bool = False, field: bool = False,
    ) -> None:  # fmt: skip
        """Adds text, or gives it to the field that is open."""
        if self.fields:
            if not self.fields[-1].in_code:
                self.fields[-1].text.append(text)
                self.fields[-1].look = look
            return
        hand = self.effective()
        if hand is None or not (text or always):
            return
        tag = self.tags[-1] if self.tags else ""
        self.anchored.update(self.comments)
        self.here.append(Stretch(text, tag, look, field, hand, before, looked, tuple(dict.fromkeys(self.comments))))


def _moved(stretches: Sequence[Stretch], end: Hand) -> Iterator[Stretch]:
    """The words of a paragraph that was moved with them; LibreOffice says so of its mark alone."""
    of_mark = end.move and not any(each.hand.move for each in stretches)
    for each in stretches:
        moves = of_mark and each.hand.state == end.state
        yield msgspec.structs.replace(each, hand=msgspec.structs.replace(each.hand, move=end.move)) if moves else each


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that differ in nothing but their text as one: Word splits runs where it likes. A space outside of
    controls stays apart: it may part two fields, and tell so on which side of it words were put in."""
    out: list[Stretch] = []
    for stretch in stretches:
        last = out[-1] if out else None
        gap = not stretch.tag and stretch.text.isspace()
        apart = last and (gap or last.field or stretch.field or THING in last.text + stretch.text)
        if last and not apart and msgspec.structs.replace(last, text=stretch.text) == stretch:
            out[-1] = msgspec.structs.replace(last, text=last.text + stretch.text)
        else:
            out.append(stretch)
    return out
