"""The model says of each field what it means, with an example; and the examples are good ones."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.schema.reading import read, refusal, value

import yaml
from briefgen.core.source import SourceFile
from briefgen.model.reading.context import Reading
from briefgen.model.reading.reader import read_struct
from briefgen.model.scenario import Scenario, item_lists
from briefgen.schema import ChoiceType, Field, MapType, StructType, all_structs, field_docs, fields_of
from briefgen.yaml.parse import parse

FIELDS = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
    for cls in all_structs(StructType(Scenario))
    for field in fields_of(cls).values()
]


def is_list_of_files(cls: type[msgspec.Struct], field: Field) -> bool:
    return cls is Scenario and field.name in item_lists()


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_field_says_what_it_means(cls: type[msgspec.Struct], field: Field) -> None:
    words = field_docs(cls)[field.name].summary
    assert words, "write what it means under the field"
    assert words[0].isupper()
    assert words[-1] in ".:"
    assert len(words) <= 160, "one line is enough"


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_each_word_of_a_choice_says_what_it_means(cls: type[msgspec.Struct], field: Field) -> None:
    meanings = field_docs(cls)[field.name].choices
    chosen = field.type.value if isinstance(field.type, MapType) else field.type
    words = [str(word) for word in chosen.values] if isinstance(chosen, ChoiceType) else []
    assert list(meanings) == words
    assert all(meaning and not meaning.endswith(".") for meaning in meanings.values())


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_the_example_of_a_field_is_read(cls: type[msgspec.Struct], field: Field) -> None:
    example = field_docs(cls)[field.name].example
    assert example, "end the words under the field with `For example: …`"
    if is_list_of_files(cls, field):
        assert isinstance(value(example), str)  # read in the test of all examples, below
        return
    annotation = next(info.type for info in msgspec.structs.fields(cls) if info.name == field.name)
    alone = msgspec.defstruct("Alone", [(field.name, annotation)], frozen=True)
    tree, faults = parse(SourceFile("example", f"{field.name}: {example}\n"))
    assert (tree is None, faults) == (False, [])
    reading = Reading()
    assert read_struct(tree, alone, reading, "") is not None  # type: ignore[arg-type]
    assert [fault.message for fault in reading.diagnostics] == []


def whole(cls: type[msgspec.Struct]) -> dict[str, Any]:
    """A value that has each of its fields, as the example gives it."""
    return {name: value(docs.example) for name, docs in field_docs(cls).items()}


def test_a_scenario_of_all_examples_is_read(tmp_path: Path) -> None:
    for key, cls in item_lists().items():
        file = tmp_path / field_docs(Scenario)[key].example.replace("*", "one")
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(whole(cls), allow_unicode=True)
        file.write_text(text, encoding="utf-8")
        assert refusal(key, text) == ""
    text = yaml.safe_dump(whole(Scenario), allow_unicode=True)
    assert refusal("scenario", text) == ""
    assert [fault.message for fault in read(text, tmp_path)] == []
