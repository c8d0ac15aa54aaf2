"""Blocks → the body of the document."""

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import assert_never

import msgspec
from msgspec.structs import replace

from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Cell,
    Contents,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Row,
    Table,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.blocks import introduces
from briefgen.document.walk import Listed, listed
from briefgen.writers.docx.elements import mark, text_run, tracked
from briefgen.writers.docx.inlines import page_reference
from briefgen.writers.docx.lists import list_
from briefgen.writers.docx.numbering import first_indent
from briefgen.writers.docx.paragraphs import ROOM, Container, paragraph, paragraph_style, spacer, words
from briefgen.writers.docx.part_writer import PartWriter
from briefgen.writers.docx.tables import table, table_opening, whole_twips


def flow(blocks: Blocks, container: Container, writer: PartWriter) -> str:
    """Blocks one after the other."""
    led = _before_contents(blocks)
    held = led | _introductions(blocks) if container.place == "body" else led
    if not held:
        return "".join([_block(block, container, writer) for block in blocks])
    kept = replace(container, keep=True)
    return "".join(
        [
            _block(block, kept if at in held else container, writer)
            for at, block in enumerate(blocks)
            if not (at in led and isinstance(block, PageBreak))
        ]
    )


def _introductions(blocks: Blocks) -> Set[int]:
    return {at for at, (block, following) in enumerate(pairwise(blocks)) if introduces(block, following)}


def _block(block: Block, container: Container, writer: PartWriter) -> str:
    if block.revision == writer.revision:
        return _written(block, container, writer)
    with writer.revising(block.revision):
        return _written(block, container, writer)


def _written(block: Block, container: Container, writer: PartWriter) -> str:
    match block:
        case Heading():
            return words(writer, f"Heading{min(max(block.level, 1), 4)}", block.content, container, block.anchor)
        case Paragraph():
            return words(writer, paragraph_style(container, block.role), block.content, container)
        case List():
            return list_(block, container, writer, flow)
        case Table():
            return table(block, container, writer, flow)
        case Callout():
            return _callout(block, container, writer)
        case Quotation():
            return _quotation(block, container, writer)
        case Figure():
            from briefgen.writers.docx.figure import figure  # it knows the charts of Word

            return figure(block, container, writer)
        case Contents():
            return _contents(block, container, writer)
        case PageBreak():
            writer.break_page = writer.break_page or block.revision != "deleted"
            return ""
        case TitleBlock():
            return _title(block, container, writer)
        case _:
            assert_never(block)


def _callout(block: Callout, container: Container, writer: PartWriter) -> str:
    """The title, where there is one, and the blocks inside. A decision stays on one page."""
    further = first_indent(writer.context.theme, "callout")
    place, left, whole = block.kind, container.indent + further, block.kind == "decision"
    inside = msgspec.structs.replace(container, place=place, indent=left, depth=0, keep=whole)
    writer.room = max(writer.room, ROOM)
    out = []
    if block.title:
        style = "BriefDecisionTitle" if block.kind == "decision" else "BriefRemarkTitle"
        out.append(words(writer, style, block.title, _tight(inside, _holds_list(block.blocks[:1]))))
    for at, held in enumerate(block.blocks):
        if at == len(block.blocks) - 1:
            inside = msgspec.structs.replace(inside, keep=container.keep)
        out.append(flow((held,), _tight(inside, _holds_list(block.blocks[at : at + 2])), writer))
    writer.room = ROOM
    return "".join(out)


def _tight(container: Container, tight: bool) -> Container:
    return msgspec.structs.replace(container, tight=tight)


def _holds_list(blocks: Blocks) -> bool:
    return any(isinstance(block, List) for block in blocks)


def _quotation(block: Quotation, container: Container, writer: PartWriter) -> str:
    """The passage stays on one page with its attribution."""
    further = first_indent(writer.context.theme, "quotation")
    inside = msgspec.structs.replace(
        container, place="quotation", indent=container.indent + further, depth=0, keep=bool(block.attribution)
    )
    passage = flow(block.blocks, inside, writer)
    if not block.attribution:
        return passage
    return passage + words(
        writer, "BriefAttribution", block.attribution, msgspec.structs.replace(inside, keep=container.keep)
    )


_GUESS = "1"
"""The page that is printed for a heading that is in no bookmark."""
_DEEPEST = 4

_SERIES = {"tables": "Table", "figures": "Figure"}
"""The series in which Word counts captions."""

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

WHOLE = 24
"""Entries of a contents that is not broken over pages."""


