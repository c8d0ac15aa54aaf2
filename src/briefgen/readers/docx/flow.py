"""Paragraphs and tables of a part → blocks."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Caption,
    Contents,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.ooxml import Element
from briefgen.ooxml.tags import w
from briefgen.readers.docx.boxes import Box, Boxes, OpenList
from briefgen.readers.docx.figures import figure
from briefgen.readers.docx.inlines import Counter, Line
from briefgen.readers.docx.styles import STRIP, Kind, whole
from briefgen.readers.docx.surroundings import Level, Surroundings, anchor_of
from briefgen.readers.docx.tables import is_continued, joined, rows_of, style_of

_PLAIN = Kind("text")


def blocks_of(element: Element, around: Surroundings, notes: Counter) -> Blocks:
    """The blocks that stand in a body or a cell."""
    flow = _Flow(around, notes)
    for child in _standing(element):
        flow.take(child)
    return flow.blocks()


def _standing(element: Element) -> Iterator[Element]:
    """Paragraphs and tables, those in content controls among them."""
    for child in element:
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag not in (w("sectPr"), w("tcPr"), w("sdtPr"), w("sdtEndPr")):
            yield from _standing(child)


class _Captioned:
    """A caption that waits for what it is of."""

    def __init__(self, caption: Caption, anchor: str, counted: bool) -> None:
        self.caption = caption
        self.anchor = anchor
        self.counted = counted


class _Flow:
    """Goes through what stands in a body or a cell, in reading order."""

    def __init__(self, around: Surroundings, notes: Counter) -> None:
        self._around = around
        self._notes = notes
        self._boxes = Boxes()
        self._caption: _Captioned | None = None
        self._anchor = ""
        """Of a table without a caption: it stands before it."""
        self._break = False

    def blocks(self) -> Blocks:
        """All that was read."""
        self._uncaptioned()
        return self._boxes.blocks()

    def take(self, element: Element) -> None:
        """One paragraph or table."""
        if element.tag == w("tbl"):
            self._table(element)
            return
        properties = element.find(w("pPr"))
        kind = self._around.styles.paragraphs.get(_value(properties, "pStyle"), _PLAIN)
        if properties is not None and properties.find(w("pageBreakBefore")) is not None:
            self._break = True
        if kind.what == "spacer":
            self._anchor = anchor_of(element) or self._anchor
            return
        if kind.what == "contents-entry":
            self._contents_entry(element)
            return
        line = Line(self._around, self._notes)
        content = line.read(element)
        left, given = self._left(properties)
        if kind.what == "caption":
            self._uncaptioned()
            label = "".join(line.label).rstrip("\u2002").replace("\u00a0", " ")
            self._caption = _Captioned(Caption(label, content), anchor_of(element), line.is_numbered or not label)
            self._broken(self._boxes.among(left))
            return
        if kind.what == "picture":
            self._picture(line, content, element, left)
            return
        self._uncaptioned()
        self._paragraph(kind, content, line, element, properties, left, given)

    def _paragraph(
        self, kind: Kind, content: Inlines, line: Line, element: Element, properties: "Element | None", left: int,
        given: bool,
    ) -> None:  # fmt: skip
        match kind.what:
            case "heading":
                self._add(self._boxes.among(left), Heading(kind.level, content, anchor_of(element)))
            case "kind" | "title" | "question":
                self._title(kind.what, content, left)
            case "callout-title":
                box = self._boxes.special(kind.place, left, anew=True)
                box.title = content
            case "attribution":
                box = self._boxes.special("quotation", left)
                box.attribution = content
                self._boxes.open.pop()
            case "contents-title":
                self._add(self._boxes.among(left), Contents(content))
            case "key":
                self._key(content, left)
            case _:
                if _numbering(properties)[0] or line.item_label is not None:
                    self._item(kind, content, line, element, left, given)
                else:
                    self._add(self._box(kind, left, given), Paragraph(content, kind.role))

    def _box(self, kind: Kind, left: int, given: bool) -> Box:
        """Where a paragraph stands that begins no item."""
        if kind.place in ("body", "notes"):
            return self._boxes.outside(left if given or kind.continues or kind.place == "notes" else 0)
        return self._boxes.special(kind.place, left)

    def _item(self, kind: Kind, content: Inlines, line: Line, element: Element, left: int, given: bool) -> None:
        properties = element.find(w("pPr"))
        number, depth = _numbering(properties)
        base = self._around.styles.lefts.get(_value(properties, "pStyle"), 0)
        level = self._around.levels.get((number, depth), Level(False, left))
        if number and not given:
            left = level.left
        notes = kind.place == "notes"
        if kind.place not in ("body", "notes") and all(box.kind != kind.place for box in self._boxes.open):
            self._boxes.special(kind.place, base)
        made = OpenList(number if level.ordered else "•" if number else "", level.ordered, level.start, notes)
        self._broken(self._boxes.here)
        label = line.item_label or ""
        box = self._boxes.item(kind.place, depth if number else None, left, made, label, anchor_of(element))
        box.held.append(Paragraph(content, kind.role))

    def _title(self, what: str, content: Inlines, left: int) -> None:
        """A part of a title block. Each stands once, in this order; with the second of a kind another one begins."""
        box = self._boxes.among(left)
        last = box.held[-1] if box.held else None
        rank = ("kind", "title", "question").index(what)
        if not isinstance(last, TitleBlock) or any((last.kind, last.title, last.question)[rank:]) or last.entries:
            self._add(box, TitleBlock((), ()))
        last = box.held[-1]
        assert isinstance(last, TitleBlock)
        box.held[-1] = replace(last, **{what: content})

    def _key(self, content: Inlines, left: int) -> None:
        held = self._boxes.here.held
        line = Paragraph(content, "small")
        if held and isinstance(last := held[-1], Table | Figure):
            held[-1] = replace(last, key=(*last.key, line))
        else:
            self._add(self._boxes.among(left), line)

    def _contents_entry(self, element: Element) -> None:
        """An entry says what the list is of, in the code of the field that begins at it; entries are made anew."""
        code = "".join(each.text or "" for each in element.iter(w("instrText")))
        if "TOC" not in code.split():
            return
        self._uncaptioned()
        box = self._boxes.here
        if not (box.held and isinstance(box.held[-1], Contents)):
            box = self._boxes.among(self._left(element.find(w("pPr")))[0])
            self._add(box, Contents(()))
        last = box.held[-1]
        assert isinstance(last, Contents)
        words = code.replace('"', " ").split()
        if "\\c" in code:
            series = words[words.index("\\c") + 1 :][:1]
            box.held[-1] = replace(last, of="figures" if series == ["Figure"] else "tables")
        else:
            depth = next((whole(word.partition("-")[2]) for word in words if word.startswith("1-")), 2)
            box.held[-1] = replace(last, depth=depth)

    def _picture(self, line: Line, content: Inlines, element: Element, left: int) -> None:
        captioned = self._caption
        self._caption = None
        title = captioned.caption if captioned else None
        name = captioned.anchor if captioned else anchor_of(element)
        box = self._boxes.among(left)
        for block in figure(line.drawings, title, name, self._around):
            self._add(box, block)
        if content:
            self._add(box, Paragraph(content))

    def _table(self, element: Element) -> None:
        left = whole(_attribute(element.find(f"{w('tblPr')}/{w('tblInd')}"), "w"))
        if self._around.styles.tables.get(style_of(element)) == STRIP:
            self._uncaptioned()
            self._strip(element, left)
            return
        captioned, name = self._caption, self._anchor
        self._caption, self._anchor = None, ""
        made = rows_of(element, lambda cell: blocks_of(cell, self._around, self._notes), self._around)
        box = self._boxes.among(left)
        last = box.held[-1] if box.held else None
        if captioned and not captioned.counted and isinstance(last, Table) and is_continued(
            last, captioned.caption, self._around.lang
        ):  # fmt: skip
            box.held[-1] = joined(last, made)
            return
        if captioned:
            made = replace(made, caption=captioned.caption, anchor=captioned.anchor)
        else:
            made = replace(made, anchor=name)
        self._add(box, made)

    def _strip(self, element: Element, left: int) -> None:
        entries = []
        for cell in element.iter(w("tc")):
            lines: dict[str, Inlines] = {"entry-label": (), "entry": ()}
            for paragraph in cell.iter(w("p")):
                kind = self._around.styles.paragraphs.get(_value(paragraph.find(w("pPr")), "pStyle"), _PLAIN)
                lines[kind.what] = Line(self._around, self._notes).read(paragraph)
            if lines["entry-label"] or lines["entry"]:
                entries.append(TitleEntry(lines["entry-label"], lines["entry"]))
        box = self._boxes.among(left)
        last = box.held[-1] if box.held else None
        if not isinstance(last, TitleBlock) or last.entries:
            self._add(box, TitleBlock((), ()))
            last = box.held[-1]
        assert isinstance(last, TitleBlock)
        box.held[-1] = replace(last, entries=tuple(entries))

    def _uncaptioned(self) -> None:
        """A caption of nothing, as somebody may leave it, is a paragraph."""
        if self._caption:
            caption, self._caption = self._caption.caption, None
            self._add(self._boxes.here, Paragraph(caption.content, "label"))

    def _add(self, box: Box, block: Block) -> None:
        self._broken(box)
        box.held.append(block)

    def _broken(self, box: Box) -> None:
        if self._break:
            box.held.append(PageBreak())
            self._break = False

    def _left(self, properties: "Element | None") -> tuple[int, bool]:
        """How far a paragraph is indented, in twips, and whether it says so itself."""
        indent = properties.find(w("ind")) if properties is not None else None
        if indent is not None and indent.get(w("left")) is not None:
            return whole(indent.get(w("left"))), True
        return self._around.styles.lefts.get(_value(properties, "pStyle"), 0), False


def _numbering(properties: "Element | None") -> tuple[str, int]:
    """The list of a paragraph, and its depth there."""
    found = properties.find(w("numPr")) if properties is not None else None
    if found is None:
        return "", 0
    number = _attribute(found.find(w("numId")), "val")
    return ("" if number == "0" else number), whole(_attribute(found.find(w("ilvl")), "val"))


def _value(properties: "Element | None", name: str) -> str:
    return _attribute(properties.find(w(name)) if properties is not None else None, "val")


def _attribute(element: "Element | None", name: str) -> str:
    return str(element.get(w(name), "")) if element is not None else ""
