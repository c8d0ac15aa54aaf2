"""Sections: paper, margins, landscape pages, and headers and footers with marking, status, title and page number."""

from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from math import fsum
from typing import Any, NamedTuple

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.story import StoryPart
from docx.section import Section
from docx.shared import Twips

from briefgen.document import Block, Blocks, Heading, Table, plain
from briefgen.document.walk import headings
from briefgen.docx.blocks import flow
from briefgen.docx.context import Context
from briefgen.docx.elements import text_run
from briefgen.docx.fields import document_property, field_of_runs, page_numbers, section_heading
from briefgen.docx.inlines import inlines
from briefgen.docx.package import BLOCKS, PartWriter
from briefgen.docx.paragraphs import Container, paragraph
from briefgen.docx.units import half_points, twips
from briefgen.fonts import font_runs, load
from briefgen.ooxml.tags import w
from briefgen.theme import TextStyle, Theme

TITLE_SEPARATOR = " · "
"""Between title and section."""
_MIDDLE, _RIGHT = (
    f'<w:r><w:ptab w:relativeTo="margin" w:alignment="{where}" w:leader="none"/></w:r>' for where in ("center", "right")
)
"""Tabs to the middle and the right margin of a portrait or landscape page (ISO/IEC 29500-1, 17.3.3.23)."""
SEPARATOR_SPACE = "\u2003"
"""Separates two entries even where a wider substitute font leaves no space for the tab."""
_MEAN_CHARACTER = 0.46
"""Estimated mean character width, relative to the font size. If a footer is wider than estimated, its marking is
slightly off centre."""
_CAPITALS_FACTOR = 1.15
"""Width of a bold capital relative to the mean character."""
_MARKING_FORMAT = '<w:rPr><w:rStyle w:val="BriefMarking"/></w:rPr>'
_STATUS_FORMAT = '<w:rPr><w:rStyle w:val="BriefStatus"/></w:rPr>'


def add_headers(section: Section, context: Context, kinds: Collection[str], landscape: bool) -> None:
    """Add the headers and footers of a section for some kinds of page. On `landscape` pages, tabs span their width."""
    width, suffix = (context.landscape_width, "-turned") if landscape else (context.width, "")
    for page, (head, foot) in {
        "default": (section.header, section.footer),
        "first": (section.first_page_header, section.first_page_footer),
        "even": (section.even_page_header, section.even_page_footer),
    }.items():
        if page in kinds:
            head.is_linked_to_previous = foot.is_linked_to_previous = False
            head.part.partname, foot.part.partname = (
                PackURI(f"/word/{kind}-{page}{suffix}.xml") for kind in ("header", "footer")
            )
            if context.options.reference:
                continue
            _fill(head.part, "hdr", header(PartWriter(context, head.part, "header"), width, first=page == "first"))
            _fill(foot.part, "ftr", footer(PartWriter(context, foot.part, "footer"), width))


def repeat_headers(section: Section, earlier: Section) -> None:
    """Give a section the headers and footers of an earlier one, where the previous section has different ones."""
    for kind in ("headerReference", "footerReference"):
        references: Any = earlier._sectPr.findall(w(kind))
        for reference in references:
            if reference.type_ != WD_HEADER_FOOTER.FIRST_PAGE:
                getattr(section._sectPr, f"add_{kind}")(reference.type_, reference.rId)


def has_two_lines(section: Section) -> bool:
    """Whether the header of a section has two lines."""
    return len(section.header.paragraphs) > 1


def _fill(part: StoryPart, root: str, content: str) -> None:
    """Replace the root of a part: python-docx's own declares 20 namespaces."""
    part._element = parse_xml(f"<w:{root} {nsdecls('w', 'r')}>{content}</w:{root}>")


def header(writer: PartWriter, width: int, *, first: bool) -> str:
    """The header: title and section at the left, status and marking at the right, as in the PDF. The section gets its
    own line if one line is too short for both; the labels get one above if even the title is too long."""
    running = writer.context.document.running
    parts = [] if first else [part for part in (title_run(writer), section_run(writer)) if part]
    shown = text_run(SEPARATOR_SPACE).join(filter(None, (status_run(writer), marking_run(writer))))
    words = [] if first else [words for words in (plain(running.header), _longest_section(writer)) if words]
    if shown and words and not _fits(words[0], writer, width):
        lines = [_RIGHT + shown, text_run(TITLE_SEPARATOR).join(parts)]
    elif shown and len(words) > 1 and not is_on_one_line(writer, width):
        lines = [parts[0] + text_run(SEPARATOR_SPACE) + _RIGHT + shown, parts[1]]
    else:
        left = text_run(TITLE_SEPARATOR).join(parts)
        lines = [left + ((text_run(SEPARATOR_SPACE) if left else "") + _RIGHT + shown if shown else "")]
    tabs = _tabs([writer.context.width], [("right", width)]) if width != writer.context.width else ""
    return "".join(paragraph(writer, "Header", line, tabs=tabs) for line in lines)


