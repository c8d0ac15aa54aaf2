"""How paragraphs are broken into lines."""

import pytest
from tests.factory import P, R, T, document, table
from tests.layout.reading import lines, painted, said, shown

from briefgen.document import LineBreak, NoteMark, Paragraph
from briefgen.layout import Pages, paginate
from briefgen.theme import Theme

WORDS = "interdepartmental responsibilities " * 3


def first(theme: Theme, text: str) -> list[str]:
    return shown(paginate(document(P(text), notes=["One.", "Two."]), theme), "P")[0]


def test_words_are_set_in_the_order_and_with_the_spaces_of_the_author(theme: Theme) -> None:
    pages = paginate(document(P("One  *two*, **three**.  ")), theme)
    assert [said(line) for line in lines(pages[0])] == ["One two, three."]


def test_a_line_ends_before_the_margin_and_not_a_word_too_early(theme: Theme) -> None:
    pages = paginate(document(P("brief " * 60)), theme)
    text = theme.page.left, pages.width - theme.page.right
    for line in lines(pages[0])[:-1]:
        assert text[0] == line.x
        assert text[1] - 30 < line.x + line.width <= text[1]


def test_lines_end_with_a_space_where_a_word_ends(theme: Theme) -> None:
    """So that a reader who cannot see does not hear two words as one."""
    pages = paginate(document(P("brief " * 60)), theme)
    *most, last = lines(pages[0])
    assert all(painted(line).endswith("brief ") for line in most)
    assert painted(last).endswith("brief")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("x" * 70 + " " + "12\u202f%", "12\u202f%"),
        ("x" * 70 + " " + "Mr\u00a0Henry", "Mr\u00a0Henry"),
        ("x" * 68 + " " + "word^1", "word1"),
        ("x" * 66 + " " + "word^1^2", "word1 2"),
        ("x" * 71 + " " + "2022-10-28", "2022-10-28"),
        ("x" * 72 + " " + "[▲]{sign} Canada", "▲ Canada"),
    ],
)
def test_what_belongs_together_stays_on_one_line(theme: Theme, text: str, together: str) -> None:
    for filler in range(12):
        pages = paginate(document(P("i" * filler + " " + text), notes=["One.", "Two."]), theme)
        found = [said(line).replace("\u2011", "-") for line in lines(pages[0])]
        assert any(together in line for line in found), found


def test_a_hyphen_between_letters_ends_a_line(theme: Theme) -> None:
    found = first(theme, "well-known-and-long-established " * 6)
    assert any(line.endswith("-") for line in found)
    assert "".join(found).replace(" ", "") == ("well-known-and-long-established" * 6)


def test_an_address_longer_than_a_line_is_divided_without_a_hyphen(theme: Theme) -> None:
    address = "https://example.org/" + "a" * 200
    assert "".join(first(theme, address)) == address


def test_a_word_longer_than_its_column_is_divided_by_the_rules_of_its_language(theme: Theme) -> None:
    narrow = table("A | B", "a | interdepartmental", shares=(0.84, 0.16))
    pages = paginate(document(narrow), theme)
    cell = [line for line in lines(pages[0]) if pages.elements[line.element].tag == "TD"]
    assert [painted(line) for line in cell] == ["interdepart-", "mental"]
    assert [said(line) for line in cell] == ["interdepart\u00ad", "mental"]
    assert [line.runs[0].actual_text for line in cell] == ["interdepartmental", ""]


def test_no_word_is_divided_where_it_fits_on_a_line_of_its_own(theme: Theme) -> None:
    assert not any(line.endswith("-") for line in first(theme, WORDS * 4))


def test_a_forced_line_end_ends_the_line(theme: Theme) -> None:
    pages = paginate(document(Paragraph((R("one"), LineBreak(), R("two")))), theme)
    assert [said(line) for line in lines(pages[0])] == ["one ", "two"]


def test_a_mark_never_opens_a_line_even_after_a_space(theme: Theme) -> None:
    for count in range(60, 90):
        pages = paginate(document(P("n" * 5 + " n" * count + " ^1"), notes=["One."]), theme)
        found = [line for line in lines(pages[0]) if pages.elements[line.element].tag == "P"]
        assert not any(line.runs[0].style.rise for line in found)


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("plain", ["SourceSerifPro-Regular.ttf"]),
        ("a ∴ b", ["SourceSerifPro-Regular.ttf", "DejaVuSans.ttf", "SourceSerifPro-Regular.ttf"]),
        ("*▲ up*", ["DejaVuSans.ttf", "SourceSerifPro-It.ttf"]),
        ("**b**", ["SourceSerifPro-Semibold.ttf"]),
        ("[x]{code}", ["SourceSansPro-Regular.ttf"]),
        ("[x]{strong emphasis}", ["SourceSerifPro-SemiboldIt.ttf"]),
    ],
)
def test_each_character_is_set_in_a_font_that_has_it(theme: Theme, text: str, fonts: list[str]) -> None:
    pages = paginate(document(P(text)), theme)
    assert [run.style.font for run in lines(pages[0])[0].runs] == fonts


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "日本", "\ue000", "\x01", "\ud800", "\u0378"])
def test_what_no_font_can_paint_is_a_box_that_says_what_it_was(theme: Theme, text: str) -> None:
    (line,) = lines(_one(theme, text))
    assert set(painted(line)) == {"□"} and said(line) == text and line.runs[0].style.boxed


def _one(theme: Theme, text: str):  # type: ignore[no-untyped-def]
    pages: Pages = paginate(document(P(text)), theme)
    return pages[0]


def test_capitals_are_painted_and_the_words_stay(theme: Theme) -> None:
    pages = paginate(document(P("Straße und Übung", "label")), theme)
    (line,) = lines(pages[0])
    assert painted(line) == "STRAẞE UND ÜBUNG" and said(line) == "Straße und Übung"


def test_inlines_of_the_factory() -> None:
    assert [type(inline).__name__ for inline in T("a *b* **c** [d](#e) ^2.3")] == [
        "Run", "Run", "Run", "Run", "Run", "Link", "Run", "NoteMark",
    ]  # fmt: skip


@pytest.mark.parametrize("letters", range(60, 110))
def test_the_mark_of_a_note_is_no_part_of_a_word_that_lines_divide(theme: Theme, letters: int) -> None:
    """A word beyond measure ended at the end of a line, and its mark stood on the next: “words2” was heard."""
    mark = NoteMark(1, 1)
    block = Paragraph((R("x" * letters), mark, R(" end")))
    pages = paginate(document(block, notes=("Source.",)), theme)
    told = [run.actual_text for line in lines(pages[0]) for run in line.runs if run.actual_text]
    assert all(set(each) == {"x"} for each in told), told
