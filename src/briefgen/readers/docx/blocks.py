"""Paragraphs, tables and drawings of a part → blocks."""

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
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
    Run,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
)
from briefgen.exhibits.figures import decode
from briefgen.ooxml.elements import Element, value, whole
from briefgen.readers.docx.containers import Container, Containers, OpenList
from briefgen.readers.docx.context import ENTRIES, Context, Kind, Level, anchor_of
from briefgen.readers.docx.inlines import NoteNumbers, ParagraphReader
from briefgen.readers.docx.tables import is_continued, joined, rows_of, style_of
from briefgen.writers.docx.chart_data import digest

_SVG_PICTURE = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_PLAIN = Kind("text")


def blocks_of(element: Element, context: Context, notes: NoteNumbers) -> Blocks:
    """The blocks of a body or a cell."""
    reader = _BlockReader(context, notes)
    for child in _content(element):
        reader.read(child)
    return reader.blocks()


def _content(element: Element) -> Iterator[Element]:
    """Paragraphs and tables, including those in content controls."""
    for child in element:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag not in (qn("w:sectPr"), qn("w:tcPr"), qn("w:sdtPr"), qn("w:sdtEndPr")):
            yield from _content(child)


class _OpenCaption:
    """A caption whose table or figure has not come yet."""

    def __init__(self, caption: Caption, anchor: str, counted: bool) -> None:
        self.caption = caption
        self.anchor = anchor
        self.counted = counted


