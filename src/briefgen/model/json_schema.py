"""JSON Schemas (draft-07) of the files of a scenario, made from the model: for editors and for tests.

`check` does not read by them. They refuse nothing that the reader takes, except a blank text in quotes and an id that
YAML takes for a fraction (`1e-3`); and they let pass what only a reader can know: whether an id exists, whether 31 June
is a date. Three things are as they are because editors offer whatever a schema names (which is also why
`msgspec.json.schema` does not serve):

- A key that may be left out may also have no value, and yet `null` is not offered for it: see `_NO_VALUE`.
- Numbers and `true` are taken where a text is expected, and not offered either: see the `if` in `_text`.
- Examples are part of the description, not under `examples`: an example of a score or a statement must not slip into a
  paper.
"""

import re
from typing import TypeAlias

import msgspec

from briefgen import schema
from briefgen.markup.model import Kind
from briefgen.model.marking import LABELS
from briefgen.model.reading.reader import blank_entry
from briefgen.model.scenario import Scenario, item_lists
from briefgen.model.vocabulary import SCALES
from briefgen.schema import all_structs, field_docs, fields_of, struct_docs

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
Schema: TypeAlias = dict[str, Json]

SCENARIO_KIND = "scenario"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
_LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
_PARTIAL_DATE = r"^\s*(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\s*$"
_DAY = r"^\s*(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\s*$"
_BLANK_FREE = r"\S"
_ONE_LINE = r"^\s*\S[^\n]*\s*$"
_LONGEST = 100_000

_NO_VALUE: Schema = {"title": " ", "if": {"type": "null"}, "else": False}
"""No value: nothing after `deadline:`. Its title is blank because the language server names all that fits a key without
a value, and would name the key twice."""

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
"""Key of a text → the words that editors offer for it. `check` knows which of them hold for a scenario."""


def schemas() -> dict[str, Schema]:
    """Kind of file → its schema: `scenario`, and each list that may be given as files, by its key."""
    out = {SCENARIO_KIND: _file(struct_docs(Scenario), {"$ref": _reference(Scenario)}, Scenario)}
    for key, cls in item_lists().items():
        item: Schema = {"$ref": _reference(cls)}
        about = f"{field_docs(Scenario)[key].summary.partition('; or')[0].rstrip('.')}: a list, or one item."
        out[key] = _file(about, {"anyOf": [{"type": "array", "items": item}, item]}, cls)
    return out


def _file(about: str, takes: Schema, cls: type[msgspec.Struct]) -> Schema:
    # A `$ref` hides what is next to it, so it goes into an `allOf`.
    body: Schema = {"allOf": [takes]} if "$ref" in takes else takes
    definitions = {each.__name__: _struct(each) for each in all_structs(schema.StructType(cls))}
    return {
        "$schema": _DRAFT,
        "$comment": "Made by `briefgen schema`; a change made here is lost.",
        "description": about,
        **body,
        "definitions": {**definitions, "id": _identifier(), "text": _text(_BLANK_FREE), "line": _text(_ONE_LINE),
                        "prose": _by_language("text"), "words": _by_language("line"), "date": _date(),
                        "partial-date": _partial_date()},
    }  # fmt: skip


