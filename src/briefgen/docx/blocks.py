"""Blocks → the body of the document."""

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import assert_never

import msgspec
from msgspec.structs import replace

from briefgen.charts import draw
from briefgen.core.xml import in_attribute
from briefgen.document import (
    Block,
    Blocks,
    Callout,
    Card,
    Cell,
    Chart,
    Columns,
    Contents,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Table,
    Timeline,
    TitleBlock,
    TitleEntry,
    plain,
)
from briefgen.document.blocks import introduces
from briefgen.document.walk import ContentsEntry, contents_entries
from briefgen.docx.elements import mark, text_run, tracked
from briefgen.docx.fields import FIELD_END, begin_field, captions_code, headings_code, page_reference
from briefgen.docx.numbering import first_indent
from briefgen.docx.package import PartWriter
from briefgen.docx.paragraphs import SPACE_AROUND, Container, caption, list_, paragraph, paragraph_style, spacer, words
from briefgen.docx.properties import edition_date
from briefgen.docx.tables import card, columns, distribute_twips, table, table_opening
from briefgen.docx.units import emu
from briefgen.ooxml.tags import ASVG, PIC, A, C

_PIXEL = 72 / 96
"""A pixel in points."""
_MAX_HEIGHT = 0.7
"""Maximum height of a figure relative to the page, so that its title fits above."""
_MIN_WIDTH = 200
"""Minimum width of a figure, in twips."""


class _Blip(msgspec.Struct, frozen=True):
    """A picture: its size in points, and the reference to its parts."""

    width: float
    height: float
    xml: str


def figure(block: Figure, container: Container, writer: PartWriter) -> str:
    """Caption, picture and key; the picture is never wider than the text."""
    title = caption(block.caption, "Figure", block.anchor, container, writer) if block.caption else ""
    drawing = tracked(
        block.revision, _graphic(block, max(container.width - container.indent, _MIN_WIDTH) / 20, writer), writer
    )
    if not block.caption:
        drawing = writer.bookmarked(block.anchor, drawing)
    indent = (container.indent, 0) if container.indent else None
    keep = container.keep or bool(block.key)
    out = [title, paragraph(writer, "BriefPicture", drawing, keep=keep, indent=indent, align=container.align)]
    for at, line in enumerate(block.key, start=1):
        keep = container.keep or at < len(block.key)
        out.append(words(writer, "BriefTableKey", line.content, msgspec.structs.replace(container, keep=keep)))
    return "".join(out)


def _graphic(block: Figure, max_width: float, writer: PartWriter) -> str:
    max_height = writer.context.paper[1] / 20 * _MAX_HEIGHT
    if isinstance(block.picture, Picture):
        return _picture(_raster(block.picture, writer), block.alt, max_width, max_height, writer)
    if not isinstance(block.picture, Timeline):
        from briefgen.docx.charts import word_chart  # 80 ms for python-pptx; most documents have no such chart

        document = writer.context.document
        if native := word_chart(block.picture, writer.context.theme, max_width, document.lang, edition_date(document)):
            return _chart(
                writer.chart(native.xml, native.workbook),
                (max_width, min(native.height, max_height)),
                block.alt,
                writer,
            )
    return _picture(_drawing(block.picture, block, max_width, writer), block.alt, max_width, max_height, writer)


def _picture(blip: _Blip, alt: str, max_width: float, max_height: float, writer: PartWriter) -> str:
    scale = min(1.0, max_width / blip.width, max_height / blip.height)
    cx, cy = max(emu(blip.width * scale), 1), max(emu(blip.height * scale), 1)
    at, description = writer.object_id(), in_attribute(alt)
    return _inline(
        (cx, cy), f'<wp:docPr id="{at}" name="Picture {at}" descr="{description}"/>',
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
        f'<a:graphicData uri="{PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip.xml}<a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>',
    )  # fmt: skip


def _chart(relationship: str, size: tuple[float, float], alt: str, writer: PartWriter) -> str:
    at = writer.object_id()
    return _inline(
        (max(emu(size[0]), 1), max(emu(size[1]), 1)),
        f'<wp:docPr id="{at}" name="Chart {at}" descr="{in_attribute(alt)}"/>',
        "<wp:cNvGraphicFramePr/>",
        f'<a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relationship}"/></a:graphicData>',
    )


