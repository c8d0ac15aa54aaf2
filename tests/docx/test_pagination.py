"""The numbers of pages in a DOCX, from our own layout."""

import io
import re
import zipfile

import pytest
from lxml import etree
from tests.docx.linter import faults
from tests.factory import C, H, P, R, T, box, document, table

from briefgen import docx
from briefgen.commands.render import write
from briefgen.document import (
    Block,
    Column,
    Contents,
    Document,
    Item,
    List,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Table,
)  # fmt: skip
from briefgen.ooxml.tags import W, w
from briefgen.theme import PAPERS, Theme

CONTENTS = Contents((), 4)


def numbers(made: Document, theme: Theme) -> list[int]:
    """The numbers in the contents, or in references, in their order. The file is sound."""
    data = docx.write(made, theme)
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    codes = [code for code in root.iter(w("instrText")) if (code.text or "").startswith(" PAGEREF")]
    return [int(code.xpath("following::w:t[1]/text()", namespaces={"w": W})[0]) for code in codes]


def page_of_heading(theme: Theme, *before: Block, after: Block | None = None, **more: object) -> int:
    """The page of a heading behind some blocks, told by a reference at the end."""
    last = Paragraph((Reference("there", "?"),))
    return numbers(document(*before, H("There"), *((after,) if after else ()), last, **more), theme)[0]


def lines(count: int) -> list[Block]:
    return [P("one line") for _ in range(count)]


def of_one_page(theme: Theme) -> int:
    """Lines that a page has room for, by hand: the last one needs no space below it."""
    page, look = theme.page, theme.styles["body"]
    height = PAPERS["a4"][1] - page.top - page.bottom
    return int((height + look.after) / (look.leading + look.after))


def test_the_first_page_is_full_when_it_is_full(theme: Theme) -> None:
    full = of_one_page(theme)
    target = Paragraph((Reference("last", "?"),))
    for count, expected in ((full - 1, [1]), (full, [2])):
        item = List((Item((P("x"),), anchor="last"),))
        assert numbers(document(*lines(count), item, target), theme) == expected


def test_a_heading_goes_with_what_follows_it(theme: Theme) -> None:
    """There is room for the heading and one line; the paragraph has two, which stand together, so all three go on."""
    head = theme.styles["heading1"]
    look = theme.styles["body"]
    taken = head.before + head.leading + head.after + look.leading
    room = of_one_page(theme) - int(taken / (look.leading + look.after)) - 1
    long = P("word " * 25)
    assert page_of_heading(theme, *lines(room - 2), after=long) == 1
    assert page_of_heading(theme, *lines(room + 1), after=long) == 2


def test_a_page_break_is_one(theme: Theme) -> None:
    assert page_of_heading(theme, P("x"), PageBreak()) == 2
    assert page_of_heading(theme, P("x"), PageBreak(), P("y"), PageBreak()) == 3


def test_notes_take_their_room_at_the_foot(theme: Theme) -> None:
    count = of_one_page(theme) - 4
    assert page_of_heading(theme, *lines(count), after=P("x")) == 1
    cited = P("cited^1")
    assert page_of_heading(theme, cited, *lines(count - 1), after=P("x"), notes=["A source. " * 40]) == 2


def test_a_table_of_many_rows_repeats_its_head_on_each_page(theme: Theme) -> None:
    """A head of five lines costs a row or more on each page but the first."""
    rows = [f"row {n} | a" for n in range(150)]
    head = " ".join(["interdepartmental"] * 60)
    assert page_of_heading(theme, table(f"{head} | B", *rows)) > page_of_heading(theme, table("A | B", *rows)) >= 4


def test_cells_that_reach_down_do_not_make_their_first_row_higher(theme: Theme) -> None:
    long = "a sentence that takes many lines in its column " * 6
    spread = Table((Column(0.3), Column(0.7)), (), tuple(
        Row((C(long, rowspan=10), C("x")) if not n % 10 else (C("x"),)) for n in range(60)
    ))  # fmt: skip
    plain = Table((Column(0.3), Column(0.7)), (), tuple(
        Row((C(long if not n % 10 else ""), C("x"))) for n in range(60)
    ))  # fmt: skip
    assert page_of_heading(theme, spread) < page_of_heading(theme, plain)


def test_a_turned_table_stands_on_a_page_of_its_own(theme: Theme) -> None:
    wide = table(" | ".join(f"Option-{n}" for n in range(9)), " | ".join(["not stated"] * 9))
    assert page_of_heading(theme, P("x"), wide, after=P("y")) == 3


def test_a_box_takes_more_room_than_its_words(theme: Theme) -> None:
    """Boxes that touch are one box to Word, so a line stands between each two."""
    boxes = [block for _ in range(9) for block in (box("Title", P("one line")), P("one line"))]
    assert page_of_heading(theme, *boxes, after=P("x")) == 2
    assert page_of_heading(theme, *lines(3 * 9), after=P("x")) == 1


def test_the_contents_counts_itself(theme: Theme) -> None:
    parts = [block for n in range(60) for block in (H(f"Part {n}"), P("x"))]
    found = numbers(document(Contents(T("Contents"), 1), *parts), theme)
    assert len(found) == 60 and found == sorted(found)
    assert found[0] == 2  # sixty entries fill the first page


def test_capitals_bold_and_wide_letters_are_measured_as_such(theme: Theme) -> None:
    """As many letters take more lines where they are wide."""
    narrow, wide = [P("illicit " * 60)] * 30, [P("mammoth " * 60)] * 30
    assert page_of_heading(theme, *narrow) < page_of_heading(theme, *wide)


def test_letters_that_no_font_has_take_room_too(theme: Theme) -> None:
    assert page_of_heading(theme, *[P("漢字 " * 200)] * 20) >= 4


@pytest.mark.parametrize("text", ["\x00there\x00?\x00", "a\x00b", "\x01x\x01 \x02y\x02"])
def test_no_text_can_ask_for_a_number(theme: Theme, text: str) -> None:
    made = document(P(text), H("There"), Paragraph((Reference("there", text), R(text), Reference("nowhere", text))))
    data = docx.write(made, theme)
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert len(re.findall(">1</w:t>", xml)) == 1


def test_the_docx_is_the_same_with_and_without_the_pdf(theme: Theme) -> None:
    made = document(CONTENTS, *[block for n in range(30) for block in (H(f"Part {n}"), P("word " * 90))])
    alone = write(made, theme, "a4", ("docx",))["docx"]
    assert write(made, theme, "a4", ("pdf", "docx"))["docx"] == alone


def test_numbers_that_another_program_found_come_first(theme: Theme) -> None:
    made = document(CONTENTS, H("There"), P("x"))
    data = docx.write(made, theme, "a4", {"there": 77})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b">77</w:t>" in archive.read("word/document.xml")


def test_word_fills_one_page_after_the_other_whatever_would_look_better(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ends of the pages of a PDF are chosen together; Word does no such thing, so neither do its numbers."""

    def never(*given: object) -> None:
        raise AssertionError("the ends of pages were chosen")

    monkeypatch.setattr("briefgen.layout.page_breaking.choose_breaks", never)
    monkeypatch.setattr("briefgen.layout.page_breaking.choose_breaks", never)
    room = of_one_page(theme)
    # A page that ended above the table would look better: no three of its rows would stand alone.
    rows = table("Row | Words", *[f"row {n} | one line" for n in range(20)])
    assert page_of_heading(theme, *lines(room - 5), rows) == 2
    assert page_of_heading(theme, *lines(room - 1)) == 2
