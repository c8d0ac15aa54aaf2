"""Tables too wide for the page: turned sideways, then parted into groups of columns."""

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.factory import C, H, P, box, document, figure, table
from tests.hypothesis_profiles import examples
from tests.layout.reading import lines, repeated, said
from tests.strategies import documents

from briefgen.document import Caption, Cell, Column, Document, Row, Run, Table, TemplateText
from briefgen.layout import Pages, WideTables, paginate
from briefgen.layout.boxes import TableCellBox, TableGridBox
from briefgen.layout.column_widths import IntrinsicWidths
from briefgen.layout.tables import column_groups
from briefgen.theme import Theme


def options(count: int, rows: int, cell: str = "not stated") -> Table:
    """Criteria by options."""
    head = " | ".join(["Criterion", *(f"Option-{n}" for n in range(1, count + 1))])
    body = (" | ".join([f"row-{n}", *[cell] * count]) for n in range(1, rows + 1))
    return table(head, *body, caption="Table 1: Options by criteria", key="How to read it.", anchor="t")


def turned(pages: Pages) -> str:
    """Page by page, `|` for an upright page, `-` for one turned sideways."""
    return "".join("-" if page.width > page.height else "|" for page in pages)


def words(pages: Pages, page: int) -> list[str]:
    return [said(line).strip() for line in lines(pages[page])]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [(2, "|"), (5, "|"), (6, "|"), (9, "-"), (12, "-"), (30, "---")],
)
def test_a_table_turns_the_page_where_it_must_and_is_parted_where_that_does_not_do(
    theme: Theme, columns: int, expected: str
) -> None:
    assert turned(paginate(document(options(columns, 20)), theme)) == expected


def test_what_stands_before_and_after_a_turned_table_stands_upright(theme: Theme) -> None:
    pages = paginate(document(P("Before."), options(9, 4), P("After.")), theme)
    assert turned(pages) == "|-|"
    assert words(pages, 0) == ["Before."] and words(pages, 2) == ["After."]
    assert (pages[1].width, pages[1].height) == (pages[0].height, pages[0].width)


def test_the_headings_and_the_key_of_a_turned_table_stand_on_its_page(theme: Theme) -> None:
    pages = paginate(document(P("Before."), H("Section"), H("Part", 2), options(9, 4), P("After.")), theme)
    assert turned(pages) == "|-|"
    assert words(pages, 1)[:3] == ["Section", "Part", "Table 1 Options by criteria"]
    assert words(pages, 1)[-1] == "How to read it."


@pytest.mark.parametrize("paragraphs", [29, 30, 31, 32, 60, 66, 67])
def test_a_page_with_little_on_it_is_spared_before_a_landscape_table_as_at_the_end(
    theme: Theme, paragraphs: int
) -> None:
    text = [H("One"), *(P("x") for _ in range(paragraphs)), H("Two"), P("y")]
    alone = turned(paginate(document(*text), theme))
    after = [P("After the table. " * 40) for _ in range(12)]
    pages = turned(paginate(document(*text, options(9, 12), *after), theme))
    assert pages.partition("-")[0] == alone


def test_a_turned_page_has_the_running_lines_of_the_others_at_its_own_edges(theme: Theme) -> None:
    _, page, _ = paginate(document(P("Before."), options(9, 4), P("After."), title="The title"), theme)
    header, footer = ([box for box in boxes if hasattr(box, "runs")] for boxes in (page.header, page.footer))
    assert [said(line) for line in header] == ["The title"]
    assert [said(line) for line in footer] == ["A brief, edition 1", "2 / 3"]
    assert footer[-1].x + footer[-1].width == pytest.approx(page.width - theme.page.right)
    assert page.height - theme.page.bottom < footer[0].y < page.height


def test_groups_of_columns_repeat_the_first_column_and_each_page_the_head(theme: Theme) -> None:
    pages = paginate(document(options(30, 50)), theme)
    assert set(turned(pages)) == {"-"}
    found = [word for page in range(len(pages)) for word in words(pages, page)]
    for n in range(1, 31):
        assert found.count(f"Option-{n}") == 1
    for n in range(1, 51):
        assert found.count(f"row-{n}") == 1
    for page in pages:
        rows = [said(line).strip() for line in [*lines(page), *repeated(page)] if said(line).startswith("row-")]
        heads = [said(line).strip() for line in [*lines(page), *repeated(page)] if said(line).startswith("Option-")]
        assert rows and len(heads) == len(set(heads)) >= 5
        assert "Criterion" in [said(line) for line in [*lines(page), *repeated(page)]]
    assert {said(line)[:4] for line in repeated(pages[-1])} <= {"Crit", "row-", "Opti"}


def test_a_parted_table_is_one_table_to_a_reader_program(theme: Theme) -> None:
    pages = paginate(document(options(30, 12)), theme)
    tags = [element.tag for element in pages.elements]
    assert (tags.count("Table"), tags.count("TR"), tags.count("TD")) == (1, 13, 12 * 30)
    for page in pages:
        order = [line.element for line in lines(page)]
        assert order == sorted(order)


def test_low_groups_stand_below_each_other_on_one_page(theme: Theme) -> None:
    pages = paginate(document(options(18, 2)), theme)
    assert turned(pages) == "-"
    assert [said(line) for line in repeated(pages[0])] == ["Criterion", "row-1", "row-2"]