def _inline(size: tuple[int, int], properties: str, container: str, graphic: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>{properties}{container}'
        f'<a:graphic xmlns:a="{A}">{graphic}</a:graphic></wp:inline></w:drawing></w:r>'
    )


def _raster(picture: Picture, writer: PartWriter) -> _Blip:
    xml = f'<a:blip r:embed="{writer.picture(picture.png)}"/>'
    return _Blip(max(picture.width, 1) * _PIXEL, max(picture.height, 1) * _PIXEL, xml)


def _drawing(chart: Chart, block: Figure, max_width: float, writer: PartWriter) -> _Blip:
    from briefgen.charts import svg  # here, for most documents have none
    from briefgen.charts.png import png

    theme = writer.context.theme
    drawing = draw(chart, theme, max_width)
    title = plain(block.caption.content) if block.caption else ""
    vectors = writer.drawing(svg.file(drawing, theme, title).encode())
    xml = (
        f'<a:blip r:embed="{writer.picture(png(drawing, theme))}"><a:extLst>'
        f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{ASVG}" '
        f'r:embed="{vectors}"/></a:ext></a:extLst></a:blip>'
    )
    return _Blip(drawing.width, max(drawing.height, 1), xml)


# Blocks → the body of the document.


def flow(blocks: Blocks, container: Container, writer: PartWriter) -> str:
    """Blocks one after the other."""
    before_contents = _indices_before_contents(blocks)
    kept_with_next = before_contents | _introductions(blocks) if container.place == "body" else before_contents
    if not kept_with_next:
        return "".join([_block(block, container, writer) for block in blocks])
    keeping_with_next = replace(container, keep=True)
    return "".join(
        [
            _block(block, keeping_with_next if at in kept_with_next else container, writer)
            for at, block in enumerate(blocks)
            if not (at in before_contents and isinstance(block, PageBreak))
        ]
    )


def _introductions(blocks: Blocks) -> Set[int]:
    return {at for at, (block, following) in enumerate(pairwise(blocks)) if introduces(block, following)}


def _block(block: Block, container: Container, writer: PartWriter) -> str:
    if block.revision == writer.revision:
        return _write_block(block, container, writer)
    with writer.revision_context(block.revision):
        return _write_block(block, container, writer)


def _write_block(block: Block, container: Container, writer: PartWriter) -> str:
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
        case Card():
            return card(block, container, writer, flow)
        case Columns():
            return columns(block, container, writer, flow)
        case Quotation():
            return _quotation(block, container, writer)
        case Figure():
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
    """The title, if any, and the blocks inside. A decision is kept on one page."""
    text_indent = first_indent(writer.context.theme, "callout")
    place, left, keep_together = block.kind, container.indent + text_indent, block.kind == "decision"
    inside = msgspec.structs.replace(container, place=place, indent=left, depth=0, keep=keep_together)
    writer.space_above = max(writer.space_above, SPACE_AROUND)
    out = []
    if block.title:
        style = "BriefDecisionTitle" if block.kind == "decision" else "BriefRemarkTitle"
        out.append(words(writer, style, block.title, _set_tight(inside, _contains_list(block.blocks[:1]))))
    for at, kept_with_next in enumerate(block.blocks):
        if at == len(block.blocks) - 1:
            inside = msgspec.structs.replace(inside, keep=container.keep)
        out.append(flow((kept_with_next,), _set_tight(inside, _contains_list(block.blocks[at : at + 2])), writer))
    writer.space_above = SPACE_AROUND
    return "".join(out)


def _set_tight(container: Container, tight: bool) -> Container:
    return msgspec.structs.replace(container, tight=tight)


def _contains_list(blocks: Blocks) -> bool:
    return any(isinstance(block, List) for block in blocks)


def _quotation(block: Quotation, container: Container, writer: PartWriter) -> str:
    """The quotation is kept on one page with its attribution."""
    text_indent = first_indent(writer.context.theme, "quotation")
    inside = msgspec.structs.replace(
        container, place="quotation", indent=container.indent + text_indent, depth=0, keep=bool(block.attribution)
    )
    passage = flow(block.blocks, inside, writer)
    if not block.attribution:
        return passage
    return passage + words(
        writer, "BriefAttribution", block.attribution, msgspec.structs.replace(inside, keep=container.keep)
    )


