"""The parts of the file, and how they hang together."""

from collections.abc import Iterator

from briefgen.document import Figure
from briefgen.document.walk import every
from briefgen.ooxml import Part, Relationship, pack
from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.writers.docx.chart_data import chart_data
from briefgen.writers.docx.font_table import font_table
from briefgen.writers.docx.holes import filled, missing
from briefgen.writers.docx.notes import footnotes
from briefgen.writers.docx.numbering import numbering
from briefgen.writers.docx.properties import core_properties, custom_properties, extended_properties
from briefgen.writers.docx.running import footer, header
from briefgen.writers.docx.section import sections
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.settings import settings
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.styles import styles
from briefgen.writers.docx.theme_part import theme_part


def file(setting: Setting) -> bytes:
    """The whole file."""
    body, notes = Story(setting, "document"), Story(setting, "footnotes")
    content = sections(setting, body)
    content, notes_text = _numbered(setting, content, footnotes(notes, body.cited))
    parts = [
        _part("word/footnotes.xml", "footnotes", notes_text, notes),
        _part("word/settings.xml", "settings", settings(setting)),
    ]
    own_styles = styles(setting.theme, setting.width, setting.document.lang, setting.document.running.marking_colour)
    if setting.dress.house is None:
        parts += [
            _part("word/numbering.xml", "numbering", numbering(setting.theme, setting.numbers, body.lists)),
            _part("word/styles.xml", "styles", own_styles),
            *font_table(setting.theme, setting.dress.embed_fonts),
            _part("word/theme/theme1.xml", "theme", theme_part(setting.theme)),
            *_margins(setting),
        ]
    else:
        from briefgen.writers.docx.house.parts import house_parts

        parts, rename = house_parts(setting, setting.dress.house, own_styles, body.lists, parts)
        content = rename(content)
    if setting.dress.review:
        from briefgen.writers.docx.review_parts import review_parts

        parts += review_parts(setting, setting.dress.review, _document(content), parts, notes.controls | body.controls)
    figures = (block for block in every(setting.document.blocks) if isinstance(block, Figure))
    parts += chart_data(figures)
    for part in parts:
        if part.kind in ("custom-xml", "footnotes", "numbering", "styles", "settings", "fontTable", "theme"):
            body.relate(part.kind, part.name)
    own = (
        _part("word/document.xml", "document", _document(content), body),
        _part("docProps/core.xml", "core-properties", core_properties(setting.document)),
        _part("docProps/app.xml", "extended-properties", extended_properties()),
        _part("docProps/custom.xml", "custom-properties", custom_properties(setting.document)),
    )
    relationships = [Relationship(f"rId{at}", part.kind, part.name) for at, part in enumerate(own, start=1)]
    return pack([*parts, *own, *body.media()], relationships)


def _document(content: str) -> str:
    return f"{XML_HEAD}<w:document {namespaces('w', 'r', 'wp', 'a', 'pic')}><w:body>{content}</w:body></w:document>"


def _numbered(setting: Setting, body: str, notes: str) -> tuple[str, str]:
    """Body and notes with the numbers of pages that they name."""
    wanted = missing(body) | missing(notes)
    if not wanted:
        return body, notes
    from briefgen.writers.docx.pagination import pages_of

    pages = pages_of(setting, body, notes, wanted)
    return filled(body, pages), filled(notes, pages)


def _margins(setting: Setting) -> Iterator[Part]:
    for page in setting.page_kinds:
        story = Story(setting, "header")
        yield _part(f"word/header-{page}.xml", "header", header(story, first=page == "first"), story)
        story = Story(setting, "footer")
        yield _part(f"word/footer-{page}.xml", "footer", footer(story), story)


def _part(name: str, kind: str, xml: str, story: Story | None = None) -> Part:
    return Part(name, kind, xml.encode(), story.relationships() if story else ())
