"""A part of a DOCX becomes paragraphs, with tracked changes (ISO/IEC 29500-1, 17.13 and 17.16)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import msgspec
from docx.oxml.ns import qn

from briefgen.markup.model import MARK
from briefgen.ooxml.elements import Element, on_off, value
from briefgen.review.story import KEPT, NAMELESS, PLAIN, THING, Hand, Line, Look, State, Stretch, Styles, sign

__all__ = ["TooMuch", "lines_of"]


# What is open at the point reached in a part, and the stretches of the paragraph so far.
#
# Fields: ISO/IEC 29500-1, 17.16.

MOST_COMMENTS = 100
"""That may hang on the same words."""
_ACTIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "MACROBUTTON"})
"""Fields that fetch or start something: no reviewer's Word puts one there."""


class TooMuch(Exception):  # noqa: N818  (said of a file)
    """A file with content that no reviewer adds; the message completes a sentence."""


class Field:
    """A field that is being read: first its code, then its result."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        """What was done where it begins."""
        self.in_code = True
        self.code = ""
        self.text = ""
        """Of its result."""
        self.look = Look()
        self.is_note = False
        """Whether it shows the mark of a note."""

    def say(self, text: str, look: Look) -> None:
        """Text stands in it; in its code, none is shown."""
        if not self.in_code:
            self.text += text
            self.look = look

    def take(self, inner: "Field") -> None:
        """A field in it has ended."""
        self.text += inner.text
        self.is_note |= inner.is_note

    def end(self) -> None:
        """It has ended. Raises `TooMuch` for one that fetches or starts something."""
        what = next(iter(self.code.split(maxsplit=1)), "").upper()
        if what in _ACTIVE:
            raise TooMuch(f"a field of it fetches or starts something ({what})")
        self.is_note |= what == "NOTEREF"


class Place:
    """Every stack holds what is open, the innermost last."""

    def __init__(self) -> None:
        self.here: list[Stretch] = []
        """The paragraph so far."""
        self.around = PLAIN
        """What the style of the paragraph makes of all its words."""
        self.tags: list[str] = []
        """Of content controls."""
        self.hands: list[Hand] = []
        """Of revisions."""
        self.rows: list[Hand] = []
        """Of rows and cells of which something was done to the whole."""
        self.fields: list[Field] = []
        self.in_note = False
        self._comments: list[str] = []
        self._anchored: set[str] = set()
        """The comments that hang on words."""

    @property
    def row(self) -> Hand:
        """What was done to the whole row or cell."""
        return self.rows[-1] if self.rows else KEPT

    @property
    def is_typed(self) -> bool:
        """Whether we are among words that were put in."""
        return any(hand.state == "inserted" for hand in self.hands)

    @property
    def hand(self) -> Hand | None:
        """What was done here, of all that is open; nothing where one person took out what another had put in."""
        around = [hand for hand in self.rows[-1:] if hand != KEPT]
        states = {hand.state for hand in (*around, *self.hands)}
        if len(states) > 1:
            return None
        return (*around, *self.hands)[-1] if states else KEPT

    @contextmanager
    def within(self, stack: list[Hand], hand: Hand) -> Iterator[None]:
        """In what somebody did something to."""
        stack.append(hand)
        yield
        stack.pop()

    @contextmanager
    def tagged(self, name: str) -> Iterator[None]:
        """In a control; one without a name is none of ours."""
        if name:
            self.tags.append(name)
        yield
        if name:
            self.tags.pop()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Outside of all controls: in a box that hangs on a word of one."""
        outside, self.tags = self.tags, []
        yield
        self.tags = outside

    def emit(
        self, text: str, look: Look = PLAIN, before: Look | None = None, looked: Hand = KEPT,
        *, always: bool = False, field: bool = False,
    ) -> None:  # fmt: skip
        """Adds text, or gives it to the field that is open."""
        if self.fields:
            self.fields[-1].say(text, look)
            return
        hand = self.hand
        if hand is None or not (text or always):
            return
        tag = self.tags[-1] if self.tags else ""
        self._anchored.update(self._comments)
        self.here.append(Stretch(text, tag, look, field, hand, before, looked, tuple(dict.fromkeys(self._comments))))

    def comment_begins(self, name: str) -> None:
        """What follows is what a comment is on."""
        self._comments.append(name)
        if len(self._comments) > MOST_COMMENTS:
            raise TooMuch(f"more than {MOST_COMMENTS} comments hang on the same words of it")

    def comment_ends(self, name: str) -> None:
        """And what follows no longer."""
        self._comments = [each for each in self._comments if each != name]

    def comment_stands(self, name: str) -> None:
        """A comment hangs on what stands in its range; where it has none, on the place."""
        if name not in self._anchored:
            self._comments.append(name)
            self.emit("", always=True)
            self._comments.remove(name)

    def field_mark(self, kind: str) -> None:
        """Where a field begins, where its result does, and where it ends."""
        if kind == "begin":
            self.fields.append(Field(self.hand or KEPT))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_code = False
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            ended.end()
            if self.fields:
                self.fields[-1].take(ended)
            else:
                self._emit_field(ended)

    def _emit_field(self, ended: Field) -> None:
        """A field as one stretch."""
        if not self.hands and ended.hand != KEPT:  # LibreOffice tracks where it begins, and not where it ends
            with self.within(self.hands, ended.hand):
                self._emit_field(ended)
        elif ended.is_note:
            self.emit(MARK, always=True)
        else:
            self.emit(ended.text, ended.look, always=True, field=True)


