"""The schema and the reader agree, whatever slip turns a good scenario into."""

import tempfile
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.hypothesis_profiles import examples
from tests.scenarios import filled, tree
from tests.schema.reading import read, refusal

import yaml

TOKENS: list[Any] = [
    None, "x", "x", "Not an Id", 0, 12, -1, 1.5, True, False, "2022-02-28", "2022-13-01", [], {}, ["a"], [None], [{}],
    {"en": "x"}, {"english": "x"}, {"en": None}, {"x": 1}, {"id": "a"}, "two\nlines", "low", "stated", "x" * 65,
    {"low": 1, "high": 2},
]  # fmt: skip

KEYS = ["surprise", "Id", "id", "name", "text", "score", "en", "12"]

ONLY_THE_READER_KNOWS = {"duplicate-id", "not-a-date", "missing-file", "outside-boundary", "not-a-file"}
"""Codes of what no schema can say: two ids alike, 30 February, what is not in the folder."""


def scenario(random: Random) -> Any:
    return filled(tree(random), lambda leaf: random.choice(["Some words.", "1", "Yes; no", "true", "2022"]))


def slip(value: Any, random: Random) -> None:
    """Changes one thing, anywhere."""
    places = list(inner(value))
    holder = random.choice(places)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key = random.choice(keys) if keys else None
    match random.choice(["replace", "replace", "rename", "delete", "add"]):
        case "replace" if key is not None:
            holder[key] = random.choice(TOKENS)
        case "rename" if isinstance(holder, dict) and key is not None:
            holder[random.choice(KEYS)] = holder.pop(key)
        case "delete" if key is not None:
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder[random.choice(KEYS)] = random.choice(TOKENS)
        case "add":
            holder.append(random.choice(TOKENS))


def inner(value: Any) -> list[Any]:
    """Every mapping and list in a value, itself too."""
    if isinstance(value, dict):
        return [value, *(each for item in value.values() for each in inner(item))]
    if isinstance(value, list):
        return [value, *(each for item in value for each in inner(item))]
    return []


def agree(seed: int, folder: Path) -> None:
    random = Random(seed)
    values = scenario(random)
    for _ in range(random.randint(1, 2)):
        slip(values, random)
    text = written(values)
    place, faults = refusal("scenario", text), read(text, folder)
    if place:
        assert faults, f"the schema refuses {place}, and the reader takes it:\n{text}"
    else:
        unknown = [fault for fault in faults if fault.code not in ONLY_THE_READER_KNOWS]
        assert not unknown, f"the reader refuses what the schema takes: {unknown}\n{text}"


def written(values: Any) -> str:
    return str(yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


@examples(0.25)
@given(st.integers(0, 2**32))
def test_what_is_made_from_the_model_is_taken(seed: int) -> None:
    assert refusal("scenario", written(scenario(Random(seed)))) == ""


@examples(0.5)
@given(st.integers(0, 2**32))
def test_they_agree(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        agree(seed, Path(folder))


def test_a_blank_text_in_quotes_is_refused_by_the_schema_alone(tmp_path: Path) -> None:
    """To the reader it says nothing, like a key without a value; an editor may say that it was hardly meant."""
    text = "title: A\nquestion: B?\ndecision_maker: C\noptions: [{id: a, name: A}]\nreference: ' '\n"
    assert refusal("scenario", text) == "reference"
    assert read(text, tmp_path) == []