class _BlockReader:
    """Reads the paragraphs and tables of a body or a cell in order."""

    def __init__(self, context: Context, notes: NoteNumbers) -> None:
        self._context = context
        self._notes = notes
        self._containers = Containers()
        self._caption: _OpenCaption | None = None
        self._anchor = ""
        """Of a table without a caption: the paragraph before it has it."""
        self._break = False

    def blocks(self) -> Blocks:
        """All that was read."""
        self._close_caption()
        return self._containers.blocks()

    def read(self, element: Element) -> None:
        """One paragraph or table."""
        if element.tag == qn("w:tbl"):
            self._table(element)
            return
        properties = element.find(qn("w:pPr"))
        kind = self._context.styles.paragraphs.get(value(properties, "pStyle"), _PLAIN)
        if properties is not None and properties.find(qn("w:pageBreakBefore")) is not None:
            self._break = True
        if kind.what == "spacer":
            self._anchor = anchor_of(element) or self._anchor
            return
        if kind.what == "contents-entry":
            self._contents_entry(element)
            return
        line = ParagraphReader(self._context, self._notes)
        content = line.read(element)
        left, given = self._left(properties)
        if kind.what == "caption":
            self._close_caption()
            label = "".join(line.label).rstrip("\u2002").replace("\u00a0", " ")
            self._caption = _OpenCaption(Caption(label, content), anchor_of(element), line.is_numbered or not label)
            self._break_page(self._containers.among(left))
            return
        if kind.what == "picture":
            self._picture(line, content, element, left)
            return
        self._close_caption()
        self._paragraph(kind, content, line, element, properties, left, given)

    def _paragraph(
        self, kind: Kind, content: Inlines, line: ParagraphReader, element: Element, properties: "Element | None",
        left: int, given: bool,
    ) -> None:  # fmt: skip
        match kind.what:
            case "heading":
                self._add(self._containers.among(left), Heading(kind.level, content, anchor_of(element)))
            case "kind" | "title" | "question":
                self._title(kind.what, content, left)
            case "callout-title":
                container = self._containers.special(kind.place, left, is_new=True)
                container.title = content
            case "attribution":
                container = self._containers.special("quotation", left)
                container.attribution = content
                self._containers.open.pop()
            case "contents-title":
                self._add(self._containers.among(left), Contents(content))
            case "key":
                self._key(content, left)
            case _:
                if _numbering(properties)[0] or line.item_label is not None:
                    self._item(kind, content, line, element, left, given)
                else:
                    self._add(self._container(kind, left, given), Paragraph(content, kind.role))

    def _container(self, kind: Kind, left: int, given: bool) -> Container:
        """The container of a paragraph that begins no item."""
        if kind.place in ("body", "notes"):
            return self._containers.outside(left if given or kind.continues or kind.place == "notes" else 0)
        return self._containers.special(kind.place, left)

    def _item(
        self, kind: Kind, content: Inlines, line: ParagraphReader, element: Element, left: int, given: bool
    ) -> None:
        properties = element.find(qn("w:pPr"))
        number, depth = _numbering(properties)
        base = self._context.styles.lefts.get(value(properties, "pStyle"), 0)
        level = self._context.levels.get((number, depth), Level(False, left))
        if number and not given:
            left = level.left
        notes = kind.place == "notes"
        if kind.place not in ("body", "notes") and all(
            container.kind != kind.place for container in self._containers.open
        ):
            self._containers.special(kind.place, base)
        made = OpenList(number if level.ordered else "•" if number else "", level.ordered, level.start, notes)
        self._break_page(self._containers.here)
        label = line.item_label or ""
        container = self._containers.item(kind.place, depth if number else None, left, made, label, anchor_of(element))
        container.children.append(Paragraph(content, kind.role))

    def _title(self, what: str, content: Inlines, left: int) -> None:
        """A part of a title block. Each comes once, in this order; the second of a kind begins another title block."""
        container = self._containers.among(left)
        last = container.children[-1] if container.children else None
        rank = ("kind", "title", "question").index(what)
        if not isinstance(last, TitleBlock) or any((last.kind, last.title, last.question)[rank:]) or last.entries:
            self._add(container, TitleBlock((), ()))
        last = container.children[-1]
        assert isinstance(last, TitleBlock)
        container.children[-1] = replace(last, **{what: content})

    def _key(self, content: Inlines, left: int) -> None:
        held = self._containers.here.children
        line = Paragraph(content, "small")
        if held and isinstance(last := held[-1], Table | Figure):
            held[-1] = replace(last, key=(*last.key, line))
        else:
            self._add(self._containers.among(left), line)

    def _contents_entry(self, element: Element) -> None:
        """The code of the field that begins at an entry says what the list is of; its entries are not read."""
        code = "".join(each.text or "" for each in element.iter(qn("w:instrText")))
        if "TOC" not in code.split():
            return
        self._close_caption()
        container = self._containers.here
        if not (container.children and isinstance(container.children[-1], Contents)):
            container = self._containers.among(self._left(element.find(qn("w:pPr")))[0])
            self._add(container, Contents(()))
        last = container.children[-1]
        assert isinstance(last, Contents)
        words = code.replace('"', " ").split()
        if "\\c" in code:
            series = words[words.index("\\c") + 1 :][:1]
            container.children[-1] = replace(last, of="figures" if series == ["Figure"] else "tables")
        else:
            depth = next((whole(word.partition("-")[2]) for word in words if word.startswith("1-")), 2)
            container.children[-1] = replace(last, depth=depth)

    def _picture(self, line: ParagraphReader, content: Inlines, element: Element, left: int) -> None:
        captioned = self._caption
        self._caption = None
        title = captioned.caption if captioned else None
        name = captioned.anchor if captioned else anchor_of(element)
        container = self._containers.among(left)
        for block in _figure(line.drawings, title, name, self._context):
            self._add(container, block)
        if content:
            self._add(container, Paragraph(content))

    def _table(self, element: Element) -> None:
        left = whole(value(element, "tblPr/tblInd", "w"))
        if self._context.styles.tables.get(style_of(element)) == ENTRIES:
            self._close_caption()
            self._entries(element, left)
            return
        captioned, name = self._caption, self._anchor
        self._caption, self._anchor = None, ""
        made = rows_of(element, lambda cell: blocks_of(cell, self._context, self._notes), self._context)
        container = self._containers.among(left)
        last = container.children[-1] if container.children else None
        if captioned and not captioned.counted and isinstance(last, Table) and is_continued(
            last, captioned.caption, self._context.lang
        ):  # fmt: skip
            container.children[-1] = joined(last, made)
            return
        if captioned:
            made = replace(made, caption=captioned.caption, anchor=captioned.anchor)
        else:
            made = replace(made, anchor=name)
        self._add(container, made)

    def _entries(self, element: Element, left: int) -> None:
        entries = []
        for cell in element.iter(qn("w:tc")):
            lines: dict[str, Inlines] = {"entry-label": (), "entry": ()}
            for paragraph in cell.iter(qn("w:p")):
                kind = self._context.styles.paragraphs.get(value(paragraph, "pPr/pStyle"), _PLAIN)
                lines[kind.what] = ParagraphReader(self._context, self._notes).read(paragraph)
            if lines["entry-label"] or lines["entry"]:
                entries.append(TitleEntry(lines["entry-label"], lines["entry"]))
        container = self._containers.among(left)
        last = container.children[-1] if container.children else None
        if not isinstance(last, TitleBlock) or last.entries:
            self._add(container, TitleBlock((), ()))
            last = container.children[-1]
        assert isinstance(last, TitleBlock)
        container.children[-1] = replace(last, entries=tuple(entries))

    def _close_caption(self) -> None:
        """A caption without a table or figure, as somebody may leave it, is a paragraph."""
        if self._caption:
            caption, self._caption = self._caption.caption, None
            self._add(self._containers.here, Paragraph(caption.content, "label"))

    def _add(self, container: Container, block: Block) -> None:
        self._break_page(container)
        container.children.append(block)

    def _break_page(self, container: Container) -> None:
        if self._break:
            container.children.append(PageBreak())
            self._break = False

    def _left(self, properties: "Element | None") -> tuple[int, bool]:
        """The left indent of a paragraph, in twips, and whether it is its own."""
        if left := value(properties, "ind", "left"):
            return whole(left), True
        return self._context.styles.lefts.get(value(properties, "pStyle"), 0), False


