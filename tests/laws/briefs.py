"""The shipped scenarios as documents and files, each made once."""

from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec
import pytest
from tests.shared import made_once
from tests.use_cases import document, reported

from briefgen.commands.check import check
from briefgen.commands.options import Format
from briefgen.commands.render import write
from briefgen.core.source import SourceFile
from briefgen.document import Document
from briefgen.io.filesystem import World, shipped
from briefgen.locale import load as load_locale
from briefgen.model.read import Loaded
from briefgen.theme import Theme, read
from briefgen.theme import shipped as themes

Briefs: TypeAlias = tuple[tuple[str, str, str, str], ...]
"""Scenario, language, template and option of each."""

TEMPLATES = ("options-paper", "decision-note", "option-note", "evidence-annex")
"""Every shipped template that is a brief of its own."""

SHIPPED = (
    *((name, lang) for name in ("haiti-2022", "starter", "kelmouth-2026") for lang in ("en", "fr")),
    ("haiti-2022", "es"),
    ("kelmouth-2026", "es"),
)
"""Every shipped scenario in every language that it is written in; the starter in French as well, which it lacks."""


@cache
def theme() -> Theme:
    """The shipped theme."""
    path = themes()["plain"]
    made, faults = read(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert made, faults
    return made


@cache
def loaded(name: str) -> Loaded:
    """A shipped scenario; it has no fault."""
    made, faults = reported(check, World(shipped("scenarios")), Path(name, "scenario.yaml"))
    assert made is not None
    assert [fault for fault in faults if fault.severity != "info"] == []  # not every text may be passed on
    return made


def composed(scenario: Loaded, lang: str, template: str = "options-paper", option: str = "") -> Document:
    """The brief of a scenario."""
    made, faults = document(World(shipped("scenarios")), scenario, template, load_locale(lang), lang, option)
    assert made is not None, faults
    assert [fault for fault in faults if fault.severity == "error"] == []
    return made


@cache
def brief(name: str, lang: str, template: str = "options-paper", option: str = "") -> Document:
    """The brief of a shipped scenario."""
    return composed(loaded(name), lang, template, option)


@cache
def files(name: str, lang: str, template: str = "options-paper", option: str = "") -> dict[Format, bytes]:
    """The brief of a shipped scenario in all formats."""
    made = made_once(
        f"files {name} {lang} {template} {option}",
        lambda: write(brief(name, lang, template, option), theme(), "a4", ("docx", "pdf", "native", "html")),
    )
    return msgspec.convert(made, type=dict[Format, bytes])


def every_brief() -> Briefs:
    """Scenario, language, template, option of every brief that can be made of what is shipped; an option note is on
    each option in turn."""
    return tuple(
        (name, lang, template, option)
        for name, lang in SHIPPED
        for template in TEMPLATES
        for option in ([each.id for each in loaded(name).scenario.options] if template == "option-note" else [""])
    )


def by_turns() -> Briefs:
    """Each of them in one of its languages."""
    languages: dict[tuple[str, str, str], list[str]] = {}
    for name, lang, template, option in every_brief():
        languages.setdefault((name, template, option), []).append(lang)
    return tuple(
        (name, langs[at % len(langs)], template, option)
        for at, ((name, template, option), langs) in enumerate(languages.items())
    )


def a_few() -> Briefs:
    """Six of them, in which each scenario, template and language stands."""
    return every_brief()[3::9]


few_or_all = pytest.mark.parametrize(
    "briefs",
    [
        pytest.param(a_few(), id="few"),
        pytest.param(tuple(of for of in every_brief() if of not in a_few()), id="rest", marks=pytest.mark.matrix),
    ],
)
"""For what takes seconds a brief: CI looks at a few, `make matrix` at the others."""


def called(of: tuple[str, str, str, str]) -> str:
    """The name of a brief: `haiti-2022-en-option-note-no-action`."""
    return "-".join(filter(None, of))


each_brief = pytest.mark.parametrize(
    "of",
    [pytest.param(of, id=called(of), marks=() if of in by_turns() else pytest.mark.matrix) for of in every_brief()],
)
"""One brief at a time: in CI each in one language, in `make matrix` in all."""
