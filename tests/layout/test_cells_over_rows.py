"""A cell that spans rows, such as a sentence next to its facts: where a page may break.

Once, such rows stood on one page or were cut between their lines: half a page stayed blank above some, and others lost
their rules and stood beside the wrong passage.
"""

from itertools import pairwise

import pytest
from tests.factory import C, P, document
from tests.layout.reading import blank, lines, repeated, said

from briefgen.document import Cell, Column, Document, Row, Table
from briefgen.layout import Fill, Page, Pages, paginate
from briefgen.theme import Theme

FACT = "A fact with words enough to fill some lines of its cell, so that its row is as high as one of an annex. " * 2


def sentence_on(facts: int, words: str = "The sentence.") -> Table:
    """A sentence beside its facts, and each fact beside its passage."""
    rows = [Row((C(f"fact {number} {FACT}"), C(f"passage {number}"))) for number in range(facts)]
    whole = Cell((P(words),), header=True, rowspan=facts)
    head = Row((C("Sentence", header=True), C("Rests on", header=True), C("Passage", header=True)))
    return Table((), (head,), (Row((whole, *rows[0].cells)), *rows[1:]))


def after(lines_before: int, *tables: Table) -> Document:
    return document(*(P("x") for _ in range(lines_before)), *tables)


def numbers(page: Page, word: str) -> list[str]:
    """Which facts, or passages, begin on a page."""
    return [said(line).split()[1] for line in lines(page) if said(line).startswith(f"{word} ")]


@pytest.mark.parametrize("before", range(0, 30, 3))
def test_a_page_breaks_between_its_rows_rather_than_stay_blank(theme: Theme, before: int) -> None:
    pages = paginate(after(before, sentence_on(9)), theme)
    for page in list(pages)[:-1]:
        assert blank(theme, page) < 0.22
        assert numbers(page, "fact") == numbers(page, "passage")


def test_as_many_rows_as_a_page_holds_are_together(theme: Theme) -> None:
    pages = paginate(after(30, sentence_on(3)), theme)
    assert [numbers(page, "fact") for page in pages] == [[], ["0", "1", "2"]]


def test_its_content_is_repeated_on_the_next_page(theme: Theme) -> None:
    first, second, *_ = paginate(after(0, sentence_on(16)), theme)
    assert "The sentence." in [said(line) for line in lines(first)]
    assert "The sentence." not in [said(line) for line in repeated(first)]
    (again,) = [line for line in repeated(second) if said(line) == "The sentence."]
    (fact,) = [line for line in lines(second) if said(line).startswith(f"fact {numbers(second, 'fact')[0]} ")]
    assert again.y == fact.y


def test_it_is_not_repeated_without_room_next_to_the_next_row(theme: Theme) -> None:
    """It would run into the sentence below, if there were one; but what stands beside it may be several rows."""
    words = "A sentence of many words, more than there is room for beside a single fact. " * 10
    rows: dict[bool, set[int]] = {True: set(), False: set()}
    for before in range(0, 40, 2):
        _, *later = paginate(after(before, sentence_on(9, words)), theme)
        for page in later:
            if not any(line.x < page.width / 4 for line in lines(page)):  # nothing but what goes on
                again = [line for line in repeated(page) if said(line) not in ("Sentence", "Rests on", "Passage")]
                rows[bool(again)].add(len(numbers(page, "fact")))
                assert not again or again[-1].y + again[-1].height < max(line.y + line.height for line in lines(page))
    assert min(rows[True]) > max(rows[False], default=0) and rows[False]


def test_a_repeated_cell_stays_within_its_own_rows(theme: Theme) -> None:
    """Two cells over rows that overlap; once, the words of the upper one ran into what stands below it."""
    for before in range(10, 30):
        rows = (
            Row((C("Upper. " * 9, header=True, rowspan=2), C(f"fact 0 {FACT * 5}"))),
            Row((C(f"fact 1 {FACT * 5}", rowspan=2),)),
            Row((C("Below it. " * 9, header=True),)),
        )
        pages = paginate(after(before, Table((Column(share=0.2), Column(share=0.8)), (), rows)), theme)
        for page in pages:
            boxes = [line for line in (*lines(page), *repeated(page)) if line.x < page.width / 5]
            for above, below in pairwise(sorted(boxes, key=lambda line: line.y)):
                assert below.y >= above.y + above.height - 0.05


def test_no_break_divides_its_own_words(theme: Theme) -> None:
    words = "A sentence of many words, more than there is room for beside a single fact. " * 6
    for before in range(20):
        pages = paginate(after(before, sentence_on(9, words)), theme)
        on = {at for at, page in enumerate(pages) for line in lines(page) if pages.elements[line.element].tag == "TH"
              and not said(line).startswith(("Sentence", "Rests", "Passage"))}  # fmt: skip
        assert len(on) == 1


def test_its_shade_ends_with_the_rows_of_each_page(theme: Theme) -> None:
    table = sentence_on(16)
    shaded = Cell((P("The sentence."),), header=True, rowspan=16, ground="tint")
    table = Table((), table.head, (Row((shaded, *table.body[0].cells[1:])), *table.body[1:]))
    pages: Pages = paginate(after(0, table), theme)
    for page in pages:
        fills = [box for box in page.boxes if isinstance(box, Fill) and box.ink == theme.inks["tint"]]
        bottom = max(line.y + line.height for line in lines(page))
        assert fills and max(fill.y + fill.height for fill in fills) == pytest.approx(bottom, abs=8)