def _struct(cls: type[msgspec.Struct]) -> Schema:
    docs, fields = field_docs(cls), fields_of(cls)
    required: list[Json] = [field.name for field in fields.values() if field.required]
    return {
        "title": " ".join(re.findall("[A-Z][a-z]*", cls.__name__)).capitalize(),
        "description": struct_docs(cls),
        "type": "object",
        "properties": {name: _field(cls, field, docs[name]) for name, field in fields.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(cls: type[msgspec.Struct], field: schema.Field, docs: schema.FieldDocs) -> Schema:
    words = docs.summary + (f" {_SENTENCES[field.type.kind]}" if isinstance(field.type, schema.ProseType) else "")
    has_default = isinstance(field.default, str | int | float) and field.default != ""
    return {
        "title": field.name.replace("_", " ").capitalize(),
        "description": f"{words} For example: {field.name}: {docs.example}",
        "markdownDescription": f"{words}\n\nFor example: `{field.name}: {docs.example}`",
        **({"default": field.default} if has_default else {}),
        **_takes(cls, field, docs),
    }


def _takes(cls: type[msgspec.Struct], field: schema.Field, docs: schema.FieldDocs) -> Schema:
    """What a field takes. Editors lay out the keys of a new item where they see its `items` or an `anyOf` at once."""
    match field.type:
        case schema.ListType(item=schema.StructType() as item) if cls is Scenario:
            path: Schema = {"type": "string", "pattern": _BLANK_FREE}
            inline: Schema = {"type": "array", "items": {"anyOf": [_type(item), path]}}
            if field.required:
                inline["minItems"] = 1
            return _any_of([inline, path], field)
        case schema.ListType(item=item) if field.required:
            return {"type": "array", "items": _type(item), "minItems": 1}
        case schema.ListType(item=item):
            return {"items": _type(item), "if": {"type": ["array", "null"]}, "else": {"type": "array"}}
        case schema.ChoiceType(values=values):
            meanings: list[Json] = [docs.choices.get(str(value), "") for value in values]
            return _any_of([{"enum": list(values), "enumDescriptions": meanings}], field)
        case schema.TextType() if field.name in _OFFERED:
            return _any_of([{"enum": list(_OFFERED[field.name])}, _type(field.type)], field)
        case schema.UnionType(branches=branches):
            return _any_of([_type(branch) for branch in branches], field)
        case kind:
            return _any_of([_type(kind)], field)


def _any_of(branches: list[Schema], field: schema.Field) -> Schema:
    return {"anyOf": [*branches, *([] if field.required else [_NO_VALUE])]}


def _type(kind: schema.SchemaType) -> Schema:
    match kind:
        case schema.TextType() | schema.ReferenceType():
            return {"$ref": "#/definitions/text"}
        case schema.LabelType():
            return {"$ref": "#/definitions/words"}
        case schema.ProseType():
            return {"$ref": "#/definitions/prose"}
        case schema.IdType():
            return {"$ref": "#/definitions/id"}
        case schema.NumberType(whole=whole, ge=ge, le=le, gt=gt, lt=lt):
            bounds = {"minimum": ge, "maximum": le, "exclusiveMinimum": gt, "exclusiveMaximum": lt}
            given: Schema = {key: bound for key, bound in bounds.items() if bound is not None}
            return {"type": "integer" if whole else "number", **given}
        case schema.BooleanType():
            return {"type": "boolean"}
        case schema.DateType():
            return {"$ref": "#/definitions/date"}
        case schema.PartialDateType():
            return {"$ref": "#/definitions/partial-date"}
        case schema.ChoiceType(values=values):
            return {"enum": list(values)}
        case schema.StructType(cls=cls):
            return {"$ref": _reference(cls)}
        case schema.ListType(item=item):
            return {"type": "array", "items": _type(item)}
        case schema.MapType(key=key, value=value):
            names = _ID if isinstance(key, schema.IdType) else _BLANK_FREE
            entry = _type(value)
            if blank_entry(kind) is not None:
                entry = {"anyOf": [entry, _NO_VALUE]}
            return {"type": "object", "propertyNames": {"pattern": names}, "additionalProperties": entry}
        case schema.UnionType(branches=branches):
            return {"anyOf": [_type(branch) for branch in branches]}
        case _:
            raise TypeError(f"no file holds a {kind}")


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


def _partial_date() -> Schema:
    message = "Write 2022-10-28; or 2022-10 or 2022, where the day or the month is not known."
    written: Schema = {"type": "string", "pattern": _PARTIAL_DATE}
    return {"anyOf": [written, {"type": "integer", "minimum": 1, "maximum": 9999}], "errorMessage": message}


def _reference(cls: type[msgspec.Struct]) -> str:
    return f"#/definitions/{cls.__name__}"
