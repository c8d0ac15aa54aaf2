"""What a brief prints can be printed: some font has it, and its script runs from left to right."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding, Place
from briefgen.fonts import right_to_left, unpainted
from briefgen.prose import Label, Prose
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import labels, proses

_SHOWN = 20
"""Letters that a message repeats."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `letter-without-glyph`, `right-to-left-text`: the first of each in a field."""
    for path, text in _texts(scenario):
        if words := right_to_left(text):
            yield Finding(
                "right-to-left-text",
                path,
                "A script that runs from right to left cannot be printed yet.",
                "Write it in Latin letters, as newspapers do, or give a translation.",
                Place(*words),
            )
        if found := unpainted(text):
            letters = text[slice(*found)]
            shown = letters if len(letters) <= _SHOWN else letters[:_SHOWN] + "…"
            yield Finding(
                "letter-without-glyph",
                path,
                f"No font has “{shown}”; the PDF prints a box for each letter.",
                "Write it in letters that the fonts have.",
                Place(*found),
                severity="warning",
            )


def _texts(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """All that an author writes to be printed, with its path."""
    for prose in proses(scenario):
        yield from _by_language(prose)
    for label in labels(scenario):
        yield from _by_language(label)
    for fact in scenario.facts:
        for number, evidence in enumerate(fact.evidence, 1):
            yield f"facts.{fact.id}.evidence.{number}.quote", evidence.quote


def _by_language(field: Prose | Label) -> Iterator[tuple[str, str]]:
    for lang, text in field.texts.items():
        yield f"{field.path}.{lang}", text