# What stands in a run: its words, its look, marks of notes, signs, marks of fields and comments.

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
        bold = style.bold if around.bold else _given(on_off(properties, "b"), style.bold)
        italic = style.italic if around.italic else _given(on_off(properties, "i"), style.italic)
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


# The way through a part: its notes, paragraphs, rows, controls and revisions.

_REVISIONS: Mapping[str, State] = {
    qn("w:ins"): "inserted", qn("w:moveTo"): "inserted", qn("w:del"): "deleted", qn("w:moveFrom"): "deleted",
    qn("w:cellIns"): "inserted", qn("w:cellDel"): "deleted",
}  # fmt: skip
_SILENT = frozenset(
    qn(f"w:{name}") for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "proofErr",
        "footnoteRef", "endnoteRef", "annotationRef", "softHyphen", "separator",
        "continuationSeparator", "lastRenderedPageBreak",
    )
)  # fmt: skip


def lines_of(root: Element, styles: Styles) -> list[Line]:
    """The paragraphs of a part, in reading order. Raises `TooMuch` for what no reviewer would put there."""
    reader = _Reader(styles)
    if root.tag in (qn("w:footnotes"), qn("w:endnotes")):
        for note in root:
            if note.get(qn("w:type"), "normal") == "normal":
                reader.story(note, in_note=True)
    else:
        reader.story(root, in_note=False)
    return reader.lines


