"""The head of the first page: kind of paper, title, question, and the strip of entries."""

from briefgen.document import TitleBlock, TitleEntry
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.paragraph import ROOM, spacer, words
from briefgen.writers.docx.revisions import mark
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.table import table_opening

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
    total = frame.width - frame.indent
    widths = [total // count] * (count - 1) + [total - total // count * (count - 1)]
    out = [before, table_opening("BriefStrip", widths, frame.indent)]
    for start in range(0, len(entries), count):
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{mark(story.revision, story)}</w:trPr>")
        row = entries[start : start + count]
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
