"""The parts of the file, and how they hang together."""

from briefgen.ooxml import Part, Relationship, pack
from briefgen.ooxml.tags import XML_HEAD, namespaces
from briefgen.writers.docx.blocks import flow
from briefgen.writers.docx.font_table import font_table
from briefgen.writers.docx.frame import Frame
from briefgen.writers.docx.notes import footnotes
from briefgen.writers.docx.numbering import numbering
from briefgen.writers.docx.paragraph import spacer
from briefgen.writers.docx.properties import core_properties, custom_properties, extended_properties
from briefgen.writers.docx.running import footer, header
from briefgen.writers.docx.setting import Setting
from briefgen.writers.docx.settings import settings
from briefgen.writers.docx.story import Story
from briefgen.writers.docx.styles import styles
from briefgen.writers.docx.theme_part import theme_part
from briefgen.writers.docx.units import twips


def file(setting: Setting) -> bytes:
    """The whole file."""
    body, notes = Story(setting, "document"), Story(setting, "footnotes")
    content = flow(setting.document.blocks, Frame("body", setting.width), body)
    if not content or body.after_table:  # Word wants a paragraph at the end
        content += spacer(body)
    parts = [
        _part("word/footnotes.xml", "footnotes", footnotes(notes, body.cited), notes),
        _part("word/numbering.xml", "numbering", numbering(setting.theme, body.lists)),
        _part("word/styles.xml", "styles", styles(setting)),
        _part("word/settings.xml", "settings", settings(setting)),
        *font_table(setting.theme, setting.dress.embed_fonts),
        _part("word/theme/theme1.xml", "theme", theme_part(setting.theme)),
    ]
    references = []
    for kind, page in (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first")):
        story = Story(setting, "header" if kind == "header" else "footer")
        xml = header(story, first=page == "first") if kind == "header" else footer(story)
        name = f"word/{kind}-{page}.xml"
        parts.append(_part(name, kind, xml, story))
        references.append(f'<w:{kind}Reference w:type="{page}" r:id="{body.relate(kind, name)}"/>')
    for part in parts:
        if part.kind not in ("header", "footer", "font"):
            body.relate(part.kind, part.name)
    document = (
        f"{XML_HEAD}<w:document {namespaces('w', 'r', 'wp', 'a', 'pic')}><w:body>{content}"
        f"{_section(setting, ''.join(references))}</w:body></w:document>"
    )
    own = (
        _part("word/document.xml", "document", document, body),
        _part("docProps/core.xml", "core-properties", core_properties(setting.document)),
        _part("docProps/app.xml", "extended-properties", extended_properties()),
        _part("docProps/custom.xml", "custom-properties", custom_properties(setting.document)),
    )
    relationships = [Relationship(f"rId{at}", part.kind, part.name) for at, part in enumerate(own, start=1)]
    return pack([*parts, *own, *body.media()], relationships)


def _part(name: str, kind: str, xml: str, story: Story | None = None) -> Part:
    return Part(name, kind, xml.encode(), story.relationships() if story else ())


def _section(setting: Setting, references: str) -> str:
    page, (width, height) = setting.theme.page, setting.paper
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
