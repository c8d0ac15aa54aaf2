"""Going through a scenario: every prose field and every reference, with the path that names its place.

Which fields hold what is read off the model's annotations, so a field that is added to the model is walked without a
word here.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

import msgspec

from briefgen.markup.marking import written
from briefgen.markup.model import Label, Prose
from briefgen.model.marking import scheme_of
from briefgen.model.reading.context import KEY
from briefgen.model.reading.shapes import Either, Many, Record, Referring, Shape, Table, Words, Writing, fields_of
from briefgen.model.scenario import Scenario


class Referral(msgspec.Struct, frozen=True):
    """One place that names something else by its id."""

    what: str
    """As in the model's RefTo: `fact`, `option`, `fact or assumption` …"""
    id: str
    path: str


def proses(value: msgspec.Struct) -> Iterator[Prose]:
    """Every prose field below a value, in the order of the model."""
    return iter(_leaves(value, Prose))


def labels(value: msgspec.Struct) -> Iterator[Label]:
    """Every label below a value, in the order of the model."""
    return iter(_leaves(value, Label))


def optional(value: msgspec.Struct, prefix: str = "") -> Iterator[str]:
    """The path of every prose field below a value that is given and may be left out."""
    for field in fields_of(type(value)).values():
        held, path = getattr(value, field.name), f"{prefix}.{field.key}" if prefix else field.key
        if isinstance(held, Prose):
            if not field.required:
                yield path
            continue
        inner = (
            [(path, held)] if isinstance(held, msgspec.Struct)
            else [(f"{path}.{getattr(each, 'id', at)}", each) for at, each in enumerate(held, 1)]
            if isinstance(held, tuple)
            else [(f"{path}.{name}", each) for name, each in held.items()] if isinstance(held, Mapping)
            else []
        )  # fmt: skip
        for here, each in inner:
            if isinstance(each, msgspec.Struct):
                yield from optional(each, here)


def texts(value: msgspec.Struct) -> Iterator[Prose | Label]:
    """Both: all that an author wrote for readers."""
    yield from proses(value)
    yield from labels(value)


def paths(found: Iterable[Prose | Label]) -> set[str]:
    """The path of each in each of its languages: `issue.en`."""
    return {f"{text.path}.{lang}" for text in found for lang in text.texts}


def referrals(value: msgspec.Struct) -> Iterator[Referral]:
    """Every reference by id below a value, citations in prose aside."""
    return iter(_leaves(value, Referral))


Leaf = TypeVar("Leaf", Prose, Label, Referral)

_SHAPES: Mapping[type, type] = {Writing: Prose, Words: Label, Referring: Referral}
"""The shape of a field → what a walk makes of its value."""


class _Same:
    """A value known by what it is, not by what it holds: to compare two scenarios takes as long as to walk one."""

    __slots__ = ("value",)

    def __init__(self, value: msgspec.Struct) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def _leaves(value: msgspec.Struct, wanted: type[Leaf]) -> tuple[Leaf, ...]:
    return _walked(_Same(value), wanted)


@lru_cache(maxsize=8)  # rules walk the same scenario many times, and a value does not change
def _walked(same: _Same, wanted: type[Any]) -> tuple[Any, ...]:
    """All of one kind below a value. What cannot hold any is not entered."""
    out: list[Any] = []
    _gather(same.value, Record(type(same.value)), "", wanted, out)
    return tuple(out)


def _gather(value: Any, shape: Shape, path: str, wanted: type[Leaf], out: list[Any]) -> None:
    match shape:
        case Record():
            cls: type[msgspec.Struct] = type(value)
            for name, key, inner in _fields_holding(cls, wanted):
                held = getattr(value, name)
                if held is not None:
                    _gather(held, inner, f"{path}.{key}" if path else key, wanted, out)
        case Writing() | Words():
            out.append(value)
        case Referring(what=what):
            if value:
                out.append(Referral(what, value, path))
        case Many(item=item):
            for number, held in enumerate(value, 1):
                _gather(held, item, f"{path}.{getattr(held, 'id', number)}", wanted, out)
        case Table(key=key, value=entry):
            for name, held in value.items():
                if _may_hold(key, wanted):
                    _gather(name, key, f"{path}.{name}{KEY}", wanted, out)
                if _may_hold(entry, wanted):
                    _gather(held, entry, f"{path}.{name}", wanted, out)
        case Either(branches=branches):
            for branch in branches:
                if isinstance(branch, Record) == isinstance(value, msgspec.Struct) and _may_hold(branch, wanted):
                    _gather(value, branch, path, wanted, out)
        case _:
            pass


@cache
def _fields_holding(cls: type[msgspec.Struct], wanted: type) -> tuple[tuple[str, str, Shape], ...]:
    """Name, key and shape of each field of a class below which there may be what is wanted."""
    return tuple(
        (field.name, field.key, field.shape) for field in fields_of(cls).values() if _may_hold(field.shape, wanted)
    )


def _may_hold(shape: Shape, wanted: type) -> bool:
    match shape:
        case Record(cls=cls):
            return bool(_fields_holding(cls, wanted))
        case Many(item=item):
            return _may_hold(item, wanted)
        case Table(key=key, value=entry):
            return _may_hold(key, wanted) or _may_hold(entry, wanted)
        case Either(branches=branches):
            return any(_may_hold(branch, wanted) for branch in branches)
        case _:
            return _SHAPES.get(type(shape)) is wanted


def markings(value: msgspec.Struct) -> Iterator[tuple[str, str]]:
    """The path and the label of every marking below a value that is given."""
    for path, label in _held_under("marking", value, ""):
        if label:
            yield f"{path}.marking" if path else "marking", label


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
    return _held_under("waive", value, "")


def _held_under(wanted: str, value: msgspec.Struct, path: str) -> Iterator[tuple[str, Any]]:
    """The path of every item that may have a key, and what it gives there."""
    for name, key in _fields_with(type(value), wanted):
        inner = getattr(value, name)
        here = f"{path}.{key}" if path else key
        if key == wanted:
            yield path, inner
            continue
        match inner:
            case msgspec.Struct():
                yield from _held_under(wanted, inner, here)
            case tuple():
                for number, item in enumerate(inner, 1):
                    if isinstance(item, msgspec.Struct):
                        yield from _held_under(wanted, item, f"{here}.{getattr(item, 'id', number)}")
            case Mapping():
                for entry, item in inner.items():
                    if isinstance(item, msgspec.Struct):
                        yield from _held_under(wanted, item, f"{here}.{entry}")


@cache
def _fields_with(cls: type[msgspec.Struct], wanted: str) -> tuple[tuple[str, str], ...]:
    """Name and key of each field of a class that is the wanted one, or below which there may be one."""
    return tuple(
        (field.name, field.key)
        for field in fields_of(cls).values()
        if field.key == wanted or _may_have(field.shape, wanted)
    )


def _may_have(shape: Shape, wanted: str) -> bool:
    match shape:
        case Record(cls=cls):
            return bool(_fields_with(cls, wanted))
        case Many(item=item) | Table(value=item):
            return _may_have(item, wanted)
        case Either(branches=branches):
            return any(_may_have(branch, wanted) for branch in branches)
        case _:
            return False
