"""Sections: the paper, its margins, the headers and footers, and pages turned sideways for tables too wide for it."""

from collections.abc import Iterator
from typing import NamedTuple

from briefgen.document import Block, Blocks, Heading, Table
from briefgen.writers.docx.blocks import flow
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import twips


class _Stretch(NamedTuple):
    """Blocks on pages of one kind."""

    blocks: Blocks
    turned: bool


def sections(setting: Setting, body: Story) -> str:
    """The blocks in their sections.

    The properties of a section stand in its last paragraph, those of the last one at the end of the body (17.6.18).
    """
    references = _references(setting, body)
    first = "<w:titlePg/>" if "first" in setting.page_kinds else ""
    out: list[str] = []
    stretches = list(_stretches(setting))
    for at, stretch in enumerate(stretches):
        content = flow(stretch.blocks, Frame("body", setting.across if stretch.turned else setting.width), body)
        properties = _properties(setting, stretch.turned, "" if at else references, "" if at else first)
        body.break_page = False
        if at == len(stretches) - 1:
            closed = content and not body.after_table and not body.ends_revised
            out += [content, "" if closed else _spacer(""), properties]
        else:
            out += [content, _spacer(properties)]
        body.after_table, body.room = False, 0
    return "".join(out)


def _stretches(setting: Setting) -> Iterator[_Stretch]:
    """The blocks, parted where pages turn. The headings right before a wide table stand on its page."""
    blocks = setting.document.blocks
    turned = [_is_turned(setting, block) for block in blocks]
    for at in range(len(blocks) - 2, -1, -1):
        turned[at] = turned[at] or (isinstance(blocks[at], Heading) and turned[at + 1])
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or turned[at] != turned[start]:
            yield _Stretch(blocks[start:at], turned[start] if blocks else False)
            start = at
    if not blocks:
        yield _Stretch((), False)


def _is_turned(setting: Setting, block: Block) -> bool:
    if not isinstance(block, Table):
        return False
    return setting.wide.is_turned(block, setting.width / 20, setting.across / 20)


def _spacer(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="BriefSpacer"/>{properties}</w:pPr></w:p>'


def _references(setting: Setting, body: Story) -> str:
    """To headers and footers."""
    return "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{body.relate(kind, f"word/{kind}-{page}.xml")}"/>'
        for kind in ("header", "footer")
        for page in setting.page_kinds
    )


def _properties(setting: Setting, turned: bool, references: str, first: str) -> str:
    page, (width, height) = setting.theme.page, setting.paper
    size = f'w:w="{height}" w:h="{width}" w:orient="landscape"' if turned else f'w:w="{width}" w:h="{height}"'
    house = setting.dress.house
    borders = house.page.borders if house and house.page else ""
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/>"
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f'{borders}<w:cols w:space="720"/>{first}</w:sectPr>'
    )
