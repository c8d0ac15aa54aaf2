"""A part of a DOCX becomes paragraphs, with tracked changes (ISO/IEC 29500-1, 17.13 and 17.16)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import msgspec
from docx.oxml.ns import qn

from briefgen.markup.model import MARK
from briefgen.ooxml.elements import Element, on_off, value
from briefgen.review.story import (
    NAMELESS,
    OBJECT,
    PLAIN,
    UNCHANGED,
    Look,
    Paragraph,
    Revision,
    State,
    Stretch,
    Styles,
    sign,
)

__all__ = ["TooMuch", "paragraphs_of"]


# What is open at the point reached in a part, and the stretches of the paragraph so far.
#
# Fields: ISO/IEC 29500-1, 17.16.

MOST_COMMENTS = 100
"""That may be attached to the same words."""
_ACTIVE = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "MACROBUTTON"})
"""Fields that fetch or start something: no reviewer's Word puts one there."""


class TooMuch(Exception):  # noqa: N818  (said of a file)
    """A file with content that no reviewer adds; the message completes a sentence."""


class Field:
    """A field that is being read: first its code, then its result."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        """What was done where it begins."""
        self.in_code = True
        self.code = ""
        self.text = ""
        """Of its result."""
        self.look = Look()
        self.is_note = False
        """Whether it shows the mark of a note."""

    def say(self, text: str, look: Look) -> None:
        """Text is in it; in its code, none is shown."""
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
        self.revisions: list[Revision] = []
        """Of revisions."""
        self.rows: list[Revision] = []
        """Of rows and cells of which something was done to the whole."""
        self.fields: list[Field] = []
        self.in_note = False
        self._comments: list[str] = []
        self._anchored: set[str] = set()
        """The comments that are attached to words."""

    @property
    def row(self) -> Revision:
        """What was done to the whole row or cell."""
        return self.rows[-1] if self.rows else UNCHANGED

    @property
    def is_typed(self) -> bool:
        """Whether we are among words that were inserted."""
        return any(revision.state == "inserted" for revision in self.revisions)

    @property
    def revision(self) -> Revision | None:
        """What was done here, of all that is open; nothing where one person deleted what another had inserted."""
        around = [revision for revision in self.rows[-1:] if revision != UNCHANGED]
        states = {revision.state for revision in (*around, *self.revisions)}
        if len(states) > 1:
            return None
        return (*around, *self.revisions)[-1] if states else UNCHANGED

    @contextmanager
    def within(self, stack: list[Revision], revision: Revision) -> Iterator[None]:
        """In what somebody did something to."""
        stack.append(revision)
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
        """Outside of all controls: in a box that is anchored in a word of one."""
        outside, self.tags = self.tags, []
        yield
        self.tags = outside

    def emit(
        self, text: str, look: Look = PLAIN, before: Look | None = None, look_revision: Revision = UNCHANGED,
        *, always: bool = False, field: bool = False,
    ) -> None:  # fmt: skip
        """Adds text, or gives it to the field that is open."""
        if self.fields:
            self.fields[-1].say(text, look)
            return
        revision = self.revision
        if revision is None or not (text or always):
            return
        tag = self.tags[-1] if self.tags else ""
        self._anchored.update(self._comments)
        self.here.append(
            Stretch(text, tag, look, field, revision, before, look_revision, tuple(dict.fromkeys(self._comments)))
        )

    def comment_begins(self, name: str) -> None:
        """What follows is what a comment is on."""
        self._comments.append(name)
        if len(self._comments) > MOST_COMMENTS:
            raise TooMuch(f"more than {MOST_COMMENTS} comments hang on the same words of it")

    def comment_ends(self, name: str) -> None:
        """And what follows no longer."""
        self._comments = [each for each in self._comments if each != name]

    def comment_position(self, name: str) -> None:
        """A comment is attached to what is in its range; without one, to its position."""
        if name not in self._anchored:
            self._comments.append(name)
            self.emit("", always=True)
            self._comments.remove(name)

    def field_mark(self, kind: str) -> None:
        """Where a field begins, where its result does, and where it ends."""
        if kind == "begin":
            self.fields.append(Field(self.revision or UNCHANGED))
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
        if (
            not self.revisions and ended.revision != UNCHANGED
        ):  # LibreOffice tracks where it begins, and not where it ends
            with self.within(self.revisions, ended.revision):
                self._emit_field(ended)
        elif ended.is_note:
            self.emit(MARK, always=True)
        else:
            self.emit(ended.text, ended.look, always=True, field=True)


# What is in a run: its words, its look, marks of notes, signs, marks of fields and comments.

ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_OBJECTS = frozenset((qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATIVES))
_TEXTS = frozenset((qn("w:t"), qn("w:delText")))
_NOTES = frozenset((qn("w:footnoteReference"), qn("w:endnoteReference")))
_NUMBERS = frozenset((qn("w:footnoteRef"), qn("w:endnoteRef")))
"""A note's own number, at its head."""

