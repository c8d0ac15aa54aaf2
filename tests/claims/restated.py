"""Statements about the facts of the shipped scenarios, and what the checks say of each in its fact's place.

Haiti ships without the text of its source; where `BRIEFGEN_HAITI_TEXT` does not name it, only its quotes are compared.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefgen.claims.claims import claims
from briefgen.claims.rules import CLAIM_RULES
from briefgen.commands.lock import verify
from briefgen.core.diagnostic import Finding
from briefgen.evidence import Texts, around, check_quotes
from briefgen.io.filesystem import World
from briefgen.markup.model import Label, Prose
from briefgen.model.evidence import Fact
from briefgen.model.read import load
from briefgen.model.scenario import Scenario

SHIPPED = Path(__file__).parents[2] / "scenarios"


HAITI_TEXT = os.environ.get("BRIEFGEN_HAITI_TEXT")


@cache
def shipped(name: str, with_given: bool = True) -> tuple[Scenario, Texts]:
    """A shipped scenario, and the texts of its sources: those that ship, and the one that is given."""
    folders = [Path(HAITI_TEXT).parent] if HAITI_TEXT and with_given and name == "haiti-2022" else []
    world = World(SHIPPED)
    found, _ = load(world, SHIPPED / name / "scenario.yaml")
    assert found
    return found.scenario, verify(world, found, folders, False).texts


def findings(scenario: Scenario, texts: Texts) -> Iterator[Finding]:
    """What the checks of quotes and claims find, remarks left out."""
    checked = check_quotes(scenario, texts.of)
    yield from (each for each in checked.findings if each.severity != "info")
    for claim in claims(scenario, around(scenario, checked.places, texts.of)):
        for rule in CLAIM_RULES:
            yield from rule(claim)


def only(fact: Fact, scenario: Scenario, background: Prose | None = None) -> Scenario:
    """The scenario with one fact, and no prose but one field."""
    return Scenario(
        title=scenario.title, question=scenario.question, decision_maker=scenario.decision_maker,
        language=scenario.language, as_of=scenario.as_of, options=(), sources=scenario.sources, facts=(fact,),
        background=background,
    )  # fmt: skip


def restated(entry: dict[str, Any], lang: str, with_given: bool) -> tuple[Scenario, Texts]:
    """The scenario of a case, with its fact said anew, or with a sentence that cites the fact."""
    scenario, texts = shipped(entry["scenario"], with_given)
    fact = next(each for each in scenario.facts if each.id == entry["fact"])
    if statement := entry.get("statement"):
        fact = replace(fact, statement=replace(fact.statement, texts={lang: statement}))
    if speaker := entry.get("attributed_to"):
        fact = replace(fact, attributed_to=Label(f"facts.{fact.id}.attributed_to", {lang: speaker}))
    sentence = entry.get("sentence")
    return only(fact, scenario, Prose("background", "factual", {lang: sentence}) if sentence else None), texts


def told_of_restated(entry: dict[str, Any], lang: str, with_given: bool) -> list[str]:
    """The codes of what is told of a case. `with_given`: the text that does not ship is used where it is at hand."""
    return [each.code for each in findings(*restated(entry, lang, with_given))]
