"""The way through a part: its notes, paragraphs, rows, controls and revisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from docx.oxml.ns import qn

from briefgen.ooxml.elements import Element, value
from briefgen.review.lines import KEPT, NAMELESS, THING, Hand, Line, State, Stretch
from briefgen.review.reading.place import Place
from briefgen.review.reading.runs import ALTERNATIVES, Runs
from briefgen.review.styles import Styles

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
