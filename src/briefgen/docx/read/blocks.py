"""Paragraphs, tables and drawings of a part → blocks, with a stack of open containers."""

from collections.abc import Iterator, Sequence
from typing import Literal

from docx.oxml.ns import qn
from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Caption,
    Card,
    Columns,
    ColumnsCell,
    Contents,
    Figure,
    Heading,
    Inlines,
    Item,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
    TemplateText,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.pictures import decode
from briefgen.docx.charts import digest
from briefgen.docx.read.context import CARD, COLUMNS, ENTRIES, RECOMMENDED, Context, Kind, Level, Place, anchor_of
from briefgen.docx.read.inlines import NoteNumbers, ParagraphReader
from briefgen.docx.read.tables import cells_of, is_continued, joined, rows_of, style_of
from briefgen.ooxml.elements import Element, value, whole_number

_INDENT_TOLERANCE = 30
"""Indents that differ by no more twips are equal."""


class OpenList:
    """A list that may get further items."""

    def __init__(self, number: str, ordered: bool, start: int, notes: bool) -> None:
        self.number = number
        """The id of its numbering; empty if its items have their own labels."""
        self.ordered = ordered
        self.start = start
        self.notes = notes
        self.items: list[Item | tuple[Container, str, str]] = []

    def block(self) -> List:
        """The list."""
        items = tuple(
            each if isinstance(each, Item) else Item(_item_blocks(each[0]), each[1], each[2]) for each in self.items
        )
        return List(items, self.ordered, self.start if self.ordered else 1, "notes" if self.notes else "")


class Container:
    """A callout, a quotation, a list item, or the page or cell itself."""

    def __init__(self, kind: Literal["root", "item"] | Place, left: int, of: "OpenList | None" = None) -> None:
        self.kind = kind
        self.left = left
        self.of = of
        """The list that an item belongs to."""
        self.children: list[Block | OpenList | Container] = []
        self.title: Inlines = ()
        self.attribution: Inlines = ()

    def blocks(self) -> Blocks:
        """Its blocks."""
        return tuple(_to_block(each) for each in self.children)


def _item_blocks(container: Container) -> Blocks:
    """The blocks of an item, without the empty paragraph that holds the bullet in Word if the first is no paragraph."""
    blocks = container.blocks()
    return blocks[1:] if len(blocks) > 1 and blocks[0] == Paragraph(()) else blocks


def _to_block(child: "Block | OpenList | Container") -> Block:
    match child:
        case OpenList():
            return child.block()
        case Container(kind="quotation"):
            return Quotation(child.blocks(), child.attribution)
        case Container():
            return Callout("decision" if child.kind == "decision" else "remark", child.title, child.blocks())
        case _:
            return child


class Containers:
    """The open containers, the innermost last. The first one is the page or the cell."""

    def __init__(self) -> None:
        self.open = [Container("root", 0)]

    @property
    def here(self) -> Container:
        """The innermost."""
        return self.open[-1]

    def blocks(self) -> Blocks:
        """All blocks read so far."""
        return self.open[0].blocks()

    def nearest(self, left: int) -> Container:
        """The container with the nearest indent, for a block that fits into any."""
        return self._close_to(self._nearest(range(len(self.open)), left))

    def in_text(self, left: int) -> Container:
        """The container for a paragraph of the text: the page, or an item of it."""
        return self._close_to(self._nearest(range(len(self.open)), left, plain=True))

    def special(self, kind: Place, left: int, is_new: bool = False) -> Container:
        """The open container for a paragraph of a callout or quotation, or a new one."""
        at = max((at for at, container in enumerate(self.open) if container.kind == kind), default=None)
        if at is not None and not is_new:
            return self._close_to(self._nearest(range(at, len(self.open)), left))
        parent = self._close_to(self._enclosing_item(left))
        new = Container(kind, left)
        parent.children.append(new)
        self.open.append(new)
        return new

    def item(self, within: Place, depth: int | None, left: int, of: OpenList, label: str, anchor: str) -> Container:
        """A new item. `depth`: the number of lists around its own, if the paragraph has it; `of`: its list, if
        no open one fits."""
        base = self._base(within)
        del self.open[base + 1 + self._items_open(base, depth, left) :]
        parent = self.here
        last = parent.children[-1] if parent.children else None
        same = isinstance(last, OpenList) and last.notes == of.notes and _same_list(last, of)
        if not same:
            parent.children.append(of)
            last = of
        assert isinstance(last, OpenList)
        container = Container("item", left, last)
        last.items.append((container, label, anchor))
        self.open.append(container)
        return container

    def _items_open(self, base: int, depth: int | None, left: int) -> int:
        items = self.open[base + 1 :]
        count = next((at for at, container in enumerate(items) if container.kind != "item"), len(items))
        if depth is not None:
            return min(depth, count)
        return next(
            (at for at, container in enumerate(items[:count]) if container.left >= left - _INDENT_TOLERANCE), count
        )

    def _base(self, within: Place) -> int:
        """The index of the container whose items these are."""
        if within in ("body", "notes"):
            return 0
        return max((at for at, container in enumerate(self.open) if container.kind == within), default=0)

    def _enclosing_item(self, left: int) -> int:
        """The index of the page, or of the innermost item of its lists that is indented less."""
        items = (
            at for at, each in enumerate(self.open) if each.kind == "item" and each.left < left - _INDENT_TOLERANCE
        )
        return max((at for at in items if self._is_plain(at)), default=0)

    def _nearest(self, places: range, left: int, plain: bool = False) -> int:
        fit = [at for at in places if not plain or self._is_plain(at)]
        return min(
            fit,
            key=lambda at: (abs(self.open[at].left - left) > _INDENT_TOLERANCE and abs(self.open[at].left - left), -at),
        )

    def _is_plain(self, at: int) -> bool:
        """Whether a container is the page or an item of its lists, and within no callout or quotation."""
        return all(each.kind in ("root", "item") for each in self.open[: at + 1])

    def _close_to(self, at: int) -> Container:
        del self.open[at + 1 :]
        return self.open[at]


