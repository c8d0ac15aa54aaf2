"""JSON Schemas (draft-07) of the files of a scenario, made from the model: for editors and for tests.

`check` does not read by them. They refuse nothing that the reader takes, but for a blank text in quotes and an id that
YAML takes for a fraction (`1e-3`); and let pass what only a reader can know: whether an id exists, whether 31 June is a
day. Three things are as they are because editors offer whatever a schema names:

- A key that may be left out may also stand without a value, and `null` is yet not offered for it: see `_NOTHING`.
- Numbers and `true` are taken where a text is wanted, and not offered either: see the `if` in `_text`.
- Examples stand in the description, not under `examples`: a score or a statement that was offered as an example must
  not slip into a paper.
"""

import re
from typing import TypeAlias, assert_never

import msgspec

from briefgen.markup.model import Kind
from briefgen.model.describe import Described, describe
from briefgen.model.marking import LABELS
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
)
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
Schema: TypeAlias = dict[str, Json]

SCENARIO_KIND = "scenario"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
_DAY = r"^\s*(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\s*$"
_BLANK_FREE = r"\S"
_ONE_LINE = r"^\s*\S[^\n]*\s*$"
_LONGEST = 100_000

_NOTHING: Schema = {"title": " ", "if": {"type": "null"}, "else": False}
"""No value: what stands behind `deadline:` when nothing does. Its title is blank because the language server names all
that fits a key without a value, and would name the key twice."""

_SENTENCES: dict[Kind, str] = {
    "factual": "Each sentence needs a citation, `[@fact]`, or a span that says what else it is.",
    "definition": "It needs no citation.",
    "judgement": "It is shown as your judgement; cite the facts that it rests on: `[@fact]`.",
    "assumption": "It is shown as an assumption, and needs no citation.",
}
"""What each kind of prose asks of its sentences."""

_OFFERED: dict[str, tuple[str, ...]] = {
    "marking": LABELS,
    "likelihood": tuple(
        dict.fromkeys(term for scale in SCALES.values() for step in scale.bands for term in step.terms)
    ),
}
"""Key of a text → the words that it is chosen from. `check` knows which of them hold for a scenario: here they are
offered, not demanded."""


def schemas() -> dict[str, Schema]:
    """Kind of file → its schema: `scenario`, and each list that may stand in files of its own, by its key."""
    out = {SCENARIO_KIND: _file(describe(Scenario).about, {"$ref": _reference(Scenario)}, Scenario)}
    for key, cls in item_lists().items():
        item: Schema = {"$ref": _reference(cls)}
        about = f"{describe(Scenario).fields[key].partition('; or')[0].rstrip('.')}: a list, or one item."
        out[key] = _file(about, {"anyOf": [{"type": "array", "items": item}, item]}, cls)
    return out


def item_lists() -> dict[str, type[msgspec.Struct]]:
    """Key → what is listed, of each list of a scenario that may be given as files."""
    return {
        key: field.shape.item.cls
        for key, field in fields_of(Scenario).items()
        if isinstance(field.shape, Many) and isinstance(field.shape.item, Record)
    }


def _file(about: str, takes: Schema, cls: type[msgspec.Struct]) -> Schema:
    # A `$ref` hides what stands beside it, so it goes into an `allOf`.
    body: Schema = {"allOf": [takes]} if "$ref" in takes else takes
    definitions = _definitions(cls, {})
    return {
        "$schema": _DRAFT,
        "$comment": "Made by `briefgen schema`; a change made here is lost.",
        "description": about,
        **body,
        "definitions": {**definitions, "id": _identifier(), "text": _text(_BLANK_FREE), "line": _text(_ONE_LINE),
                        "prose": _by_language("text"), "words": _by_language("line"), "date": _date()},
    }  # fmt: skip


def _definitions(cls: type[msgspec.Struct], made: dict[str, Json]) -> dict[str, Json]:
    """The schemas of a class and of all that its fields hold, by name."""
    if cls.__name__ not in made:
        made[cls.__name__] = _record(cls)
        for field in fields_of(cls).values():
            for inner in _classes(field.shape):
                _definitions(inner, made)
    return made


def _classes(shape: Shape) -> list[type[msgspec.Struct]]:
    match shape:
        case Record(cls=cls):
            return [cls]
        case Many(item=item) | Table(value=item):
            return _classes(item)
        case Either(branches=branches):
            return [cls for branch in branches for cls in _classes(branch)]
        case _:
            return []


