"""Tables of a brief in Word."""

import msgspec
import pytest
from tests.docx.linter import faults
from tests.docx.sample import body, brief, cell, figure_of, head, said, word
from tests.docx.written import made, part, xpath

from briefgen import docx
from briefgen.document import (
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
)  # fmt: skip
from briefgen.ooxml.tags import w
from briefgen.theme import Theme


def test_a_head_repeats_and_no_row_breaks(theme: Theme) -> None:
    root = part(made(theme, Table((Column(), Column()), (head("a", "b"),), (Row((cell(said("x")), cell(said("y")))),))))
    assert len(xpath(root, "//w:tblHeader")) == 1
    assert len(xpath(root, "//w:cantSplit")) == 2
    assert xpath(root, "//w:tr[1]//w:keepNext")


def test_spans_become_grid_spans_and_vertical_merges(theme: Theme) -> None:
    rows = (
        Row((Cell((body(said("a")),), rowspan=2), cell(said("b"), colspan=2))),
        Row((cell(said("c")), cell(said("d")))),
    )
    root = part(made(theme, Table((Column(), Column(), Column()), (), rows)))
    assert xpath(root, "//w:gridSpan/@w:val") == ["2"]
    assert [v.get(w("val")) for v in xpath(root, "//w:vMerge")] == ["restart", None]


def test_a_row_of_a_hundred_cells_has_no_table_of_more_than_the_63_columns_that_word_opens(theme: Theme) -> None:
    root = part(made(theme, Table((), (), (Row(tuple(cell(said(f"c{n}")) for n in range(100))),))))
    assert all(len(xpath(table, "w:tblGrid/w:gridCol")) <= 63 for table in xpath(root, "//w:tbl"))
    assert list(dict.fromkeys(xpath(root, "//w:t/text()"))) == [f"c{n}" for n in range(100)]


@pytest.mark.parametrize(("sentences", "kept"), [(1, [True, False, False, True, False]), (60, [False] * 5)])
def test_low_rows_do_not_stand_alone_beside_a_page_break(theme: Theme, sentences: int, kept: list[bool]) -> None:
    """High ones may: two kept together left half a page blank before them."""
    rows = tuple(Row((cell(said(f"row {n}")), cell(said("It says so. " * sentences)))) for n in range(5))
    root = part(made(theme, Table((Column(), Column()), (), rows)))
    assert [bool(xpath(row, ".//w:keepNext")) for row in xpath(root, "//w:tr")] == kept


def test_shares_of_the_author_are_kept_and_widths_fill_the_column_of_text(theme: Theme) -> None:
    table = Table(
        (Column(share=0.5), Column(), Column()), (), (Row((cell(said("a")), cell(said("b")), cell(said("c")))),)
    )
    widths = [int(width) for width in xpath(part(made(theme, table)), "//w:gridCol/@w:w")]
    assert sum(widths) == 11906 - 2 * 1530
    assert abs(widths[0] - sum(widths) / 2) <= 2


def test_two_tables_in_a_row_stay_two(theme: Theme) -> None:
    table = Table((Column(),), (), (Row((cell(said("x")),)),))
    assert len(xpath(part(made(theme, table, table)), "/w:document/w:body/w:tbl")) == 2


def test_grounds_and_alignment(theme: Theme) -> None:
    table = Table((Column("right"),), (), (Row((cell(figure_of("5"), ground="for"),)),))
    root = part(made(theme, table))
    assert xpath(root, "//w:tc//w:shd/@w:fill") == ["DCEBF1"]
    assert xpath(root, "//w:tc//w:jc/@w:val") == ["right"]


def test_a_table_too_wide_for_the_page_turns_it_with_its_headings(theme: Theme) -> None:
    def table(name: str) -> Table:
        return Table(
            (Column(),) * 7, (), (Row((cell(said(name)), *[cell(said("interdepartmental"))] * 6)),), anchor=name
        )

    blocks = (body(said("before")), Heading(1, (word("Wide"),), "h"), table("wide"), table("too"), body(said("after")))
    document = msgspec.structs.replace(brief(), blocks=blocks, notes=())
    data = docx.write(document, theme)
    assert faults(data) == []
    root = part(data)
    sections = xpath(root, "//w:sectPr")
    assert [s.getparent().tag == w("pPr") for s in sections] == [True, True, False]
    assert [xpath(s, "w:pgSz/@w:orient") for s in sections] == [[], ["landscape"], []]
    # The header and footer of the turned page reach as far as its text; those after it are the first ones again.
    assert [len(xpath(s, "w:headerReference")) for s in sections] == [2, 1, 1]
    refs = [xpath(s, "w:headerReference[@w:type = 'default']/@*[local-name() = 'id']") for s in sections]
    assert refs[0] == refs[2] != refs[1]
    assert [len(xpath(s, "w:titlePg")) for s in sections] == [1, 0, 0]
    texts = ["".join(xpath(e, ".//w:t/text()")) or "|" * len(xpath(e, ".//w:sectPr")) for e in root[0]]
    assert [t.replace("interdepartmental", "") for t in texts if t] == [
        "before", "|", "Wide", "wide", "too", "|", "after",
    ]  # fmt: skip
    width = 16838 - 2 * 1530
    for margin in ("header", "footer"):
        assert str(width) in xpath(part(data, f"word/{margin}-default-turned.xml"), "//w:tab[@w:val = 'right']/@w:pos")
    assert [sum(map(int, xpath(t, "w:tblGrid/w:gridCol/@w:w"))) for t in xpath(root, "//w:tbl")] == [width, width]


def test_no_row_of_a_table_stands_alone_on_a_page(theme: Theme) -> None:
    """In Word a row stays with the next one where its paragraphs do: the first, and the last but one."""
    rows = tuple(Row((Cell((Paragraph((word(text),)),)),)) for text in "abcde")
    root = part(made(theme, Table((Column(),), (), rows)))
    assert ["".join(p.itertext()) for p in xpath(root, "//w:tc/w:p[w:pPr/w:keepNext]")] == ["a", "d"]
