"""What Word keeps on one page: the parts of a note, and a remark with what it is about."""

import io
import zipfile

from lxml import etree
from tests.factory import P, bullets, document

from briefgen import docx
from briefgen.document import Block, Item, List
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


def held(*blocks: Block, theme: Theme) -> dict[str, bool]:
    """The words of each paragraph, and whether it stands on the page of the next."""
    with zipfile.ZipFile(io.BytesIO(docx.write(document(*blocks), theme))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return {
        "".join(text.text or "" for text in paragraph.iter(w("t"))): paragraph.find(f".//{w('keepNext')}") is not None
        for paragraph in root.iter(w("p"))
    }


def test_a_note_of_few_paragraphs_stands_on_one_page(theme: Theme) -> None:
    """Once, the passage of a note was parted from the caution about it."""
    note = Item((P("fact"), P("passage"), P("worked out", "small"), P("caution", "small"), P("cited", "small")))
    found = held(List((note,), role="notes", ordered=True), theme=theme)
    assert {words: found[words] for words in ("fact", "passage", "worked out", "caution", "cited")} == {
        "fact": True, "passage": True, "worked out": True, "caution": True, "cited": False,
    }  # fmt: skip


def test_a_long_note_is_held_at_its_ends_alone(theme: Theme) -> None:
    note = Item((P("fact"), *(P(f"passage {n}") for n in range(9)), P("last passage")))
    found = held(List((note,), role="notes", ordered=True), theme=theme)
    assert [words for words, kept in found.items() if kept] == ["fact", "passage 8"]


def test_a_remark_in_a_list_stands_with_what_it_is_about(theme: Theme) -> None:
    item = Item((P("judgement"), P("its grounds"), P("likelihood", "small")))
    found = held(List((item,)), theme=theme)
    assert (found["judgement"], found["its grounds"], found["likelihood"]) == (False, True, False)
    assert held(List((Item((P("judgement"), P("likelihood", "small"))),)), theme=theme)["judgement"]


def test_a_paragraph_that_opens_a_list_stands_with_it(theme: Theme) -> None:
    opens, tells = P("Taken as given:"), P("It says: all is well.")
    found = held(opens, bullets("a"), tells, bullets("b"), P("So:"), P("c"), theme=theme)
    assert [words for words, kept in found.items() if kept] == ["Taken as given:"]