Children = Callable[[Element], None]
"""Reads all that is in an element."""


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
        before, look_revision = None, UNCHANGED
        change = properties.find(qn("w:rPrChange")) if properties is not None else None
        if change is not None and (old := change.find(qn("w:rPr"))) is not None:
            before = self._look(old)
            look_revision = Revision("unchanged", change.get(qn("w:author"), ""), change.get(qn("w:date"), ""))
        for child in run:
            self._piece(child, look, before if before != look else None, look_revision)

    def _look(self, properties: "Element | None") -> Look:
        """Bold and italic, by the run's own word, else by its style. New words say for themselves what the style of the
        paragraph says, where LibreOffice writes them; that is nothing."""
        style = self._styles.looks.get(value(properties, "rStyle"), PLAIN)
        around = self._place.around if self._place.is_typed else PLAIN
        bold = style.bold if around.bold else _own_value(on_off(properties, "b"), style.bold)
        italic = style.italic if around.italic else _own_value(on_off(properties, "i"), style.italic)
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
                self._piece(child, PLAIN, None, UNCHANGED)
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
            place.comment_position(child.get(qn("w:id"), ""))

    def _piece(self, child: Element, look: Look, before: Look | None, look_revision: Revision) -> None:
        """What is in a run."""
        tag, place = child.tag, self._place
        if tag in _TEXTS:
            place.emit(child.text or "", look, before, look_revision)
        elif tag in (qn("w:instrText"), qn("w:delInstrText")):
            if place.fields:
                place.fields[-1].code += child.text or ""
        elif tag == qn("w:fldChar"):
            place.field_mark(child.get(qn("w:fldCharType"), ""))
        elif tag == qn("w:br"):
            if child.get(qn("w:type"), "textWrapping") == "textWrapping":
                place.emit("\n", look, before, look_revision)
        elif tag in _CHARACTERS:
            place.emit(_CHARACTERS[tag], look, before, look_revision)
        elif tag == qn("w:ruby"):  # a phonetic guide: words with small ones above them
            for base in child.iterfind(qn("w:rubyBase")):
                self._children(base)
        elif tag == qn("w:sym"):
            shown = sign(child.get(qn("w:font"), ""), child.get(qn("w:char"), ""))
            place.emit(shown or OBJECT, look, before, look_revision)
        elif tag == qn("w:commentReference"):
            place.comment_position(child.get(qn("w:id"), ""))
        elif tag in _OBJECTS:
            place.emit(OBJECT)
            self._boxes(child)
        elif tag in _NOTES:
            place.emit(MARK)


def _own_value(own: bool | None, otherwise: bool) -> bool:
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


def paragraphs_of(root: Element, styles: Styles) -> list[Paragraph]:
    """The paragraphs of a part, in reading order. Raises `TooMuch` for what no reviewer would put there."""
    reader = _Reader(styles)
    if root.tag in (qn("w:footnotes"), qn("w:endnotes")):
        for note in root:
            if note.get(qn("w:type"), "normal") == "normal":
                reader.story(note, in_note=True)
    else:
        reader.story(root, in_note=False)
    return reader.paragraphs


