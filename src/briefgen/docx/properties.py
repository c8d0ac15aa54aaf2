"""Document properties and settings, independent of clock and user name."""

import datetime as dt
import re

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.settings import Settings

from briefgen.core.xml import allowed, in_text
from briefgen.document import Document, plain
from briefgen.docx.context import Context
from briefgen.docx.elements import fragments
from briefgen.docx.theme_styles import language
from briefgen.ooxml.tags import XML_HEAD, w


def adapt_settings(settings: Settings, context: Context) -> None:
    """Language, tracked changes and embedded fonts, in the order of the schema (CT_Settings)."""
    root = settings.element
    first, stops, font_languages = (root.find(w(name)) for name in ("zoom", "defaultTabStop", "themeFontLang"))
    if context.options.embed_fonts and not context.options.reference:
        first.addnext(*fragments("<w:embedTrueTypeFonts/>"))
    if context.options.review:
        stops.addprevious(*fragments("<w:trackRevisions/>"))
    tag = language(context.document.lang).replace("<w:rtl/>", "").replace("<w:lang", "<w:themeFontLang")
    for element in fragments(tag):
        font_languages.addnext(element)
    root.remove(font_languages)


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_DATE = dt.datetime(1980, 1, 1)
"""Used if the edition has no date; also the date of the ZIP members."""
_LONGEST = 255
"""Maximum length of a core property: python-docx rejects longer ones, and Word truncates them."""

_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define, in Office."""


def set_properties(word: WordDocument, document: Document) -> None:
    """Set title, author, subject, keywords, language and date, and the custom properties."""
    properties, core = document.properties, word.core_properties
    for name, value in (
        ("title", properties.title),
        ("subject", properties.subject),
        ("author", properties.author),
        ("keywords", ", ".join(properties.keywords)),
        ("language", document.lang),
    ):
        if value:
            setattr(core, name, allowed(value)[:_LONGEST])
    core.created = core.modified = edition_date(document)
    package = word.part.package
    content = _custom(document).encode()
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def edition_date(document: Document) -> dt.datetime:
    """The date of the edition, or the earliest date of a ZIP file."""
    properties = document.properties.date
    try:
        return dt.datetime.fromisoformat(properties) if _ISO_DATE.fullmatch(properties) else _NO_DATE
    except ValueError:
        return _NO_DATE


def _custom(document: Document) -> str:
    properties = document.properties
    custom_properties = (
        ("Scenario", properties.scenario),
        ("Template", properties.template),
        ("Edition", properties.edition),
        ("Audience", properties.audience),
        ("Reference", properties.reference),
        ("Imprint", plain(document.running.footer)),
        ("Marking", document.running.marking),
        ("Status", document.running.status),
    )
    inner = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{at}" name="{name}"><vt:lpwstr>{in_text(value)}</vt:lpwstr></property>'
        for at, (name, value) in enumerate(((name, value) for name, value in custom_properties if value), start=2)
    )
    return f"{XML_HEAD}<Properties {_CUSTOM}>{inner}</Properties>"