_DEFAULT_PAGE = "1"
"""The page shown for a heading without bookmark."""
_MAX_DEPTH = 4

_SEQUENCES = {"tables": "Table", "figures": "Figure"}
"""The names of Word's caption sequences."""

MAX_UNBROKEN_ENTRIES = 24
"""Contents with no more entries are not broken over pages."""


def _indices_before_contents(blocks: Blocks) -> frozenset[int]:
    """The indices of a page break, and of paragraphs after it, right before a contents.

    The break is not written. The page before it is usually full; in a slightly wider font its last lines would overflow
    and be alone on a page. The contents is kept together with these paragraphs instead.
    """
    before_contents: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Contents):
            first = at
            while first and isinstance(blocks[first - 1], Paragraph):
                first -= 1
            if first and isinstance(blocks[first - 1], PageBreak):
                before_contents.update(range(first - 1, at))
    return frozenset(before_contents)


def _contents(block: Contents, container: Container, writer: PartWriter) -> str:
    """Title and entries; at the top level, inside the content control by which Word recognises a table of contents.

    A deleted one is only its title: its entries were those of another edition."""
    depth = min(max(block.depth, 1), _MAX_DEPTH)
    entries = contents_entries(writer.context.document, replace(block, depth=depth))
    code = headings_code(depth) if block.of == "headings" else captions_code(_SEQUENCES[block.of])
    keeping_with_next = replace(container, keep=bool(entries) or container.keep)  # a reference document may not set it
    title = words(writer, "TOCHeading", block.title, keeping_with_next) if block.title else ""
    if not entries or block.revision == "deleted":
        return title
    out = [title]
    for at, entry in enumerate(entries):
        before = tracked(block.revision, begin_field(code), writer) if at == 0 else ""
        after = tracked(block.revision, FIELD_END, writer) if at == len(entries) - 1 else ""
        style = f"TOC{min(max(entry.level, 1), _MAX_DEPTH)}" if block.of == "headings" else "TableofFigures"
        keep = len(entries) <= MAX_UNBROKEN_ENTRIES and at < len(entries) - 1
        out.append(paragraph(writer, style, f"{before}{_entry(entry, writer)}{after}", keep=keep))
    inside = "".join(out)
    if container.place != "body" or container.depth or block.of != "headings" or block.revision:
        return inside
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{1_000 + writer.object_id()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _entry(entry: ContentsEntry, writer: PartWriter) -> str:
    name = writer.context.bookmarks.get(entry.anchor)
    words_ = text_run(entry.words) + "<w:r><w:tab/></w:r>"
    if name is None:
        return tracked(writer.revision, words_ + text_run(_DEFAULT_PAGE), writer)
    number = page_reference(name, str(writer.context.pages.get(entry.anchor, _DEFAULT_PAGE)))
    shown = tracked(writer.revision, words_ + number, writer)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{shown}</w:hyperlink>'


_MAX_ENTRIES_PER_ROW = 4
"""Entries in a row."""


def _title(block: TitleBlock, container: Container, writer: PartWriter) -> str:
    """The non-empty parts."""
    out = [
        words(writer, style, content, container)
        for style, content in (("BriefKind", block.kind), ("Title", block.title), ("Subtitle", block.question))
        if content
    ]
    if block.entries:
        out.append(_title_entries(block.entries, container, writer))
    return "".join(out)


def _title_entries(entries: tuple[TitleEntry, ...], container: Container, writer: PartWriter) -> str:
    before = spacer(writer) if writer.after_table or writer.break_page else ""
    rows = -(-len(entries) // _MAX_ENTRIES_PER_ROW)
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
    writer.space_above = SPACE_AROUND
    return "".join(out)


def _widths(lines: Sequence[Sequence[TitleEntry]], total: int, writer: PartWriter) -> list[int]:
    """Of the columns, by their longest label or value: in equal columns a long label would break, and its value would
    be lower than the others."""
    rows = (Row(tuple(Cell((Paragraph(entry.label), Paragraph(entry.value))) for entry in line)) for line in lines)
    return distribute_twips(writer.context.wide.widths(Table((), (), tuple(rows)), total / 20), total)