def _numbering(properties: "Element | None") -> tuple[str, int]:
    """The list of a paragraph, and its depth there."""
    number = value(properties, "numPr/numId")
    return ("" if number == "0" else number), max(whole(value(properties, "numPr/ilvl")), 0)


def _figure(drawings: Sequence[Element], caption: Caption | None, anchor: str, context: Context) -> Iterator[Block]:
    """The figure of a paragraph. A chart may be several drawings in a row, of which the first has the description.

    Pictures are decoded and checked; charts are read from their data, which other programs may drop: then the words of
    the text alternative take their place."""
    if not drawings:
        return
    first = drawings[0]
    alt = next((each.get("descr", "") for each in first.iter(qn("wp:docPr"))), "")
    blip = next(first.iter(qn("a:blip")), None)
    is_chart = next(first.iter(qn("c:chart")), None) is not None or (
        blip is not None and next(blip.iter(_SVG_PICTURE), None) is not None
    )
    if is_chart and (chart := context.charts.get(digest(alt))):
        yield Figure(chart, alt, caption, anchor)
        return
    if blip is not None and (data := _data(blip, context)):
        picture = decode(data)
        if not isinstance(picture, str):
            yield Figure(picture, alt, caption, anchor)
            return
    if caption:
        label = (Run(f"{caption.label} · ", TemplateText()),) if caption.label else ()
        yield Paragraph((*label, *caption.content), "label")
    if alt:
        yield Paragraph((Run(alt, TemplateText()),), "small")


def _data(blip: Element, context: Context) -> bytes | None:
    part = context.part.related_parts.get(blip.get(qn("r:embed"), ""))
    return part.blob if part is not None else None
