"""The words that files are written with, whatever a brief says: names of elements, parts and fields, and fixed values.

They count as released only in the places where a format has them, never in the text of a brief."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from briefgen import schema
from briefgen.document import Chart
from briefgen.model.scenario import Scenario
from briefgen.release.manifest import Manifest, this_build
from briefgen.release.names import descriptions
from briefgen.release.scan.words import words
from briefgen.release.serialise import LISTS
from briefgen.schema import all_structs, fields_of, parts_of

_RECORDS: tuple[Any, ...] = (Chart, Manifest)
"""What is written as JSON into a DOCX and into a PDF."""


def format_words() -> frozenset[str]:
    """Words that only markup has, folded: names of elements, styles and fonts."""
    return _listed("format-words.txt")


def file_words() -> frozenset[str]:
    """Words that files say of themselves, folded: names of parts of a DOCX, of attachments of a PDF, of properties."""
    return _listed("file-words.txt")


@cache
def own_words() -> frozenset[str]:
    """All words that files are written with, folded."""
    fixed = (*names_and_values(), *this_build().libraries, *descriptions())
    return format_words() | frozenset(word for text in fixed for word in words(text))


def names_and_values() -> frozenset[str]:
    """What a command may print of a scenario besides its text: in paths, names of files, and lists."""
    return file_words() | field_names() | frozenset(value for _, value in fixed_values())


@cache
def field_names() -> frozenset[str]:
    """The names of all fields of a scenario and of the records that are embedded in a brief."""
    found = {name for _, properties in _record_properties() for name in properties}
    return frozenset(found.union(*(fields_of(cls) for cls in all_structs(schema.StructType(Scenario)))))


@cache
def fixed_values() -> frozenset[tuple[str, str]]:
    """Name of a field and value: what is chosen from a list, names of types and files, and versions of programs."""
    build = this_build()
    found = {*LISTS.items(), ("maker", build.version), *build.libraries.items()}
    found |= {
        (name, value)
        for _, properties in _record_properties()
        for name, kind in properties.items()
        for value in _choices(kind)
    }
    for cls in all_structs(schema.StructType(Scenario)):
        for name, field in fields_of(cls).items():
            for kind in parts_of(field.type):
                if isinstance(kind, schema.ChoiceType):
                    found.update((name, str(value)) for value in kind.values)
    return frozenset(found)


def _record_properties() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each type of the records and the JSON schemas of its fields."""
    for record in _RECORDS:
        _, components = msgspec.json.schema_components([record])
        for name, described in components.items():
            yield name, described.get("properties", {})


def _choices(kind: Mapping[str, Any]) -> Iterator[str]:
    """The strings that a JSON schema lists, also as items of a list."""
    yield from (value for value in kind.get("enum", ()) if isinstance(value, str))
    for each in (kind.get("items"), *kind.get("anyOf", ())):
        if isinstance(each, dict):
            yield from _choices(each)


def _listed(name: str) -> frozenset[str]:
    return frozenset(files(__package__).joinpath(name).read_text(encoding="utf-8").split())
