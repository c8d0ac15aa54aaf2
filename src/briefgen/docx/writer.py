"""A document becomes the bytes of a DOCX file."""

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from briefgen import __version__
from briefgen.core.xml import in_attribute
from briefgen.document import Figure
from briefgen.document.walk import walk
from briefgen.docx.charts import chart_data
from briefgen.docx.context import Context, ReviewOptions
from briefgen.docx.elements import fragments, root
from briefgen.docx.numbering import numbered_lists
from briefgen.docx.package import PartWriter, attach, footnotes_of, open_base, save
from briefgen.docx.paragraphs import footnotes
from briefgen.docx.properties import adapt_settings, set_properties
from briefgen.docx.sections import sections, set_sections
from briefgen.docx.styles import fit_styles, font_table
from briefgen.ooxml import Part, Relationship
from briefgen.ooxml.tags import XML_HEAD
from briefgen.review.baseline import SPACE, About, written

_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{5B1E9A3C-6D0F-4E57-9C2B-1F7A60D3E842}"
"""By which Word knows the part (ISO/IEC 29500-1, 22.5.2.1); ours, the same in walk file."""


def review_parts(
    context: Context, review: ReviewOptions, read: Mapping[str, bytes], controls: Mapping[str, tuple[str, int]]
) -> list[Part]:
    """What went out. `read`: the parts that reading looks at, by kind; `controls`: tag → path and block."""
    given = context.document.properties
    about = About(
        scenario=given.scenario, edition=given.edition, template=given.template, lang=context.document.lang,
        option=review.option, audience=review.audience, maker=__version__,
    )  # fmt: skip
    properties = (
        f'{XML_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{in_attribute(SPACE)}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    carried = written(about, controls, read)
    return [
        Part(_ITEM, "custom-xml", carried, (Relationship("rId1", "custom-xml-properties", _PROPERTIES),)),
        Part(_PROPERTIES, "custom-xml-properties", properties.encode()),
    ]


def assemble(context: Context) -> bytes:
    """The file."""
    word = open_base(context.theme)
    document, theme, house = context.document, context.theme, context.options.house
    fit_styles(word.styles, theme, context.width, document.lang, document.running.marking_colour)
    if house:
        from briefgen.docx.house.fitting import add_missing, renamed
        from briefgen.docx.house.opening import open_house

        own, word = word.styles, open_house(house)
        ids = add_missing(word, own, theme, context.numbers)
    adapt_settings(word.settings, context)
    notes_part = footnotes_of(word)
    body, notes = PartWriter(context, word.part, "document"), PartWriter(context, notes_part, "footnotes")
    text, ends_turned = sections(context, body)
    notes_text = footnotes(notes, body.cited)
    word.part.numbering_part.element.extend(fragments(numbered_lists(context.numbers, body.lists)))
    if house:
        text, notes_text = renamed(text, ids), renamed(notes_text, ids)
    elif context.options.embed_fonts:
        _embed_fonts(word, context)
    content = text.encode()
    del text  # of a long brief it takes more memory than anything but the tree
    word = _with_body(word, content)
    notes_part._element = root("footnotes", notes_text.encode())
    set_sections(word, context, ends_turned)
    if house:
        from briefgen.docx.house.headers import complete_headers

        complete_headers(word, house, context, ids)
    set_properties(word, document)
    _add_data(word, context, body, notes)
    return save(word.part.package)


def _with_body(word: WordDocument, content: bytes) -> WordDocument:
    """The document with a body, parsed as a whole: to move a large table from one tree to another takes seconds."""
    section = etree.tostring(word.element.body.sectPr)
    word.part._element = root("document", b"".join((b"<w:body>", content, section, b"</w:body>")))
    filled: WordDocument = word.part.document
    return filled


def _embed_fonts(word: WordDocument, context: Context) -> None:
    """The font table with the fonts themselves, in place of the one without."""
    for key, relation in list(word.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del word.part.rels[key]
    attach(word.part, font_table(context.theme, embed=True))


def _add_data(word: WordDocument, context: Context, body: PartWriter, notes: PartWriter) -> None:
    """What a reader of the file needs beyond what it shows: the data of charts, and what a brief for review was."""
    parts = chart_data(block for block in walk(context.document.blocks) if isinstance(block, Figure))
    if context.options.review:
        read = {
            "document": word.part.blob,
            "footnotes": notes.part.blob,
            "styles": word.part.part_related_by(RELATIONSHIP_TYPE.STYLES).blob,
        }
        parts += review_parts(context, context.options.review, read, notes.controls | body.controls)
    attach(word.part, parts)
