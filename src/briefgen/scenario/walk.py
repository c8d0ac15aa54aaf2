"""Going through a scenario: every prose field and every reference, with the path that names its place.

Which fields hold what is read off the model's annotations, so a field that is added to the model is walked without a
word here.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from briefgen.prose import Label, Prose
from briefgen.scenario.reading.origins import KEY
from briefgen.scenario.reading.shapes import Either, Many, Record, Referring, Shape, Table, fields_of


class Referral(msgspec.Struct, frozen=True):
    """One place that names something else by its id."""

    what: str
    """As in the model's RefTo: `fact`, `option`, `fact or assumption` …"""
    id: str
    path: str


def proses(value: msgspec.Struct) -> Iterator[Prose]:
    """Every prose field below a value, in the order of the model."""
    return (leaf for leaf in _leaves(value, Record(type(value)), "") if isinstance(leaf, Prose))


def labels(value: msgspec.Struct) -> Iterator[Label]:
    """Every label below a value, in the order of the model."""
    return (leaf for leaf in _leaves(value, Record(type(value)), "") if isinstance(leaf, Label))


def referrals(value: msgspec.Struct) -> Iterator[Referral]:
    """Every reference by id below a value, citations in prose aside."""
    return (leaf for leaf in _leaves(value, Record(type(value)), "") if isinstance(leaf, Referral))


def _leaves(value: Any, shape: Shape, path: str) -> Iterator[Prose | Label | Referral]:
    match value, shape:
        case ((Prose() | Label()), _):
            yield value
        case msgspec.Struct(), _:
            for field in fields_of(type(value)).values():
                inner = getattr(value, field.name)
                if inner is not None:
                    yield from _leaves(inner, field.shape, f"{path}.{field.key}" if path else field.key)
        case tuple(), Many(item=item):
            for number, inner in enumerate(value, 1):
                yield from _leaves(inner, item, f"{path}.{getattr(inner, 'id', number)}")
        case Mapping(), Table(key=key, value=entry):
            for name, inner in value.items():
                yield from _leaves(name, key, f"{path}.{name}{KEY}")
                yield from _leaves(inner, entry, f"{path}.{name}")
        case str(), Referring(what=what) if value:
            yield Referral(what, value, path)
        case _, Either(branches=branches) if isinstance(value, str):
            for branch in branches:
                yield from _leaves(value, branch, path)
        case _:
            pass


def waivers(value: msgspec.Struct, path: str = "") -> Iterator[tuple[str, Mapping[str, str]]]:
    """The path and the waivers of every item that may have some; most have none."""
    for field in fields_of(type(value)).values():
        inner = getattr(value, field.name)
        here = f"{path}.{field.key}" if path else field.key
        if field.key == "waive":
            yield path, inner
        elif isinstance(inner, msgspec.Struct):
            yield from waivers(inner, here)
        elif isinstance(inner, tuple):
            for number, item in enumerate(inner, 1):
                if isinstance(item, msgspec.Struct):
                    yield from waivers(item, f"{here}.{getattr(item, 'id', number)}")
        elif isinstance(inner, dict):
            for key, item in inner.items():
                if isinstance(item, msgspec.Struct):
                    yield from waivers(item, f"{here}.{key}")


def markings(value: msgspec.Struct, path: str = "") -> Iterator[tuple[str, str]]:
    """The path and the label of every marking below a value that is given."""
    for field in fields_of(type(value)).values():
        inner = getattr(value, field.name)
        here = f"{path}.{field.key}" if path else field.key
        if field.key == "marking" and inner:
            yield here, inner
        elif isinstance(inner, msgspec.Struct):
            yield from markings(inner, here)
        elif isinstance(inner, tuple):
            for number, item in enumerate(inner, 1):
                if isinstance(item, msgspec.Struct):
                    yield from markings(item, f"{here}.{getattr(item, 'id', number)}")
        elif isinstance(inner, dict):
            for key, item in inner.items():
                if isinstance(item, msgspec.Struct):
                    yield from markings(item, f"{here}.{key}")
