"""No page is half blank, and no last page holds two lines."""

import pytest
from tests.factory import H, P, bullets, document, figure, table
from tests.layout.reading import blank, lines, repeated, said

from briefgen.document import Document, Table
from briefgen.layout import Page, Pages, PlacedImage, TextLine, paginate
from briefgen.theme import Theme

PASSAGE = "A passage of some length, in the words of its source and then in ours, as an annex gives it to its readers. "


def annex(rows: int = 6) -> Table:
    """High rows: a sentence of two lines, and a passage of many."""
    told = (f"sentence {n} of the paper | begins {n} {PASSAGE * 7} ends" for n in range(rows))
    return table("Sentence | Passage", *told, shares=(1, 2))


@pytest.mark.parametrize("before", range(0, 30, 3))
def test_a_high_row_is_split_rather_than_leave_much_of_a_page_blank(theme: Theme, before: int) -> None:
    """Rows of a French annex were as high as a third of a page, and a third of its pages stayed blank above them."""
    pages = paginate(document(*(P("x") for _ in range(before)), annex()), theme)
    assert all(blank(theme, page) < 0.23 for page in list(pages)[:-1])


@pytest.mark.parametrize("before", range(30))
def test_a_row_of_a_sixth_of_a_page_is_not_split(theme: Theme, before: int) -> None:
    rows = table("Sentence | Passage", *(f"row {n} | begins {n} {PASSAGE * 3} ends" for n in range(9)), shares=(1, 2))
    pages = paginate(document(*(P("x") for _ in range(before)), rows), theme)
    for page in pages:
        words = " ".join(said(line) for line in lines(page))
        assert words.count("begins") == words.count("ends")


@pytest.mark.parametrize("before", range(0, 30, 3))
def test_some_lines_of_a_split_row_are_on_either_page(theme: Theme, before: int) -> None:
    pages = paginate(document(*(P("x") for _ in range(before)), annex()), theme)
    cells = {line.element for page in pages for line in lines(page) if "begins" in said(line)}
    assert len(cells) == 6
    for page in pages:
        for cell in cells:
            assert len([line for line in lines(page) if line.element == cell]) != 1
    for page in pages:
        own = [said(line) for line in lines(page) if said(line) in ("Sentence", "Passage")]
        again = [said(line) for line in repeated(page) if "of the paper" not in said(line)]
        assert (own, again) in ((["Sentence", "Passage"], []), ([], ["Sentence", "Passage"])) or page is pages[0]


def test_a_page_that_continues_a_row_repeats_its_first_cell(theme: Theme) -> None:
    """Pages of an annex began with the end of a passage, and the cell of its sentence was blank."""
    found: list[str] = []
    for before in range(0, 30, 3):
        for page in paginate(document(*(P("x") for _ in range(before)), annex()), theme):
            again = [line for line in repeated(page) if "of the paper" in said(line)]
            begun = next((line for line in lines(page) if said(line).startswith(("sentence", "begins"))), None)
            first = next((line for line in lines(page) if line.x > page.width / 3), None)
            if first and not said(first).startswith(("begins", "Passage")):  # it goes on with a passage
                assert [said(line).split()[:2] for line in again] in ([], [["sentence", str(_before(begun))]])
                assert all(line.y == first.y for line in again)
                found += ["said" if again else "no room"]
            else:
                assert again == []
    assert found.count("said") > found.count("no room")


def _before(begun: TextLine | None) -> int:
    """The number of the sentence before one that begins on a page, of six."""
    return int(said(begun).split()[1]) - 1 if begun else 5


def test_a_row_is_not_split_if_little_of_the_page_stays_blank(theme: Theme) -> None:
    def parted(before: int) -> bool:
        pages = paginate(document(*(P("x") for _ in range(before)), annex(1)), theme)
        return "begins" in said_on(pages, 0) and "ends" not in said_on(pages, 0)

    assert [before for before in range(40) if parted(before)] == []  # a table of one such row is small


