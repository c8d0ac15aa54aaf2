"""Long tables: each row is set by what stands in it, not by all the others."""

from tests.factory import document, table
from tests.work import bytecodes

from briefgen.layout import paginate
from briefgen.theme import Theme


def test_ten_times_the_rows_are_ten_times_the_work(theme: Theme) -> None:
    """Each row once went through the cells of the whole table, to find its own: 2,000 rows took seconds."""

    def work(rows: int) -> int:
        made = document(table("Row | Cost", *(f"row {number} | {number}" for number in range(rows))))
        paginate(made, theme)  # fonts are read once
        return bytecodes(lambda: paginate(made, theme))

    assert work(400) <= work(40) * 10 * 1.1
