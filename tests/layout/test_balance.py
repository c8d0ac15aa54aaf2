"""Column widths adjusted for low rows."""

import pytest
from msgspec.structs import replace
from tests.factory import document, table
from tests.layout.reading import lines, said

from briefgen.document import Table
from briefgen.layout import Pages, paginate
from briefgen.theme import Theme

LONG = "the engineers expect it to be in service between twenty-eight and thirty-four months after a decision " * 3
"""About twice as wide as the page."""


def height(theme: Theme, given: Table) -> float:
    """Height of the table, from the top of its first line to the bottom of its last."""
    found = lines(paginate(document(given), theme)[0])
    return max(line.y + line.height for line in found) - min(line.y for line in found)


def line_of(pages: Pages, words: str) -> str:
    """The line that begins with words."""
    return next(said(line) for line in lines(pages[0]) if said(line).startswith(words))


def test_one_long_cell_takes_no_width_that_the_other_rows_need(theme: Theme) -> None:
    """Of two columns, one was long in a single row and the other in all: both were equally wide, since the longest
    lines were."""
    rows = [f"{LONG} | {LONG}", *(f"short | {LONG}" for _ in range(5))]
    given = table("What it means | Positions on record", *rows)
    halves = replace(given, columns=tuple(replace(column, share=0.5) for column in given.columns))
    assert height(theme, given) < 0.95 * height(theme, halves)


def test_a_date_is_on_one_line_next_to_long_sentences(theme: Theme) -> None:
    """Spanish dates were parted in a column of 23 hundredths of the page, beside sentences that left a line blank."""
    given = table("Cuándo | Qué", f"15 de septiembre de 2026 | {LONG}", "finales de noviembre de 2026 | Resultados.")
    assert line_of(paginate(document(given), theme), "finales") == "finales de noviembre de 2026"


def test_columns_with_shares_keep_them(theme: Theme) -> None:
    given = table("A | B", f"{LONG} | b", f"{LONG} | b", shares=(1, 1))
    pages = paginate(document(given), theme)
    begins = {round(line.x) for line in lines(pages[0])}
    assert len(begins) == 2
    assert max(begins) - min(begins) == pytest.approx((pages[0].width - theme.page.left - theme.page.right) / 2, abs=1)


def test_no_column_becomes_narrower_than_its_longest_word(theme: Theme) -> None:
    word = "Verwaltungsvorschrift"
    given = table("A | B | C", *(f"{word} | {LONG} | {LONG}" for _ in range(4)))
    assert line_of(paginate(document(given), theme), "Verwaltung") == word
