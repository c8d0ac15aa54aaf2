"""The types of values, from the annotations and docstrings of msgspec Structs: one description for all who ask.

The reader of scenarios, the check of templates, the JSON Schemas and the format reference are made from it, so a field
that is added to a Struct, with a docstring, is known to each of them.

`IdType`, `ReferenceType` and `ProseType` also serve as annotations: `Annotated[str, ReferenceType("option")]`. Bounds
of numbers and lengths are given by `msgspec.Meta`. `msgspec.inspect` is not used: it drops other annotations, knows no
properties or functions, and looks inside labels and prose.
"""

import ast
import datetime as dt
import inspect
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.markup.model import Kind, Label, Prose

_EXAMPLE = "For example: "
_MEANING = re.compile(r"`([^`]+)`: ([^;]+)(?:; |$)")


class TextType(msgspec.Struct, frozen=True):
    """Words of one language, or a code."""

    max_length: int = 100_000


class IdType(msgspec.Struct, frozen=True):
    """An id: small letters, digits and hyphens."""

    max_length: int = 64


class ReferenceType(msgspec.Struct, frozen=True):
    """The id of something else: `option`, `fact or assumption`."""

    target: str


class NumberType(msgspec.Struct, frozen=True):
    """A number, whole or not, within bounds."""

    whole: bool
    ge: float | None = None
    le: float | None = None
    gt: float | None = None
    lt: float | None = None


class BooleanType(msgspec.Struct, frozen=True):
    """True or false."""


class DateType(msgspec.Struct, frozen=True):
    """A calendar date."""


class PartialDateType(msgspec.Struct, frozen=True):
    """A day, a month or a year."""


class ChoiceType(msgspec.Struct, frozen=True):
    """One of a few words."""

    values: tuple[str | int, ...]


class LabelType(msgspec.Struct, frozen=True):
    """A `Label`: plain words of one line, by language."""


class ProseType(msgspec.Struct, frozen=True):
    """A `Prose`: Markdown by language, whose sentences are of one kind by nature."""

    kind: Kind


class StructType(msgspec.Struct, frozen=True):
    """A Struct, with named fields."""

    cls: type[msgspec.Struct]


class ListType(msgspec.Struct, frozen=True):
    """A list."""

    item: "SchemaType"


class MapType(msgspec.Struct, frozen=True):
    """Values by key."""

    key: "SchemaType"
    value: "SchemaType"


class UnionType(msgspec.Struct, frozen=True):
    """One of several types."""

    branches: "tuple[SchemaType, ...]"


class FunctionType(msgspec.Struct, frozen=True):
    """A function, by what it returns."""

    result: "SchemaType"


class OtherType(msgspec.Struct, frozen=True):
    """A class whose fields are not looked at."""

    cls: type


class AnyType(msgspec.Struct, frozen=True):
    """Nothing is known of the value."""


SchemaType: TypeAlias = (
    TextType | IdType | ReferenceType | NumberType | BooleanType | DateType | PartialDateType | ChoiceType | LabelType
    | ProseType | StructType | ListType | MapType | UnionType | FunctionType | OtherType | AnyType
)  # fmt: skip


class FormerKey(msgspec.Struct, frozen=True):
    """The key that a field had in an earlier format: `Annotated[str, FormerKey("rationale")]`."""

    name: str
    values: tuple[tuple[str, str], ...] = ()
    """The words of a choice, as they were and as they are."""
    in_list: bool = False
    """Whether it had one value, which is an item of a list now."""


class Field(msgspec.Struct, frozen=True):
    """A field of a Struct, and its key in YAML."""

    name: str
    type: SchemaType
    required: bool
    default: Any
    """What it is where it is left out; `msgspec.NODEFAULT` where it is required."""
    former: FormerKey | None = None

    @property
    def former_type(self) -> SchemaType:
        """The type of its value under its former key."""
        if self.former and self.former.values:
            return ChoiceType(tuple(old for old, _ in self.former.values))
        return self.type.item if self.former and self.former.in_list and isinstance(self.type, ListType) else self.type


