"""The parts of a document in a house style."""

from collections.abc import Callable
from copy import deepcopy

from msgspec.structs import replace

from briefgen.ooxml import Part
from briefgen.ooxml.tags import namespaces
from briefgen.writers.docx.house.margins import margins
from briefgen.writers.docx.house.model import House
from briefgen.writers.docx.house.numbering import merged
from briefgen.writers.docx.house.styles import dressed, pieces, renamed, text
from briefgen.writers.docx.numbering import NumberedList, definitions_of_lists, instances_of_lists
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.theme_part import theme_part

_KINDS = {".png": "image", ".jpeg": "jpeg", ".gif": "gif"}


def house_parts(
    setting: Setting, house: House, own_styles: str, lists: list[NumberedList], parts: list[Part]
) -> tuple[list[Part], Callable[[str], str]]:
    """Our `parts` and the house's, and what gives the body the ids of its styles. `lists`: its numbered ones."""
    styles = dressed(house, own_styles, setting.numbers.lists)

    def rename(xml: str) -> str:
        return renamed(xml, styles.ids)

    definitions = rename(definitions_of_lists(setting.theme, setting.numbers))
    numbering = merged(house, setting.numbers, definitions, instances_of_lists(setting.numbers, lists))
    stories = list(margins(house, setting, styles.ids))
    shown = {relation.target for part in stories for relation in part.relationships}
    theme = house.theme or theme_part(setting.theme).encode()
    made = [
        *(replace(part, data=rename(part.data.decode()).encode()) for part in parts),
        Part("word/numbering.xml", "numbering", numbering.encode()),
        Part("word/styles.xml", "styles", styles.xml.encode()),
        Part("word/theme/theme1.xml", "theme", theme),
        Part("word/fontTable.xml", "fontTable", _fonts(house).encode()),
        *stories,
        *(Part(name, _KINDS[name[name.rindex(".") :]], data) for name, data in house.pictures.items() if name in shown),
    ]
    return made, rename


def _fonts(house: House) -> str:
    """The house's table of fonts."""
    (root,) = pieces(f"<w:fonts {namespaces('w', 'r')}/>")
    for font in house.fonts:
        root.append(deepcopy(font))
    return text(root)
