"""A paragraph → its inlines, labels and drawings.

ISO/IEC 29500-1: runs in 17.3.2, fields in 17.16, hyperlinks in 17.16.22, notes in 17.11.
"""

from collections.abc import Iterable, Iterator

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from msgspec.structs import replace

from briefgen.document import Inline, Inlines, LineBreak, Link, Mark, NoteMark, Reference, Run, TemplateText, plain
from briefgen.document.address import address
from briefgen.document.revisions import joined
from briefgen.docx.read.context import CAPTION_LABEL, ITEM_LABEL, NOTE, Context, anchor, target
from briefgen.docx.theme_styles import without_region
from briefgen.locale import tied
from briefgen.locale.ties import NARROW, NO_BREAK
from briefgen.ooxml.elements import Element, on_off, value

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_IGNORED = frozenset(qn(f"w:{name}") for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkEnd"))
_ORIGIN = TemplateText()
_STANCE_SYMBOLS = tuple("▲▼◆△▽◊")
"""Symbols of stances, bold next to their colour."""
_MAX_NOTES = 1_000_000


class NoteNumbers:
    """The numbers of notes, in the order of their first marks."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        """Id of a footnote → its number."""
        self._marks: dict[int, int] = {}

    def set(self, footnote: str, shown: str) -> NoteMark:
        """The first mark of a note. `shown`: its number, if Word does not number notes itself."""
        number = _digits(shown) or next(at for at in range(1, _MAX_NOTES) if at not in self._marks)
        self.numbers.setdefault(footnote, number)
        return self.mark(number)

    def mark(self, number: int) -> NoteMark:
        """A mark of a note."""
        self._marks[number] = self._marks.get(number, 0) + 1
        return NoteMark(number, self._marks[number])


class _Field:
    """A field that is being read."""

    def __init__(self) -> None:
        self.in_code = True
        self.code = ""
        self.out: list[Inline] = []


class ParagraphReader:
    """Reads one paragraph."""

    def __init__(self, context: Context, notes: NoteNumbers) -> None:
        self._context = context
        self._notes = notes
        self._out: list[Inline] = []
        self._fields: list[_Field] = []
        self.label: list[str] = []
        self.is_numbered = False
        """Its label has a sequence field."""
        self.item_label: str | None = None
        self.drawings: list[Element] = []

    def read(self, paragraph: Element) -> Inlines:
        """The inlines."""
        self._children(paragraph)
        for field in self._fields:  # without an end in this paragraph
            self._out += field.out
        return tuple(_without_ties(inline, self._context.lang) for inline in joined(tuple(self._out)))

    def _children(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag in _IGNORED:
                continue
            if tag == qn("w:r"):
                self._run(child)
            elif tag == qn("w:hyperlink"):
                self._link(child)
            elif tag == qn("w:fldSimple"):
                self._begin()
                self._fields[-1].code = child.get(qn("w:instr"), "")
                self._fields[-1].in_code = False
                self._children(child)
                self._end()
            elif tag == _COMPATIBILITY:
                for branch in list(child)[:1]:
                    self._children(branch)
            else:
                self._children(child)

    def _emit(self, inline: Inline) -> None:
        if not self._fields:
            self._out.append(inline)
        elif not self._fields[-1].in_code:
            self._fields[-1].out.append(inline)

    def _begin(self) -> None:
        self._fields.append(_Field())

    def _end(self) -> None:
        if not self._fields:
            return
        field = self._fields.pop()
        words = field.code.split()
        what, at = (words[0].upper() if words else ""), (words[1] if len(words) > 1 else "")
        if what == "PAGEREF":
            self._emit(Reference(anchor(at), plain(field.out)))
        elif what == "NOTEREF":
            if number := _digits(plain(field.out)) or next(_note_numbers(field.out), 0):
                self._emit(self._notes.mark(number))
        elif what == "SEQ":
            self.is_numbered = True
        elif what == "REF" and (target_anchor := self._context.labels.get(at)):
            self._emit(Link(tuple(each for each in field.out if isinstance(each, Run)), f"#{target_anchor}"))
        else:
            for inline in field.out:
                self._emit(inline)

    def _link(self, element: Element) -> None:
        """A hyperlink. One around a note mark is a repeated mark, not a link."""
        outer, fields = self._out, self._fields
        self._out, self._fields = [], []
        self._children(element)
        content, self._out, self._fields = self._out, outer, fields
        target = self._target(element)
        runs = tuple(each for each in content if isinstance(each, Run))
        if target and len(runs) == len(content) and runs:
            self._emit(Link(runs, target))
        else:
            for inline in content:
                self._emit(inline)

    def _target(self, element: Element) -> str:
        inside = element.get(qn("w:anchor"))
        if inside:
            name = target(inside)
            return f"#{name}" if name else ""
        relation = self._context.part.rels.get(element.get(qn("r:id"), ""))
        if relation is None or not relation.is_external or relation.reltype != RT.HYPERLINK:
            return ""
        return address(relation.target_ref) or ""

    def _run(self, element: Element) -> None:
        properties = element.find(qn("w:rPr"))
        style = value(properties, "rStyle")
        name = self._context.styles.characters.get(style, "")
        if name == NOTE:
            self._note(element)
            return
        marks, lang = self._marks(properties, style), _language(properties)
        for child in element:
            tag = child.tag
            if tag == qn("w:t"):
                self._text(child.text or "", name, marks, lang)
            elif tag == qn("w:tab") and name != ITEM_LABEL:
                self._emit(Run(" ", _ORIGIN, marks, lang))
            elif tag == qn("w:noBreakHyphen"):
                self._text("\u2011", name, marks, lang)
            elif tag in (qn("w:br"), qn("w:cr")):
                if child.get(qn("w:type"), "textWrapping") == "textWrapping":
                    self._emit(LineBreak())
            elif tag == qn("w:drawing"):
                self.drawings.append(child)
            elif not self._of_field(child) and tag == qn("w:footnoteReference"):
                self._emit(self._notes.set(child.get(qn("w:id"), ""), ""))

    def _text(self, text: str, name: str, marks: frozenset[Mark], lang: str) -> None:
        if self._fields and self._fields[-1].in_code:
            return
        if name == CAPTION_LABEL:
            self.label.append(text)
        elif name == ITEM_LABEL:
            self.item_label = (self.item_label or "") + text
        elif text:
            if "strong" in marks and text.strip() in _STANCE_SYMBOLS:
                marks = marks - {"strong"} | {"sign"}
            self._emit(Run(without_ties(text, lang or self._context.lang), _ORIGIN, marks, lang))

    def _of_field(self, child: Element) -> bool:
        if child.tag == qn("w:fldChar"):
            match child.get(qn("w:fldCharType")):
                case "begin":
                    self._begin()
                case "separate" if self._fields:
                    self._fields[-1].in_code = False
                case "end":
                    self._end()
                case _:
                    pass
        elif child.tag == qn("w:instrText"):
            if self._fields:
                self._fields[-1].code += child.text or ""
        else:
            return False
        return True

    def _note(self, element: Element) -> None:
        """A run in the style of note marks: a mark, or the comma between two."""
        shown = "".join(child.text or "" for child in element if child.tag == qn("w:t"))
        reference = element.find(qn("w:footnoteReference"))
        if reference is not None:
            self._emit(self._notes.set(reference.get(qn("w:id"), ""), shown))
            return
        for child in element:
            self._of_field(child)
        number = _digits(shown)
        if number and self._fields:
            self._emit(NoteMark(number, 1))  # the field counts it
        elif number:
            self._emit(self._notes.mark(number))

    def _marks(self, properties: "Element | None", style: str) -> frozenset[Mark]:
        """The visible marks of a run. Marks without visible effect cannot be recognised."""
        own = self._context.styles.marks.get(style)
        marks: set[Mark] = {own} if own else set()
        if on_off(properties, "b") and own not in ("strong", "sign"):
            marks.add("strong")
        if own in ("inferred", "assumption", "judgement"):
            if on_off(properties, "i") is False:
                marks.add("emphasis")
        elif on_off(properties, "i"):
            marks.add("emphasis")
        if value(properties, "u") == "dotted":
            marks.add("assumption")
            marks.discard("emphasis")
        return frozenset(marks)


def note_line(note: Element, context: Context) -> Inlines:
    """The content of a note: its paragraphs in one line, without its own number."""
    out: list[Inline] = []
    for at, paragraph in enumerate(note.iter(qn("w:p"))):
        line = list(ParagraphReader(context, NoteNumbers()).read(paragraph))
        if not at:
            if line and isinstance(line[0], NoteMark):
                del line[0]
            if line and isinstance(first := line[0], Run):
                line[0] = replace(first, text=first.text.removeprefix(" "))
        elif line and out:
            out.append(LineBreak())
        out += line
    return joined(tuple(out))


def _without_ties(inline: Inline, lang: str) -> Inline:
    """An inline without the no-break spaces that typesetting would add again."""
    match inline:
        case Run(text=text):
            return replace(inline, text=without_ties(text, inline.lang or lang))
        case Link(content=content):
            return replace(
                inline, content=tuple(replace(run, text=without_ties(run.text, run.lang or lang)) for run in content)
            )
        case _:
            return inline


def without_ties(text: str, lang: str) -> str:
    """The text without the no-break spaces that typesetting would add again."""
    if NO_BREAK not in text and NARROW not in text:
        return text
    again = tied(text.replace(NO_BREAK, " ").replace(NARROW, " "), lang)
    return "".join(
        " " if here in (NO_BREAK, NARROW) and here == there else here for here, there in zip(text, again, strict=True)
    )


def _note_numbers(inlines: Iterable[Inline]) -> Iterator[int]:
    return (each.number for each in inlines if isinstance(each, NoteMark))


def _digits(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


def _language(properties: "Element | None") -> str:
    return without_region(value(properties, "lang") or value(properties, "lang", "bidi"))