@cache
def fields_of(cls: type[msgspec.Struct]) -> Mapping[str, Field]:
    """The fields of a Struct by name, in their order."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        info.name: Field(info.name, type_of(hint := hints[info.name]), info.required, info.default, _former(hint))
        for info in msgspec.structs.fields(cls)
    }


def _former(annotation: Any) -> FormerKey | None:
    extras = getattr(annotation, "__metadata__", ())
    return next((extra for extra in extras if isinstance(extra, FormerKey)), None)


@cache
def former_fields_of(cls: type[msgspec.Struct]) -> Mapping[str, Field]:
    """The fields of a Struct that had another key, by that key."""
    return {field.former.name: field for field in fields_of(cls).values() if field.former}


def attribute(value: Any, name: str) -> Any:
    """An attribute of a value; of a Struct, also by the key that it had in an earlier format."""
    field = former_fields_of(type(value)).get(name) if isinstance(value, msgspec.Struct) else None
    if field is None or field.former is None:
        return getattr(value, name)
    found = getattr(value, field.name)
    if field.former.in_list:
        return next(iter(found), None)
    return next((old for old, new in field.former.values if new == found), found)


@cache
def attributes_of(cls: type[msgspec.Struct]) -> Mapping[str, SchemaType]:
    """The types of the fields and public properties of a Struct, by name."""
    out = {field.name: field.type for field in fields_of(cls).values()}
    for name in dir(cls):
        getter = getattr(getattr(cls, name), "fget", None)
        if getter and not name.startswith("_"):
            out[name] = type_of(get_type_hints(getter, include_extras=True).get("return", object))
    return out


def parts_of(kind: SchemaType) -> Iterator[SchemaType]:
    """A type and the types that it is made of: of items, keys, entries and branches, but not of fields."""
    yield kind
    match kind:
        case ListType(item=item):
            yield from parts_of(item)
        case MapType(key=key, value=value):
            yield from parts_of(key)
            yield from parts_of(value)
        case UnionType(branches=branches):
            for branch in branches:
                yield from parts_of(branch)
        case _:
            pass


def all_structs(kind: SchemaType) -> list[type[msgspec.Struct]]:
    """Every Struct that a value of a type may hold, each once, in the order of their fields."""
    found: dict[type[msgspec.Struct], None] = {}

    def visit(within: SchemaType) -> None:
        for part in parts_of(within):
            if isinstance(part, StructType) and part.cls not in found:
                found[part.cls] = None
                for field in fields_of(part.cls).values():
                    visit(field.type)

    visit(kind)
    return list(found)


def type_of(annotation: Any) -> SchemaType:
    """The type that an annotation means; `None` in a union is left out."""
    if isinstance(annotation, NewType):
        return type_of(annotation.__supertype__)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(annotation.__origin__, annotation.__metadata__)
    if origin in (Union, types.UnionType):
        return union_of(type_of(branch) for branch in arguments if branch is not type(None))
    if origin is Literal:
        return ChoiceType(arguments)
    if isinstance(origin, type):
        return _collection(origin, arguments)
    return _plain(annotation, msgspec.Meta()) if isinstance(annotation, type) else AnyType()


def union_of(branches: Iterable[SchemaType]) -> SchemaType:
    """The type of values of any of some types."""
    distinct = tuple(dict.fromkeys(branches))
    return distinct[0] if len(distinct) == 1 else UnionType(distinct)


def branch_of(union: UnionType, value: object) -> SchemaType:
    """The branch of a union that a value belongs to."""
    for branch in union.branches:
        match branch, value:
            case (StructType(cls=cls), _) if isinstance(value, cls):
                return branch
            case (ProseType(), Prose()) | (LabelType(), Label()) | (ListType(), tuple()) | (MapType(), Mapping()):
                return branch
            case (BooleanType(), bool()) | (DateType(), dt.date()) | (PartialDateType(), PartialDate()):
                return branch
            case (NumberType(), int() | float()) if not isinstance(value, bool):
                return branch
            case (TextType() | IdType() | ReferenceType() | ChoiceType(), str()):
                return branch
            case _:
                pass
    return AnyType()


def _annotated(annotation: Any, extras: tuple[object, ...]) -> SchemaType:
    for extra in extras:
        if isinstance(extra, IdType | ReferenceType | ProseType):
            return extra
        if isinstance(extra, msgspec.Meta) and isinstance(annotation, type):
            return _plain(annotation, extra)
    return type_of(annotation)


def _collection(origin: type, arguments: tuple[Any, ...]) -> SchemaType:
    if issubclass(origin, Mapping):
        return MapType(type_of(arguments[0]), type_of(arguments[1]))
    if issubclass(origin, Callable):  # type: ignore[arg-type]  # the abstract class, not the form
        return FunctionType(type_of(arguments[-1]))
    return ListType(union_of(type_of(item) for item in arguments if item is not Ellipsis))


def _plain(cls: type, meta: msgspec.Meta) -> SchemaType:
    if issubclass(cls, bool):
        return BooleanType()
    if cls is str:
        return TextType(meta.max_length) if meta.max_length is not None else TextType()
    if cls is int or cls is float:
        return NumberType(cls is int, meta.ge, meta.le, meta.gt, meta.lt)
    if cls is dt.date:
        return DateType()
    if cls is PartialDate:
        return PartialDateType()
    if cls is Label:
        return LabelType()
    if cls is object:
        return AnyType()
    return StructType(cls) if issubclass(cls, msgspec.Struct) and cls is not Prose else OtherType(cls)


class FieldDocs(msgspec.Struct, frozen=True):
    """The docstring of a field, in its parts."""

    summary: str
    choices: dict[str, str]
    """Word of a choice → what it means."""
    example: str
    """In YAML, on one line."""


def struct_docs(cls: type[msgspec.Struct]) -> str:
    """The docstring of a Struct on one line."""
    return " ".join((cls.__doc__ or "").split())


@cache
def field_docs(cls: type[msgspec.Struct]) -> dict[str, FieldDocs]:
    """The docstring under each field, read from the source of its Struct.

    It says what the field means; then, for a choice, what each word means; then an example in YAML: “How far it has
    come. `draft`: still being worked on; `cleared`: approved to go out. For example: draft”.
    """
    tree = ast.parse(inspect.getsource(sys.modules[cls.__module__]))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    out = {}
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            words, _, example = _text(after).partition(_EXAMPLE)
            first = _MEANING.search(words)
            summary, choices = (words[: first.start()], words[first.start() :]) if first else (words, "")
            meanings = dict(_MEANING.findall(choices.strip().removesuffix(".")))
            out[node.target.id] = FieldDocs(summary.strip(), meanings, example)
    return out


def _text(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""
