"""Headers and footers of a brief in Word."""

import pytest
from tests.docx.sample import body, said, word
from tests.docx.written import made, part, xpath

from briefgen.document import (
    Heading,
    Running,
)  # fmt: skip
from briefgen.theme import Theme


def test_marking_and_status_stand_on_every_page_and_the_title_from_the_second(theme: Theme, sample: bytes) -> None:
    said_in = {
        name: " ".join(" ".join(xpath(part(sample, f"word/{name}.xml"), "//w:t/text()")).split())
        for name in ("header-first", "header-default", "footer-first", "footer-default")
    }
    title = "Haiti: answering the request for an international force"
    assert said_in == {
        "header-first": "Draft TLP:CLEAR",
        "header-default": f"{title} Draft TLP:CLEAR How the options compare",
        "footer-first": "Options paper · edition 1 · as of 28 October 2022 TLP:CLEAR 1 of 1",
        "footer-default": "Options paper · edition 1 · as of 28 October 2022 TLP:CLEAR 1 of 1",
    }
    styles = part(sample, "word/styles.xml")
    marking = xpath(styles, "//w:style[@w:styleId='BriefMarking']/w:rPr")[0]
    assert xpath(marking, "w:shd/@w:fill") + xpath(marking, "w:color/@w:val") + xpath(marking, "w:sz/@w:val") == [
        "000000", "FFFFFF", "24",
    ]  # fmt: skip


def test_the_marking_never_touches_what_stands_beside_it(theme: Theme, sample: bytes) -> None:
    """In LibreOffice, without our fonts, a footer read “as of 28 October 2022TLP:CLEAR”: the words reached past the tab
    stop in the middle, and a tab beyond its stop has no width."""
    for name in ("header-first", "footer-first", "footer-default"):
        texts = xpath(part(sample, f"word/{name}.xml"), "//w:t/text()")
        assert texts[texts.index("TLP:CLEAR") - 1].isspace(), name


def test_a_long_footer_leaves_the_marking_a_line_of_its_own(theme: Theme) -> None:
    running = Running(footer=(word("A long line " * 6),), marking="TLP:AMBER+STRICT", page="p. {page}")
    footer = part(made(theme, running=running), "word/footer-default.xml")
    assert len(xpath(footer, "w:p")) == 2


@pytest.mark.parametrize(
    ("title", "section", "lines"),
    [
        ("A night bus for Lindby", "Notes", ["A night bus for Lindby · Notes Draft TLP:GREEN"]),
        ("Haiti: answering the request for international troops", "Option: Multinational force", [
            "Haiti: answering the request for international troops Draft TLP:GREEN", "Option: Multinational force",
        ]),
        ("Long " * 20 + "title", "Notes", ["Draft TLP:GREEN", "Long " * 20 + "title · Notes"]),
        ("", "Notes", ["Notes Draft TLP:GREEN"]),
    ],
)  # fmt: skip
def test_a_header_is_parted_where_the_widest_letters_would_break_it(
    theme: Theme, title: str, section: str, lines: list[str]
) -> None:
    """In LibreOffice with DejaVu alone, the marking of Haiti's decision note stood at the head of the text, below the
    line that had no room for it. Where the labels had a line of their own, the title stood close upon the text."""
    running = Running(header=(word(title),) if title else (), marking="TLP:GREEN", status="Draft")
    header = part(made(theme, Heading(1, (word(section),), "x"), running=running), "word/header-default.xml")
    shown = [" ".join(" ".join(xpath(line, ".//w:t/text()")).split()) for line in xpath(header, "w:p")]
    assert shown == lines
    assert len(xpath(header, ".//w:ptab")) == 1


@pytest.mark.parametrize("marking", ["", "TLP:AMBER+STRICT"])
def test_a_page_stands_at_the_right_where_the_middle_is_empty(theme: Theme, marking: str) -> None:
    """In the Spanish briefs LibreOffice set it in the middle: a tab to the right is a plain tab to it, and went to the
    next stop of the style."""
    running = Running(footer=(word("A long line " * 6),), marking=marking, page="p. {page}")
    data = made(theme, running=running)
    stops = xpath(part(data, "word/styles.xml"), "w:style[@w:styleId='Footer']//w:tab[@w:val='center']/@w:pos")
    first, *others = xpath(part(data, "word/footer-default.xml"), "w:p")
    assert xpath(first, ".//w:ptab/@w:alignment") == ["right"]
    assert xpath(first, "w:pPr/w:tabs/w:tab[@w:val='clear']/@w:pos") == stops
    assert [xpath(each, ".//w:tabs") for each in others] == [[]] * bool(marking)


@pytest.mark.parametrize(("section", "distance"), [("Gaps", "800"), ("An issue " * 12, "620")])
def test_a_header_of_two_lines_begins_higher(theme: Theme, section: str, distance: str) -> None:
    """It touched the table below it."""
    running = Running(header=(word("A title of a brief"),), marking="TLP:RED")
    root = part(made(theme, Heading(1, (word(section),), "x"), running=running))
    assert xpath(root, "//w:pgMar/@w:header") == [distance]


def test_the_header_names_the_section_that_the_page_is_in(theme: Theme) -> None:
    """By a field that Word fills for each page; without any heading it would print an error, so then there is none."""
    running = Running(header=(word("Title"),))
    some = part(made(theme, Heading(1, (word("Gaps"),), "gaps"), running=running), "word/header-default.xml")
    assert [code.split() for code in xpath(some, "//w:instrText/text()")] == [["TITLE"], ["STYLEREF", "1"]]
    none = part(made(theme, body(said("x")), running=running), "word/header-default.xml")
    assert [code.split() for code in xpath(none, "//w:instrText/text()")] == [["TITLE"]]


def test_a_heading_without_words_gives_the_header_no_section(theme: Theme) -> None:
    """It is the first of its level, and the section after it is too long for the line."""
    running = Running(header=(word("Title"),), marking="TLP:RED")
    headings = Heading(1, (word(""),), "empty"), Heading(1, (word("An issue " * 12),), "issue")
    root = part(made(theme, *headings, running=running), "word/header-default.xml")
    lines = [" ".join(" ".join(xpath(line, ".//w:t/text()")).split()) for line in xpath(root, "w:p")]
    assert lines == ["Title TLP:RED", ("An issue " * 12).strip()]
