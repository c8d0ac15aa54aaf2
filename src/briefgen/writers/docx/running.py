"""Headers and footers: marking and status on every page, the title from the second page on, the page's number."""

import re

from briefgen.document import plain
from briefgen.document.walk import headings
from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.theme import TextStyle
from briefgen.writers.docx.inlines import field, inlines, showing, text_run
from briefgen.writers.docx.paragraph import paragraph
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import half_points

_MIDDLE, _RIGHT = (
    f'<w:r><w:ptab w:relativeTo="margin" w:alignment="{where}" w:leader="none"/></w:r>' for where in ("center", "right")
)
"""Tabs to the middle and the right of whatever page it is, upright or turned (ISO/IEC 29500-1, 17.3.3.23)."""
GAP = "\u2003"
"""Where a font that stands in is wider than ours, a tab comes to nothing: this keeps two entries apart all the same."""
_LETTER, _WIDE = 0.46, 0.5
"""How wide a typical letter is, as a part of the size: one of ours, and one of DejaVu Sans, the widest that may stand
in for it. In a footer that is wider than was reckoned, the marking leaves the middle by a little; a header breaks."""
_CAPITALS = 1.15
"""How much wider a strong capital is."""
_MARKING_LOOK = '<w:rPr><w:rStyle w:val="BriefMarking"/></w:rPr>'
_STATUS_LOOK = '<w:rPr><w:rStyle w:val="BriefStatus"/></w:rPr>'


def header(story: Story, *, first: bool) -> str:
    """The header: status and title at the left, the marking at the right, on two lines where one is too short."""
    running = story.setting.document.running
    left, title, marking = status_run(story), "" if first else title_runs(story), marking_run(story)
    if title:
        left += (text_run(GAP) if left else "") + title
    look = story.setting.theme.styles["header"]
    longest = "" if first else f"{plain(running.header)} · {max(_sections(story), key=len, default='')}"
    wide = _width(f"{running.status}  {longest}", look, _WIDE) + _marking_width(story, _WIDE) > story.setting.width
    if marking and left and wide:
        content = paragraph(story, "Header", _RIGHT + marking) + paragraph(story, "Header", left)
    else:
        between = text_run(GAP) if left else ""
        content = paragraph(story, "Header", left + (between + _RIGHT + marking if marking else ""))
    return f"{XML_HEAD}<w:hdr {namespaces('w', 'r')}>{content}</w:hdr>"


def footer(story: Story) -> str:
    """The footer: edition at the left, marking in the middle, page at the right; the marking below where they touch."""
    running = story.setting.document.running
    left, marking = imprint_runs(story), marking_run(story)
    look = story.setting.theme.styles["footer"]
    widest = max(_width(plain(running.footer), look), _width(running.page, look))
    if marking and 2 * widest + _marking_width(story) <= story.setting.width:
        middle = text_run(GAP) + _MIDDLE + marking + text_run(GAP)
        content = paragraph(story, "Footer", left + middle + _RIGHT + page_runs(running.page))
    else:
        # LibreOffice 25.2 takes a tab to the right for one to the next stop, which would be that in the middle.
        stop = story.setting.width // 2
        content = paragraph(story, "Footer", left + _RIGHT + page_runs(running.page), without_tab=stop)
        content += paragraph(story, "Footer", _MIDDLE + marking) if marking else ""
    return f"{XML_HEAD}<w:ftr {namespaces('w', 'r')}>{content}</w:ftr>"


def title_runs(story: Story) -> str:
    """The title of the brief, and the section that the page is in: Word looks for the nearest heading of level 1."""
    title = inlines(story.setting.document.running.header, story)
    section = next(iter(_sections(story)), "")
    runs = [showing("TITLE", title)] if title else []
    # Where there is no such heading, Word prints an error in place of the field.
    runs += [field("STYLEREF 1", section)] if section else []
    return text_run(" · ").join(runs)


def _sections(story: Story) -> list[str]:
    return [plain(heading.content) for heading in headings(story.setting.document, 1)]


def status_run(story: Story) -> str:
    """“Draft”, where the edition is not cleared."""
    status = story.setting.document.running.status
    return field("DOCPROPERTY Status", status, _STATUS_LOOK) if status else ""


def marking_run(story: Story) -> str:
    """The label of the marking, where there is one."""
    label = story.setting.document.running.marking
    return field("DOCPROPERTY Marking", label, _MARKING_LOOK) if label else ""


def imprint_runs(story: Story) -> str:
    """Reference, edition and as-of date."""
    words = inlines(story.setting.document.running.footer, story)
    return showing("DOCPROPERTY Imprint", words) if words else ""


def page_runs(pattern: str) -> str:
    """`page {page} of {pages}` with fields for what stands in braces."""
    fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", "1")}
    return "".join(fields.get(part) or text_run(part) for part in re.split(r"(\{pages?\})", pattern) if part)


def _width(text: str, look: TextStyle, letter: float = _LETTER) -> int:
    """About how wide a line is, in twips."""
    return round(len(text) * half_points(look.size) * 10 * letter)


def _marking_width(story: Story, letter: float = _LETTER) -> int:
    marking = story.setting.document.running.marking
    return round(_width(f"{marking}   ", story.setting.theme.styles["marking"], letter) * _CAPITALS)