def _before_contents(blocks: Blocks) -> frozenset[int]:
    """Where a page break and paragraphs stand right before a contents.

    The break is not written. The page before it is full as a rule; with letters that are a little wider than ours it
    spills over, and what it spilled would stand alone on a page. The contents keeps together, with these paragraphs.
    """
    led: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Contents):
            first = at
            while first and isinstance(blocks[first - 1], Paragraph):
                first -= 1
            if first and isinstance(blocks[first - 1], PageBreak):
                led.update(range(first - 1, at))
    return frozenset(led)


def _contents(block: Contents, container: Container, writer: PartWriter) -> str:
    """Title and entries; at the top level, inside the content control by which Word knows a table of contents.

    One that was deleted is its title alone: its entries were those of another edition."""
    depth = min(max(block.depth, 1), _DEEPEST)
    entries = listed(writer.context.document, replace(block, depth=depth))
    code = f'TOC \\o "1-{depth}" \\h \\z' if block.of == "headings" else f'TOC \\h \\z \\c "{_SERIES[block.of]}"'
    kept = replace(container, keep=bool(entries) or container.keep)  # a house's style may not say so
    title = words(writer, "TOCHeading", block.title, kept) if block.title else ""
    if not entries or block.revision == "deleted":
        return title
    out = [title]
    for at, entry in enumerate(entries):
        before = tracked(block.revision, _begin(code), writer) if at == 0 else ""
        after = tracked(block.revision, _END, writer) if at == len(entries) - 1 else ""
        style = f"TOC{min(max(entry.level, 1), _DEEPEST)}" if block.of == "headings" else "TableofFigures"
        keep = len(entries) <= WHOLE and at < len(entries) - 1
        out.append(paragraph(writer, style, f"{before}{_entry(entry, writer)}{after}", keep=keep))
    inside = "".join(out)
    if container.place != "body" or container.depth or block.of != "headings" or block.revision:
        return inside
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{1_000 + writer.object_id()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _begin(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(entry: Listed, writer: PartWriter) -> str:
    name = writer.context.bookmarks.get(entry.anchor)
    words_ = text_run(entry.words) + "<w:r><w:tab/></w:r>"
    if name is None:
        return tracked(writer.revision, words_ + text_run(_GUESS), writer)
    number = page_reference(name, entry.anchor, _GUESS, writer)
    shown = tracked(writer.revision, words_ + number, writer)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{shown}</w:hyperlink>'


_ABREAST = 4
"""Entries beside each other; more stand in further rows."""


def _title(block: TitleBlock, container: Container, writer: PartWriter) -> str:
    """Each part where it has words."""
    out = [
        words(writer, style, content, container)
        for style, content in (("BriefKind", block.kind), ("Title", block.title), ("Subtitle", block.question))
        if content
    ]
    if block.entries:
        out.append(_strip(block.entries, container, writer))
    return "".join(out)


def _strip(entries: tuple[TitleEntry, ...], container: Container, writer: PartWriter) -> str:
    before = spacer(writer) if writer.after_table or writer.break_page else ""
    rows = -(-len(entries) // _ABREAST)
    count = -(-len(entries) // rows)
    lines = [entries[start : start + count] for start in range(0, len(entries), count)]
    widths = _widths(lines, container.width - container.indent, writer)
    # Word's accessibility checker asks each table for a header row. Labels and values are of one cell, so that they are
    # read in pairs; where there are two rows, the first is none of the second.
    out = [before, table_opening("BriefStrip", widths, container.indent, first_row=int(rows == 1))]
    for row in lines:
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{mark(writer.revision, writer)}</w:trPr>")
        for at, width in enumerate(widths):
            label, value = (row[at].label, row[at].value) if at < len(row) else ((), ())
            cell = Container("cell", width)
            content = words(writer, "BriefEntryLabel", label, cell) + words(writer, "BriefEntry", value, cell)
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
        out.append("</w:tr>")
    out.append("</w:tbl>")
    writer.after_table = True
    writer.room = ROOM
    return "".join(out)


def _widths(lines: Sequence[Sequence[TitleEntry]], total: int, writer: PartWriter) -> list[int]:
    """Of the columns, by their longest label or value: in equal ones a long label breaks, and its value is lower than
    those beside it."""
    rows = (Row(tuple(Cell((Paragraph(entry.label), Paragraph(entry.value))) for entry in line)) for line in lines)
    return whole_twips(writer.context.wide.widths(Table((), (), tuple(rows)), total / 20), total)
