"""Sections: the paper, its margins, the headers and footers, and pages turned sideways for tables too wide for it."""

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Twips

from briefgen.document import Block, Blocks, Heading, Table
from briefgen.writers.docx.blocks import flow
from briefgen.writers.docx.context import Context
from briefgen.writers.docx.headers import add_headers, has_two_lines, repeat_headers
from briefgen.writers.docx.paragraphs import Container
from briefgen.writers.docx.part_writer import PartWriter
from briefgen.writers.docx.units import twips

_HIGHER = 9.0
"""Points by which a header of two lines begins higher, so that it does not touch the text."""

_UPRIGHT = '<w:sectPr><w:pgSz/><w:pgMar/><w:cols w:space="720"/></w:sectPr>'
_TURNED = _UPRIGHT.replace("<w:pgSz/>", '<w:pgSz w:orient="landscape"/>')


class _Stretch(NamedTuple):
    """Blocks on pages of one kind."""

    blocks: Blocks
    turned: bool


def sections(context: Context, body: PartWriter) -> tuple[str, bool]:
    """The blocks in their sections, and whether the last one is turned. The properties of a section are in its last
    paragraph, those of the last one at the end of the body (17.6.18); `set_sections` fills them in."""
    out: list[str] = []
    stretches = list(_stretches(context))
    for at, stretch in enumerate(stretches):
        out.append(flow(stretch.blocks, Container("body", context.across if stretch.turned else context.width), body))
        body.break_page = False
        if at < len(stretches) - 1:
            out.append(_spacer(_TURNED if stretch.turned else _UPRIGHT))
        elif not out[-1] or body.after_table or body.ends_revised:
            out.append(_spacer(""))
        body.after_table, body.room = False, 0
    return "".join(out), stretches[-1].turned


def set_sections(word: WordDocument, context: Context, ends_turned: bool) -> None:
    """Paper, margins, headers and footers. `ends_turned`: the last section is turned."""
    house = context.options.house
    page, (width, height) = context.theme.page, (Twips(side) for side in context.paper)
    all_sections = list(word.sections)
    if ends_turned:
        all_sections[-1].orientation = WD_ORIENT.LANDSCAPE
    if house and len(all_sections) > 1:
        _spread(all_sections)
    known: dict[bool, Section] = {}
    for section in all_sections:
        turned = section.orientation == WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = (height, width) if turned else (width, height)
        section.left_margin, section.right_margin = Twips(twips(page.left)), Twips(twips(page.right))
        section.top_margin, section.bottom_margin = Twips(twips(page.top)), Twips(twips(page.bottom))
        section.header_distance, section.footer_distance = Twips(twips(page.header)), Twips(twips(page.footer))
        section.gutter = 0
        if not known or (turned not in known and not house):
            section.different_first_page_header_footer = not known and "first" in context.page_kinds
            kinds = [kind for kind in context.page_kinds if kind != "first" or not known]
            add_headers(section, context, kinds, turned and not house)
        elif not house:
            repeat_headers(section, known[turned])
        known.setdefault(turned, section)
        if not house and has_two_lines(known[turned]):
            section.header_distance = Twips(twips(max(page.header - _HIGHER, 0)))


def _spread(all_sections: list[Section]) -> None:
    """Give all sections the page borders of a house style, and the first one its headers: its file has one section,
    which is the last one of the brief."""
    first, last = all_sections[0]._sectPr, all_sections[-1]._sectPr
    all_sections[-1].different_first_page_header_footer = False
    first[0:0] = last.xpath("w:headerReference | w:footerReference")
    for borders in last.xpath("w:pgBorders"):
        for section in all_sections[:-1]:
            section._sectPr.get_or_add_pgMar().addnext(deepcopy(borders))


def _stretches(context: Context) -> Iterator[_Stretch]:
    """The blocks, parted where pages turn. The headings right before a wide table stand on its page."""
    blocks = context.document.blocks
    turned = [_is_turned(context, block) for block in blocks]
    for at in range(len(blocks) - 2, -1, -1):
        turned[at] = turned[at] or (isinstance(blocks[at], Heading) and turned[at + 1])
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or turned[at] != turned[start]:
            yield _Stretch(blocks[start:at], turned[start] if blocks else False)
            start = at
    if not blocks:
        yield _Stretch((), False)


def _is_turned(context: Context, block: Block) -> bool:
    if not isinstance(block, Table):
        return False
    return context.wide.is_turned(block, context.width / 20, context.across / 20)


def _spacer(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="BriefSpacer"/>{properties}</w:pPr></w:p>'
