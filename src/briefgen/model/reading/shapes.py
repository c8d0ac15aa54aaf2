"""What a field of the model may hold, worked out once a class from its annotation."""

import datetime as dt
import types
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import fields

from briefgen.markup.model import Kind, Label, Prose
from briefgen.model.kinds import IdRule, KindOf, RefTo


class Text(msgspec.Struct, frozen=True):
    """Words of one language, or a code."""

    most: int = 100_000


class Identifier(msgspec.Struct, frozen=True):
    """An id of its own."""

    most: int


class Referring(msgspec.Struct, frozen=True):
    """The id of something else."""

    what: str


class Number(msgspec.Struct, frozen=True):
    """A number, whole or not, within bounds."""

    whole: bool
    least: float | None = None
    most: float | None = None
    above: float | None = None
    below: float | None = None


class Truth(msgspec.Struct, frozen=True):
    """True or false."""


class Day(msgspec.Struct, frozen=True):
    """A date."""


class Choice(msgspec.Struct, frozen=True):
    """One of a few words."""

    values: tuple[str | int, ...]


class Words(msgspec.Struct, frozen=True):
    """A Label."""


class Writing(msgspec.Struct, frozen=True):
    """A Prose."""

    kind: Kind


class Record(msgspec.Struct, frozen=True):
    """A Struct of the model."""

    cls: type[msgspec.Struct]


class Many(msgspec.Struct, frozen=True):
    """A list."""

    item: "Shape"


class Table(msgspec.Struct, frozen=True):
    """A mapping with keys of the author's."""

    key: "Text | Identifier | Referring"
    value: "Shape"


class Either(msgspec.Struct, frozen=True):
    """One of several shapes, told apart by the kind of the node."""

    branches: "tuple[Shape, ...]"


Shape: TypeAlias = (
    Text | Identifier | Referring | Number | Truth | Day | Choice | Words | Writing | Record | Many | Table | Either
)


class Field(msgspec.Struct, frozen=True):
    """A field: its name in the model, its key in YAML, and what it takes."""

    name: str
    key: str
    shape: Shape
    required: bool
    nullable: bool


@cache
def fields_of(cls: type[msgspec.Struct]) -> dict[str, Field]:
    """The fields of a Struct by their keys, in the order of the model."""
    hints = get_type_hints(cls, include_extras=True)
    out = {}
    for info in fields(cls):
        bare, nullable = _without_none(hints[info.name])
        out[info.encode_name] = Field(info.name, info.encode_name, shape_of(bare), info.required, nullable)
    return out


def has_id(cls: type[msgspec.Struct]) -> bool:
    """Whether items of this class are named by an id."""
    return "id" in fields_of(cls)


def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation means. Raises TypeError for one that the reader does not know."""
    extras: tuple[object, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        extras = tuple(rest)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Many(shape_of(arguments[0]))
    if origin is dict:
        key = shape_of(arguments[0])
        if isinstance(key, Text | Identifier | Referring):
            return Table(key, shape_of(arguments[1]))
    if origin is Literal:
        return Choice(arguments)
    if origin in (Union, types.UnionType):
        return Either(tuple(shape_of(branch) for branch in arguments))
    if isinstance(annotation, type):
        return _plain(annotation, extras)
    raise TypeError(f"the reader does not know what to do with {annotation!r}")


def _plain(cls: type, extras: tuple[object, ...]) -> Shape:
    meta = next((extra for extra in extras if isinstance(extra, msgspec.Meta)), msgspec.Meta())
    kind = next((extra.kind for extra in extras if isinstance(extra, KindOf)), None)
    if cls is str:
        for extra in extras:
            match extra:
                case IdRule(most=most):
                    return Identifier(most)
                case RefTo(what=what):
                    return Referring(what)
        return Text(meta.max_length) if meta.max_length is not None else Text()
    if cls is bool:
        return Truth()
    if cls is int or cls is float:
        return Number(cls is int, meta.ge, meta.le, meta.gt, meta.lt)
    if cls is dt.date:
        return Day()
    if cls is Label:
        return Words()
    if cls is Prose and kind is not None:
        return Writing(kind)
    if issubclass(cls, msgspec.Struct) and cls is not Prose:
        return Record(cls)
    raise TypeError(f"the reader does not know what to do with {cls!r}")


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its `| None`, and whether it had one."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = get_args(annotation)
        bare, nullable = _without_none(inner)
        return (Annotated[(bare, *extras)], True) if nullable else (annotation, False)
    if origin not in (Union, types.UnionType):
        return annotation, False
    branches = [branch for branch in get_args(annotation) if branch is not type(None)]
    if len(branches) == len(get_args(annotation)):
        return annotation, False
    return Union[tuple(branches)], True  # noqa: UP007  (built at run time)
