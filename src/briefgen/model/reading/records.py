"""Mappings and lists → Structs and tuples of the model, with every fault in them at its place."""

from typing import TypeVar, assert_never

import msgspec

from briefgen.model.reading.context import KEY, Reading
from briefgen.model.reading.keys import (
    duplicate_id,
    expected,
    is_range,
    list_cure,
    missing_key,
    name,
    not_a_mapping,
    range_cure,
    table_cure,
    unknown_key,
)
from briefgen.model.reading.shapes import (
    Choice,
    Day,
    Either,
    Field,
    Identifier,
    Many,
    Number,
    Record,
    Referring,
    Shape,
    Table,
    Text,
    Truth,
    Words,
    Writing,
    fields_of,
    has_id,
)
from briefgen.model.reading.texts import is_empty, is_id, made, read_id, read_text, read_words
from briefgen.model.reading.values import FAULTY, Faulty, read_choice, read_day, read_number, read_truth, wrong
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence, Unread, resolve

S = TypeVar("S", bound=msgspec.Struct)


def read_struct(node: Node, cls: type[S], context: Reading, path: str) -> S | None:
    """The Struct that a mapping describes, or None where it has faults; they are all in `context`, each at its place.

    With `context.salvage`, a Struct is built from what is sound. A text or list that it requires and that could not be
    read is replaced; without another required field there is no Struct.
    """
    if not isinstance(node, Mapping):
        not_a_mapping(node, cls, context, path)
        return None
    fields = fields_of(cls)
    context.origins[path] = node.span
    values: dict[str, object] = {}
    given: set[str] = set()
    sound = True
    readable = {entry.key.text for entry in node.entries if not isinstance(entry.value, Unread)}
    hidden = False  # whether a syntax error may hide any key
    for entry in node.entries:
        field = fields.get(entry.key.text)
        if isinstance(entry.value, Unread) and (field is None or field.key in readable):
            hidden, sound = True, False
            continue
        if field is None:
            sound = False
            meant = unknown_key(entry, fields, context)
            field = fields.get(meant)
            # What a misspelt key was meant to be is not told again as missing; its value is read as if it were there.
            if field is None or any(each.key.text == meant for each in node.entries):
                continue
        given.add(field.key)
        here = f"{path}.{field.key}" if path else field.key
        context.origins.add(here, entry.value)
        if isinstance(entry.value, Unread):
            context.lost.append(here)
            sound = False
            continue
        if _says_nothing(entry.value, field):
            if not field.required and field.key != "marking":
                continue
            if field.required and field.nullable:
                values[field.name] = None
                continue
            context.report("empty-value", f"{name(here)} is empty.", entry.key.span, _wanted(field))
            sound = False
            continue
        context.enclosing.append(fields)
        value = _read(entry.value, field.shape, context, here)
        context.enclosing.pop()
        if value is FAULTY:
            context.lost.append(here)
            sound = False
        else:
            values[field.name] = value
    for field in fields.values():
        if field.key in given:
            continue
        if hidden:
            context.lost.append(f"{path}.{field.key}" if path else field.key)
        elif field.required:
            missing_key(field, node, context, path)
            sound = False
    if context.salvage:
        for field in fields.values():
            if field.required and field.name not in values:
                here = f"{path}.{field.key}" if path else field.key
                context.lost.append(here)
                if (substitute := _substitute(field.shape, context, here)) is not None:
                    values[field.name] = substitute
    complete = all(field.name in values for field in fields.values() if field.required)
    return cls(**values) if sound or (context.salvage and complete) else None


def _substitute(shape: Shape, context: Reading, path: str) -> object:
    """What takes the place of a required value that could not be read, so that the rest can be checked; or None."""
    match shape:
        case Words() | Writing():
            return made(shape, path, {context.language: "…"})
        case Many():
            return ()
    return None


def _wanted(field: Field) -> str:
    """What a value that says nothing lacks."""
    if field.key == "marking":
        return "It keeps nothing from anyone. Give a label, such as TLP:AMBER, or leave the line out."
    if isinstance(field.shape, Many):
        return "It needs at least one item."
    return f"It should be {expected(field.shape)}."


def read_items(node: Node, cls: type[S], context: Reading, path: str) -> tuple[S, ...] | None:
    """The list of Structs at `path`, or None where one has faults. Ids are unique over all that is read at one path."""
    items = _many(node, Many(Record(cls)), context, path)
    return None if items is FAULTY else items  # type: ignore[return-value]  # the shape says what the items are


def read_item(node: Node, cls: type[S], context: Reading, path: str, number: int = 1) -> S | None:
    """One Struct of the list at `path`, wherever it is written. Its own path ends in its id, or else in `number`."""
    here = f"{path}.{number}"
    repeated = False
    if isinstance(node, Mapping) and has_id(cls):
        given = next((entry.value for entry in node.entries if entry.key.text == "id"), None)
        if isinstance(given, Scalar) and is_id(given.text):
            known = context.ids.setdefault(path, {})
            if repeated := given.text in known:
                duplicate_id(given, known[given.text], context)
            else:
                known[given.text] = given.span
                here = f"{path}.{given.text}"
    item = read_struct(node, cls, context, here)
    if item is None or repeated:
        context.lost.append(here)
        return None
    return item


