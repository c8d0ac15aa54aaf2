"""Lists of headings, tables and figures, filled: Word shows them as they are and can update them, without
asking on opening."""

from msgspec.structs import replace

from briefgen.document import Blocks, Contents, PageBreak, Paragraph
from briefgen.document.walk import Listed, listed
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.inlines import page_reference, text_run
from briefgen.writers.docx.paragraph import paragraph, words
from briefgen.writers.docx.revisions import tracked
from briefgen.writers.docx.story import Story

_GUESS = "1"
"""The page that is printed for a heading that is in no bookmark."""
_DEEPEST = 4

_SERIES = {"tables": "Table", "figures": "Figure"}
"""The series in which Word counts captions."""

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

WHOLE = 24
"""Entries of a contents that is not broken over pages."""


def before_contents(blocks: Blocks) -> frozenset[int]:
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


def contents(block: Contents, frame: Frame, story: Story) -> str:
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
