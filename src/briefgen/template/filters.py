"""The filters of templates: they choose, order and list; they do not make words."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from briefgen.prose import Label, Prose
from briefgen.prose.language import choose
from briefgen.template.sentence import Series

TESTS = ("defined", "none", "eq", "==", "equalto", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "in",
         "odd", "even", "string", "number")  # fmt: skip
"""The tests that templates may use, by their names in Jinja."""

KEEPING = frozenset({"selectattr", "rejectattr", "sort"})
"""Filters whose result is as their input."""
PICKING = frozenset({"first", "last", "find"})
"""Filters that give one element of their input, or none."""

_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda value, other: bool(value == other),
    "!=": lambda value, other: bool(value != other),
    "in": lambda value, other: value in other,
}


def bound_to(lang: str) -> dict[str, Callable[..., object]]:
    """All filters by name, for a language to order words in."""

    def sort(items: Iterable[object], attribute: str | None = None, reverse: bool = False) -> list[object]:
        def key(item: object) -> object:
            return _sortable(item if attribute is None else _attribute(item, attribute), lang)

        return sorted(items, key=key, reverse=reverse)  # type: ignore[arg-type]  # a TypeError is told

    return {
        "find": find, "first": first, "items": items, "join": join, "last": last, "length": length, "map": attributes,
        "rejectattr": reject, "selectattr": select, "sort": sort,
    }  # fmt: skip


NAMES = frozenset({"find", "first", "items", "join", "last", "length", "map", "rejectattr", "selectattr", "sort"})
"""The names of all filters."""


def find(items: Iterable[object], value: object, attribute: str = "id") -> object:
    """The element whose id (or other attribute) is this, or none."""
    return next((item for item in items if _attribute(item, attribute) == value), None)


def first(items: Iterable[object]) -> object:
    """The first element, or none."""
    return next(iter(items), None)


def last(items: Sequence[object]) -> object:
    """The last element, or none."""
    return items[-1] if items else None


def length(items: Sequence[object]) -> int:
    """How many there are."""
    return len(items)


def items(mapping: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """Keys and values, for `for key, value in`."""
    return tuple(mapping.items())


def attributes(items: Iterable[object], attribute: str) -> list[object]:
    """One attribute of each element."""
    return [_attribute(item, attribute) for item in items]


def join(items: Iterable[object], separator: str | None = None) -> Series:
    """A list in a sentence, or with a separator between."""
    return Series(tuple(items), separator)


def select(items: Iterable[object], attribute: str, test: str | None = None, value: object = None) -> list[object]:
    """The elements whose attribute is there and not empty, or compares so with the value (`==`, `!=`, `in`)."""
    return [item for item in items if _holds(_attribute(item, attribute), test, value)]


def reject(items: Iterable[object], attribute: str, test: str | None = None, value: object = None) -> list[object]:
    """The other elements."""
    return [item for item in items if not _holds(_attribute(item, attribute), test, value)]


def _holds(found: object, test: str | None, value: object) -> bool:
    if test is None:
        return bool(found)
    if test not in _COMPARED:
        raise ValueError(f"`{test}` is no comparison; write ==, != or in")
    return _COMPARED[test](found, value)


def _attribute(item: object, name: str) -> object:
    """An attribute by its dotted name; of a mapping, the value of a key."""
    for part in name.split("."):
        if part.startswith("_"):
            raise ValueError(f"`{part}` is private")
        item = item.get(part) if isinstance(item, Mapping) else getattr(item, part) if item is not None else None
    return item


def _sortable(value: object, lang: str) -> tuple[int, Any]:
    """Empty last; words without regard to case; numbers and dates as they are."""
    match value:
        case None:
            return 1, ""
        case Label(texts=texts) | Prose(texts=texts):
            return 0, texts.get(choose(texts, lang) or "", "").casefold()
        case str():
            return 0, value.casefold()
        case bool() | int() | float() | dt.date():
            return 0, value
        case _:
            raise TypeError(f"a {type(value).__name__} cannot be sorted; name an attribute")
