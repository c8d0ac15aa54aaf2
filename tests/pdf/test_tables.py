"""The tagged table is a rectangle in which each place is covered once, whatever spans an author gave.

veraPDF holds it so (7.2-41 to 43), and counts a row in which no cell begins as one without columns.
"""

from collections import Counter
from html.parser import HTMLParser
from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from tests.docx.linter import faults
from tests.factory import C, P, document, table
from tests.hypothesis_profiles import examples
from tests.pdf.structure import actual_text, orders

from briefgen import docx, html
from briefgen.document import Cell, Column, Row, Table
from briefgen.layout import Pages, paginate
from briefgen.pdf.writer import write
from briefgen.theme import Theme

SPANS = st.sampled_from((0, 1, 1, 1, 2, 3, 5, 70, -1))
CELLS = st.builds(Cell, st.sampled_from(((), C("a").blocks)), st.booleans(), SPANS, SPANS)
ROWS = st.lists(st.builds(Row, st.lists(CELLS, max_size=5).map(tuple)), max_size=5).map(tuple)
TABLES = st.builds(Table, st.integers(0, 4).map(lambda count: (Column(),) * count), ROWS, ROWS)

law = examples(0.4, shrink=False)

Spans = list[list[tuple[int, int]]]
"""Row by row, the columns and the rows that each cell covers."""


def uneven(rows: Spans) -> str:
    """What keeps these rows from being a rectangle; nothing where they are one."""
    taken: Counter[tuple[int, int]] = Counter()
    for number, row in enumerate(rows):
        if not row:
            return f"no cell begins in row {number}"
        column = 0
        for across, down in row:
            while taken[number, column]:
                column += 1
            taken.update((number + y, column + x) for y in range(down) for x in range(across))
    columns = max((column + 1 for (_, column), count in taken.items() if count), default=0)
    whole = {(row, column) for row in range(len(rows)) for column in range(columns)}
    covered = {place for place, count in taken.items() if count}
    return "" if covered == whole and set(taken.values()) <= {0, 1} else f"{rows} cover {sorted(covered)}"


def tagged(pages: Pages) -> Spans:
    """The rows of the only table, from the tree of elements."""
    rows = {at: [] for at, element in enumerate(pages.elements) if element.tag == "TR"}
    for element in pages.elements:
        if element.tag in ("TH", "TD"):
            rows[element.parent].append((element.colspan, element.rowspan))
    return list(rows.values())


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Spans = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append((int(given.get("colspan") or 1), int(given.get("rowspan") or 1)))


def marked_up(page: bytes) -> Spans:
    """The rows of the only table of a web page."""
    reader = _Page()
    reader.feed(page.decode())
    return reader.rows


def a_table_is_a_rectangle_and_the_same_in_each_format(theme: Theme, table: Table) -> None:
    made = document(table)
    rows = tagged(paginate(made, theme))
    assert uneven(rows) == ""
    assert marked_up(html.write(made, theme)) == rows
    assert faults(docx.write(made, theme)) == []


@law
@given(TABLES)
def test_a_table_is_a_rectangle_and_the_same_in_each_format(theme: Theme, table: Table) -> None:
    a_table_is_a_rectangle_and_the_same_in_each_format(theme, table)


def test_a_table_in_groups_of_columns_is_tagged_as_one(theme: Theme) -> None:
    wide = table(" | ".join(["Criterion", *("Option" for _ in range(30))]),
                 *(" | ".join([f"row {n}", *("interdepartmental" for _ in range(30))]) for n in range(3)))  # fmt: skip
    pdf = write(document(wide), theme)
    rows = [one.tag for one in actual_text(pdf) if one.tag in ("Table", "TR", "TH", "TD")]
    assert rows == ["Table", "TR", *["TH"] * 31, *["TR", "TH", *["TD"] * 30] * 3]
    for numbers in orders(pdf).values():
        assert numbers == list(range(len(numbers)))


def test_a_landscape_page_has_a_landscape_page_box(theme: Theme) -> None:
    wide = table(" | ".join("ABCDEFGHI"), " | ".join(["interdepartmental"] * 9))
    with pikepdf.open(BytesIO(write(document(P("x"), wide), theme, "letter"))) as opened:
        assert [[float(edge) for edge in page.MediaBox] for page in opened.pages] == [
            [0, 0, 612, 792],
            [0, 0, 792, 612],
        ]
        assert not any("/Rotate" in page for page in opened.pages)


def test_a_row_that_cells_above_cover_whole_is_left_out_of_the_file(theme: Theme) -> None:
    covered = Table((), (), (Row((C("a", rowspan=2), C("b", rowspan=3))), Row(()), Row((C("c"),))))
    tree = [
        (one.tag, one.attributes) for one in actual_text(write(document(covered), theme)) if one.tag in ("TR", "TD")
    ]
    assert tree == [("TR", {}), ("TD", {}), ("TD", {"RowSpan": 2}), ("TR", {}), ("TD", {})]
