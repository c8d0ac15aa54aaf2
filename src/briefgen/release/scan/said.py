"""A scenario → all that it says, each with what it is; and the words of a stretch of it."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import msgspec

from briefgen.prose import Label, Prose
from briefgen.scenario.model import Scenario
from briefgen.scenario.model.option import Range
from briefgen.scenario.reading.shapes import (
    Choice,
    Either,
    Identifier,
    Many,
    Record,
    Referring,
    Shape,
    Table,
    fields_of,
)

What: TypeAlias = Literal["id", "name", "text", "day"]
"""`name`: what an item is called; `text`: all other words, and figures."""

_CITED = re.compile(r"\[@[^\[\]]*+\]")
_SPAN = re.compile(r"\]\{[^{}]*\}")

_NEVER_PRINTED = frozenset({"waive", "rules"})


class Said(msgspec.Struct, frozen=True):
    """One text of a scenario, in one language."""

    what: What
    text: str
    day: dt.date | None = None


def said(record: msgspec.Struct) -> Iterator[Said]:
    """All that a record of the model and those within it say; what is chosen from a list of the program is left out.
    So is why its author waives a rule: no brief says that, so it makes no word known."""
    for field in fields_of(type(record)).values():
        if field.name not in _NEVER_PRINTED:
            yield from _of(getattr(record, field.name), field.shape)


def keys() -> frozenset[str]:
    """All keys of the files of a scenario, and what is chosen from lists: a brief carries such files."""
    found: set[str] = set()
    seen: set[type] = set()
    waiting: list[Shape] = [Record(Scenario)]
    while waiting:
        match waiting.pop():
            case Record(cls=cls) if cls not in seen:
                seen.add(cls)
                found.update(field.key for field in fields_of(cls).values())
                waiting.extend(field.shape for field in fields_of(cls).values())
            case Many(item=inner):
                waiting.append(inner)
            case Table(key=key, value=inner):
                waiting += [key, inner]
            case Either(branches=branches):
                waiting.extend(branches)
            case Choice(values=values):
                found.update(map(str, values))
            case _:
                pass
    return frozenset(found)


def measured(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Number and unit, as a brief says them together: of a cell, or of an end of a scale. They stand in two places."""
    for criterion in scenario.criteria:
        scale = criterion.scale
        cells = (option.assessments.get(criterion.id) for option in scenario.options)
        scores = [cell.score for cell in cells if cell and cell.score is not None]
        for unit in scale.unit.texts.values() if scale.unit else ():
            for score in (scale.low, scale.high, *scores):
                if isinstance(score, Range):
                    yield f"{_number(score.low)}–{_number(score.high)}", unit
                else:
                    yield _number(score), unit


def readings(text: str) -> tuple[str, ...]:
    """A text as readers see it, and as it is written where that is another."""
    plain = _SPAN.sub("]", _CITED.sub(" ", text))
    return (text,) if plain == text else (plain, text)


def _of(value: Any, shape: Shape) -> Iterator[Said]:
    match value:
        case None | bool():
            return
        case Label():
            yield from (Said("name", text) for text in value.texts.values())
        case Prose():
            yield from (Said("text", text) for text in value.texts.values())
        case dt.date():
            yield Said("day", value.isoformat(), value)
        case int() | float():
            yield Said("text", _number(value))
        case str():
            if not isinstance(shape, Choice):
                yield Said("id" if isinstance(shape, Identifier | Referring) else "text", value)
        case msgspec.Struct():
            yield from said(value)
        case _:
            yield from _within(value, shape)


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e5 else f"{value:.0f}"


def _within(value: Any, shape: Shape) -> Iterator[Said]:
    match shape:
        case Many(item=item):
            for each in value:
                yield from _of(each, item)
        case Table(key=key, value=entry):
            for name, each in value.items():
                yield from _of(name, key)
                yield from _of(each, entry)
        case Either(branches=branches):
            for branch in branches:
                if not isinstance(branch, Record):
                    yield from _of(value, branch)
        case _:
            return
