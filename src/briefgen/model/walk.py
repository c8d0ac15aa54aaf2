"""Going through a scenario: every text, reference, marking and waiver, with the path that names its place.

Which fields hold what is read off the model's annotations, so that a field that is added to the model is walked too.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from briefgen import schema
from briefgen.markup.marking import written
from briefgen.markup.model import Label, Prose
from briefgen.model.marking import scheme_of
from briefgen.model.reading.context import KEY
from briefgen.model.scenario import Scenario
from briefgen.schema import branch_of, fields_of


class Value(NamedTuple):
    """A value within a Struct: of a field, an item of a list, or a key or value of a mapping."""

    path: str
    value: Any
    type: schema.SchemaType
    field: schema.Field | None
    """None for items and entries."""


class Referral(msgspec.Struct, frozen=True):
    """One place that names something else by its id."""

    what: str
    """The target of the model's `ReferenceType`: `fact`, `option`, `fact or assumption` …"""
    id: str
    path: str


def proses(value: msgspec.Struct) -> Iterator[Prose]:
    """Every prose field below a value, in the order of the model."""
    return (each.value for each in values(value) if isinstance(each.value, Prose))


def labels(value: msgspec.Struct) -> Iterator[Label]:
    """Every label below a value, in the order of the model."""
    return (each.value for each in values(value) if isinstance(each.value, Label))


def texts(value: msgspec.Struct) -> Iterator[Prose | Label]:
    """Both: all that an author wrote for readers."""
    yield from proses(value)
    yield from labels(value)


def optional(value: msgspec.Struct) -> Iterator[str]:
    """The path of every prose field below a value that is given and may be left out."""
    for each in values(value):
        if isinstance(each.value, Prose) and each.field and not each.field.required:
            yield each.path


def paths(found: Iterable[Prose | Label]) -> set[str]:
    """The path of each in each of its languages: `issue.en`."""
    return {f"{text.path}.{lang}" for text in found for lang in text.texts}


def referrals(value: msgspec.Struct) -> Iterator[Referral]:
    """Every reference by id below a value, citations in prose aside."""
    for each in values(value):
        if isinstance(each.type, schema.ReferenceType) and each.value:
            yield Referral(each.type.target, each.value, each.path)


def markings(value: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """The path and the label of every marking below a value that is given."""
    return ((each.path, each.value) for each in _fields_named("marking", value) if each.value)


def given_markings(scenario: Scenario) -> Iterator[str]:
    """Every label that pieces and spans of a scenario give; what audiences may see is no piece of it."""
    scheme = scheme_of(scenario)
    yield from (label for path, label in markings(scenario) if not path.startswith("audiences."))
    for text in texts(scenario):
        for words in text.texts.values():
            if "{" in words:
                yield from filter(None, map(scheme.of_span, written(words)))


def waivers(value: msgspec.Struct) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The path and the waivers of every item that may have some; most have none."""
    return ((each.path.rpartition(".")[0], each.value) for each in _fields_named("waive", value))


def _fields_named(name: str, value: msgspec.Struct) -> Iterator[Value]:
    return (each for each in values(value) if each.field and each.field.name == name)


def values(value: msgspec.Struct) -> tuple[Value, ...]:
    """Every value that is given below a Struct, in the order of the model."""
    return _values(_Identity(value))


class _Identity:
    """A Struct compared by identity: its contents need not be hashable, and comparing them takes as long as a walk."""

    def __init__(self, value: msgspec.Struct) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.value is other.value


@lru_cache(maxsize=8)  # rules walk the same scenario many times, and a value does not change
def _values(root: _Identity) -> tuple[Value, ...]:
    return tuple(_within(root.value, schema.StructType(type(root.value)), ""))


def _within(value: Any, kind: schema.SchemaType, path: str) -> Iterator[Value]:
    match kind:
        case schema.StructType():
            cls: type[msgspec.Struct] = type(value)
            for field in fields_of(cls).values():
                here = f"{path}.{field.name}" if path else field.name
                yield from _value(here, getattr(value, field.name), field.type, field)
        case schema.ListType(item=item):
            for number, held in enumerate(value, 1):
                yield from _value(f"{path}.{getattr(held, 'id', number)}", held, item)
        case schema.MapType(key=key, value=entry):
            for name, held in value.items():
                yield Value(f"{path}.{name}{KEY}", name, key, None)
                yield from _value(f"{path}.{name}", held, entry)
        case _:
            pass


def _value(path: str, value: Any, kind: schema.SchemaType, field: schema.Field | None = None) -> Iterator[Value]:
    if value is not None:
        given = branch_of(kind, value) if isinstance(kind, schema.UnionType) else kind
        yield Value(path, value, given, field)
        yield from _within(value, given, path)
