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
from briefgen.document.introductions import introduces
from briefgen.document.walk import Listed, listed
from briefgen.writers.docx.elements import mark, text_run, tracked
from briefgen.writers.docx.inlines import page_reference
from briefgen.writers.docx.lists import list_
from briefgen.writers.docx.numbering import first_indent
from briefgen.writers.docx.paragraphs import ROOM, Frame, paragraph, paragraph_style, spacer, words
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.tables import table, table_opening, whole_twips


def flow(blocks: Blocks, frame: Frame, story: Story) -> str:
    """Blocks one after the other."""
    led = _before_contents(blocks)
    held = led | _introductions(blocks) if frame.place == "body" else led
    if not held:
        return "".join([_block(block, frame, story) for block in blocks])
    kept = replace(frame, keep=True)
    return "".join(
        [
            _block(block, kept if at in held else frame, story)
            for at, block in enumerate(blocks)
            if not (at in led and isinstance(block, PageBreak))
        ]
    )


def _introductions(blocks: Blocks) -> Set[int]:
    return {at for at, (block, following) in enumerate(pairwise(blocks)) if introduces(block, following)}


def _block(block: Block, frame: Frame, story: Story) -> str:
    if block.revision == story.revision:
        return _written(block, frame, story)
    with story.revising(block.revision):
        return _written(block, frame, story)


def _written(block: Block, frame: Frame, story: Story) -> str:
    match block:
        case Heading():
            return words(story, f"Heading{min(max(block.level, 1), 4)}", block.content, frame, block.anchor)
        case Paragraph():
            return words(story, paragraph_style(frame, block.role), block.content, frame)
        case List():
            return list_(block, frame, story, flow)
        case Table():
            return table(block, frame, story, flow)
        case Callout():
            return _callout(block, frame, story)
        case Quotation():
            return _quotation(block, frame, story)
        case Figure():
            from briefgen.writers.docx.figure import figure  # it knows the charts of Word

            return figure(block, frame, story)
        case Contents():
            return _contents(block, frame, story)
        case PageBreak():
            story.break_page = story.break_page or block.revision != "deleted"
            return ""
        case TitleBlock():
            return _title(block, frame, story)
        case _:
            assert_never(block)


def _callout(block: Callout, frame: Frame, story: Story) -> str:
    """The title, where there is one, and the blocks inside. A decision stays on one page."""
    further = first_indent(story.setting.theme, "callout")
    place, left, whole = block.kind, frame.indent + further, block.kind == "decision"
    inside = msgspec.structs.replace(frame, place=place, indent=left, depth=0, keep=whole)
    story.room = max(story.room, ROOM)
    out = []
    if block.title:
        style = "BriefDecisionTitle" if block.kind == "decision" else "BriefRemarkTitle"
        out.append(words(story, style, block.title, _tight(inside, _holds_list(block.blocks[:1]))))
    for at, held in enumerate(block.blocks):
        if at == len(block.blocks) - 1:
            inside = msgspec.structs.replace(inside, keep=frame.keep)
        out.append(flow((held,), _tight(inside, _holds_list(block.blocks[at : at + 2])), story))
    story.room = ROOM
    return "".join(out)


def _tight(frame: Frame, tight: bool) -> Frame:
    return msgspec.structs.replace(frame, tight=tight)


def _holds_list(blocks: Blocks) -> bool:
    return any(isinstance(block, List) for block in blocks)


