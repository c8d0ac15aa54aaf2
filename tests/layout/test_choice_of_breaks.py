"""Breaks are chosen together: a page ends earlier if that avoids a bad one."""

import pytest
from hypothesis import given
from tests.factory import H, P, document, figure, table
from tests.layout.page_looks import Looks, looks
from tests.layout.page_looks import given as given_of
from tests.layout.reading import said
from tests.layout.test_laws import law
from tests.pdf.brief import brief
from tests.strategies import documents
from tests.stress import STRESS

from briefgen.document import Block, Document, PageBreak
from briefgen.layout import TextLine
from briefgen.layout.filling import Flow
from briefgen.layout.line_boxes import LineBox
from briefgen.layout.page_breaking import BAD_PAGE, choose_breaks, page_cost
from briefgen.layout.pages import first_fit, page_content
from briefgen.theme import Theme

PASSAGE = "A passage of some length, in the words of its source and then in ours, as an annex gives it to its readers. "


def costs(flow: Flow) -> tuple[float, float]:
    """The cost of all pages, filled in order and with chosen breaks."""
    first_guess = sum(page_cost(flow, state.start, end) for state, end in first_fit(flow))
    return first_guess, sum(page.cost for page in choose_breaks(flow))


def never_costs_more(theme: Theme, made: Document) -> None:
    first_guess, cost = costs(Flow(*given_of(made, theme)))
    assert cost <= first_guess + 1e-9


@law
@given(documents())
def test_chosen_pages_never_cost_more_than_filled_ones(theme: Theme, made: Document) -> None:
    never_costs_more(theme, made)


@pytest.mark.parametrize("name", STRESS)
def test_nor_do_those_of_documents_that_break_programs(theme: Theme, name: str) -> None:
    never_costs_more(theme, STRESS[name])


def test_a_brief_costs_less(theme: Theme) -> None:
    first_guess, cost = costs(Flow(*given_of(brief(4), theme)))
    assert cost < first_guess


def before_a_figure(paragraphs: int, *front: Block) -> Document:
    """A table that may be parted and a picture that may not, below some text."""
    rows = (f"row {n} | {PASSAGE}" for n in range(4))
    blocks: list[Block] = [*front, H("One"), *[P(PASSAGE * 3)] * paragraphs, H("Two"), *[P(PASSAGE * 2)] * 6]
    picture = figure(caption="Figure 1: A map", width=800, height=560)
    return document(*blocks, table("Criterion | Means", *rows), picture, P("y"))


def blanks(theme: Theme, made: Document) -> tuple[list[float], list[float]]:
    """What stays blank on the pages that have to go on: filled one after the other, and as they are chosen."""
    flow = Flow(*given_of(made, theme))
    first_guess = [end.blank / flow.height(state.start) for state, end in first_fit(flow) if not end.forced]
    return first_guess, [
        page.end.blank / flow.height(page.state.start) for page in choose_breaks(flow) if not page.end.forced
    ]


def test_a_page_ends_earlier_where_that_leaves_less_blank_on_the_next(theme: Theme) -> None:
    """A fifth of a page stayed blank before a figure, while the page before it was filled to its last line."""
    first_guess, now = blanks(theme, before_a_figure(11, P("A title."), PageBreak()))
    assert len(first_guess) == len(now)
    assert max(first_guess) > 0.18 and max(now) < 0.12


def test_the_first_page_gives_less_for_that(theme: Theme) -> None:
    """The first page of a brief broke its table of options, and stayed a fifth blank, for a better second one."""
    _, now = blanks(theme, before_a_figure(11))
    assert now[0] < 0.07 and now[0] < now[1]


def test_a_page_holds_more_by_adjustments_that_do_not_show(theme: Theme) -> None:
    """The picture had no room on the second page, and three tenths of it stayed blank: now the blocks of the first
    stand a little closer."""
    first_guess, now = blanks(theme, before_a_figure(9))
    assert max(first_guess) > 0.3 and max(now) < 0.05
    ends = [page.end for page in choose_breaks(Flow(*given_of(before_a_figure(9), theme)))]
    assert any(0.85 < end.spacing < 1 or end.shrink for end in ends)


def test_without_bad_pages_no_other_breaks_are_tried(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    flow = Flow(*given_of(document(*[P(PASSAGE * 2)] * 60), theme))
    monkeypatch.setattr("briefgen.layout.page_breaking._Search", None)
    assert [(page.state, page.end) for page in choose_breaks(flow)] == list(first_fit(flow))
    assert max(page.cost for page in choose_breaks(flow)) <= BAD_PAGE


def test_fewer_pages_are_bad_with_chosen_breaks(theme: Theme) -> None:
    """In the figures by which the shipped briefs were judged."""
    filled = now = Looks()
    for paragraphs in range(6, 14):
        line_boxes = given_of(before_a_figure(paragraphs), theme)
        flow, heights = Flow(*line_boxes), (line_boxes.portrait_height, line_boxes.landscape_height)
        first_guess = [page_content(flow, state, end) for state, end in first_fit(flow)]
        pages = [page_content(flow, page.state, page.end) for page in choose_breaks(flow)]
        filled = filled.with_(looks(line_boxes.line_boxes, first_guess, *heights))
        now = now.with_(looks(line_boxes.line_boxes, pages, *heights))
    assert now.pages == filled.pages
    assert now.very_short < filled.very_short and now.blank < filled.blank
    assert now.small <= filled.small and now.lone <= filled.lone


def about_this_paper(front: int) -> Document:
    """Lines of text, a short section whose last words are alike to a page break, and the section behind it."""
    imprint = [H("About this paper"), *(P(f"TextLine {n} of the imprint.") for n in range(5)), P("Reference: X-1")]
    return document(H("One"), *[P("x")] * front, *imprint, H("Notes"), *[P(PASSAGE)] * 20)


def test_no_page_begins_with_the_last_words_of_a_section(theme: Theme) -> None:
    """“Reference: HTI-2022-01” stood alone above the heading “Notes”, at the head of a page."""

    def begins(front: int, choose: bool) -> str:
        flow = Flow(*given_of(about_this_paper(front), theme))
        pages = choose_breaks(flow) if choose else list(first_fit(flow))
        return first_words(flow, pages[1][0].start)

    alone = [front for front in range(18, 30) if begins(front, choose=False).startswith("Reference")]
    assert alone
    assert [front for front in alone if begins(front, choose=True).startswith("Reference")] == []


def first_words(flow: Flow, at: int) -> str:
    return next(said(box) for box in flow.line_boxes[at].boxes if isinstance(box, TextLine))


@pytest.mark.parametrize("before", range(12, 24, 2))
def test_a_table_of_two_rows_is_not_split_below_half_a_page(theme: Theme, before: int) -> None:
    """One row of a screening stood at the foot of a page, the other at the head of the next."""
    rows = (f"criterion {n} | {PASSAGE * 4}" for n in range(2))
    screening = table("Criterion | Means", *rows, shares=(1, 2), caption="Table 1: What an option must pass")
    made = document(*[P("x")] * before, H("Two"), screening, *[P(PASSAGE)] * 30)
    flow = Flow(*given_of(made, theme))
    for page in choose_breaks(flow)[:-1]:
        assert not flow.line_boxes[page.end.at - 1].page_foot


def test_notes_may_go_on_after_the_last_line() -> None:
    lines = [LineBox(400.0), LineBox(200.0), LineBox(300.0, notes=(1,))]
    chosen = choose_breaks(Flow(lines, {1: [LineBox(20.0)] * 24}, 700.0, 700.0))
    assert chosen[-1].state.start == len(lines)
    assert chosen[-1].state.carried_notes
