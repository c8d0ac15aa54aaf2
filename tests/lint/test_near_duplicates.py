"""Facts that say nearly the same are reported, however many there are; others are not."""

import re
import time

import hypothesis.strategies as st
from hypothesis import given

from briefgen.lint.rules.evidence import check_near_duplicates
from briefgen.markup.model import Prose
from briefgen.model.evidence import Fact
from briefgen.model.scenario import Scenario

WORDS = re.findall(
    r"\w+",
    "harbour bridge winter council letter engine valley market teacher garden window river copper silver forest "
    "doctor station kitchen summer orchard painter mountain village captain library soldier cotton weather "
    "journey candle barrel shepherd lantern meadow harvest quarry chapel timber saddle anchor mirror pepper",
)


def duplicates(*statements: str) -> list[tuple[str, str]]:
    """The pairs that are reported, by the ids of their facts."""
    facts = tuple(
        Fact(f"f{number}", Prose(f"facts.f{number}.statement", "factual", {"en": text}), ())
        for number, text in enumerate(statements)
    )
    words = Prose("question", "definition", {"en": "?"})
    scenario = Scenario(words, words, words, (), facts=facts)  # type: ignore[arg-type]  # title and decision-maker
    return [
        tuple(part for part in finding.message.split("`") if part[:1] == "f")
        for finding in check_near_duplicates(scenario)
    ]  # type: ignore[misc]


sentences = st.lists(st.sampled_from(WORDS), min_size=8, max_size=20, unique=True)


@given(sentences, st.data())
def test_a_small_change_leaves_a_duplicate(words: list[str], data: st.DataObject) -> None:
    changed = list(words)
    at = data.draw(st.integers(0, len(words) - 1))
    match data.draw(st.sampled_from(["drop", "add", "swap", "replace", "capital", "comma"])):
        case "drop":
            del changed[at]
        case "add":
            changed.insert(at, "moreover")
        case "swap":
            changed[at - 1], changed[at] = changed[at], changed[at - 1]
        case "replace":
            changed[at] = "something"
        case "capital":
            changed[at] = changed[at].upper()
        case "comma":
            changed[at] += ","
    assert duplicates(" ".join(words), " ".join(changed)) == [("f0", "f1")]


@given(st.permutations(WORDS))
def test_statements_about_other_things_are_not_duplicates(words: list[str]) -> None:
    """Not even if they begin with the same words."""
    beginning = "According to the council of the town"
    parts = [" ".join(words[at : at + 10]) for at in range(0, 40, 10)]
    assert duplicates(*(f"{beginning}, {part}" for part in parts)) == []


def test_figures_of_two_years_are_not_duplicates() -> None:
    assert duplicates("In 2021 the tank held 500 litres of water.", "In 2022 the tank held 480 litres of water.") == []


def test_5000_facts_take_less_than_a_second() -> None:
    """Also if all begin with the same words, and if many are the same."""
    opening = "According to the report of the inspectorate"
    for statements in (
        [f"{opening} the {WORDS[n % 42]} met the {WORDS[n // 42 % 42]} on day {n}" for n in range(5000)],
        [f"{opening} the {WORDS[n % 42]} is closed" for n in range(5000)],
    ):
        start = time.process_time()
        duplicates(*statements)
        assert time.process_time() - start < 1