def _read(node: Node, shape: Shape, context: Reading, path: str) -> object:
    """The value of one field, item or entry, or FAULTY."""
    match shape:
        case Words() | Writing():
            return read_words(node, shape, context, path)
        case Text() | Referring():
            return read_text(node, shape, context, path)
        case Identifier():
            return read_id(node, shape, context, path)
        case Choice():
            return read_choice(node, shape, context, path)
        case Number():
            return read_number(node, shape, context, path)
        case Truth():
            return read_truth(node, shape, context, path)
        case Day():
            return read_day(node, shape, context, path)
        case Record(cls=cls):
            value = read_struct(node, cls, context, path)
            return FAULTY if value is None else value
        case Many():
            return _many(node, shape, context, path)
        case Table():
            return _table(node, shape, context, path)
        case Either(branches=branches):
            meant = _meant(node, branches)
            if meant is None:
                return wrong(node, shape, context, path, range_cure(node, branches))
            if isinstance(meant, Number):
                return read_number(node, meant, context, path, any(map(is_range, branches)))
            return _read(node, meant, context, path)
        case _:
            assert_never(shape)


def _many(node: Node, shape: Many, context: Reading, path: str) -> tuple[object, ...] | Faulty:
    if not isinstance(node, Sequence):
        return wrong(node, shape, context, path, list_cure(node, shape))
    context.origins[path] = node.span
    out = []
    sound = True
    for number, item in enumerate(node.items, 1):
        here = f"{path}.{number}"
        if isinstance(item, Unread):
            context.lost.append(here)
            value: object = FAULTY
        elif is_empty(item):
            context.report(
                "empty-value", f"{name(here)} is empty.", item.span, "Write it after the `-`, or remove the `-`."
            )
            value = FAULTY
        elif isinstance(shape.item, Record):
            value = read_item(item, shape.item.cls, context, path, number) or FAULTY
        else:
            context.origins[here] = item.span
            value = _read(item, shape.item, context, here)
        if value is FAULTY:
            sound = False
        else:
            out.append(value)
    return tuple(out) if sound or context.salvage else FAULTY


def _table(node: Node, shape: Table, context: Reading, path: str) -> dict[str, object] | Faulty:
    if not isinstance(node, Mapping):
        return wrong(node, shape, context, path, table_cure(node))
    out: dict[str, object] = {}
    sound = True
    for entry in node.entries:
        if isinstance(entry.value, Unread):
            context.lost.append(path)  # of the key, too, nothing is certain
            sound = False
            continue
        here = f"{path}.{entry.key.text}"
        key = (
            read_id(entry.key, shape.key, context, here)
            if isinstance(shape.key, Identifier)
            else (read_text(entry.key, shape.key, context, here))
        )
        context.origins.add(here, entry.value)
        context.origins[here + KEY] = entry.key.span
        value: object
        if not is_empty(entry.value):
            value = _read(entry.value, shape.value, context, here)
        elif isinstance(shape.value, Record) and not any(
            field.required for field in fields_of(shape.value.cls).values()
        ):
            value = shape.value.cls()  # `us-relations:` alone is an empty cell
        else:
            context.report("empty-value", f"{name(here)} is empty.", entry.key.span, "Give it a value, or remove it.")
            value = FAULTY
        if key is FAULTY or value is FAULTY:
            context.lost.append(here)
            sound = False
        else:
            out[entry.key.text] = value
    return out if sound or context.salvage else FAULTY


def _meant(node: Node, branches: tuple[Shape, ...]) -> Shape | None:
    """The branch of a union that the author had in mind, so that the fault told is of that branch."""
    match node:
        case Sequence():
            return next((shape for shape in branches if isinstance(shape, Many)), None)
        case Mapping(entries=entries):
            keys = {entry.key.text for entry in entries}
            records = [shape for shape in branches if isinstance(shape, Record)]
            if records:
                return max(records, key=lambda shape: len(keys & fields_of(shape.cls).keys()))
            return next((shape for shape in branches if isinstance(shape, Table | Words | Writing)), None)
        case Scalar():
            scalars = [shape for shape in branches if not isinstance(shape, Many | Record | Table)]
            return next((shape for shape in scalars if _looks_like(node, shape)), scalars[0] if scalars else None)


def _looks_like(node: Scalar, shape: Shape) -> bool:
    value = resolve(node)
    match shape:
        case Truth():
            return isinstance(value, bool)
        case Number():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Choice(values=values):
            return node.text in map(str, values)
        case Day():
            return len(node.text) == 10 and node.text.count("-") == 2
    return False


def _says_nothing(node: Node, field: Field) -> bool:
    """Whether a field is given without a value; an empty list or mapping counts only where something is required."""
    match node:
        case Scalar():
            return is_empty(node)
        case Mapping(entries=()) | Sequence(items=()):
            return field.required
    return False
