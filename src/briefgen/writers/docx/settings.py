"""How Word treats the document. Fields are not updated on opening: Word would ask first."""

from docx.settings import Settings

from briefgen.ooxml.tags import w
from briefgen.writers.docx.character_styles import language
from briefgen.writers.docx.elements import fragments
from briefgen.writers.docx.setting import Setting


def adapt_settings(settings: Settings, setting: Setting) -> None:
    """Language, tracked changes and embedded fonts, in the order of the schema (CT_Settings)."""
    root = settings.element
    first, stops, font_languages = (root.find(w(name)) for name in ("zoom", "defaultTabStop", "themeFontLang"))
    if setting.dress.embed_fonts and not setting.dress.house:
        first.addnext(*fragments("<w:embedTrueTypeFonts/>"))
    if setting.dress.review:
        stops.addprevious(*fragments("<w:trackRevisions/>"))
    tag = language(setting.document.lang).replace("<w:rtl/>", "").replace("<w:lang", "<w:themeFontLang")
    for element in fragments(tag):
        font_languages.addnext(element)
    root.remove(font_languages)