class _Reader:
    """Goes through a part, element by element."""

    def __init__(self, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
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
        """What follows cannot be joined to what is before."""
        if self.paragraphs:
            self.paragraphs[-1] = msgspec.structs.replace(self.paragraphs[-1], closes=True)

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
            with place.within(place.revisions, self._revision(element, _REVISIONS[tag])):
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
            place.emit(OBJECT + "".join(each.text or "" for each in element.iter(qn("m:t"))))
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

    def _row(self, element: Element, revision: Revision) -> None:
        """A row or a cell, of which something was done to the whole, or to what it is in."""
        with self._place.within(self._place.rows, revision if revision != UNCHANGED else self._place.row):
            self._children(element)

    def _revision(self, element: Element, state: State) -> Revision:
        """Who did this."""
        moved = element.tag in (qn("w:moveFrom"), qn("w:moveTo"))
        name = (next(reversed(self._moves.values()), "") or NAMELESS) if moved else ""
        return Revision(state, element.get(qn("w:author"), ""), element.get(qn("w:date"), ""), name)

    def _marked(self, properties: "Element | None") -> Revision:
        """What was done to a paragraph's mark, a row or a cell, by the properties that say so."""
        found = [
            self._revision(child, _REVISIONS[child.tag])
            for child in (properties if properties is not None else ())
            if child.tag in _REVISIONS
        ]
        return next((revision for revision in found if revision.state == "deleted"), found[0] if found else UNCHANGED)

    def _control(self, element: Element) -> None:
        """A content control. What only holds a place in it (17.5.2.39) is no content."""
        properties, content = element.find(qn("w:sdtPr")), element.find(qn("w:sdtContent"))
        tag = properties.find(qn("w:tag")) if properties is not None else None
        if content is None or (properties is not None and properties.find(qn("w:showingPlcHdr")) is not None):
            return
        with self._place.tagged(tag.get(qn("w:val"), "") if tag is not None else ""):
            self._children(content)

    def _paragraph(self, element: Element) -> None:
        """A paragraph; one may be within another, in a text box."""
        place, properties = self._place, element.find(qn("w:pPr"))
        before, place.here = place.here, []
        outside, place.around = place.around, self._styles.around(properties)
        self._children(element)
        end = place.row
        if end == UNCHANGED:
            end = self._marked(properties.find(qn("w:rPr")) if properties is not None else None)
        # A field over many paragraphs (a table of contents) is Word's; what it fills is none of ours.
        if not place.fields:
            listed = self._styles.listed(properties)
            contents = value(properties, "pStyle") in self._styles.contents
            self.paragraphs.append(Paragraph(_joined(place.here, end), end, listed=listed, contents=contents))
        place.here, place.around = before, outside

    def _boxes(self, element: Element) -> None:
        """The paragraphs of text boxes in a drawing. A box in a control is anchored in it; its text is separate."""
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


def _joined(stretches: Sequence[Stretch], end: Revision) -> tuple[Stretch, ...]:
    """Of a paragraph whose mark was treated so."""
    return tuple(_as_one(_moved_with_mark(stretches, end)))


def _moved_with_mark(stretches: Sequence[Stretch], end: Revision) -> Iterator[Stretch]:
    """The words of a paragraph that was moved with them; LibreOffice says so of its mark alone."""
    of_mark = end.move and not any(each.revision.move for each in stretches)
    for each in stretches:
        moves = of_mark and each.revision.state == end.state
        yield (
            msgspec.structs.replace(each, revision=msgspec.structs.replace(each.revision, move=end.move))
            if moves
            else each
        )


def _as_one(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours that differ in nothing but their text as one: Word splits runs where it likes. A space outside of
    controls stays separate: it may separate two fields, and so show on which side of it words were inserted."""
    out: list[Stretch] = []
    for stretch in stretches:
        last = out[-1] if out else None
        gap = not stretch.tag and stretch.text.isspace()
        apart = last and (gap or last.field or stretch.field or OBJECT in last.text + stretch.text)
        if last and not apart and msgspec.structs.replace(last, text=stretch.text) == stretch:
            out[-1] = msgspec.structs.replace(last, text=last.text + stretch.text)
        else:
            out.append(stretch)
    return out