def _same_list(open_: OpenList, of: OpenList) -> bool:
    """Whether an item belongs to an open list. An item with its own label fits into any."""
    return not of.number or not open_.number or open_.number == of.number


# Paragraphs, tables and drawings of a part → blocks.

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
    """A caption whose table or figure has not been read yet."""

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
        """The anchor of a table without caption, from the paragraph before it."""
        self._break = False

    def blocks(self) -> Blocks:
        """All blocks read so far."""
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
            self._break_page(self._containers.nearest(left))
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
                self._add(self._containers.nearest(left), Heading(kind.level, content, anchor_of(element)))
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
                self._add(self._containers.nearest(left), Contents(content))
            case "key":
                self._key(content, left)
            case _:
                if _numbering(properties)[0] or line.item_label is not None:
                    self._item(kind, content, line, element, left, given)
                else:
                    self._add(self._container(kind, left, given), Paragraph(content, kind.role))

    def _container(self, kind: Kind, left: int, given: bool) -> Container:
        """The container of a paragraph that is not the first of an item."""
        if kind.place in ("body", "notes"):
            return self._containers.in_text(left if given or kind.continues or kind.place == "notes" else 0)
        return self._containers.special(kind.place, left)

    def _item(
        self, kind: Kind, content: Inlines, line: ParagraphReader, element: Element, left: int, given: bool
    ) -> None:
        properties = element.find(qn("w:pPr"))
        number, depth = _numbering(properties)
        base = self._context.styles.left_indents.get(value(properties, "pStyle"), 0)
        level = self._context.levels.get((number, depth), Level(False, left))
        if number and not given:
            left = level.left
        notes = kind.place == "notes"
        if kind.place not in ("body", "notes") and all(
            container.kind != kind.place for container in self._containers.open
        ):
            self._containers.special(kind.place, base)
        new_list = OpenList(number if level.ordered else "•" if number else "", level.ordered, level.start, notes)
        self._break_page(self._containers.here)
        label = line.item_label or ""
        container = self._containers.item(
            kind.place, depth if number else None, left, new_list, label, anchor_of(element)
        )
        container.children.append(Paragraph(content, kind.role))

    def _title(self, what: str, content: Inlines, left: int) -> None:
        """A part of a title block. Each occurs once, in this order; a second one of a kind starts another title
        block."""
        container = self._containers.nearest(left)
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
            self._add(self._containers.nearest(left), line)

    def _contents_entry(self, element: Element) -> None:
        """Read what is listed from the code of the field that starts at an entry. Entries themselves are ignored."""
        code = "".join(each.text or "" for each in element.iter(qn("w:instrText")))
        if "TOC" not in code.split():
            return
        self._close_caption()
        container = self._containers.here
        if not (container.children and isinstance(container.children[-1], Contents)):
            container = self._containers.nearest(self._left(element.find(qn("w:pPr")))[0])
            self._add(container, Contents(()))
        last = container.children[-1]
        assert isinstance(last, Contents)
        words = code.replace('"', " ").split()
        if "\\c" in code:
            series = words[words.index("\\c") + 1 :][:1]
            container.children[-1] = replace(last, of="figures" if series == ["Figure"] else "tables")
        else:
            depth = next((whole_number(word.partition("-")[2]) for word in words if word.startswith("1-")), 2)
            container.children[-1] = replace(last, depth=depth)

    def _picture(self, line: ParagraphReader, content: Inlines, element: Element, left: int) -> None:
        captioned = self._caption
        self._caption = None
        title = captioned.caption if captioned else None
        name = captioned.anchor if captioned else anchor_of(element)
        container = self._containers.nearest(left)
        for block in _figure(line.drawings, title, name, self._context):
            self._add(container, block)
        if content:
            self._add(container, Paragraph(content))

    def _table(self, element: Element) -> None:
        left = whole_number(value(element, "tblPr/tblInd", "w"))
        if self._context.styles.tables.get(style_of(element)) == ENTRIES:
            self._close_caption()
            self._entries(element, left)
            return
        if self._context.styles.tables.get(style_of(element)) == COLUMNS:
            self._close_caption()
            self._add(self._containers.nearest(left), self._columns(element))
            return
        if (style := self._context.styles.tables.get(style_of(element))) in (CARD, RECOMMENDED):
            self._close_caption()
            self._add(self._containers.nearest(left), self._card(element, is_recommended=style == RECOMMENDED))
            return
        captioned, name = self._caption, self._anchor
        self._caption, self._anchor = None, ""
        table = rows_of(element, lambda cell: blocks_of(cell, self._context, self._notes), self._context)
        container = self._containers.nearest(left)
        last = container.children[-1] if container.children else None
        if captioned and not captioned.counted and isinstance(last, Table) and is_continued(
            last, captioned.caption, self._context.lang
        ):  # fmt: skip
            container.children[-1] = joined(last, table)
            return
        if captioned:
            table = replace(table, caption=captioned.caption, anchor=captioned.anchor)
        else:
            table = replace(table, anchor=name)
        self._add(container, table)

    def _card(self, element: Element, is_recommended: bool) -> Card:
        cells = [cell for row in element.iterfind(qn("w:tr")) for cell in cells_of(row)]
        blocks = tuple(block for cell in cells for block in blocks_of(cell, self._context, self._notes))
        first = next((cell.find(qn("w:p")) for cell in cells), None)
        kind = self._context.styles.paragraphs.get(value(first, "pPr/pStyle"), _PLAIN) if first is not None else _PLAIN
        title: Inlines = ()
        if kind.header and blocks and isinstance(blocks[0], Paragraph):
            title, blocks = blocks[0].content, blocks[1:]
        return Card(title, () if blocks == (Paragraph(()),) else blocks, "recommended" if is_recommended else "plain")

    def _columns(self, element: Element) -> Columns:
        cells = [cell for row in element.iterfind(qn("w:tr")) for cell in cells_of(row)]
        held = (blocks_of(cell, self._context, self._notes) for cell in cells)
        return Columns(tuple(ColumnsCell(() if blocks == (Paragraph(()),) else blocks) for blocks in held))

    def _entries(self, element: Element, left: int) -> None:
        entries = []
        for cell in element.iter(qn("w:tc")):
            lines: dict[str, Inlines] = {"entry-label": (), "entry": ()}
            for paragraph in cell.iter(qn("w:p")):
                kind = self._context.styles.paragraphs.get(value(paragraph, "pPr/pStyle"), _PLAIN)
                lines[kind.what] = ParagraphReader(self._context, self._notes).read(paragraph)
            if lines["entry-label"] or lines["entry"]:
                entries.append(TitleEntry(lines["entry-label"], lines["entry"]))
        container = self._containers.nearest(left)
        last = container.children[-1] if container.children else None
        if not isinstance(last, TitleBlock) or last.entries:
            self._add(container, TitleBlock((), ()))
            last = container.children[-1]
        assert isinstance(last, TitleBlock)
        container.children[-1] = replace(last, entries=tuple(entries))

    def _close_caption(self) -> None:
        """A caption without a table or figure becomes a paragraph."""
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
        """The left indent of a paragraph in twips, and whether it is set directly."""
        if left := value(properties, "ind", "left"):
            return whole_number(left), True
        return self._context.styles.left_indents.get(value(properties, "pStyle"), 0), False


def _numbering(properties: "Element | None") -> tuple[str, int]:
    """The list of a paragraph, and its depth there."""
    number = value(properties, "numPr/numId")
    return ("" if number == "0" else number), max(whole_number(value(properties, "numPr/ilvl")), 0)


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
