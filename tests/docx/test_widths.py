"""Widths of columns, in parts of a table 1,000 wide."""

import pytest
from tests.docx.sample import body, cell, plain_theme, said, word

from briefgen.document import Cell, Column, LineBreak, Paragraph, Row, Run, Table, TemplateText
from briefgen.theme import Theme
from briefgen.writers.docx.cell_lines import contents
from briefgen.writers.docx.grid import grid
from briefgen.writers.docx.widths import column_widths


def widths(columns: tuple[Column, ...], *rows: tuple[str, ...], total: int = 10_000) -> list[int]:
    body = tuple(Row(tuple(Cell((Paragraph((Run(text, TemplateText()),)),)) for text in row)) for row in rows)
    return column_widths(grid(Table(columns, (), body)), columns, total, 100, 200, plain_theme())


def test_columns_with_like_words_are_alike() -> None:
    assert widths((Column(),) * 4, ("some words",) * 4) == [2500] * 4


def test_a_column_of_long_text_is_wider_but_leaves_the_words_of_others_whole() -> None:
    short, long = widths((Column(), Column()), ("Humanitarian", "many words " * 40))
    assert long > 3 * short
    assert short >= len("Humanitarian") * 100 + 200


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((0.5, None, None), [5000, 2500, 2500]),
        ((1.0, 3.0, 1.0), [2000, 6000, 2000]),
        ((0.2, 0.3, 0.5), [2000, 3000, 5000]),
        ((None, None, None), [3333, 3333, 3334]),
        ((-1.0, 0.0, None), [3333, 3333, 3334]),
    ],
)
def test_shares(shares: tuple[float | None, ...], expected: list[int]) -> None:
    made = widths(tuple(Column(share=share) for share in shares), ("x", "x", "x"))
    assert sum(made) == 10_000
    assert all(abs(a - b) <= 2 for a, b in zip(made, expected, strict=True))


def test_a_share_leaves_words_whole_where_others_have_room() -> None:
    """“Multinational force” broke inside its first word, in a column that shares had left too narrow for it."""
    columns = (Column(), Column(share=0.4), Column(share=0.4), Column())
    made = widths(columns, ("Multinational force", "it sends", "none", "0 of 7 criteria"))
    assert made[0] >= len("Multinational") * 100 * 1.4 + 200
    assert sum(made) == 10_000


def test_a_word_of_ten_thousand_letters_does_not_take_all() -> None:
    narrow, wide = widths((Column(), Column()), ("a short text", "x" * 10_000))
    assert narrow >= len("short") * 100 + 200
    assert wide < 9_000


def test_no_column_vanishes_where_there_is_no_room() -> None:
    made = widths((Column(),) * 63, ("word",) * 63, total=1_000)
    assert min(made) == 200


def test_width_goes_where_it_makes_rows_lower() -> None:
    """Haiti's first table gave its first column more than it used, and broke “Haitian government” over two lines."""
    long = "supported by the Haitian government, opposed by “Many people” in Haiti, by Monique Clesca and the gangs"
    rows = (("No action", "It does nothing.", "none on record"), ("Multinational force", "It joins a force.", long))
    first, _, last = widths((Column(),) * 3, *rows, total=8_000)
    plain_first, _, plain_last = widths((Column(),) * 3, *((*row[:2], "none on record") for row in rows), total=8_000)
    assert last > 3_500 > plain_last
    assert first < plain_first


def test_a_cell_over_several_rows_is_a_part_of_each(theme: Theme) -> None:
    """Counted as whole in the first of them, it took the width that the rows beside it need."""
    tall = Cell((body(said("a cell that reaches down " * 4)),), rowspan=3)
    rows = (Row((tall, cell(said("x")))), Row((cell(said("y")),)), Row((cell(said("z")),)))
    beside, _ = contents(grid(Table((), (), rows)), theme)
    assert [len(paragraphs) for paragraphs in beside] == [1, 1, 1]
    assert beside[0][0][1] == theme.styles["table"].leading / 3


def test_lines_that_end_by_force_are_counted_apart(theme: Theme) -> None:
    row = Row((Cell((Paragraph((word("supported by Canada"), LineBreak(), word("opposed"))),)),))
    ((only,),) = contents(grid(Table((), (), (row,))), theme)
    assert [len(words) for _, _, words in only] == [3, 1]
