"""Format 1 in a program of format 2: what keys and paths are called now, and what is presumed where no basis is given.

The former key of a field is declared with the field (`FormerKey`). Files that name paths, such as review copies in
Word and XLIFF, may be older than a scenario: `current_path` translates each path that is read from one.
"""

from collections.abc import Mapping

import msgspec

from briefgen import schema
from briefgen.model.options import Assessment, Position
from briefgen.model.scenario import Scenario
from briefgen.schema import Field, all_structs, fields_of, former_fields_of
from briefgen.yaml.tree import Entry, Node, Scalar, Sequence, Unread

NEWEST = 2
"""The format that scenarios are migrated to."""


class FormerEntry(msgspec.Struct, frozen=True):
    """An entry of a file that has the former key of a field."""

    entry: Entry
    field: Field


def renamed(entry: Entry, field: Field) -> Entry:
    """An entry with the former key of a field as it is written now."""
    key = msgspec.structs.replace(entry.key, text=field.name)
    return Entry(key, _value(entry.value, field))


def _value(value: Node, field: Field) -> Node:
    former = field.former
    if former is None or isinstance(value, Unread):
        return value
    if former.in_list and isinstance(value, Scalar) and value.text:
        return Sequence((value,), value.span)
    if former.in_list and not isinstance(value, Scalar | Sequence):
        return Sequence((value,), value.span)
    if isinstance(value, Scalar) and (word := dict(former.values).get(value.text)):
        return msgspec.structs.replace(value, text=word)
    return value


def with_presumed_basis(
    cls: type[msgspec.Struct], values: Mapping[str, object], format_number: int
) -> Mapping[str, object]:
    """The values of a Struct with the basis that its format presumes where none is given.

    A cell without a basis is `stated` in format 1 and `inferred` in format 2. A position is `inferred` in both, unless
    its stance is `not-stated`; then it has none.
    """
    if "basis" in values:
        return values
    if cls is Assessment and format_number == 1:
        return {**values, "basis": "stated"}
    if cls is Position and values.get("stance") != "not-stated":
        return {**values, "basis": "inferred"}
    return values


def current_path(path: str) -> str:
    """A path of any format as format 2 has it: `gaps.price.matters.en` is `gaps.price.reason.en`."""
    kind: schema.SchemaType = schema.StructType(Scenario)
    out: list[str] = []
    for part in path.split("."):
        match kind:
            case schema.StructType(cls=cls):
                former = former_fields_of(cls).get(part)
                field = former or fields_of(cls).get(part)
                if field is None:
                    kind = schema.AnyType()
                    out.append(part)
                elif former and former.former and former.former.in_list:
                    kind = former.former_type
                    out += [former.name, "1"]
                else:
                    kind = field.type
                    out.append(field.name)
            case schema.ListType(item=item):
                kind = item
                out.append(part)
            case schema.MapType(value=value):
                kind = value
                out.append(part)
            case schema.UnionType(branches=branches):
                kind = next((each for each in branches if _has(each, part)), schema.AnyType())
                out.append(part)
            case _:
                out.append(part)
    return ".".join(out)


def _has(kind: schema.SchemaType, part: str) -> bool:
    return isinstance(kind, schema.StructType) and part in fields_of(kind.cls)


def former_keys() -> list[tuple[type[msgspec.Struct], Field]]:
    """Every Struct and field that had another key."""
    structs = all_structs(schema.StructType(Scenario))
    return [(cls, field) for cls in structs for field in former_fields_of(cls).values()]
