"""A record in JSON, YAML or the native format → its values, and what it is written with: names of fields, keywords, and
values from a list of the program."""

import json
import re
from typing import Any, NamedTuple

import yaml
from briefgen.release.scan.own_words import field_names, fixed_values
from briefgen.release.scan.words import BREAK


class Record(NamedTuple):
    """The strings of a record."""

    values: list[str]
    own: list[str]
    """Its keys, and values that only say of which kind something is. A key may be an id."""


class _Object(list[tuple[str, Any]]):
    """The keys and values of a JSON object, also where a key is there twice."""


class _Number(str):
    """A number as it is written."""

    __slots__ = ()


def json_strings(text: str, numbers: bool = False) -> Record:
    """All texts of a JSON text; raises ValueError where it is none. `numbers`: those too; in a manifest they are places
    in a text."""
    record = Record([], [])
    value = json.loads(text, object_pairs_hook=_Object, parse_int=_Number, parse_float=_Number)
    _gather_record(value, "", record, numbers)
    return record


def _gather_record(value: Any, key: str, record: Record, numbers: bool) -> None:
    match value:
        case _Number():
            record.values.extend([value] if numbers else ())
        case str():
            (record.own if (key, value) in fixed_values() else record.values).append(value)
        case _Object():
            for name, each in value:
                record.own.append(name)
                _gather_record(each, name, record, numbers)
        case list():
            for each in value:
                _gather_record(each, key, record, numbers)
        case _:
            return


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_strings(text: str) -> tuple[str, str]:
    """A YAML text without names of fields and values of a list, and these; the text as it is where it is not YAML."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return text, ""
    spans: set[tuple[int, int]] = set()
    _gather_spans(root, "", spans, set())
    values: list[str] = []
    own: list[str] = []
    at = 0
    for start, end in sorted(spans):
        values += (text[at:start], BREAK)
        own.append(text[start:end])
        at = end
    return "".join((*values, text[at:])), BREAK.join(own)


def _gather_spans(node: Any, key: str, spans: set[tuple[int, int]], done: set[int]) -> None:
    """The spans of what a YAML file is written with. Nodes with several aliases are visited once."""
    match node:
        case yaml.ScalarNode():
            if (key, node.value) in fixed_values():
                spans.add((node.start_mark.index, node.end_mark.index))
        case yaml.MappingNode() if id(node) not in done:
            done.add(id(node))
            for name, each in node.value:
                if isinstance(name, yaml.ScalarNode) and name.value in field_names():
                    spans.add((name.start_mark.index, name.end_mark.index))
                _gather_spans(each, str(name.value), spans, done)
        case yaml.SequenceNode() if id(node) not in done:
            done.add(id(node))
            for each in node.value:
                _gather_spans(each, key, spans, done)
        case _:
            return


_MARKS = re.compile(r"\^\d+(?:\.\d+)?|#(?:cite|note)-[\d-]+|(?<= png )\d+×\d+ sha256=[0-9a-f]{16}(?= )")
"""Marks of notes in the native format, and the measures of a picture: `^12.6` is the sixth place that cites note 12."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\\?\Z)', re.DOTALL)
_NO_KEYWORD = re.compile(r"(?:[\s~/^\d.]|\+[a-z]+)*")


def native_strings(text: str) -> tuple[str, str]:
    """What a text in the native format quotes, and the rest: keywords, names and paths."""
    text = _MARKS.sub(" ", text)
    values: list[str] = []
    own: list[str] = []
    at = 0
    for found in _QUOTED.finditer(text):
        between = text[at : found.start()]
        values += (" " if _NO_KEYWORD.fullmatch(between) else BREAK, found[1])
        own.append(between)
        at = found.end()
    return "".join(values), BREAK.join((*own, text[at:]))
