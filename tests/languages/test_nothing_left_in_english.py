"""A brief says nothing in English that the catalogues do not have: in a language in which every letter of an interface
word is `ẍ`, no other word is left than those that stand in the scenario."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations

import msgspec
import pytest
from tests.laws.briefs import TEMPLATES, loaded
from tests.use_cases import document

from briefgen.document import Authored, Document, Run
from briefgen.io.filesystem import World, shipped
from briefgen.locale import FORMATS, Locale
from briefgen.model.walk import texts

_SLOTS = re.compile(r"\{[a-z_]+\}")
_LETTERS = re.compile(r"(\{[a-z_]+\})|[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_ẍ]{2,}(?:[^\W\d_ẍ]|[ ’'/-](?=[^\W\d_ẍ]))*")

_NAMES = {
    "ICD", "PHIA", "Intelligence Community Directive", "Analytic Standards",
    "Professional Head of Intelligence Assessment", "Probability Yardstick",
}  # fmt: skip
"""Titles of the documents that the scales of likelihood are taken from."""
_MARKUP = re.compile(r" *\[@[^\]]*\]|\{[^}]*\}|[\[\]*]")
_NOT_SHOWN = ("anchor", "target", "id", "origin", "lang", "template", "scenario", "kind", "role", "marking_colour")
"""Fields of a document that nobody reads."""


class _Masked(Locale):
    """A language that nobody can take for another."""

    def __init__(self) -> None:
        months = tuple("ẍ" * len(month) for month in FORMATS["en"].months)
        super().__init__(
            "en", msgspec.structs.replace(FORMATS["en"], months=months, pair="{0} ẍ {1}"), NullTranslations()
        )

    def text(self, message: str) -> str:
        return _masked(super().text(message))

    def plural(self, one: str, many: str, n: int) -> str:
        return _masked(super().plural(one, many, n))


def _masked(message: str) -> str:
    return _LETTERS.sub(lambda found: found[1] or "ẍ", message)


@cache
def _written(name: str) -> str:
    """Whatever the scenario itself says, without its Markdown."""
    fields = [words for field in texts(loaded(name).scenario) for words in field.texts.values()]
    return " ".join((*_MARKUP.sub("", " ".join(fields)).split(), str(loaded(name).scenario)))


def _shown(value: object) -> Iterator[str]:
    match value:
        case Run(text=text, origin=origin):
            if not isinstance(origin, Authored):
                yield text
        case str():
            yield value
        case msgspec.Struct():
            for field in value.__struct_fields__:
                if field not in _NOT_SHOWN:
                    held = getattr(value, field)
                    literal = isinstance(held, str) and held.islower() and held.replace("-", "").isascii()
                    if not literal or " " in held:  # the others are names of the model: `plain`, `number`
                        yield from _shown(held)
        case tuple() | list() | frozenset():
            for each in value if not isinstance(value, frozenset) else ():
                yield from _shown(each)
        case dict():
            for each in value.values():
                yield from _shown(each)
        case _:
            pass


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", ["haiti-2022", "kelmouth-2026", "starter"])
def test_no_word_is_said_past_the_catalogues(name: str, template: str) -> None:
    scenario = loaded(name)
    option = scenario.scenario.options[-1].id if template == "option-note" else ""
    made, faults = document(World(shipped("scenarios")), scenario, template, _Masked(), "en", option)
    assert isinstance(made, Document), faults
    left = {found[0] for text in _shown(made) for found in _WORDS.finditer(_SLOTS.sub("", text))}
    assert {words for words in left if words not in _written(name)} <= _NAMES
