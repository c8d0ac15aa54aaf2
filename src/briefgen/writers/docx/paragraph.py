"""A paragraph: its style, what departs from it, and its content."""

from briefgen.document import Inlines, Revision
from briefgen.document.revisions import revision_of
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.inlines import inlines
from briefgen.writers.docx.revisions import mark
from briefgen.writers.docx.story import Story

ROOM = 200
"""Between a table or a box and what stands around it, in twips."""
_ROOM_OVER_KEY = 80


def paragraph(
    story: Story,
    style: str,
    content: str,
    *,
    keep: bool = False,
    numbers: tuple[int, int] | None = None,
    indent: tuple[int, int] | None = None,
    align: str = "",
    after: int | None = None,
    tabs: str = "",
) -> str:
    """A paragraph of finished content. `numbers`: list and level; `indent`: left and hanging, `after`: the space below,
    in twips; `tabs`: tab stops."""
    out = [f'<w:p><w:pPr><w:pStyle w:val="{style}"/>']
    if keep:
        out.append("<w:keepNext/>")
    if story.break_page and story.revision != "deleted":  # else the break would go with it
        story.break_page = False
        out.append("<w:pageBreakBefore/>")
    if numbers:
        out.append(f'<w:numPr><w:ilvl w:val="{numbers[1]}"/><w:numId w:val="{numbers[0]}"/></w:numPr>')
    if tabs:
        out.append(f"<w:tabs>{tabs}</w:tabs>")
    story.after_table = False
    before = _room_above(story, style)
    if before or after is not None:
        above, below = f' w:before="{before}"' if before else "", "" if after is None else f' w:after="{after}"'
        out.append(f"<w:spacing{above}{below}/>")
    if indent:
        left, hanging = indent
        out.append(f'<w:ind w:left="{left}" w:hanging="{hanging}"/>')
    if align:
        out.append(f'<w:jc w:val="{align}"/>')
    if story.revision:
        out.append(f"<w:rPr>{mark(story.revision, story)}</w:rPr>")
    story.ends_revised = bool(story.revision)
    out.append(f"</w:pPr>{content}</w:p>")
    return "".join(out)


def _room_above(story: Story, style: str) -> int:
    """What is missing above a paragraph, in twips; it is missing once."""
    if not story.room or style == "BriefSpacer":
        return 0
    room = _ROOM_OVER_KEY if style == "BriefTableKey" else story.room
    story.room = 0
    return room if story.setting.styles[style].before < room else 0


def words(story: Story, style: str, content: Inlines, frame: Frame, anchor: str = "") -> str:
    """A paragraph of inlines in a style, indented where its surroundings are."""
    facts = story.setting.styles[style]
    with story.revising(story.revision or _whole(content)):
        return paragraph(
            story,
            style,
            story.bookmarked(anchor, inlines(content, story, facts.bold)),
            keep=frame.keep,
            indent=None if (frame.indent, 0) == (facts.left, facts.hanging) else (frame.indent, 0),
            align=frame.align,
            after=0 if frame.tight else None,
        )


def _whole(content: Inlines) -> Revision:
    """What all of a paragraph is: a question that went leaves no empty line behind."""
    first, *others = {revision_of(inline) for inline in content} or {""}
    return "" if others else first


def spacer(story: Story, anchor: str = "") -> str:
    """A paragraph that no one sees: between two tables, to hold a bookmark, or where Word wants one."""
    with story.revising(""):
        return paragraph(story, "BriefSpacer", story.bookmarked(anchor, ""))
