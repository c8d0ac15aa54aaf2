"""Notes at the foot of the page: each begins on the page of its first mark."""

import pytest
from tests.factory import C, H, P, T, box, bullets, document, table
from tests.layout.laws import LAWS
from tests.layout.reading import lines, said

from briefgen.document import Block, Caption, Column, Contents, Quotation, Row, Table, TitleBlock, TitleEntry
from briefgen.layout import Fill, Page, paginate
from briefgen.theme import PAPERS, Theme

LINE = "These words fill a line of the text from its left end to the right one, more or less, and a little. "


def marks(first: int, last: int) -> str:
    """First marks of the notes from one number to another, with nothing between them."""
    return "".join(f"^{number}" for number in range(first, last + 1))


CROWDED: dict[str, tuple[Block, ...]] = {
    "a line of the text": (P("Cited." + marks(1, 300)),),
    "a line far down the page": (*(P(LINE) for _ in range(25)), P("Cited." + marks(1, 300))),
    "a heading": (H("Cited" + marks(1, 90)), P("After.")),
    "a chain of headings": (H("One" + marks(1, 60)), H("Two" + marks(61, 120), 2), P("After." + marks(121, 180))),
    "a list in a list": (bullets("One." + marks(1, 120), "Two." + marks(121, 200)),),
    "a callout": (box("Title" + marks(1, 80), P("Cited." + marks(81, 200))),),
    "a quotation": (Quotation((P("Cited." + marks(1, 150)),), T("Who" + marks(151, 250))),),
    "a cell": (table("A | B", "a | cited" + marks(1, 250)),),
    "a row of many cells": (
        table(" | ".join("ABCDEFGH"), " | ".join(f"c{marks(1 + 12 * n, 12 + 12 * n)}" for n in range(8))),
    ),
    "a row below a head": (
        *(P(LINE) for _ in range(20)),
        table(" | ".join(["A head"] * 4), " | ".join(f"c{marks(1 + 20 * n, 20 + 20 * n)}" for n in range(4))),
    ),
    "a caption": (Table((Column(),), (), (Row((C("a"),)),), Caption("Table 1", T("Cited" + marks(1, 90)))),),
    "the entries of a title": (
        TitleBlock(
            (), T("Title"), (),
            tuple(TitleEntry(T("By"), T("me" + marks(1 + 20 * n, 20 + 20 * n))) for n in range(6)),
        ),
    ),
    "a heading in the contents": (Contents(T("Contents")), H("Cited" + marks(1, 90)), P("After.")),
}  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("where", CROWDED)
def test_no_place_holds_more_first_marks_than_a_page_holds_notes(theme: Theme, where: str, paper: str) -> None:
    """Once, from about 65 first citations in one line on, notes ran out of the page or began on another."""
    made = document(*CROWDED[where], notes=[f"Source {n}, “{LINE}”" for n in range(1, 301)])
    pages = paginate(made, theme, paper)  # type: ignore[arg-type]
    for law in LAWS:
        law(theme, made, pages)


def rules(page: Page) -> list[float]:
    """The widths of the rules above the notes."""
    return [fill.width for fill in page.boxes if isinstance(fill, Fill)]


def test_a_note_that_goes_on_says_so_by_a_rule_over_the_whole_measure(theme: Theme) -> None:
    made = document(P("Cited.^1"), *(P(LINE * 4) for _ in range(8)), P("Cited.^2"), notes=[LINE * 90, "Short."])
    pages = paginate(made, theme)
    measure = pages.width - theme.page.left - theme.page.right
    assert [rules(page) for page in pages] == [[pytest.approx(measure / 4)], [pytest.approx(measure)]]
    assert said(lines(pages[1])[-1]).strip() == "Short."
