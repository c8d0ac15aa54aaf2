"""The head of the first page: kind of paper, title, question, and the strip of entries."""

from collections.abc import Sequence

from briefgen.document import Cell, Paragraph, Row, Table, TitleBlock, TitleEntry
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.paragraph import ROOM, spacer, words
from briefgen.writers.docx.revisions import mark
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.table import table_opening
from briefgen.writers.docx.widths import whole_twips

_ABREAST = 4
"""Entries beside each other; more stand in further rows."""


def title(block: TitleBlock, frame: Frame, story: Story) -> str:
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
    those beside it."""
    rows = (Row(tuple(Cell((Paragraph(entry.label), Paragraph(entry.value))) for entry in line)) for line in lines)
    (group,) = story.setting.wide.groups(Table((), (), tuple(rows)), total / 20)
    return whole_twips(group.widths, total)
