"""A scenario as files that load again as the same scenario: canonical, so that equal scenarios have equal bytes.

Keys are in the order of the model, and what is as the model presumes is left out. There are no comments.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.io.read import SCENARIO
from briefgen.markup.model import Label, Prose
from briefgen.model.formats import NEWEST
from briefgen.model.scenario import Scenario
from briefgen.schema import fields_of
from briefgen.yaml.tree import is_value, quoted

LISTS = {
    "options": "options.yaml",
    "criteria": "criteria.yaml",
    "sources": "evidence/sources.yaml",
    "facts": "evidence/facts.yaml",
    "stakeholders": "evidence/stakeholders.yaml",
}
"""Lists that are in files of their own; the rest is in `scenario.yaml`."""

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_./-]*[A-Za-z0-9_])?")
"""Words that mean themselves without quotes: ids, paths, most of what is chosen from a list."""
_DAY = re.compile(r"[0-9-]+")
_BLOCK = re.compile(
    r"[^\s\x00-\x1f](?:[^\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]*[^\s\x00-\x1f])?\n?"
)
"""A text that can be after `|` as it is: nothing in it needs an escape, and it begins with no space."""


def serialise(scenario: Scenario) -> dict[str, bytes]:
    """Name of a file in the folder of a scenario → its bytes, in the newest format."""
    scenario = msgspec.structs.replace(scenario, format=NEWEST)
    out = {SCENARIO: ""}
    for key, value in _given(scenario):
        name = LISTS.get(key)
        if name is None:
            out[SCENARIO] += _entry(key, value, scenario.language, "")
        elif value:
            out[SCENARIO] += f"{key}: {name}\n"
            out[name] = _items(value, scenario.language, "")
    return {name: text.encode() for name, text in out.items()}


def _given(record: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The fields of a record that say something, by their keys."""
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        if field.required or (value != field.default and value not in ((), {}, None)):
            yield field.name, value


def _entry(key: str, value: Any, language: str, indent: str) -> str:
    return f"{indent}{_scalar(key)}:{_value(value, language, indent + '  ')}"


def _value(value: Any, language: str, indent: str) -> str:
    """What is after a key and its colon; if that is on lines of its own, they are indented as given."""
    match value:
        case Label() | Prose():
            if set(value.texts) == {language}:
                return f" {_text(value.texts[language], indent)}\n"
            lines = (f"{indent}{_scalar(lang)}: {_text(text, indent + '  ')}\n" for lang, text in value.texts.items())
            return "\n" + "".join(lines)
        case str():
            return f" {_scalar(value)}\n"
        case bool():
            return f" {str(value).lower()}\n"
        case int() | float():
            return f" {_number(value)}\n"
        case dt.date() | PartialDate():
            return f" {value.isoformat()}\n"
        case msgspec.Struct():
            inner = "".join(_entry(key, each, language, indent) for key, each in _given(value))
            return f"\n{inner}" if inner else " {}\n"
        case Mapping():
            return "\n" + "".join(_entry(key, each, language, indent) for key, each in value.items())
        case tuple():
            return f"\n{_items(value, language, indent)}" if value else " []\n"
        case _:
            raise TypeError(f"the model holds a {type(value).__name__}")


def _items(values: tuple[Any, ...], language: str, indent: str) -> str:
    """A list; a record begins after its dash."""
    out = []
    for value in values:
        written = _value(value, language, indent + "  ")
        record = isinstance(value, msgspec.Struct) and not isinstance(value, Label | Prose)
        out.append(f"{indent}- {written.removeprefix(chr(10)).lstrip(' ')}" if record else f"{indent}-{written}")
    return "".join(out)


def _number(value: float) -> str:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(value)


def _scalar(text: str) -> str:
    """A text of one line; in quotes where it could be taken for something else."""
    plain = _PLAIN.fullmatch(text) and not is_value(text) and not _DAY.fullmatch(text)
    return text if plain else quoted(text)


def _text(text: str, indent: str) -> str:
    """What an author wrote: in quotes, or, of several lines, as a block."""
    if "\n" not in text or not _BLOCK.fullmatch(text):
        return quoted(text)
    mark = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([mark, *(indent + line if line else "" for line in lines)])