def said_on(pages: Pages, page: int) -> str:
    return " ".join(said(line) for line in lines(pages[page]))


def pictured(before: int) -> Document:
    caption = "Figure 1: What the map shows"
    return document(*(P("x") for _ in range(before)), figure(caption=caption, width=800, height=420), H("Next"), P("y"))


def test_a_picture_is_made_smaller_rather_than_leave_much_of_a_page_blank(theme: Theme) -> None:
    """A map that was a line too high for its page left a quarter of it blank."""
    heights = []
    for before in range(34):
        pages = paginate(pictured(before), theme)
        ((page, picture),) = [
            (n, one) for n, page in enumerate(pages) for one in page.boxes if isinstance(one, PlacedImage)
        ]
        if page == 0:
            heights.append(picture.height)
        elif blank(theme, pages[0]) > 0.1:
            assert blank(theme, pages[0]) < heights[0] * 0.9 / pages.height + 0.1
    assert heights[0] == max(heights)
    assert heights[0] * 0.75 <= min(heights) < heights[0]
    assert heights == sorted(heights, reverse=True)


def test_all_pictures_of_a_page_are_made_smaller_where_one_alone_is_not_enough(theme: Theme) -> None:
    """The third chart of a French paper on letter was too high for what two others had left, by more than may be taken
    from one: two fifths of their page stayed blank."""

    def heights(before: int) -> list[list[float]]:
        maps = (figure(caption=f"Figure {n}: What the map shows", width=800, height=230 + 90 * n) for n in range(3))
        pages = paginate(document(*(P("x") for _ in range(before)), *maps), theme)
        return [[box.height for box in page.boxes if isinstance(box, PlacedImage)] for page in pages]

    found = [heights(before) for before in range(16)]
    ((usual,), together, parted) = (found[0], found[0][0], [those for those in found if len(those[0]) == 2])
    alone = [first for first, *_ in found if len(first) == 3 and first[:2] == usual[:2] and first[2] < usual[2]]
    shared = [first for first, *_ in found if len(first) == 3 and first[0] < usual[0]]
    assert together == usual and alone and shared and parted
    for first in shared:
        (share,) = {round(now / before, 4) for now, before in zip(first, usual, strict=True)}
        assert 0.75 <= share < 1
    assert [those[0] for those in parted] == [usual[:2]] * len(parted)


def test_blocks_are_closer_if_that_saves_a_page_with_little_on_it(theme: Theme) -> None:
    """A note of one page had two lines more on a second one."""

    def note(items: int) -> Document:
        return document(H("One"), P("x"), H("Two"), P("x"), H("Three"), bullets(*["an item"] * items))

    def ends(items: int) -> tuple[int, float]:
        pages = paginate(note(items), theme)
        return len(pages), min(after - before for before, after in heads(pages[0]))

    def heads(page: Page) -> list[tuple[float, float]]:
        at = [line.y for line in lines(page) if said(line) in ("One", "Two", "Three")]
        return [(at[0], at[1]), (at[1], at[2])]

    found = [ends(items) for items in range(24, 48)]
    usual = found[0][1]
    assert {count for count, _ in found} == {1, 2}
    closer = [apart for count, apart in found if apart < usual]
    assert closer and all(count == 1 for count, apart in found if apart < usual)
    assert found[-1] == (2, usual)


@pytest.mark.parametrize("before", range(20, 32))
def test_a_longer_table_starts_where_a_sixth_of_the_page_would_stay_blank(theme: Theme, before: int) -> None:
    """Two rows had room below a paragraph; the table began on the next page and left a fifth of this one blank."""
    rows = (f"criterion {n} | {PASSAGE * 2}" for n in range(15))
    pages = paginate(document(*(P("x") for _ in range(before)), table("Criterion | Means", *rows)), theme)
    assert blank(theme, pages[0]) < 0.17
    assert len([line for line in lines(pages[0]) if said(line).startswith("criterion")]) != 1
