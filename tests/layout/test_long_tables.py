"""Long tables: each row is set by what stands in it, not by all the others."""

from collections.abc import Callable

import pytest
from tests.factory import C, document, table
from tests.work import bytecodes

from briefgen.document import Row, Table
from briefgen.layout import paginate
from briefgen.theme import Theme


def of_rows(rows: int) -> Table:
    return table("Row | Cost", *(f"row {number} | {number}" for number in range(rows)))


def beside_one_cell(rows: int) -> Table:
    """All rows beside a cell that holds them together."""
    first, *others = (Row((C(f"row {number}"), C(f"{number}"))) for number in range(rows))
    return Table((), (), (Row((C("all", rowspan=rows), *first.cells)), *others))


@pytest.mark.parametrize("made_of", [of_rows, beside_one_cell])
def test_ten_times_the_rows_are_ten_times_the_work(theme: Theme, made_of: Callable[[int], Table]) -> None:
    """Each row once went through the cells of the whole table, to find its own: 2,000 rows took seconds."""

    def work(rows: int) -> int:
        made = document(made_of(rows))
        paginate(made, theme)  # fonts are read once
        return bytecodes(lambda: paginate(made, theme))

    assert work(400) <= work(40) * 10 * 1.1