def _quotation(block: Quotation, frame: Frame, story: Story) -> str:
    """The passage stays on one page with its attribution."""
    further = first_indent(story.setting.theme, "quotation")
    inside = msgspec.structs.replace(
        frame, place="quotation", indent=frame.indent + further, depth=0, keep=bool(block.attribution)
    )
    passage = flow(block.blocks, inside, story)
    if not block.attribution:
        return passage
    return passage + words(
        story, "BriefAttribution", block.attribution, msgspec.structs.replace(inside, keep=frame.keep)
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


def _contents(block: Contents, frame: Frame, story: Story) -> str:
    """Title and entries; at the top level, inside the content control by which Word knows a table of contents.

    One that was deleted is its title alone: its entries were those of another edition."""
    depth = min(max(block.depth, 1), _DEEPEST)
    entries = listed(story.setting.document, replace(block, depth=depth))
    code = f'TOC \\o "1-{depth}" \\h \\z' if block.of == "headings" else f'TOC \\h \\z \\c "{_SERIES[block.of]}"'
    kept = replace(frame, keep=bool(entries) or frame.keep)  # a house's style may not say so
    title = words(story, "TOCHeading", block.title, kept) if block.title else ""
    if not entries or block.revision == "deleted":
        return title
    out = [title]
    for at, entry in enumerate(entries):
        before = tracked(block.revision, _begin(code), story) if at == 0 else ""
        after = tracked(block.revision, _END, story) if at == len(entries) - 1 else ""
        style = f"TOC{min(max(entry.level, 1), _DEEPEST)}" if block.of == "headings" else "TableofFigures"
        keep = len(entries) <= WHOLE and at < len(entries) - 1
        out.append(paragraph(story, style, f"{before}{_entry(entry, story)}{after}", keep=keep))
    inside = "".join(out)
    if frame.place != "body" or frame.depth or block.of != "headings" or block.revision:
        return inside
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{1_000 + story.object_id()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _begin(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(entry: Listed, story: Story) -> str:
    name = story.setting.bookmarks.get(entry.anchor)
    words_ = text_run(entry.words) + "<w:r><w:tab/></w:r>"
    if name is None:
        return tracked(story.revision, words_ + text_run(_GUESS), story)
    number = page_reference(name, entry.anchor, _GUESS, story)
    shown = tracked(story.revision, words_ + number, story)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{shown}</w:hyperlink>'


_ABREAST = 4
"""Entries beside each other; more stand in further rows."""


def _title(block: TitleBlock, frame: Frame, story: Story) -> str:
    """Each part where it has words."""
    out = [
        words(story, style, content, frame)
        for style, content in (("BriefKind", block.kind), ("Title", block.title), ("Subtitle", block.question))
        if content
    ]
    if block.entries:
        out.append(_strip(block.entries, frame, story))
    return "".join(out)


def _strip(entries: tuple[TitleEntry, ...], frame: Frame, story: Story) -> str:
    before = spacer(story) if story.after_table or story.break_page else ""
    rows = -(-len(entries) // _ABREAST)
    count = -(-len(entries) // rows)
    lines = [entries[start : start + count] for start in range(0, len(entries), count)]
    widths = _widths(lines, frame.width - frame.indent, story)
    # Word's accessibility checker asks each table for a header row. Labels and values are of one cell, so that they are
    # read in pairs; where there are two rows, the first is none of the second.
    out = [before, table_opening("BriefStrip", widths, frame.indent, first_row=int(rows == 1))]
    for row in lines:
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{mark(story.revision, story)}</w:trPr>")
        for at, width in enumerate(widths):
            label, value = (row[at].label, row[at].value) if at < len(row) else ((), ())
            cell = Frame("cell", width)
            content = words(story, "BriefEntryLabel", label, cell) + words(story, "BriefEntry", value, cell)
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
        out.append("</w:tr>")
    out.append("</w:tbl>")
    story.after_table = True
    story.room = ROOM
    return "".join(out)


def _widths(lines: Sequence[Sequence[TitleEntry]], total: int, story: Story) -> list[int]:
    """Of the columns, by their longest label or value: in equal ones a long label breaks, and its value is lower than
    those beside it. They are equal where there is no room for all columns, or nothing in them."""
    rows = (Row(tuple(Cell((Paragraph(entry.label), Paragraph(entry.value))) for entry in line)) for line in lines)
    groups = story.setting.wide.groups(Table((), (), tuple(rows)), total / 20)
    columns = max(map(len, lines))
    return whole_twips(groups[0].widths if len(groups) == 1 else [total / 20 / columns] * columns, total)
