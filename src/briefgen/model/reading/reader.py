"""YAML nodes → Structs, lists and mappings of the model, with every mistake in them at its place."""

from typing import TypeVar

import msgspec

from briefgen import schema
from briefgen.model.formats import renamed, with_presumed_basis
from briefgen.model.reading.context import KEY, Reading
from briefgen.model.reading.language_codes import is_language
from briefgen.model.reading.messages import (
    expected,
    hint_for_list,
    hint_for_mapping,
    hint_for_range,
    is_range,
    name,
    report_both_keys,
    report_duplicate_id,
    report_former_key,
    report_missing_key,
    report_not_a_mapping,
    report_unknown_key,
    report_wrong_type,
)
from briefgen.model.reading.texts import by_language, is_empty, is_id, read_by_language, read_id, read_text
from briefgen.model.reading.values import (
    is_meant_as_date,
    read_boolean,
    read_choice,
    read_date,
    read_number,
    read_partial_date,
)
from briefgen.schema import fields_of, former_fields_of
from briefgen.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Unread, resolve

S = TypeVar("S", bound=msgspec.Struct)


def read_struct(node: Node, cls: type[S], context: Reading, path: str) -> S | None:
    """The Struct that a mapping describes, as far as it is sound; its mistakes are in `context`, each at its place.

    A text or list that it requires and that could not be read is replaced; without another required field it is None.
    """
    if not isinstance(node, Mapping):
        report_not_a_mapping(node, cls, context, path)
        return None
    fields, former = fields_of(cls), former_fields_of(cls)
    context.origins[path] = node.span
    context.enclosing.append(fields)
    values: dict[str, object] = {}
    given: set[str] = set()
    readable = {entry.key.text for entry in node.entries if not isinstance(entry.value, Unread)}
    hidden = False  # whether a syntax error may hide any key
    for entry in node.entries:
        field = fields.get(entry.key.text)
        if field is None and (field := former.get(entry.key.text)):
            if any(each.key.text == field.name for each in node.entries):
                report_both_keys(entry, field, context)
                continue
            report_former_key(entry, field, context)
            entry = renamed(entry, field)
        if isinstance(entry.value, Unread) and (field is None or field.name in readable):
            hidden = True
            continue
        if field is None:
            meant = report_unknown_key(entry, {**former, **fields}, context)
            field = fields.get(meant)
            # What a misspelt key was meant to be is not reported again as missing; its value is read all the same.
            if field is None or any(each.key.text == meant for each in node.entries):
                continue
        given.add(field.name)
        if (value := _read_field(entry, field, context, _below(path, field.name))) is not None:
            values[field.name] = value
    context.enclosing.pop()
    for field in fields.values():
        if field.name not in given and hidden:
            context.lost.append(_below(path, field.name))
        elif field.name not in given and field.required:
            report_missing_key(field, node, context, path)
    for field in fields.values():
        if field.required and field.name not in values:
            here = _below(path, field.name)
            context.lost.append(here)
            if (substitute := _substitute(field.type, context, here)) is not None:
                values[field.name] = substitute
    if not all(field.name in values for field in fields.values() if field.required):
        return None
    return cls(**with_presumed_basis(cls, values, context.format))


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _read_field(entry: Entry, field: schema.Field, context: Reading, path: str) -> object:
    """The value of a field, or None."""
    context.origins.add(path, entry.value)
    if _is_blank(entry.value, field):
        if field.required or field.name == "marking":
            context.report("empty-value", f"{name(path)} is empty.", entry.key.span, _hint_for_blank(field))
        return None
    value = None if isinstance(entry.value, Unread) else _read(entry.value, field.type, context, path)
    if value is None:
        context.lost.append(path)
    return value


def _is_blank(node: Node, field: schema.Field) -> bool:
    """Whether a field is given without a value; an empty list or mapping counts only where something is required."""
    match node:
        case Unread():
            return False
        case Mapping(entries=()) | Sequence(items=()):
            return field.required
        case _:
            return is_empty(node)


def _hint_for_blank(field: schema.Field) -> str:
    if field.name == "marking":
        return "It keeps nothing from anyone. Give a label, such as TLP:AMBER, or leave the line out."
    if isinstance(field.type, schema.ListType):
        return "It needs at least one item."
    return f"It should be {expected(field.type)}."


def _substitute(kind: schema.SchemaType, context: Reading, path: str) -> object:
    """What replaces a required value that could not be read, so that the rest can be checked; or None."""
    match kind:
        case schema.LabelType() | schema.ProseType():
            return by_language(kind, path, {context.language: "…"})
        case schema.ListType():
            return ()
        case _:
            return None


