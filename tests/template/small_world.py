"""A small scenario of its own, a small language, and a way to compose a template with them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from briefgen.core.diagnostic import Diagnostic
from briefgen.core.source import SourceFile
from briefgen.document import (
    Caption,
    Cell,
    Column,
    Computed,
    Figure,
    Inlines,
    Paragraph,
    Picture,
    Properties,
    Row,
    Run,
    Running,
    Table,
    plain,
)
from briefgen.markup.model import Citation, Label, Prose
from briefgen.schema import attributes_of
from briefgen.template import CitedFact, Composed, Frame, check, compose, load

FACTS = {"gangs": "Gangs hold two thirds of the capital.", "team": "Ottawa sends a team.", "poll": "Many are against."}


class SmallLocale:
    """English, or words with a French look."""

    def __init__(self, lang: str = "en") -> None:
        self.lang = lang

    def text(self, message: str) -> str:
        return (
            {"Table {number}": "Tableau {number}", "Gaps": "Lacunes"}.get(message, message)
            if self.lang == "fr"
            else message
        )

    def plural(self, one: str, many: str, n: int) -> str:
        return one if n == 1 else many

    def date(self, value: dt.date) -> str:
        return f"{value:%-d %B %Y}"

    def number(self, value: float) -> str:
        return f"{value:,}"

    def join(self, items: Sequence[str]) -> str:
        return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


class Position(msgspec.Struct, frozen=True):
    party: str
    stance: Literal["supports", "opposes"]


class Option(msgspec.Struct, frozen=True):
    id: str
    name: Label
    summary: Prose
    weight: float = 0
    baseline: bool = False
    note: Prose | None = None
    positions: tuple[Position, ...] = ()
    cells: dict[str, Prose] = {}


class Scenario(msgspec.Struct, frozen=True):
    title: Label
    question: Prose
    as_of: dt.date | None
    options: tuple[Option, ...]
    chart: Figure | None = None
    matrix: Table | None = None

    @property
    def baseline(self) -> Option:
        return next(option for option in self.options if option.baseline)


class Context(msgspec.Struct, frozen=True):
    """The context by its types, as `check` sees it."""

    scenario: Scenario
    sign: Callable[[Position], Inlines]


def label(path: str, words: str) -> Label:
    return Label(path, {"en": words})


def prose(path: str, words: str) -> Prose:
    return Prose(path, "factual", {"en": words})


MATRIX = Table((Column(), Column()), (), (Row((Cell((Paragraph((Run("made", Computed()),)),)), Cell())),))
TEAM = "A team goes [@team].\n\n- It looks [@gangs].\n- It *reports* [@team]."
CHART = Figure(Picture(b"png", 10, 10), "Three parties", Caption("", (Run("its own", Computed()),)))

HAITI = Scenario(
    label("title", "Haiti: answering the request"),
    prose("question", "Should a force be sent?"),
    dt.date(2022, 10, 28),
    (
        Option("no-action", label("options.no-action.name", "No action"),
               prose("options.no-action.summary", "Nothing more is done."), 2, baseline=True),
        Option("team", label("options.team.name", "Assessment team"),
               prose("options.team.summary", TEAM), 1.5,
               positions=(Position("Canada", "supports"), Position("Many people", "opposes")),
               cells={"us": prose("options.team.cells.us", "It helps [@poll].")}),
    ),
    CHART,
    MATRIX,
)  # fmt: skip


def sign(position: Position) -> Inlines:
    look = frozenset({"sign", "for"}) if position.stance == "supports" else frozenset({"sign", "against"})
    return (
        Run("▲ " if position.stance == "supports" else "▼ ", Computed("stance"), look),
        Run(position.stance, Computed()),
    )


def cite(citation: Citation) -> CitedFact | None:
    if citation.fact not in FACTS:
        return None
    words = f"{FACTS[citation.fact]} {citation.locator}".strip()
    return CitedFact(
        citation.fact + citation.locator,
        (Run(words, Computed()),),
        (Paragraph((Run(f"In full: {words}", Computed()),)),),
    )


def frame(lang: str = "en") -> Frame:
    return Frame(SmallLocale(lang), lang, Properties("Haiti"), Running(), cite)


TYPES = attributes_of(Context)


def composed(text: str, scenario: object = HAITI, lang: str = "en", **others: str) -> Composed:
    """The template `text`, with the templates `others` beside it, composed with a scenario."""
    template, faults = load("main", {"main": SourceFile("main.md.j2", text)} | files(others))
    assert template is not None, faults
    return compose(template, {"scenario": scenario, "sign": sign}, frame(lang))


def faults(text: str, **others: str) -> list[Diagnostic]:
    """What is said of a template before it is rendered."""
    template, found = load("main", {"main": SourceFile("main.md.j2", text)} | files(others))
    return found if template is None else check(template, TYPES)


def files(texts: Mapping[str, str]) -> dict[str, SourceFile]:
    return {name: SourceFile(f"{name}.md.j2", text) for name, text in texts.items()}


def places(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Code, line, column and the words that are underlined."""
    return [
        f"{each.code} {each.span.line}:{each.span.column} {each.span.text}" if each.span else each.code
        for each in diagnostics
    ]


def words(inlines: Inlines) -> str:
    return plain(inlines)