def test_a_note_in_the_first_column_is_set_once(theme: Theme) -> None:
    wide = table(" | ".join(["A"] * 31), " | ".join(["first^1", *["interdepartmental"] * 30]))
    pages = paginate(document(wide, notes=["The source."]), theme)
    assert [word for page in range(len(pages)) for word in words(pages, page)].count("The source.") == 1
    assert any("first1" in said(line) for line in repeated(pages[-1]))


def test_a_table_inside_a_box_turns_no_page(theme: Theme) -> None:
    pages = paginate(document(box("Box", options(12, 3)), P("After.")), theme)
    assert turned(pages) == "|"
    assert words(pages, 0)[-1] == "After."
    assert {said(line) for line in repeated(pages[0])} == {"Criterion", "row-1", "row-2", "row-3"}


def test_a_long_word_is_no_reason_to_turn_a_page(theme: Theme) -> None:
    assert turned(paginate(document(table("A | B", "x" * 300 + " | b")), theme)) == "|"


def test_no_word_is_divided_while_the_page_can_be_turned(theme: Theme) -> None:
    pages = paginate(document(options(9, 2, "interdepartmental")), theme)
    assert turned(pages) == "-"
    assert [said(line).strip() for line in lines(pages[0])].count("interdepartmental") == 18


def test_a_heading_over_several_columns_stands_over_each_part_of_them(theme: Theme) -> None:
    heads = Row((C("Estimate", header=True, rowspan=2), C("2026", header=True, colspan=40)))
    years = Row(tuple(C(f"month-{n}", header=True) for n in range(40)))
    body = (Row((C("People", header=True), *(C("1,000") for _ in range(40)))),)
    wide = Table((Column(),) * 41, (heads, years), body, Caption("Table 1", (Run("Wide", TemplateText()),)))
    pages = paginate(document(wide), theme)
    shown = [said(line).strip() for page in pages for line in [*lines(page), *repeated(page)]]
    assert [word for page in range(len(pages)) for word in words(pages, page)].count("2026") == 1
    assert shown.count("2026") == shown.count("People") == shown.count("Estimate") >= 3


# The columns of groups, apart from pages


def cells(*spans: int, row: int = 0) -> tuple[TableCellBox, ...]:
    starts = [sum(spans[:at]) for at in range(len(spans))]
    return tuple(TableCellBox(row, start, 1, span, ()) for start, span in zip(starts, spans, strict=True))


def groups(
    given: tuple[TableCellBox, ...], columns: int, width: float, each: float = 60
) -> list[list[tuple[int, int, bool]]]:
    """Of each group, the cells: column, span, and whether it is shown again."""
    grid = TableGridBox(given, 1, 1, (None,) * columns, (), False)
    made = column_groups(grid, [IntrinsicWidths(each, each)] * columns, width)
    return [[(cell.column, cell.colspan, cell.again) for cell in part.cells] for part in made]


def test_groups_are_about_equally_wide() -> None:
    found = groups(cells(*[1] * 12), 12, 600)
    assert [len(part) for part in found] == [7, 6]


def test_columns_under_one_heading_stay_together() -> None:
    assert groups(cells(1, 3, 3, 3), 10, 400) == [
        [(0, 1, False), (1, 3, False)],
        [(0, 1, True), (1, 3, False)],
        [(0, 1, True), (1, 3, False)],
    ]


def test_a_cell_over_more_than_a_group_holds_is_parted_and_shown_again() -> None:
    assert groups(cells(1, 8), 9, 400) == [[(0, 1, False), (1, 4, False)], [(0, 1, True), (1, 4, True)]]


def test_a_cell_over_all_columns_is_shown_over_each_group() -> None:
    assert groups(cells(9), 9, 400) == [[(0, 5, False)], [(0, 5, True)]]


def test_a_wide_first_column_is_not_repeated() -> None:
    assert groups(cells(1, 1, 1), 3, 100) == [[(0, 1, False), (1, 1, False)], [(0, 1, False)]]


def test_a_table_is_parted_into_every_column_once() -> None:
    for count in range(3, 60):
        found = groups(cells(*[1] * count), count, 400)
        assert sum(not again for part in found for _, _, again in part) == count


@pytest.mark.parametrize("turned_by", ["words", "columns", "marks", "picture", "span"])
def test_formats_without_pages_know_which_tables_are_landscape(theme: Theme, turned_by: str) -> None:
    """Just where the layout begins to turn a table, a format without pages does so too."""
    for count in range(2, 12):
        cell = {"words": "interdepartmental", "columns": "x y", "marks": "Table 12^1^2", "picture": "x", "span": "x"}
        rows = [" | ".join([cell[turned_by]] * count)]
        made = table(" | ".join(["**Head**"] * count), *rows, anchor="t")
        if turned_by == "span":
            made = replace(made, head=(Row((C("W" * 4 * count, header=True, colspan=count),)),))
        if turned_by == "picture":
            made = replace(made, body=(Row((Cell((figure(width=900, height=3),)),) * count),))
        paper = document(made, notes=["One.", "Two."])
        pages = paginate(paper, theme)
        width, height = pages.width - theme.page.left - theme.page.right, pages.height
        across = height - theme.page.left - theme.page.right
        assert WideTables(paper, theme).is_landscape(made, width, across) == ("-" in turned(pages)), count


@examples(0.6)
@given(documents(most=3))
def test_they_know_so_for_any_document(theme: Theme, made: Document) -> None:
    pages = paginate(made, theme)
    width, across = (side - theme.page.left - theme.page.right for side in (pages.width, pages.height))
    wide = WideTables(made, theme)
    told = any(isinstance(block, Table) and wide.is_landscape(block, width, across) for block in made.blocks)
    assert told == ("-" in turned(pages))
