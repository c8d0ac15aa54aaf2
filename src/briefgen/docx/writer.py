"""Document → bytes of a DOCX file."""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from briefgen import __version__
from briefgen.document import Figure
from briefgen.document.walk import walk
from briefgen.docx.charts import add_chart_data
from briefgen.docx.context import Context
from briefgen.docx.elements import fragments, root
from briefgen.docx.numbering import numbered_lists
from briefgen.docx.package import PartWriter, add_custom_xml, body_of, footnotes_of, open_base, save
from briefgen.docx.paragraphs import footnotes
from briefgen.docx.properties import adapt_settings, set_properties
from briefgen.docx.sections import sections, set_sections
from briefgen.docx.styles import fit_styles, set_font_table
from briefgen.review.baseline import SPACE, About, written

_REVIEW_ID = "{5B1E9A3C-6D0F-4E57-9C2B-1F7A60D3E842}"
"""The identifier of the part for review, the same in every file."""


def assemble(context: Context) -> bytes:
    """The bytes of the file."""
    word = open_base(context.theme)
    document, theme, reference = context.document, context.theme, context.options.reference
    fit_styles(word.styles, theme, context.width, document.lang, document.running.marking_colour)
    if reference:
        from briefgen.docx.reference.opening import open_reference
        from briefgen.docx.reference.styles import add_missing, replace_style_ids

        own_styles, word = word.styles, open_reference(reference)
        ids = add_missing(word, own_styles, theme, context.numbers)
    adapt_settings(word.settings, context)
    notes_part = footnotes_of(word)
    body, notes = PartWriter(context, word.part, "document"), PartWriter(context, notes_part, "footnotes")
    frame, blocks, ends_landscape = sections(context, body)
    notes_text = footnotes(notes, body.cited)
    word.part.numbering_part.element.extend(fragments(numbered_lists(context.numbers, body.lists)))
    if reference:
        frame, notes_text, *blocks = (replace_style_ids(xml, ids) for xml in (frame, notes_text, *blocks))
    elif context.options.embed_fonts:
        set_font_table(word, theme, embed=True)
    word = _with_body(word, frame, blocks)
    notes_part._element = root("footnotes", notes_text.encode())
    set_sections(word, context, ends_landscape)
    if reference:
        from briefgen.docx.reference.headers import complete_headers

        complete_headers(word, reference, context, ids)
    set_properties(word, document)
    _add_data(word, context, body, notes)
    return save(word.part.package)


def _with_body(word: WordDocument, frame: str, blocks: list[str]) -> WordDocument:
    """Set the frame of the body; the blocks are inserted when the file is saved."""
    part = body_of(word)
    section = etree.tostring(word.element.body.sectPr)
    part._element = root("document", b"".join((b"<w:body>", frame.encode(), section, b"</w:body>")))
    part.blocks = [xml.encode() for xml in blocks]
    filled: WordDocument = part.document
    return filled


def _add_data(word: WordDocument, context: Context, body: PartWriter, notes: PartWriter) -> None:
    """Add the data of charts and, for review, the brief as it was sent."""
    add_chart_data(word.part, (block for block in walk(context.document.blocks) if isinstance(block, Figure)))
    review = context.options.review
    if review is None:
        return
    given = context.document.properties
    about = About(
        scenario=given.scenario, edition=given.edition, template=given.template, lang=context.document.lang,
        option=review.option, audience=review.audience, maker=__version__,
    )  # fmt: skip
    read = {
        "document": word.part.blob,
        "footnotes": notes.part.blob,
        "styles": word.part.part_related_by(RELATIONSHIP_TYPE.STYLES).blob,
    }
    add_custom_xml(word.part, 1, SPACE, _REVIEW_ID, written(about, notes.controls | body.controls, read))
