"""Tables too wide even for a page turned sideways: parted in Word as in the PDF, the first column in each part."""

import io
import zipfile

import pytest
from lxml import etree
from tests.docx.linter import faults
from tests.docx.sample import body, cell, said, word

from briefgen import docx
from briefgen.document import Caption, Cell, Column, Document, Note, NoteMark, Properties, Row, Running, Table
from briefgen.layout import TextLine, paginate
from briefgen.ooxml.tags import W
from briefgen.theme import Theme


def header(text: str, *more: NoteMark, **spans: int) -> Cell:
    return Cell((body(said(text), *more),), header=True, **spans)


def options(count: int) -> Table:
    """Criteria by options, with a note on each criterion."""
    head = Row((header("Criterion"), *(header(f"Option-{n}") for n in range(1, count + 1))))
    rows = (Row((header(f"row-{n}", NoteMark(n, 1)), *[cell(said("not stated"))] * count)) for n in (1, 2))
    caption, key = Caption("Table 1", (word("Options"),)), (body(said("How to read it.")),)
    return Table((Column(),) * (count + 1), (head,), tuple(rows), caption, key, "t")


def paper(*tables: Table) -> Document:
    """Tables, a paragraph, and the notes, in French."""
    notes = (Note(1, (word("One."),)), Note(2, (word("Two."),)))
    running = Running(continued="{label} (suite)")
    return Document("fr", Properties("T"), running, (*tables, body(said("After."))), notes)


def written(document: Document, theme: Theme) -> etree._Element:
    """The body in Word; the file is sound."""
    data = docx.write(document, theme)
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def xpath(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces={"w": W})


def text(element: etree._Element) -> str:
    return "".join(xpath(element, ".//w:t/text()"))


def first_rows(root: etree._Element) -> list[list[str]]:
    return [[text(each) for each in xpath(table, "w:tr[1]/w:tc")] for table in xpath(root, "//w:tbl")]


@pytest.mark.parametrize("count", [3, 9, 12, 20, 30, 80])
def test_the_parts_are_those_of_the_pdf(theme: Theme, count: int) -> None:
    document = paper(options(count))
    rows = first_rows(written(document, theme))
    assert all(row[0] == "Criterion" for row in rows)
    assert [name for row in rows for name in row[1:]] == [f"Option-{n}" for n in range(1, count + 1)]
    lines = [box for page in paginate(document, theme) for box in page.boxes if isinstance(box, TextLine)]
    assert len(rows) == sum(line.runs[0].unicode == "Criterion" for line in lines)


def test_each_part_says_that_it_goes_on_and_the_key_stands_below_the_last(theme: Theme) -> None:
    root = written(paper(options(30)), theme)
    captions = [text(each) for each in xpath(root, "//w:p[w:pPr/w:pStyle/@w:val='Caption']")]
    assert captions == ["Table 1\u2002Options", *["Table 1 (suite)\u2002Options"] * (len(captions) - 1)]
    assert len(captions) > 2
    assert text(xpath(root, "//w:tbl")[-1].getnext()) == "How to read it."
    # A list of tables, made anew in Word, has it once.
    assert sum("SEQ Table" in code for code in xpath(root, "//w:instrText/text()")) == 1


def test_a_note_on_the_first_column_is_set_once_and_repeated_by_a_field(theme: Theme) -> None:
    root = written(paper(options(30)), theme)
    parts = len(xpath(root, "//w:tbl"))
    assert len(xpath(root, "//w:footnoteReference")) == 2
    assert sum("NOTEREF" in code for code in xpath(root, "//w:instrText/text()")) == 2 * (parts - 1)


def test_a_heading_over_several_columns_stands_over_each_part_of_them(theme: Theme) -> None:
    """And a cell that reaches down does so in each part, though the rows are other ones."""
    heads = Row((header("Estimate", rowspan=2), header("2026", colspan=40)))
    years = Row(tuple(header(f"month-{n}") for n in range(40)))
    table = Table((Column(),) * 41, (heads, years), (Row((header("People"), *[cell(said("1,000"))] * 40)),))
    root = written(paper(table), theme)
    rows = first_rows(root)
    assert len(rows) > 2 and all(row == ["Estimate", "2026"] for row in rows)
    assert len(xpath(root, "//w:vMerge[@w:val='restart']")) == len(rows)
    assert sum(int(span) for span in xpath(root, "//w:tr[1]//w:gridSpan/@w:val")) == 40
