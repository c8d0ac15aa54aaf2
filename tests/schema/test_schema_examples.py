"""The model says of each field what it means, with an example; and the examples are good ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.schema.reading import read, refusal, value

import yaml
from briefgen.core.source import SourceFile
from briefgen.model.describe import describe
from briefgen.model.reading.context import Reading
from briefgen.model.reading.records import read_struct
from briefgen.model.reading.shapes import Choice, Either, Field, Many, Record, Shape, Table, fields_of
from briefgen.model.scenario import Scenario
from briefgen.model.schema import item_lists
from briefgen.yaml.parse import parse


def classes(cls: type[msgspec.Struct], seen: dict[type[msgspec.Struct], None]) -> list[type[msgspec.Struct]]:
    if cls not in seen:
        seen[cls] = None
        for field in fields_of(cls).values():
            for inner in records(field.shape):
                classes(inner, seen)
    return list(seen)


def records(shape: Shape) -> Iterator[type[msgspec.Struct]]:
    match shape:
        case Record(cls=cls):
            yield cls
        case Many(item=inner) | Table(value=inner):
            yield from records(inner)
        case Either(branches=branches):
            for branch in branches:
                yield from records(branch)
        case _:
            pass


FIELDS = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
    for cls in classes(Scenario, {})
    for field in fields_of(cls).values()
]


def is_list_of_files(cls: type[msgspec.Struct], field: Field) -> bool:
    return cls is Scenario and field.key in item_lists()


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_field_says_what_it_means(cls: type[msgspec.Struct], field: Field) -> None:
    words = describe(cls).fields[field.name]
    assert words, "write what it means under the field"
    assert words[0].isupper()
    assert words[-1] in ".:"
    assert len(words) <= 160, "one line is enough"


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_each_word_of_a_choice_says_what_it_means(cls: type[msgspec.Struct], field: Field) -> None:
    meanings = describe(cls).values[field.name]
    shape = field.shape.value if isinstance(field.shape, Table) else field.shape
    words = [str(word) for word in shape.values] if isinstance(shape, Choice) else []
    assert list(meanings) == words
    assert all(meaning and not meaning.endswith(".") for meaning in meanings.values())


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_the_example_of_a_field_is_read(cls: type[msgspec.Struct], field: Field) -> None:
    example = describe(cls).examples[field.name]
    assert example, "end the words under the field with `For example: …`"
    if is_list_of_files(cls, field):
        assert isinstance(value(example), str)  # read in the test of all examples, below
        return
    annotation = next(info.type for info in msgspec.structs.fields(cls) if info.name == field.name)
    alone = msgspec.defstruct("Alone", [(field.key, annotation)], frozen=True)
    tree, faults = parse(SourceFile("example", f"{field.key}: {example}\n"))
    assert (tree is None, faults) == (False, [])
    reading = Reading()
    assert read_struct(tree, alone, reading, "") is not None  # type: ignore[arg-type]
    assert [fault.message for fault in reading.diagnostics] == []


def whole(cls: type[msgspec.Struct]) -> dict[str, Any]:
    """A value that has each of its fields, as the example gives it."""
    return {key: value(describe(cls).examples[field.name]) for key, field in fields_of(cls).items()}


def test_a_scenario_of_all_examples_is_read(tmp_path: Path) -> None:
    for key, cls in item_lists().items():
        file = tmp_path / describe(Scenario).examples[key].replace("*", "one")
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(whole(cls), allow_unicode=True)
        file.write_text(text, encoding="utf-8")
        assert refusal(key, text) == ""
    text = yaml.safe_dump(whole(Scenario), allow_unicode=True)
    assert refusal("scenario", text) == ""
    assert [fault.message for fault in read(text, tmp_path)] == []
