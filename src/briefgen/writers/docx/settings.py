"""How Word treats the document. Fields are not updated on opening: Word would ask first."""

from docx.settings import Settings

from briefgen.ooxml.tags import w
from briefgen.writers.docx.languages import language
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.xml import fragments


def adapt_settings(settings: Settings, setting: Setting) -> None:
    """Language, tracked changes, embedded fonts, and what a house style says; in the order of the schema
    (CT_Settings)."""
    root, house = settings.element, setting.dress.house
    first, stops, font_languages = (root.find(w(name)) for name in ("zoom", "defaultTabStop", "themeFontLang"))
    added = "<w:embedTrueTypeFonts/>" if setting.dress.embed_fonts and not house else ""
    added += "<w:trackRevisions/>" if setting.dress.review else ""
    if house:
        added += "".join(house.kept_settings)
        root.remove(stops)
    for element in reversed(fragments(added)):
        first.addnext(element)
    tag = language(setting.document.lang).replace("<w:rtl/>", "").replace("<w:lang", "<w:themeFontLang")
    for element in fragments(tag):
        font_languages.addnext(element)
    root.remove(font_languages)
