"""What is on which page."""

import pytest
from tests.factory import H, P, R, T, box, bullets, document, figure, table
from tests.layout.reading import lines, repeated, said, shown

from briefgen.document import Block, Contents, Item, List, PageBreak, Paragraph, Reference, TitleBlock, TitleEntry
from briefgen.layout import Fill, paginate
from briefgen.theme import Theme

LINE = "These words fill a line of the text from its left end to the right one, more or less, and a little. "
"""About 1.2 lines of the text."""


def tags(pages, page: int) -> list[str]:  # type: ignore[no-untyped-def]
    return [pages.elements[line.element].tag for line in lines(pages[page])]


def test_a_document_without_words_is_one_page(theme: Theme) -> None:
    assert len(paginate(document(), theme)) == 1


@pytest.mark.parametrize("before", range(36, 48))
def test_at_least_two_lines_of_a_paragraph_stand_together(theme: Theme, before: int) -> None:
    pages = paginate(
        document(*(P("x") for _ in range(before // 2)), P(LINE * 4), P(LINE * 4), P(LINE * 4), P(LINE * 4)), theme
    )
    for page in pages:
        found = lines(page)
        for element in {line.element for line in found}:
            here = [line for line in found if line.element == element]
            everywhere = [line for other in pages for line in lines(other) if line.element == element]
            assert len(here) >= 2 or len(everywhere) == 1


@pytest.mark.parametrize("before", range(24, 34))
@pytest.mark.parametrize("after", ["text", "table", "list"])
def test_a_heading_is_never_the_last_thing_on_a_page(theme: Theme, before: int, after: str) -> None:
    follower = {
        "text": P(LINE * 3),
        "table": table("A | B", *["one | two"] * 30, caption="Table 1: What follows"),
        "list": bullets("one", "two", "three"),
    }[after]
    pages = paginate(document(*(P("x") for _ in range(before)), H("Section"), H("Part", 2), follower), theme)
    for number, page in enumerate(pages):
        last = lines(page)[-1]
        assert pages.elements[last.element].tag not in ("H1", "H2", "H3", "Caption", "TH") or number == len(pages) - 1


@pytest.mark.parametrize("before", range(26, 34))
def test_a_paragraph_that_opens_a_list_stands_with_it(theme: Theme, before: int) -> None:
    """“Taken as given, without evidence:” stood at the foot of a page, and what was taken so on the next."""
    opens = P("Taken as given:")
    pages = paginate(document(*(P("x") for _ in range(before)), opens, bullets(*[LINE * 4] * 4)), theme)
    assert all(said(lines(page)[-1]).strip() != "Taken as given:" for page in pages)


def test_the_head_of_a_table_stands_on_each_of_its_pages(theme: Theme) -> None:
    pages = paginate(document(table("Party | Position", *["Canada | supports"] * 90)), theme)
    assert len(pages) > 2
    for number, page in enumerate(pages):
        again = [said(line) for line in repeated(page)]
        assert again == ([] if number == 0 else ["Party", "Position"])
        assert len([tag for tag in tags(pages, number) if tag == "TD"]) > 10


@pytest.mark.parametrize("before", range(8, 22))
def test_no_row_stands_alone_above_or_below_a_break(theme: Theme, before: int) -> None:
    """Once, the table of the parties stood with one row at the foot of a page and the other twelve on the next."""
    rows = [f"row {n} | {LINE * 3}" for n in range(9)]
    pages = paginate(
        document(*(P("x") for _ in range(before)), table("Row | Words", *rows, caption="Table 1: Rows")), theme
    )
    on_page = [len([line for line in lines(page) if said(line).startswith("row ")]) for page in pages]
    assert sum(on_page) == len(rows)
    assert 1 not in on_page


@pytest.mark.parametrize("before", range(20, 32))
def test_what_stands_together_is_parted_only_where_much_of_the_page_would_stay_blank(theme: Theme, before: int) -> None:
    """Once, a table of two rows left half a page blank above it, since a small table was never broken."""
    rows = [f"row {n} | {LINE * 5}" for n in range(2)]
    pages = paginate(document(*(P("x") for _ in range(before)), table("Row | Words", *rows)), theme)
    ends = max(line.y + line.height for line in lines(pages[0]))
    blank = (pages.height - theme.page.bottom - ends) / (pages.height - theme.page.top - theme.page.bottom)
    on_page = [len([line for line in lines(page) if said(line).startswith("row ")]) for page in pages]
    assert blank < 0.3 or on_page[0] == 2
    assert on_page in ([2], [0, 2], [1, 1])


@pytest.mark.parametrize("before", range(24, 36))
def test_a_note_is_not_parted_from_its_first_or_last_line(theme: Theme, before: int) -> None:
    """Once, where a note is cited from stood alone at the head of a page."""
    items = tuple(Item((P("fact"), P("passage"), P("caution", "small"), P("cited", "small")), str(n)) for n in range(9))
    pages = paginate(document(*(P("x") for _ in range(before)), List(items, role="notes", ordered=True)), theme)
    for page in pages:
        found = [said(line) for line in lines(page) if said(line) in ("fact", "passage", "caution", "cited")]
        assert not found or (found[0] in ("fact", "caution") and found[-1] in ("passage", "cited"))


@pytest.mark.parametrize("before", range(20, 32))
def test_a_note_of_a_few_lines_stands_whole(theme: Theme, before: int) -> None:
    items = tuple(Item((P("fact"), P("passage"), P("caution", "small"), P("cited", "small")), str(n)) for n in range(9))
    pages = paginate(document(*(P("x") for _ in range(before)), List(items, role="notes", ordered=True)), theme)
    for page in pages:
        found = [said(line) for line in lines(page) if said(line) in ("fact", "cited")]
        assert not found or (found[0], found[-1]) == ("fact", "cited")


@pytest.mark.parametrize("before", range(20, 32))
def test_a_remark_in_a_list_does_not_begin_a_page(theme: Theme, before: int) -> None:
    """Once, how likely a judgement was stood alone at the head of a page, and the reliability of a source."""
    items = tuple(Item((P("judgement"), P("likelihood", "small"))) for _ in range(40))
    pages = paginate(document(*(P("x") for _ in range(before)), List(items)), theme)
    assert len(pages) > 1
    for page in pages[1:]:
        assert next(said(line) for line in lines(page) if said(line) in ("judgement", "likelihood")) == "judgement"


@pytest.mark.parametrize("before", range(20, 32))
def test_a_table_does_not_begin_with_few_low_rows_at_the_foot_of_a_page(theme: Theme, before: int) -> None:
    """Once, a table of seven criteria began with two of them, under a title and a head as high as both."""
    rows = [f"row {n} | x" for n in range(25)]
    pages = paginate(document(*(P("x") for _ in range(before)), table("Row | Words", *rows)), theme)
    on_page = [len([line for line in lines(page) if said(line).startswith("row ")]) for page in pages]
    assert sum(on_page) == len(rows)
    assert on_page[0] == 0 or on_page[0] >= 5
    assert on_page[-1] >= 3


@pytest.mark.parametrize("before", range(20, 32))
def test_a_heading_does_not_end_a_page_with_a_single_line(theme: Theme, before: int) -> None:
    """Once, an option began with one line at the foot of a page."""
    pages = paginate(document(*(P("x") for _ in range(before)), H("Option"), P("one"), P("two"), P("three")), theme)
    assert [said(line) for line in lines(pages[0])][-2:] != ["Option", "one"]


def test_a_row_is_not_divided(theme: Theme) -> None:
    pages = paginate(document(table("A | B", *[f"row {n} | {LINE * 5}" for n in range(20)])), theme)
    for page in pages:
        heads = sum(1 for line in lines(page) if said(line).startswith("row"))
        assert len({line.element for line in lines(page) if pages.elements[line.element].tag == "TD"}) == heads


def test_a_row_higher_than_a_page_goes_on_to_the_next(theme: Theme) -> None:
    pages = paginate(document(table("A | B", f"high | {LINE * 160}")), theme)
    assert len(pages) > 2 and all(lines(page) for page in pages)
    words = "".join(said(line) for page in pages for line in lines(page) if pages.elements[line.element].tag == "TD")
    assert words.split() == (LINE * 160).split()


def test_a_note_stands_at_the_foot_of_the_page_of_its_mark(theme: Theme) -> None:
    paragraphs = [P(f"{LINE * 3}Cited.^{n}") for n in range(1, 30)]
    pages = paginate(document(*paragraphs, notes=[f"Note {n}." for n in range(1, 30)]), theme)
    assert len(pages) > 2
    for n in range(1, 30):
        assert pages.anchor_pages[f"note-{n}"] == pages.anchor_pages[f"cite-{n}-1"]
    for number, page in enumerate(pages, 1):
        notes = [name for name, at in pages.places.items() if name.startswith("note-") and at.page == number]
        text_ends = max(line.y for line in lines(page) if "Cited" in said(line) or LINE[:5] in said(line))
        assert all(pages.places[name].y > text_ends for name in notes)


@pytest.mark.parametrize(
    "holder",
    [
        lambda text: box("Title", P(text)),
        lambda text: bullets("one", text),
        lambda text: table("A | B", f"one | {text}"),
        lambda text: table("A | B", "one | two", key=text),
        lambda text: table("A | B", "one | two", caption=f"Table 1: {text}"),
        lambda text: table(f"A | {text}", "one | two"),
        lambda text: figure(caption=f"Figure 1: {text}"),
        lambda text: H(text, anchor="h"),
        lambda text: TitleBlock(T("Kind"), T(text), T("Why?"), (TitleEntry(T("By"), T("x")),)),
        lambda text: TitleBlock(T("Kind"), T("Title"), T("Why?"), (TitleEntry(T("By"), T(text)),)),
    ],
)
def test_a_mark_sets_its_note_wherever_it_stands(theme: Theme, holder) -> None:  # type: ignore[no-untyped-def]
    pages = paginate(document(holder("cited^1"), P("Again.^1.2"), notes=["The source."]), theme)
    assert [said(line) for line in lines(pages[0])].count("The source.") == 1
    assert pages.anchor_pages["note-1"] == 1
    assert pages.places["note-1"].y > pages.places["cite-1-2"].y


def test_a_note_too_long_for_its_page_runs_on(theme: Theme) -> None:
    pages = paginate(document(P("Cited.^1"), P("After."), notes=[LINE * 120]), theme)
    assert len(pages) > 1
    assert pages.anchor_pages["note-1"] == 1
    words = [said(line) for page in pages for line in lines(page)]
    assert sum(word.count("These") for word in words) == 120
    assert any("After." in word for word in words)


def test_notes_stand_under_a_quarter_of_a_hairline(theme: Theme) -> None:
    pages = paginate(document(P("Cited.^1"), notes=["The source."]), theme)
    (rule,) = [fill for fill in pages[0].boxes if isinstance(fill, Fill)]
    measure = pages.width - theme.page.left - theme.page.right
    assert rule.width == pytest.approx(measure / 4) and rule.ink == theme.inks["hairline"]


def test_a_page_break_begins_a_page_and_two_are_one(theme: Theme) -> None:
    found = shown(paginate(document(PageBreak(), P("one"), PageBreak(), PageBreak(), P("two"), PageBreak()), theme))
    assert found == [["one"], ["two"]]


@pytest.mark.parametrize(("over", "pages"), [(0, 2), (2, 2), (0.6, 3)])
def test_a_page_break_leaves_no_page_nearly_blank_behind_what_ran_over(theme: Theme, over: float, pages: int) -> None:
    """The first page of a French paper ran over by two rows, and the break behind it left the rest of page 2 blank."""
    full = next(n for n in range(20, 80) if len(paginate(document(*(P("x") for _ in range(n + 1))), theme)) == 2)
    words = full + int(over * full if 0 < over < 1 else over)
    found = shown(paginate(document(*(P("x") for _ in range(words)), PageBreak(), P("next")), theme))
    assert len(found) == pages
    assert found[-1][-1] == "next"


def test_the_contents_name_the_pages_of_the_headings(theme: Theme) -> None:
    sections = [
        block for n in range(12) for block in (H(f"Section {n}"), PageBreak(), H(f"Part {n}", 2), H("Deep", 3, f"d{n}"))
    ]
    pages = paginate(document(Contents(T("Contents"), 2), *sections), theme)
    entries = [said(line) for page in pages for line in lines(page) if pages.elements[line.element].tag == "Link"]
    assert entries[:3] == ["Section 0 1", "Part 0 2", "Section 1 2"]
    assert entries[-1] == f"Part 11 {pages.anchor_pages['part-11']}"
    assert not any("Deep" in entry for entry in entries)


def test_lists_of_tables_and_figures_name_their_pages(theme: Theme) -> None:
    inner = table("A", "b", caption="Table 2: Inner", anchor="two")
    pages = paginate(
        document(
            Contents(T("Tables"), of="tables"), Contents(T("Figures"), of="figures"), PageBreak(),
            table("A", "b", caption="Table 1: First", anchor="one"), table("A", "no caption"), PageBreak(),
            box("Box", inner), figure(caption="Figure 1: A field", anchor="field"),
        ),
        theme,
    )  # fmt: skip
    entries = [said(line) for line in lines(pages[0]) if pages.elements[line.element].tag == "Link"]
    assert entries == ["Table 1 · First 2", "Table 2 · Inner 3", "Figure 1 · A field 3"]


def test_page_numbers_in_the_contents_end_at_the_right_margin(theme: Theme) -> None:
    blocks = [block for n in range(11) for block in (PageBreak(), H(f"Section {n}"))]
    pages = paginate(document(Contents(T("Contents")), *blocks), theme)
    ends = {round(line.runs[-1].x + line.runs[-1].width, 2) for line in lines(pages[0])[1:]}
    assert ends == {round(pages.width - theme.page.right, 2)}


def test_dots_lead_from_an_entry_of_the_contents_to_its_page(theme: Theme) -> None:
    pages = paginate(document(Contents(T("Contents")), PageBreak(), H("Short"), H("A longer heading")), theme)
    dots = [box for box in pages[0].boxes if isinstance(box, Fill) and box.dotted]
    entries = lines(pages[0])[1:]
    assert len(dots) == len(entries) == 2
    for dot, line in zip(dots, entries, strict=True):
        words, number = line.runs
        assert words.x + words.width < dot.x < dot.x + dot.width < number.x


def test_no_dots_stand_where_an_entry_reaches_its_page(theme: Theme) -> None:
    lengths = range(60, 85)
    pages = paginate(document(Contents(T("Contents")), PageBreak(), *(H("n" * length) for length in lengths)), theme)
    ends = [line.runs[-1] for page in pages for line in lines(page)]
    numbers = [run for run in ends if run.text.isdecimal()]
    dots = [found for page in pages for found in page.boxes if isinstance(found, Fill) and found.dotted]
    assert 0 < len(dots) < len(numbers)
    for found in dots:
        assert found.width > 0
        assert found.x + found.width < min(number.x for number in numbers)


def test_a_reference_is_filled_with_the_page_and_what_follows_moves_up(theme: Theme) -> None:
    text = Paragraph((R("See page "), Reference("target", "?"), R(", please.")))
    pages = paginate(document(text, PageBreak(), H("Target")), theme)
    (line,) = lines(pages[0])
    assert said(line) == "See page 2, please."
    *_, number, rest = line.runs
    assert rest.x == pytest.approx(number.x + number.width)


def test_a_reference_to_nothing_prints_its_text(theme: Theme) -> None:
    pages = paginate(document(Paragraph((R("See "), Reference("nowhere", "below"), R(".")))), theme)
    assert shown(pages) == [["See below."]]


def test_places_are_known_for_whoever_needs_them(theme: Theme) -> None:
    pages = paginate(
        document(
            H("One"), PageBreak(), table("A", "b", anchor="t"), PageBreak(), figure(anchor="f"), P("x^1"), notes=["n"]
        ),
        theme,
    )
    assert pages.anchor_pages == {"one": 1, "t": 2, "f": 3, "cite-1-1": 3, "note-1": 3}


def test_the_text_stands_off_from_the_key_of_a_table_as_from_a_table(theme: Theme) -> None:
    """Once, the text behind a key stood nearer to it than to a table without one, and looked like more of the key."""

    def gap(key: str) -> float:
        (page,) = paginate(document(table("A | B", "one | two", key=key), P("text")), theme)
        *_, last, text = lines(page)
        return text.y - last.y - last.height

    padding = theme.table.pad_bottom
    assert gap("the key") == pytest.approx(gap("") - padding, abs=0.6)


def test_text_after_a_list_is_as_far_from_it_as_from_a_paragraph(theme: Theme) -> None:
    """Items are closer to each other, so the last one looked like the beginning of what follows."""

    def gap(*before: Block) -> float:
        *_, last, after = lines(paginate(document(*before, P("After.")), theme)[0])
        return after.y - last.y - last.height

    assert gap(bullets("one", "two")) == pytest.approx(gap(P("one")))
    first, second, _ = lines(paginate(document(bullets("one", "two"), P("After.")), theme)[0])[-3:]
    assert second.y - first.y - first.height < gap(bullets("one"))