def _record(cls: type[msgspec.Struct]) -> Schema:
    described, fields = describe(cls), fields_of(cls)
    required: list[Json] = [field.key for field in fields.values() if field.required]
    return {
        "title": " ".join(re.findall("[A-Z][a-z]*", cls.__name__)).capitalize(),
        "description": described.about,
        "type": "object",
        "properties": {key: _field(cls, field, described) for key, field in fields.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(cls: type[msgspec.Struct], field: Field, described: Described) -> Schema:
    words, example = described.fields[field.name], described.examples[field.name]
    if isinstance(field.shape, Writing):
        words += f" {_SENTENCES[field.shape.kind]}"
    return {
        "title": field.key.replace("_", " ").capitalize(),
        "description": f"{words} For example: {field.key}: {example}",
        "markdownDescription": f"{words}\n\nFor example: `{field.key}: {example}`",
        **_default(cls, field),
        **_takes(cls, field, described),
    }


def _takes(cls: type[msgspec.Struct], field: Field, described: Described) -> Schema:
    """What a field takes. Editors lay out the keys of a new item where they see its `items` or an `anyOf` at once."""
    match field.shape:
        case Many(item=Record() as item) if cls is Scenario:
            path: Schema = {"type": "string", "pattern": _BLANK_FREE}
            inline: Schema = {"type": "array", "items": {"anyOf": [_shape(item), path]}}
            if field.required:
                inline["minItems"] = 1
            return _any_of([inline, path], field)
        case Many(item=item) if field.required:
            return {"type": "array", "items": _shape(item), "minItems": 1}
        case Many(item=item):
            return {"items": _shape(item), "if": {"type": ["array", "null"]}, "else": {"type": "array"}}
        case Choice(values=values):
            meanings: list[Json] = [described.values[field.name].get(str(value), "") for value in values]
            return _any_of([{"enum": list(values), "enumDescriptions": meanings}], field)
        case Text() if field.key in _OFFERED:
            return _any_of([{"enum": list(_OFFERED[field.key])}, _shape(field.shape)], field)
        case Either(branches=branches):
            return _any_of([_shape(branch) for branch in branches], field)
        case shape:
            return _any_of([_shape(shape)], field)


def _any_of(branches: list[Schema], field: Field) -> Schema:
    return {"anyOf": [*branches, *([] if field.required else [_NOTHING])]}


def _shape(shape: Shape) -> Schema:
    match shape:
        case Text() | Referring():
            return {"$ref": "#/definitions/text"}
        case Words():
            return {"$ref": "#/definitions/words"}
        case Writing():
            return {"$ref": "#/definitions/prose"}
        case Identifier():
            return {"$ref": "#/definitions/id"}
        case Number(whole=whole, least=least, most=most, above=above, below=below):
            bounds = {"minimum": least, "maximum": most, "exclusiveMinimum": above, "exclusiveMaximum": below}
            given: Schema = {key: bound for key, bound in bounds.items() if bound is not None}
            return {"type": "integer" if whole else "number", **given}
        case Truth():
            return {"type": "boolean"}
        case Day():
            return {"$ref": "#/definitions/date"}
        case Choice(values=values):
            return {"enum": list(values)}
        case Record(cls=cls):
            return {"$ref": _reference(cls)}
        case Many(item=item):
            return {"type": "array", "items": _shape(item)}
        case Table(key=key, value=value):
            names = _ID if isinstance(key, Identifier) else _BLANK_FREE
            return {"type": "object", "propertyNames": {"pattern": names}, "additionalProperties": _entry(value)}
        case Either(branches=branches):
            return {"anyOf": [_shape(branch) for branch in branches]}
        case _:
            assert_never(shape)


def _entry(shape: Shape) -> Schema:
    """The value of a mapping's entry; `us-relations:` alone is an empty cell."""
    may_be_empty = isinstance(shape, Record) and not any(field.required for field in fields_of(shape.cls).values())
    return {"anyOf": [_shape(shape), _NOTHING]} if may_be_empty else _shape(shape)


def _text(pattern: str) -> Schema:
    """One text; numbers and `true` are taken as they are written."""
    why = "Write words, or remove the key." if pattern == _BLANK_FREE else "Write words on one line."
    return {
        "if": {"type": "string"},
        "then": {"pattern": pattern, "patternErrorMessage": why, "maxLength": _LONGEST},
        "else": {"type": ["number", "boolean"], "errorMessage": "Write one text. In quotes, it may begin with [ or {."},
    }


def _by_language(text: str) -> Schema:
    one: Schema = {"$ref": f"#/definitions/{text}"}
    return {
        "anyOf": [
            one,
            {
                "type": "object",
                "minProperties": 1,
                "properties": {"en": one, "fr": one},
                "patternProperties": {_LANGUAGE: one},
                "additionalProperties": False,
            },
        ]
    }


def _identifier() -> Schema:
    """An id. `2010` and `true` are ids too, though YAML takes them for something else."""
    why = "An id has small letters a–z, digits and single hyphens between them."
    return {
        "if": {"type": "string"},
        "then": {"pattern": _ID, "patternErrorMessage": why, "maxLength": 64},
        "else": {"type": ["integer", "boolean"], "minimum": 0, "errorMessage": why},
    }


def _date() -> Schema:
    return {"type": "string", "pattern": _DAY, "errorMessage": "Write year, month and day: 2022-10-28."}


def _default(cls: type[msgspec.Struct], field: Field) -> Schema:
    """What a field is where it is left out, if that says something."""
    default = next(info.default for info in msgspec.structs.fields(cls) if info.name == field.name)
    return {"default": default} if isinstance(default, str | int | float) and default != "" else {}


def _reference(cls: type[msgspec.Struct]) -> str:
    return f"#/definitions/{cls.__name__}"