def _tabs(cleared: Iterable[int], added: Iterable[tuple[str, int]]) -> str:
    """Tab stops: those of the style that are cleared, and those that are added."""
    stops = [f'<w:tab w:val="clear" w:pos="{at}"/>' for at in cleared]
    return "".join([*stops, *(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in added)])


def is_on_one_line(writer: PartWriter, width: int) -> bool:
    """Whether title, section, status and marking fit on one line, even in the widest substitute font."""
    title = plain(writer.context.document.running.header)
    return _fits(TITLE_SEPARATOR.join(filter(None, (title, _longest_section(writer)))), writer, width)


def _fits(words: str, writer: PartWriter, width: int) -> bool:
    """Whether words fit on one line with the labels."""
    running, theme = writer.context.document.running, writer.context.theme
    labels = SEPARATOR_SPACE.join(filter(None, (running.status, running.marking)))
    labels_width = _widest(labels + SEPARATOR_SPACE, theme.styles["marking"], theme) * _CAPITALS_FACTOR if labels else 0
    return _widest(words, theme.styles["header"], theme) + labels_width <= width


def footer(writer: PartWriter, width: int) -> str:
    """The footer: edition at the left, marking in the middle, page at the right. The marking gets its own line if they
    would overlap."""
    running, own = writer.context.document.running, writer.context.width
    left, marking = imprint_runs(writer), marking_run(writer)
    text_style = writer.context.theme.styles["footer"]
    widest = max(_width(plain(running.footer), text_style), _width(running.page, text_style))
    cleared = [] if width == own else [own // 2, own]
    right, both = ("right", width), [("center", width // 2), ("right", width)]
    if marking and 2 * widest + _marking_width(writer) <= width:
        middle = text_run(SEPARATOR_SPACE) + _MIDDLE + marking + text_run(SEPARATOR_SPACE)
        tabs = _tabs(cleared, both) if cleared else ""
        return paragraph(writer, "Footer", left + middle + _RIGHT + page_numbers(running.page), tabs=tabs)
    # LibreOffice 25.2 treats a right-aligned tab as a tab to the next stop, which would be the middle one.
    tabs = _tabs(cleared or [own // 2], [right] if cleared else [])
    content = paragraph(writer, "Footer", left + _RIGHT + page_numbers(running.page), tabs=tabs)
    tabs = _tabs(cleared, both) if cleared else ""
    return content + (paragraph(writer, "Footer", _MIDDLE + marking, tabs=tabs) if marking else "")


def title_run(writer: PartWriter) -> str:
    """The title of the brief."""
    title = inlines(writer.context.document.running.header, writer)
    return field_of_runs("TITLE", title) if title else ""


def section_run(writer: PartWriter) -> str:
    """The section that the page is in: the nearest heading of level 1. Without such a heading, Word would print an
    error instead of the field."""
    section = next(iter(_sections(writer)), "")
    return section_heading(section) if section else ""


def _sections(writer: PartWriter) -> list[str]:
    """The texts of the non-empty headings of level 1."""
    return [words for heading in headings(writer.context.document, 1) if (words := plain(heading.content)).strip()]


def _longest_section(writer: PartWriter) -> str:
    return max(_sections(writer), key=len, default="")


def status_run(writer: PartWriter) -> str:
    """“Draft” unless the edition is cleared."""
    status = writer.context.document.running.status
    return document_property("Status", status, _STATUS_FORMAT) if status else ""


def marking_run(writer: PartWriter) -> str:
    """The label of the marking, if any."""
    label = writer.context.document.running.marking
    return document_property("Marking", label, _MARKING_FORMAT) if label else ""


def imprint_runs(writer: PartWriter) -> str:
    """Reference, edition and as-of date."""
    words = inlines(writer.context.document.running.footer, writer)
    return field_of_runs("DOCPROPERTY Imprint", words) if words else ""


def _width(text: str, text_style: TextStyle) -> int:
    """The estimated width of a line in twips."""
    return round(len(text) * half_points(text_style.size) * 10 * _MEAN_CHARACTER)


def _widest(text: str, text_style: TextStyle, theme: Theme) -> int:
    """The width of a line in the fallback font (DejaVu Sans in the shipped theme, the widest of the usual fonts), in
    twips. If the line broke, the marking would move to the next line."""
    font = load(theme.fallback)
    wide = fsum(each.font.advance(char) * each.scale for each in font_runs(text, font, font) for char in each.text)
    return round(wide * half_points(text_style.size) * 10)


def _marking_width(writer: PartWriter) -> int:
    marking = writer.context.document.running.marking
    return round(_width(f"{marking}   ", writer.context.theme.styles["marking"]) * _CAPITALS_FACTOR)


# Sections. Tables too wide for portrait pages get landscape pages.

_TWO_LINE_OFFSET = 9.0
"""Points by which a header of two lines starts higher, so that it does not touch the text."""

_PORTRAIT = '<w:sectPr><w:pgSz/><w:pgMar/><w:cols w:space="720"/></w:sectPr>'
_LANDSCAPE = _PORTRAIT.replace("<w:pgSz/>", '<w:pgSz w:orient="landscape"/>')


class _PageRange(NamedTuple):
    """Consecutive blocks on pages of one orientation."""

    blocks: Blocks
    landscape: bool


def sections(context: Context, body: PartWriter) -> tuple[str, list[str], bool]:
    """The frame of the body, the blocks of each section, and whether the last section is landscape. The properties of a
    section are in its last paragraph, those of the last section at the end of the body (17.6.18); `set_sections` fills
    them in. The frame holds these paragraphs, and a placeholder for the blocks of each section."""
    frame: list[str] = []
    blocks: list[str] = []
    page_ranges = list(_page_ranges(context))
    for at, page_range in enumerate(page_ranges):
        width = context.landscape_width if page_range.landscape else context.width
        blocks.append(flow(page_range.blocks, Container("body", width), body))
        frame.append(BLOCKS)
        body.break_page = False
        if at < len(page_ranges) - 1:
            frame.append(_spacer(_LANDSCAPE if page_range.landscape else _PORTRAIT))
        elif not blocks[-1] or body.after_table or body.ends_in_revision:
            frame.append(_spacer(""))
        body.after_table, body.space_above = False, 0
    return "".join(frame), blocks, page_ranges[-1].landscape


def set_sections(word: WordDocument, context: Context, ends_landscape: bool) -> None:
    """Set paper, margins, headers and footers. `ends_landscape`: the last section is landscape."""
    reference = context.options.reference
    page, (width, height) = context.theme.page, (Twips(side) for side in context.paper)
    all_sections = list(word.sections)
    if ends_landscape:
        all_sections[-1].orientation = WD_ORIENT.LANDSCAPE
    if reference and len(all_sections) > 1:
        _copy_reference_settings(all_sections)
    first_sections: dict[bool, Section] = {}
    for section in all_sections:
        landscape = section.orientation == WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = (height, width) if landscape else (width, height)
        section.left_margin, section.right_margin = Twips(twips(page.left)), Twips(twips(page.right))
        section.top_margin, section.bottom_margin = Twips(twips(page.top)), Twips(twips(page.bottom))
        section.header_distance, section.footer_distance = Twips(twips(page.header)), Twips(twips(page.footer))
        section.gutter = 0
        if not first_sections or (landscape not in first_sections and not reference):
            section.different_first_page_header_footer = not first_sections and "first" in context.page_kinds
            kinds = [kind for kind in context.page_kinds if kind != "first" or not first_sections]
            add_headers(section, context, kinds, landscape and not reference)
        elif not reference:
            repeat_headers(section, first_sections[landscape])
        first_sections.setdefault(landscape, section)
        if not reference and has_two_lines(first_sections[landscape]):
            section.header_distance = Twips(twips(max(page.header - _TWO_LINE_OFFSET, 0)))


def _copy_reference_settings(all_sections: list[Section]) -> None:
    """Copy the page borders of a reference document to all sections, and its headers to the first: the document has one
    section, which becomes the last of the brief."""
    first, last = all_sections[0]._sectPr, all_sections[-1]._sectPr
    all_sections[-1].different_first_page_header_footer = False
    first[0:0] = last.xpath("w:headerReference | w:footerReference")
    for borders in last.xpath("w:pgBorders"):
        for section in all_sections[:-1]:
            section._sectPr.get_or_add_pgMar().addnext(deepcopy(borders))


def _page_ranges(context: Context) -> Iterator[_PageRange]:
    """Split the blocks where the orientation changes. Headings right before a wide table go on its page."""
    blocks = context.document.blocks
    landscape = [_is_landscape(context, block) for block in blocks]
    for at in range(len(blocks) - 2, -1, -1):
        landscape[at] = landscape[at] or (isinstance(blocks[at], Heading) and landscape[at + 1])
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or landscape[at] != landscape[start]:
            yield _PageRange(blocks[start:at], landscape[start] if blocks else False)
            start = at
    if not blocks:
        yield _PageRange((), False)


def _is_landscape(context: Context, block: Block) -> bool:
    if not isinstance(block, Table):
        return False
    return context.wide.is_landscape(block, context.width / 20, context.landscape_width / 20)


def _spacer(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="BriefSpacer"/>{properties}</w:pPr></w:p>'
