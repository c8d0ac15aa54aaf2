"""Cells → grid, drawn: a letter a cell, repeated where it spans; `.` for a place that no cell was given for."""

import pytest
from tests.work import bytecodes

from briefgen.document import Cell, Column, Paragraph, Row, Run, Table, TemplateText
from briefgen.docx.tables import Grid, grid


def cells(notation: str) -> Row:
    """`a b2 c1x3`: a cell named a, b over two columns, c over three rows."""
    out = []
    for word in notation.split():
        across, _, down = word[1:].partition("x")
        name = Paragraph((Run(word[0], TemplateText()),))
        out.append(Cell((name,), colspan=int(across or 1), rowspan=int(down or 1)))
    return Row(tuple(out))


def drawn(made: Grid) -> list[str]:
    lines, above = [], [""] * made.columns
    for row in made.body:
        line: list[str] = []
        for place in row:
            letter = "."
            if place.covered:
                letter = above[place.column]
            elif place.cell:
                letter = place.cell.blocks[0].content[0].text  # type: ignore[union-attr]
            line += [letter] * place.span
        lines.append("".join(line))
        above = line
    return lines


@pytest.mark.parametrize(
    ("columns", "rows", "expected"),
    [
        (3, ["a b c"], ["abc"]),
        (3, ["a b"], ["ab."]),
        (1, ["a b c"], ["abc"]),
        (3, ["a2 b"], ["aab"]),
        (2, ["a9 b"], ["aab"]),
        (3, ["a1x2 b c", "d e"], ["abc", "ade"]),
        (3, ["a b1x2 c", "d e"], ["abc", "dbe"]),
        (3, ["a2x2 b", "c", "d e f"], ["aab", "aac", "def"]),
        (2, ["a1x99 b", "c"], ["ab", "ac"]),
        (2, ["a b", ""], ["ab", ".."]),
        (3, ["a b c1x2", "d3"], ["abc", "ddc"]),
        (2, ["a0 b1x-4"], ["ab"]),
        (2, ["a1x2 b1x2", ""], ["ab"]),
        (2, ["a1x3 b", "c1x2", ""], ["ab", "ac"]),
        (0, [""], []),
        (2, ["", ""], []),
    ],
)
def test_cells_find_their_places(columns: int, rows: list[str], expected: list[str]) -> None:
    assert drawn(grid(Table((Column(),) * columns, (), tuple(map(cells, rows))))) == expected


def test_no_cell_reaches_from_the_head_into_the_body() -> None:
    made = grid(Table((Column(),) * 2, (cells("a1x5 b"),), (cells("c d"),)))
    assert not any(place.covered for place in made.body[0])


def test_cells_beyond_the_63rd_column_are_kept_in_the_last_one() -> None:
    made = grid(Table((), (), (cells(" ".join("abcdefghij" * 7)),)))
    assert made.columns == 63
    assert len(made.body[0][-1].extra) == 7


def test_ten_times_the_rows_are_ten_times_the_work() -> None:
    """Each row once looked at all the cells above it, to find those that reach down: 2,000 rows took seconds."""

    def work(times: int) -> int:
        rows = (cells("a1x3 b c d"), cells("e f g"), cells("h i j")) * times
        made = Table((Column(),) * 4, (), rows)
        return bytecodes(lambda: grid(made))

    assert work(100) <= work(10) * 10 * 1.1
