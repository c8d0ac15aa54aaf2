"""The shape of values, taken from their types: what a template may ask of them."""

import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal, TypeAlias, Union, get_args, get_origin

import msgspec


class Record(msgspec.Struct, frozen=True):
    """A value with named fields. They are looked up when asked for: types may refer to themselves."""

    type: type


class Many(msgspec.Struct, frozen=True):
    """A list of values."""

    element: "Shape"


class Keyed(msgspec.Struct, frozen=True):
    """Values by key."""

    element: "Shape"


class Either(msgspec.Struct, frozen=True):
    """One of several; what one of them has may be asked for, and a template tells them apart with `if`."""

    shapes: "tuple[Shape, ...]"


class Function(msgspec.Struct, frozen=True):
    """Something to call, and what it gives."""

    result: "Shape"


class Words(msgspec.Struct, frozen=True):
    """Something to print, without parts: prose, a label, a number, a date, blocks."""

    name: str


class Unknown(msgspec.Struct, frozen=True):
    """Nothing is known, so nothing is checked."""


Shape: TypeAlias = Record | Many | Keyed | Either | Function | Words | Unknown

_PRINTED_WHOLE = ("briefgen.document", "briefgen.markup")
"""Structs of these packages are printed as they are; a template does not look inside them."""


def shape_of(annotation: object) -> Shape:
    """The shape of the values of a type: msgspec Structs and dataclasses, tuples and lists, dicts, unions, scalars."""
    if isinstance(annotation, typing.NewType):
        return shape_of(annotation.__supertype__)
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        return shape_of(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _either(get_args(annotation))
    if origin is Literal:
        return Words("word")
    if origin is not None:
        return _generic(origin, get_args(annotation))
    if isinstance(annotation, type):
        return _plain(annotation)
    return Unknown()


def fields(record: Record) -> Mapping[str, Shape]:
    """The fields and properties of a record, by name."""
    return _fields(record.type)


def printable(shape: Shape) -> bool:
    """Whether a value of this shape can stand in braces."""
    match shape:
        case Words() | Unknown():
            return True
        case Many(element=Words(name=name)):
            return name == "piece"
        case Many(element=Either(shapes=shapes)):
            return all(isinstance(each, Words) and each.name == "piece" for each in shapes)
        case Either(shapes=shapes):
            return any(printable(each) for each in shapes)
        case _:
            return False


def _either(options: tuple[object, ...]) -> Shape:
    shapes = tuple(dict.fromkeys(shape_of(option) for option in options if option is not type(None)))
    return shapes[0] if len(shapes) == 1 else Either(shapes) if shapes else Words("nothing")


def _generic(origin: object, arguments: tuple[object, ...]) -> Shape:
    if not isinstance(origin, type):
        return Unknown()
    if issubclass(origin, tuple):
        named = [argument for argument in arguments if argument is not Ellipsis]
        return Many(_either(tuple(named))) if named else Many(Unknown())
    if issubclass(origin, Mapping):
        return Keyed(shape_of(arguments[1])) if len(arguments) == 2 else Keyed(Unknown())
    if issubclass(origin, Callable):  # type: ignore[arg-type]  # the abstract class, not the form
        return Function(shape_of(arguments[1])) if len(arguments) == 2 else Function(Unknown())
    if hasattr(origin, "__iter__") and len(arguments) == 1:
        return Many(shape_of(arguments[0]))
    return Record(origin) if hasattr(origin, "__struct_fields__") else Unknown()


def _plain(kind: type) -> Shape:
    if kind.__module__.startswith(_PRINTED_WHOLE):
        return Words("piece")
    if hasattr(kind, "__struct_fields__") or hasattr(kind, "__dataclass_fields__"):
        return Record(kind)
    if issubclass(kind, (tuple, list, set, frozenset)):
        return Many(Unknown())
    if issubclass(kind, Mapping):
        return Keyed(Unknown())
    return Unknown() if kind is object else Words(kind.__name__)


@cache
def _fields(kind: type) -> Mapping[str, Shape]:
    names = getattr(kind, "__struct_fields__", None) or tuple(getattr(kind, "__dataclass_fields__", ()))
    try:
        hints = typing.get_type_hints(kind, include_extras=True)
    except (NameError, TypeError):
        hints = {}
    out = {name: shape_of(hints.get(name, object)) for name in names}
    for name in dir(kind):
        member = getattr(kind, name, None)
        getter = getattr(member, "fget", None) or getattr(member, "func", None)
        if not name.startswith("_") and name not in out and callable(getter):
            try:
                out[name] = shape_of(typing.get_type_hints(getter).get("return", object))
            except (NameError, TypeError):
                out[name] = Unknown()
    return out
