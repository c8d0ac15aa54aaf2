"""The notes at the end, as Word has them: each paragraph in a style of its own kind, nothing set by hand."""

import io
import zipfile

from lxml import etree
from tests.factory import P, document

from briefgen import docx
from briefgen.document import Item, List
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


def test_cautions_are_as_small_as_in_the_pdf_and_no_indent_is_set_by_hand(theme: Theme) -> None:
    """Once, all of a note had the style of its first paragraph, and an indent of its own in each of the others."""
    note = Item((P("fact"), P("passage"), P("caution", "small")), label="1")
    data = docx.write(document(List((note,), role="notes", ordered=True)), theme)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = [
        (paragraph.find(f".//{w('pStyle')}").get(w("val")), paragraph.find(f"{w('pPr')}/{w('ind')}"))
        for paragraph in root.iter(w("p"))
    ]
    assert found == [("BriefEndnote", None), ("BriefEndnoteContinue", None), ("BriefEndnoteSmall", None)]