def _read(node: Node, kind: schema.SchemaType, context: Reading, path: str) -> object:
    """The value of one field, item or entry, or None."""
    match kind:
        case schema.LabelType() | schema.ProseType():
            return read_by_language(node, kind, context, path)
        case schema.TextType() | schema.ReferenceType():
            return read_text(node, kind, context, path)
        case schema.IdType():
            return read_id(node, kind, context, path)
        case schema.ChoiceType():
            return read_choice(node, kind, context, path)
        case schema.NumberType():
            return read_number(node, kind, context, path)
        case schema.BooleanType():
            return read_boolean(node, kind, context, path)
        case schema.DateType():
            return read_date(node, kind, context, path)
        case schema.PartialDateType():
            return read_partial_date(node, kind, context, path)
        case schema.StructType(cls=cls):
            return read_struct(node, cls, context, path)
        case schema.ListType():
            return _read_list(node, kind, context, path)
        case schema.MapType():
            return _read_map(node, kind, context, path)
        case schema.UnionType(branches=branches):
            meant = _branch_meant(node, branches)
            if meant is None:
                report_wrong_type(node, kind, context, path, hint_for_range(node, branches))
                return None
            if isinstance(meant, schema.NumberType):
                return read_number(node, meant, context, path, any(map(is_range, branches)))
            return _read(node, meant, context, path)
        case _:
            raise TypeError(f"no value can be read as a {kind}")


def _read_list(node: Node, kind: schema.ListType, context: Reading, path: str) -> tuple[object, ...] | None:
    if not isinstance(node, Sequence):
        report_wrong_type(node, kind, context, path, hint_for_list(node, kind))
        return None
    context.origins[path] = node.span
    out = []
    for number, item in enumerate(node.items, 1):
        here = f"{path}.{number}"
        value: object = None
        if isinstance(item, Unread):
            context.lost.append(here)
        elif is_empty(item):
            context.report(
                "empty-value", f"{name(here)} is empty.", item.span, "Write it after the `-`, or remove the `-`."
            )
        elif isinstance(kind.item, schema.StructType):
            value = _read_item(item, kind.item.cls, context, path, number)
        else:
            context.origins[here] = item.span
            value = _read(item, kind.item, context, here)
        if value is not None:
            out.append(value)
    return tuple(out)


def _read_item(node: Node, cls: type[S], context: Reading, path: str, number: int) -> S | None:
    """One Struct of the list at `path`. Its own path ends in its id, or else in `number`."""
    here = f"{path}.{number}"
    repeated = False
    if isinstance(node, Mapping) and "id" in fields_of(cls):
        given = next((entry.value for entry in node.entries if entry.key.text == "id"), None)
        if isinstance(given, Scalar) and is_id(given.text):
            known = context.ids.setdefault(path, {})
            if repeated := given.text in known:
                report_duplicate_id(given, known[given.text], context)
            else:
                known[given.text] = given.span
                here = f"{path}.{given.text}"
    item = read_struct(node, cls, context, here)
    if item is None or repeated:
        context.lost.append(here)
        return None
    return item


def _read_map(node: Node, kind: schema.MapType, context: Reading, path: str) -> dict[str, object] | None:
    if not isinstance(node, Mapping):
        report_wrong_type(node, kind, context, path, hint_for_mapping(node))
        return None
    out: dict[str, object] = {}
    for entry in node.entries:
        if isinstance(entry.value, Unread):
            context.lost.append(path)  # its key is not certain either
            continue
        here = f"{path}.{entry.key.text}"
        key = _read(entry.key, kind.key, context, here)
        context.origins.add(here, entry.value)
        context.origins[here + KEY] = entry.key.span
        value: object = None
        if not is_empty(entry.value):
            value = _read(entry.value, kind.value, context, here)
        elif (blank := blank_entry(kind)) is not None:
            value = blank
        else:
            context.report("empty-value", f"{name(here)} is empty.", entry.key.span, "Give it a value, or remove it.")
        if key is None or value is None:
            context.lost.append(here)
        else:
            out[entry.key.text] = value
    return out


def blank_entry(kind: schema.MapType) -> msgspec.Struct | None:
    """The value of a key alone: `us-relations:` is an empty cell. None where an entry needs a value."""
    match kind.value:
        case schema.StructType(cls=cls) if not any(field.required for field in fields_of(cls).values()):
            return cls()
        case _:
            return None


def _branch_meant(node: Node, branches: tuple[schema.SchemaType, ...]) -> schema.SchemaType | None:
    """The branch of a union that the author had in mind, so that the mistakes reported are those of that branch."""
    match node:
        case Sequence():
            return next((kind for kind in branches if isinstance(kind, schema.ListType)), None)
        case Mapping(entries=entries):
            keys = {entry.key.text for entry in entries}
            structs = [kind for kind in branches if isinstance(kind, schema.StructType)]
            struct = max(structs, key=lambda kind: len(keys & fields_of(kind.cls).keys()), default=None)
            other = next(
                (kind for kind in branches if isinstance(kind, schema.MapType | schema.LabelType | schema.ProseType)),
                None,
            )
            by_language = not (struct and keys & fields_of(struct.cls).keys()) and all(map(is_language, keys))
            return other if other and (struct is None or by_language) else struct
        case Scalar():
            scalars = [
                kind for kind in branches if not isinstance(kind, schema.ListType | schema.StructType | schema.MapType)
            ]
            return next((kind for kind in scalars if _looks_like(node, kind)), scalars[0] if scalars else None)


def _looks_like(node: Scalar, kind: schema.SchemaType) -> bool:
    value = resolve(node)
    match kind:
        case schema.BooleanType():
            return isinstance(value, bool)
        case schema.NumberType():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case schema.ChoiceType(values=values):
            return node.text in map(str, values)
        case schema.DateType():
            return len(node.text) == 10 and node.text.count("-") == 2
        case schema.PartialDateType():
            return is_meant_as_date(node.text)
        case _:
            return False