class _Reader:
    """Goes through a part, element by element."""

    def __init__(self, styles: Styles) -> None:
        self.lines: list[Line] = []
        self._styles = styles
        self._place = Place()
        self._runs = Runs(styles, self._place, self._children, self._boxes)
        self._moves: dict[str, str] = {}
        """Names of the moves that are open, by the ids of their ranges."""

    def story(self, root: Element, in_note: bool) -> None:
        """A part, or one note."""
        self._place.in_note = in_note
        self._children(root)
        self._close()

    def _close(self) -> None:
        """What follows cannot be joined to what stands before."""
        if self.lines:
            self.lines[-1] = msgspec.structs.replace(self.lines[-1], closes=True)

    def _children(self, element: Element) -> None:
        for child in element:
            self._walk(child)

    def _walk(self, element: Element) -> None:
        tag, place = element.tag, self._place
        if tag in _SILENT:
            return
        if tag == qn("w:r"):
            self._runs.read(element)
        elif tag == qn("w:p"):
            self._paragraph(element)
        elif tag == qn("w:sdt"):
            self._control(element)
        elif tag in _REVISIONS:
            with place.within(place.hands, self._hand(element, _REVISIONS[tag])):
                self._children(element)
        elif tag == qn("w:tr"):
            self._row(element, self._marked(element.find(qn("w:trPr"))))
        elif tag == qn("w:tc"):
            self._row(element, self._marked(element.find(qn("w:tcPr"))))
            self._close()
        elif tag == qn("w:fldSimple"):
            self._simple_field(element)
        elif tag == ALTERNATIVES:
            for branch in list(element)[:1]:
                self._children(branch)
        elif tag in (qn("m:oMath"), qn("m:oMathPara")):
            place.emit(THING + "".join(each.text or "" for each in element.iter(qn("m:t"))))
        elif tag == qn("w:commentRangeStart"):
            place.comment_begins(element.get(qn("w:id"), ""))
        elif tag == qn("w:commentRangeEnd"):
            place.comment_ends(element.get(qn("w:id"), ""))
        elif tag in (qn("w:moveFromRangeStart"), qn("w:moveToRangeStart")):
            self._moves[element.get(qn("w:id"), "")] = element.get(qn("w:name"), "")
        elif tag in (qn("w:moveFromRangeEnd"), qn("w:moveToRangeEnd")):
            self._moves.pop(element.get(qn("w:id"), ""), None)
        else:
            self._children(element)

    def _row(self, element: Element, hand: Hand) -> None:
        """A row or a cell, of which something was done to the whole, or to what it stands in."""
        with self._place.within(self._place.rows, hand if hand != KEPT else self._place.row):
            self._children(element)

    def _hand(self, element: Element, state: State) -> Hand:
        """Who did this."""
        moved = element.tag in (qn("w:moveFrom"), qn("w:moveTo"))
        name = (next(reversed(self._moves.values()), "") or NAMELESS) if moved else ""
        return Hand(state, element.get(qn("w:author"), ""), element.get(qn("w:date"), ""), name)

    def _marked(self, properties: "Element | None") -> Hand:
        """What was done to a paragraph's mark, a row or a cell, by the properties that say so."""
        found = [
            self._hand(child, _REVISIONS[child.tag])
            for child in (properties if properties is not None else ())
            if child.tag in _REVISIONS
        ]
        return next((hand for hand in found if hand.state == "deleted"), found[0] if found else KEPT)

    def _control(self, element: Element) -> None:
        """A content control. What only holds a place in it (17.5.2.39) is no content."""
        properties, content = element.find(qn("w:sdtPr")), element.find(qn("w:sdtContent"))
        tag = properties.find(qn("w:tag")) if properties is not None else None
        if content is None or (properties is not None and properties.find(qn("w:showingPlcHdr")) is not None):
            return
        with self._place.tagged(tag.get(qn("w:val"), "") if tag is not None else ""):
            self._children(content)

    def _paragraph(self, element: Element) -> None:
        """A paragraph; one may stand within another, in a text box."""
        place, properties = self._place, element.find(qn("w:pPr"))
        before, place.here = place.here, []
        outside, place.around = place.around, self._styles.around(properties)
        self._children(element)
        end = place.row
        if end == KEPT:
            end = self._marked(properties.find(qn("w:rPr")) if properties is not None else None)
        # A field over many paragraphs (a table of contents) is Word's; what it fills is none of ours.
        if not place.fields:
            listed = self._styles.listed(properties)
            contents = value(properties, "pStyle") in self._styles.contents
            self.lines.append(Line(_joined(place.here, end), end, listed=listed, contents=contents))
        place.here, place.around = before, outside

    def _boxes(self, element: Element) -> None:
        """The paragraphs of text boxes in a drawing. A box in a control hangs on a word of it; its words are others."""
        if element.tag == ALTERNATIVES:
            element = element[0] if len(element) else element
        with self._place.apart():
            for box in element.iter(qn("w:txbxContent")):
                self._children(box)
                self._close()

    def _simple_field(self, element: Element) -> None:
        """A field in one element."""
        self._place.field_mark("begin")
        self._place.fields[-1].code = element.get(qn("w:instr"), "")
        self._place.field_mark("separate")
        self._children(element)
        self._place.field_mark("end")


def _joined(stretches: Sequence[Stretch], end: Hand) -> tuple[Stretch, ...]:
    """Of a paragraph whose mark was treated so."""
    return tuple(_as_one(_moved_with_mark(stretches, end)))


def _moved_with_mark(stretches: Sequence[Stretch], end: Hand) -> Iterator[Stretch]:
    """The words of a paragraph that was moved with them; LibreOffice says so of its mark alone."""
    of_mark = end.move and not any(each.hand.move for each in stretches)
    for each in stretches:
        moves = of_mark and each.hand.state == end.state
        yield msgspec.structs.replace(each, hand=msgspec.structs.replace(each.hand, move=end.move)) if moves else each


def _as_one(stretches: Iterable[Stretch]) -> list[Stretch]:
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
