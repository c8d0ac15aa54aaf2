"""A theme and a house style → what a document in that style is written with."""

from msgspec.structs import replace

from briefgen.theme import Theme
from briefgen.writers.docx.house.look import Looks, in_house
from briefgen.writers.docx.house.model import House, page_kinds
from briefgen.writers.docx.house.numbering import indent, numbers
from briefgen.writers.docx.house.styles import found_in
from briefgen.writers.docx.package import open_base
from briefgen.writers.docx.paragraph_styles import paragraph_styles
from briefgen.writers.docx.styles import own_styles
from briefgen.writers.docx.suited import Suited


def missing(theme: Theme, house: House) -> list[str]:
    """The names of the styles that a brief needs and the house has not got."""
    own = own_styles(open_base(theme).styles)
    ids = found_in(house, own)
    return [style.name for style in own if style.id not in ids and not style.default]


def suited(theme: Theme, house: House) -> Suited:
    """The theme in the house's measure, and what of the house's styles writers must know."""
    looks = Looks(house)
    ids = found_in(house, own_styles(open_base(theme).styles))
    theme = in_house(theme, looks, ids, {style.id: style.look for style in paragraph_styles(theme, 0)})
    counted = numbers(house, looks, ids)
    step = indent(house, counted.bullet) if counted.bullet else None
    if step and step > 0:
        theme = replace(theme, styles=theme.styles | {"list": replace(theme.styles["list"], indent=step / 20)})
    own = [style for style in paragraph_styles(theme, 0) if style.id in ids]
    return Suited(
        theme=theme,
        paper=(house.page.width, house.page.height) if house.page else (0, 0),
        ids=ids,
        bold={style.id: looks.bold(ids[style.id]) for style in own},
        before={style.id: looks.measure(ids[style.id], "pPr/spacing", "before") or 0 for style in own},
        page_kinds=tuple(page_kinds(house)),
        numbers=counted,
    )
