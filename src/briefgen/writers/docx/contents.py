"""The list of headings, filled: Word shows it as it is and can update it, without asking on opening."""

from briefgen.document import Contents, Heading, plain
from briefgen.document.walk import headings
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.inlines import field, text_run
from briefgen.writers.docx.paragraph import paragraph, words
from briefgen.writers.docx.story import Story

_GUESS = 1
"""The page that is printed where our layout did not look for it."""
_DEEPEST = 4

WHOLE = 24
"""Entries of a contents that is not broken over pages."""


def contents(block: Contents, frame: Frame, story: Story) -> str:
    """Title and entries; at the top level, inside the content control by which Word knows a table of contents."""
    depth = min(max(block.depth, 1), _DEEPEST)
    entries = list(headings(story.setting.document, depth))
    title = words(story, "TOCHeading", block.title, frame) if block.title else ""
    if not entries:
        return title
    out = [title]
    for at, heading in enumerate(entries):
        before = _begin(f'TOC \\o "1-{depth}" \\h \\z') if at == 0 else ""
        after = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if at == len(entries) - 1 else ""
        style = f"TOC{min(max(heading.level, 1), _DEEPEST)}"
        keep = len(entries) <= WHOLE and at < len(entries) - 1
        out.append(paragraph(story, style, f"{before}{_entry(heading, story)}{after}", keep=keep))
    inside = "".join(out)
    if frame.place != "body" or frame.depth:
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


def _entry(heading: Heading, story: Story) -> str:
    name = story.setting.bookmarks.get(heading.anchor)
    page = str(story.setting.pages.get(heading.anchor, _GUESS))
    words_ = text_run(plain(heading.content)) + "<w:r><w:tab/></w:r>"
    if name is None:
        return words_ + text_run(page)
    number = field(f"PAGEREF {name} \\h", page)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words_}{number}</w:hyperlink>'
