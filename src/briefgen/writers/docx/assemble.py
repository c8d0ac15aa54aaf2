"""A document → the bytes of a DOCX file."""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from briefgen.document import Figure
from briefgen.document.walk import every
from briefgen.writers.docx.chart_data import chart_data
from briefgen.writers.docx.font_table import font_table
from briefgen.writers.docx.notes import footnotes
from briefgen.writers.docx.numbering import numbered_lists
from briefgen.writers.docx.package import attach, footnotes_of, open_base, save
from briefgen.writers.docx.properties import set_properties
from briefgen.writers.docx.section import sections, set_sections
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.settings import adapt_settings
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.styles import fit_styles
from briefgen.writers.docx.xml import fragments


def assemble(setting: Setting) -> bytes:
    """The file."""
    word = open_base(setting.theme)
    document, theme, house = setting.document, setting.theme, setting.dress.house
    fit_styles(word.styles, theme, setting.width, document.lang, document.running.marking_colour)
    if house:
        from briefgen.writers.docx.house.fitting import add_missing, renamed
        from briefgen.writers.docx.house.opening import open_house

        own, word = word.styles, open_house(house)
        ids = add_missing(word, own, theme, setting.numbers)
    adapt_settings(word.settings, setting)
    notes_part = footnotes_of(word)
    body, notes = Story(setting, word.part, "document"), Story(setting, notes_part, "footnotes")
    text, ends_turned = sections(setting, body)
    notes_text = footnotes(notes, body.cited)
    word.part.numbering_part.element.extend(fragments(numbered_lists(setting.numbers, body.lists)))
    if house:
        text, notes_text = renamed(text, ids), renamed(notes_text, ids)
    elif setting.dress.embed_fonts:
        _embed_fonts(word, setting)
    element = word.element.body
    element[:] = [*fragments(text), element.sectPr]
    notes_part.element[:] = fragments(notes_text)
    set_sections(word, setting, ends_turned)
    if house:
        from briefgen.writers.docx.house.headers import complete_headers

        complete_headers(word, house, setting, ids)
    set_properties(word, document)
    _add_data(word, setting, body, notes)
    return save(word.part.package)


def _embed_fonts(word: WordDocument, setting: Setting) -> None:
    """The font table with the fonts themselves, in place of the one without."""
    for key, relation in list(word.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del word.part.rels[key]
    attach(word.part, font_table(setting.theme, embed=True))


def _add_data(word: WordDocument, setting: Setting, body: Story, notes: Story) -> None:
    """What a reader of the file needs beyond what it shows: the data of charts, and what a brief for review was."""
    parts = chart_data(block for block in every(setting.document.blocks) if isinstance(block, Figure))
    if setting.dress.review:
        from briefgen.writers.docx.review_parts import review_parts

        read = {
            "document": word.part.blob,
            "footnotes": notes.part.blob,
            "styles": word.part.part_related_by(RELATIONSHIP_TYPE.STYLES).blob,
        }
        parts += review_parts(setting, setting.dress.review, read, notes.controls | body.controls)
    attach(word.part, parts)
