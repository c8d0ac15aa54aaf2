"""A fact that was sound is changed in one place: the change is told.

Over all facts of a shipped scenario whose texts are at hand, with a fixed seed. Each mutation is checked without files:
the quotes against the texts, then the rules on claims.
"""

import datetime as dt
import os
import random
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from tests.claims.restated import findings, only, shipped

from briefgen.evidence import Texts
from briefgen.model.evidence import Fact
from briefgen.model.scenario import Scenario

SEED = 20261124

Mutation = Callable[[random.Random, Fact, Scenario], Fact | None]


@pytest.fixture(scope="module", params=["kelmouth-2026", "haiti-2022"])
def sound(request: pytest.FixtureRequest) -> tuple[Scenario, Texts]:
    if request.param == "haiti-2022" and not os.environ.get("BRIEFGEN_HAITI_TEXT"):
        pytest.skip("BRIEFGEN_HAITI_TEXT does not name the text of the article")
    return shipped(request.param)


def share_told(sound: tuple[Scenario, Texts], mutate: Mutation, rounds: int = 2) -> tuple[int, int]:
    """How many mutations were told, and how many there were: each fact alone, in each round by other dice."""
    scenario, texts = sound
    dice = random.Random(SEED)
    told = number = 0
    for fact in scenario.facts:
        if not all(evidence.source in texts.of for evidence in fact.evidence):
            continue
        for _ in range(rounds):
            changed = mutate(dice, fact, scenario)
            if changed is not None:
                number += 1
                told += any(findings(only(changed, scenario), texts))
    print(f"\n{mutate.__name__}: {told} of {number}")  # noqa: T201  (shown by `-s`)
    return told, number


def with_statement(fact: Fact, change: Callable[[str, str], str | None]) -> Fact | None:
    texts = {lang: change(text, lang) for lang, text in fact.statement.texts.items()}
    if any(text is None for text in texts.values()):
        return None
    kept = {lang: text for lang, text in texts.items() if text is not None}
    if kept == fact.statement.texts:
        return None
    return replace(fact, statement=replace(fact.statement, texts=kept))


def a_letter_of_a_quote(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    evidence = dice.choice(fact.evidence)
    at = dice.choice([n for n, letter in enumerate(evidence.quote) if letter.isalnum()])
    old = evidence.quote[at]
    new = dice.choice([letter for letter in "abcdefghijklmnopqrstuvwxyz0123456789" if letter != old.lower()])
    quote = evidence.quote[:at] + new + evidence.quote[at + 1 :]
    return replace(
        fact, evidence=tuple(replace(each, quote=quote) if each is evidence else each for each in fact.evidence)
    )


def a_word_of_a_quote(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    evidence = dice.choice(fact.evidence)
    words = re.findall(r"\w{3,}", evidence.quote)
    old = dice.choice(words)
    quote = re.sub(rf"\b{re.escape(old)}\b", "otherwise", evidence.quote, count=1)
    return replace(
        fact, evidence=tuple(replace(each, quote=quote) if each is evidence else each for each in fact.evidence)
    )


def a_number(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    if fact.computed:
        return None
    found = re.findall(r"(?<![\w.,-])\d[\d.,\u202f\u00a0]*\d|(?<![\w.,-])\d(?![\w])", fact.statement.texts["en"])
    if not found:
        return None
    old = dice.choice(found)
    new = changed_digit(old, dice)

    def change(text: str, lang: str) -> str | None:
        return text.replace(old, new, 1) if lang == "en" else text

    return with_statement(fact, change)


def changed_digit(number: str, dice: random.Random) -> str:
    at = next(n for n, letter in enumerate(number) if letter.isdigit())
    return number[:at] + dice.choice([digit for digit in "123456789" if digit != number[at]]) + number[at + 1 :]


def a_date(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    months = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
    text = fact.statement.texts["en"]
    found = [month for month in months if month in text]
    if not found or fact.computed:
        return None
    old = dice.choice(found)
    new = dice.choice([month for month in months if month != old])
    return with_statement(fact, lambda text, lang: text.replace(old, new, 1) if lang == "en" else text)


def the_speaker(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    if not fact.attributed_to:
        return None
    mine = set(fact.attributed_to.texts.values())
    others = [
        each.attributed_to
        for each in scenario.facts
        if each.attributed_to and not mine & set(each.attributed_to.texts.values())
    ]
    other = dice.choice(others)
    return replace(fact, attributed_to=replace(fact.attributed_to, texts=other.texts))


def a_negation(dice: random.Random, fact: Fact, scenario: Scenario) -> Fact | None:
    """Put in behind an auxiliary, or taken out."""
    if "en" not in fact.statement.texts:
        return None

    def change(text: str, lang: str) -> str | None:
        if lang != "en":
            return text
        if re.search(r"\b(?:not|no)\b", text):
            return re.sub(r"\b(?:not|no) ", "", text, count=1)
        return re.sub(r"\b(is|was|are|were|has|have|will|would|can|could|may)\b", r"\1 not", text, count=1)

    return with_statement(fact, change)


REACHED = [
    (a_letter_of_a_quote, 0.99),
    (a_word_of_a_quote, 0.99),
    (a_number, 0.95),
    (a_date, 0.95),
    (the_speaker, 0.8),
    (a_negation, 0.7),
]


@pytest.mark.parametrize(("mutate", "least"), REACHED, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_mutation_is_told(sound: tuple[Scenario, Texts], mutate: Mutation, least: float) -> None:
    told, number = share_told(sound, mutate)
    assert number > 5 or sound[0].as_of is None or sound[0].as_of < dt.date(2023, 1, 1)
    assert told >= least * number


def test_the_scenario_as_it_is_gives_none(sound: tuple[Scenario, Texts]) -> None:
    scenario, texts = sound
    told = [
        each
        for fact in scenario.facts
        if all(e.source in texts.of for e in fact.evidence)
        for each in findings(only(fact, scenario), texts)
    ]
    assert told == []
