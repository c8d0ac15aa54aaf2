"""The section of a document: its paper, margins, and the headers and footers of its kinds of page."""

from collections.abc import Iterable

from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.units import twips


def section(setting: Setting, body: Story, margins: Iterable[str]) -> str:
    """The `w:sectPr`. `margins`: the names of the parts, such as `word/header-first.xml`."""
    page, (width, height) = setting.theme.page, setting.paper
    house = setting.dress.house
    references, first = [], ""
    for name in sorted(margins):
        kind, _, which = name.removeprefix("word/").removesuffix(".xml").partition("-")
        references.append(f'<w:{kind}Reference w:type="{which}" r:id="{body.relate(kind, name)}"/>')
        if which == "first":
            first = "<w:titlePg/>"
    borders = house.page.borders if house and house.page else ""
    return (
        f'<w:sectPr>{"".join(references)}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f'{borders}<w:cols w:space="720"/>{first}</w:sectPr>'
    )
