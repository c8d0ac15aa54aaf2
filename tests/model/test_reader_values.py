"""A good file becomes the model's values, and each value knows its place."""

import datetime as dt

import msgspec
import pytest
from tests.model.model_of_tests import GOOD, Cell, Option, Paper, Passage, Range

from briefgen.core.source import SourceFile
from briefgen.markup.model import Label, Prose
from briefgen.model.reading.context import Reading
from briefgen.model.reading.records import read_item, read_items, read_struct
from briefgen.model.reading.shapes import shape_of
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


def test_a_list_may_come_from_several_files(reading: Reading) -> None:
    first = read_items(node("- {id: a, name: A}\n- {id: b, name: B}", "one.yaml"), Option, reading, "options")
    second = read_item(node("id: c\nname: C\n", "two.yaml"), Option, reading, "options")
    assert first is not None
    assert second is not None
    assert [option.id for option in (*first, second)] == ["a", "b", "c"]
    assert reading.origins["options.c.name"].file.name == "two.yaml"
    assert read_item(node("id: a\nname: A again\n", "three.yaml"), Option, reading, "options") is None
    assert [fault.message for fault in reading.diagnostics] == [
        "The id `a` is given twice; it first stands on line 1 of one.yaml."
    ]


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


def test_salvage_builds_what_is_sound() -> None:
    text = "id: a\nname: A\nbaseline: perhaps\ncells:\n  x: {score: 1}\n  y: {score: many}\ncolour: red\n"
    strict, kind = Reading(), Reading(salvage=True)
    tree = node(text)
    assert read_struct(tree, Option, strict, "o") is None
    option = read_struct(tree, Option, kind, "o")
    assert strict.diagnostics == kind.diagnostics
    assert option is not None
    assert not option.baseline
    assert option.cells == {"x": Cell(1.0), "y": Cell()}
    assert kind.lost == ["o.baseline", "o.cells.y.score"]


def test_salvage_drops_what_has_no_id_and_replaces_a_text_that_is_missing() -> None:
    reading = Reading(salvage=True)
    items = read_items(node("- {id: a, name: A}\n- {id: b}\n- {name: C}\n"), Option, reading, "options")
    assert items is not None
    assert [(option.id, option.name.texts) for option in items] == [("a", {"en": "A"}), ("b", {"en": "…"})]
    assert reading.lost == ["options.b.name", "options.3.id", "options.3"]


def test_an_annotation_that_the_reader_does_not_know_is_a_fault_of_the_model() -> None:
    class Odd(msgspec.Struct):
        field: complex

    with pytest.raises(TypeError, match="complex"):
        read_struct(node("field: 1"), Odd, Reading(), "")
    with pytest.raises(TypeError):
        shape_of(Prose)  # of which kind?
