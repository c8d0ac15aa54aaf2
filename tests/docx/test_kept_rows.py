"""Which rows of a table Word keeps on the page of the next one."""

import io
import zipfile

from lxml import etree
from tests.factory import C, P, T, document, table

from briefgen import docx
from briefgen.document import Caption, Column, Row, Table
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


def kept(block: Table, theme: Theme) -> list[bool]:
    """Whether each row of the body stands on the page of the next. All paragraphs of a row say so, or none."""
    with zipfile.ZipFile(io.BytesIO(docx.write(document(block), theme))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    out = []
    for row in root.iter(w("tr")):
        if row.find(f".//{w('tblHeader')}") is None:
            (said,) = {each.find(f".//{w('keepNext')}") is not None for each in row.iter(w("p"))}
            out.append(said)
    return out


def test_a_table_of_two_low_rows_is_not_broken_between_them(theme: Theme) -> None:
    assert kept(table("A | B", "a | " + "word " * 30, "b | " + "word " * 30), theme) == [True, False]


def test_one_of_higher_rows_is_broken_rather_than_half_a_page_left_blank(theme: Theme) -> None:
    """With its heading and its caption, a table of two rows of seven lines left half of a page blank."""
    assert kept(table("A | B", "a | " + "word " * 140, "b | " + "word " * 140), theme) == [False, False]


def test_the_last_row_stays_with_the_key(theme: Theme) -> None:
    with_key = Table((Column(), Column()), (), tuple(Row((C(n), C("x"))) for n in "abcde"),
                     Caption("Table 1", T("Rows")), key=(P("how to read it", "small"),))  # fmt: skip
    assert kept(with_key, theme) == [True, False, False, True, True]


def test_rows_beside_one_cell_stay_with_its_words(theme: Theme) -> None:
    """Once, the passages of a sentence stood on the page after it, beside nothing."""
    rows = [
        Row((C("sentence", rowspan=3), C("passage"))) if not n % 3 else Row((C("passage"),))
        for n in range(12)
    ]  # fmt: skip
    beside = Table((Column(), Column()), (), tuple(rows))
    assert kept(beside, theme) == [True, True, False] * 4


def test_a_cell_beside_rows_of_half_a_page_holds_none_of_them(theme: Theme) -> None:
    long = "word " * 100
    rows = (Row((C("sentence", rowspan=4), C(long))), *(Row((C(long),)) for _ in range(3)), Row((C("x"), C(long))))
    assert kept(Table((Column(0.5), Column(0.5)), (), rows), theme) == [False] * 5
