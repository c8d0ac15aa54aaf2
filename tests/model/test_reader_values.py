"""A good file becomes the model's values, and each value knows its place."""

import datetime as dt

import msgspec
import pytest
from tests.model.model_of_tests import GOOD, Cell, Option, Paper, Passage, Range

from briefgen.core.source import SourceFile
from briefgen.markup.model import Label, Prose
from briefgen.model.reading.context import Reading
from briefgen.model.reading.reader import read_struct
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Node


def node(text: str, name: str = "f.yaml") -> Node:
    tree, faults = parse(SourceFile(name, text))
    assert faults == []
    assert tree is not None
    return tree


@pytest.fixture
def reading() -> Reading:
    return Reading(language="en")


@pytest.fixture
def paper(reading: Reading) -> Paper:
    paper = read_struct(node(GOOD), Paper, reading, "")
    assert reading.diagnostics == []
    assert paper is not None
    return paper


def test_a_good_file_is_read(paper: Paper) -> None:
    assert paper.title == Label("title", {"en": "What to do"})
    assert paper.deadline == dt.date(2022, 10, 28)
    assert paper.edition.number == 2
    assert paper.threshold == 50
    assert paper.waive == {"long-quote": "It is short enough."}
    none, team = paper.options
    assert none.name.texts == {"en": "No action", "fr": "Ne rien faire"}
    assert none.baseline
    assert none.summary is None
    assert team.summary == Prose(
        "options.assessment-team.summary",
        "factual",
        {"en": "Ottawa sends a team [@team-agreed]. It goes [@team-agreed] soon.\n"},
    )
    assert team.cells["us-relations"] == Cell(4.0, "moderate", ("team-agreed",))
    assert team.cells["relief"].score == Range(1, 3)
    assert team.cells["cost"] == Cell()  # a key alone is an empty cell
    assert paper.facts[0].statement.texts == {"en": "Ottawa's team is agreed."}


def test_texts_stay_as_they_are_written(paper: Paper) -> None:
    assert paper.facts[0].evidence == (Passage("article", "a team is agreed", "12"), Passage("article", "no"))


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("title", "What to do"),
        ("title.en", "What to do"),
        ("deadline", "2022-10-28"),
        ("edition.number", "2"),
        ("options.no-action.name", "{en: No action, fr: Ne rien faire}"),
        ("options.no-action.name.fr", "Ne rien faire"),
        ("options.assessment-team.id", "assessment-team"),
        ("options.assessment-team.cells.us-relations.score", "4"),
        ("options.assessment-team.cells.us-relations.basis.1", "team-agreed"),
        ("options.assessment-team.cells.relief.score.high", "3"),
        ("facts.team-agreed.evidence.2.quote", "no"),
        ("waive.long-quote", "It is short enough."),
    ],
)
def test_each_value_knows_its_place(paper: Paper, reading: Reading, path: str, written: str) -> None:
    assert reading.origins[path].text == written


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("title.fr", (1, 8)),  # no such language: the field
        ("options.no-action.cells.x.score", (6, 5)),  # no such cell: its option
    ],
)
def test_the_place_of_what_is_not_there(paper: Paper, reading: Reading, path: str, place: tuple[int, int]) -> None:
    span = reading.origins.at(path)
    assert span is not None
    assert (span.line, span.column) == place


def test_a_path_that_is_not_known_leads_to_the_whole_file(paper: Paper, reading: Reading) -> None:
    span = reading.origins.at("nothing.like.this")
    assert span is not None
    assert (span.line, span.column) == (1, 1)
    assert Reading().origins.at("nothing") is None


def test_the_language_of_the_scenario_is_that_of_its_texts() -> None:
    reading = Reading(language="fr")
    option = read_struct(node("id: a\nname: Ne rien faire"), Option, reading, "options.a")
    assert option is not None
    assert option.name.texts == {"fr": "Ne rien faire"}
    assert reading.origins["options.a.name.fr"].text == "Ne rien faire"


def test_numbers_and_truths_may_be_texts(reading: Reading) -> None:
    option = read_struct(node("id: 007\nname: true\nsummary: 12"), Option, reading, "options.007")
    assert reading.diagnostics == []
    assert option is not None
    assert (option.id, option.name.texts, option.summary and option.summary.texts) == (
        "007",
        {"en": "true"},
        {"en": "12"},
    )


@pytest.mark.parametrize("written", ["", "~", "null", "''", '" "', ">\n"])
def test_an_optional_field_may_be_left_empty(reading: Reading, written: str) -> None:
    option = read_struct(node(f"id: a\nname: A\nsummary: {written}\nbaseline:\ncells: {{}}\n"), Option, reading, "o")
    assert reading.diagnostics == []
    assert option == Option("a", Label("o.name", {"en": "A"}))


def test_what_is_sound_is_read(reading: Reading) -> None:
    text = "id: a\nname: A\nbaseline: perhaps\ncells:\n  x: {score: 1}\n  y: {score: many}\ncolour: red\n"
    option = read_struct(node(text), Option, reading, "o")
    assert option is not None
    assert not option.baseline
    assert option.cells == {"x": Cell(1.0), "y": Cell()}
    assert reading.lost == ["o.baseline", "o.cells.y.score"]
    assert [each.code for each in reading.diagnostics] == ["wrong-type", "wrong-type", "unknown-key"]


def test_what_has_no_id_is_dropped_and_a_text_that_is_missing_is_replaced(reading: Reading) -> None:
    paper = read_struct(node("title: T\noptions: [{id: a, name: A}, {id: b}, {name: C}]"), Paper, reading, "")
    assert paper is not None
    assert [(option.id, option.name.texts) for option in paper.options] == [("a", {"en": "A"}), ("b", {"en": "…"})]
    assert reading.lost == ["options.b.name", "options.3.id", "options.3"]


@pytest.mark.parametrize("annotation", [complex, Prose], ids=["complex", "prose of no kind"])
def test_an_annotation_that_the_reader_does_not_know_is_an_error_of_the_model(annotation: type) -> None:
    odd = msgspec.defstruct("Odd", [("field", annotation)], frozen=True)
    with pytest.raises(TypeError, match="no value can be read"):
        read_struct(node("field: 1"), odd, Reading(), "")
