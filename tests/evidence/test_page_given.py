"""The page that an author gives for a passage, against where it stands."""

from pathlib import Path

import pytest
from tests.evidence.small import verified, write

PAGED = "The last bus leaves at ten.\n\fThe tram leaves\n\fat eleven. Nobody rides at noon.\n\f"
LINES = "The last bus leaves at ten.\n\nThe tram leaves\nat eleven. Nobody rides at noon.\n"
BUS, TRAM, NOON = "last bus leaves", "tram leaves at eleven", "Nobody rides at noon"


def told(folder: Path, text: str, *given: tuple[str, str]) -> list[tuple[str, str, str]]:
    """What is said of each `page`: its words, the message, the hint."""
    quotes = {f"f{number}": {"quote": quote, "page": page} for number, (quote, page) in enumerate(given)}
    _, diagnostics = verified(write(folder, text, quotes, redistribution="allowed"))
    assert {(item.severity, item.code) for item in diagnostics} <= {("warning", "page-not-of-passage")}
    return [(item.span.text if item.span else "", item.message, item.hint) for item in diagnostics]


@pytest.mark.parametrize(
    "page", ["1", "p. 1", "pp. 1-2", "1–2", "page 1", "S. 1", "", "par. 4", "Annex B, 7", "printed 9"]
)
def test_a_page_that_is_right_or_that_the_text_does_not_know_is_no_news(page: str, tmp_path: Path) -> None:
    assert told(tmp_path, PAGED, (BUS, page)) == []


def test_another_page_is_told_with_the_right_one(tmp_path: Path) -> None:
    assert told(tmp_path, PAGED, (BUS, "1"), (NOON, "p. 2")) == [
        (
            "p. 2",
            "In the text of `survey` this passage stands on page 3.",
            'Write page: "3"; or, if that page bears another number in print, `printed 2`.',
        )
    ]


@pytest.mark.parametrize("page", ["2", "3", "1–2", "2-3"])
def test_a_passage_that_goes_over_the_page_is_on_both(page: str, tmp_path: Path) -> None:
    assert told(tmp_path, PAGED, (TRAM, page)) == []
    assert len(told(tmp_path, PAGED, (TRAM, "1"))) == 1


def test_numbers_that_are_all_off_by_the_same_are_those_in_print(tmp_path: Path) -> None:
    assert told(tmp_path, PAGED, (BUS, "11"), (TRAM, "12"), (NOON, "p. 13")) == []
    assert len(told(tmp_path, PAGED, (BUS, "11"), (NOON, "14"))) == 2


def test_two_passages_of_one_page_do_not_show_what_is_in_print(tmp_path: Path) -> None:
    assert len(told(tmp_path, PAGED, (TRAM, "7"), ("tram leaves", "7"))) == 2


def test_a_text_without_pages_knows_its_lines(tmp_path: Path) -> None:
    assert told(tmp_path, LINES, (BUS, "line 1"), (TRAM, "line 3"), (TRAM, "line 4"), (NOON, "7")) == []
    [(words, message, hint)] = told(tmp_path, LINES, (NOON, "line 2"))
    assert (words, hint) == ("line 2", "Write page: line 4")
    assert message == "In the text of `survey` this passage stands on line 4."


def test_each_language_of_a_page_is_looked_at(tmp_path: Path) -> None:
    quotes = {"f": {"quote": NOON, "page": {"en": "line 4", "fr": "ligne 2"}}}
    _, [diagnostic] = verified(write(tmp_path, LINES, quotes, redistribution="allowed"))
    assert diagnostic.span is not None
    assert (diagnostic.span.text, diagnostic.hint) == ("ligne 2", "Write page: ligne 4")


def test_nothing_is_said_of_a_text_that_is_not_the_registered_one(tmp_path: Path) -> None:
    quotes = {"f": {"quote": BUS, "page": "7"}}
    _, diagnostics = verified(write(tmp_path, PAGED, quotes, redistribution="allowed", sha256="0" * 64))
    assert [item.code for item in diagnostics] == ["text-changed"]
