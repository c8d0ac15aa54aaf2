"""The parts of a document in a house style."""

from collections.abc import Mapping
from copy import deepcopy

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from briefgen.ooxml.tags import namespaces
from briefgen.writers.docx.house.model import House
from briefgen.writers.docx.house.numbering import merged
from briefgen.writers.docx.house.styles import dressed, pieces, renamed, text
from briefgen.writers.docx.numbering import NumberedList, definitions_of_lists, numbered_lists, shared_lists
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.theme_part import theme_part


def apply_house(word: Document, setting: Setting, house: House, lists: list[NumberedList]) -> Mapping[str, str]:
    """Give a document the house's styles, lists, theme and fonts. `lists`: the numbered ones. Our id of a style → its
    id in the file."""
    styles = dressed(house, word.styles, setting.numbers.lists)
    definitions = renamed(definitions_of_lists(setting.theme, setting.numbers), styles.ids)
    own_lists = shared_lists(setting.numbers) + numbered_lists(setting.numbers, lists)
    numbering = merged(house, setting.numbers, definitions, own_lists)
    word.part._styles_part._element = parse_xml(styles.xml.encode())
    word.part.numbering_part._element = parse_xml(numbering.encode())
    word.part.part_related_by(RELATIONSHIP_TYPE.THEME)._blob = house.theme or theme_part(setting.theme).encode()
    word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = _fonts(house).encode()
    return styles.ids


def _fonts(house: House) -> str:
    """The house's table of fonts."""
    (root,) = pieces(f"<w:fonts {namespaces('w', 'r')}/>")
    for font in house.fonts:
        root.append(deepcopy(font))
    return text(root)
