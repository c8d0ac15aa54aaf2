"""What a filter promises of every scenario, whatever is marked."""

import re
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st
from tests.hypothesis_profiles import examples
from tests.release.marked import Marked, marked, secret
from tests.scenarios import as_yaml

from briefgen.io.filesystem import World
from briefgen.lint.rules.criteria import check_weights as of_weights
from briefgen.lint.rules.markings import check_markings as of_markings
from briefgen.lint.rules.references import check_unknown_reference as of_references
from briefgen.markup.redact import Redactor
from briefgen.model.marking import LABELS
from briefgen.model.read import load
from briefgen.model.scenario import Scenario
from briefgen.release.filter import filtered, uncited
from briefgen.release.serialise import serialise

SEEDS = st.integers(0, 10**9)


def read(values: Any) -> Scenario:
    with TemporaryDirectory() as folder:
        (Path(folder) / "scenario.yaml").write_text(as_yaml(values), encoding="utf-8")
        loaded, faults = load(World(Path(folder)), Path("scenario.yaml"))
    assert loaded is not None, faults
    assert [fault.message for fault in faults if fault.severity == "error"] == []
    return loaded.scenario


def shown(made: Marked) -> dict[str, Scenario]:
    """The scenario of each audience."""
    scenario = read(made.values)
    out = {}
    for audience in scenario.audiences:
        left = filtered(scenario, audience).scenario
        if left is not None:
            out[audience.marking] = left
    return out


def words(scenario: Scenario) -> set[str]:
    return set(re.findall(r"w\d+w", msgspec.json.encode(scenario).decode()))


def without_paths(value: Any) -> Any:
    """What has no id is named by its number, which is another one when one before it is gone."""
    match value:
        case msgspec.Struct():
            return [without_paths(getattr(value, name)) for name in value.__struct_fields__ if name != "path"]
        case tuple():
            return [without_paths(each) for each in value]
        case dict():
            return {key: without_paths(each) for key, each in value.items()}
        case _:
            return value


@examples(0.5)
@given(SEEDS)
def test_no_word_is_left_that_is_only_in_what_is_withheld(seed: int) -> None:
    made = marked(seed)
    for limit, left in shown(made).items():
        assert words(left).isdisjoint(secret(made, limit)), (seed, limit)


@examples(0.5)
@given(SEEDS)
def test_to_filter_twice_is_to_filter_once(seed: int) -> None:
    for left in shown(marked(seed)).values():
        again = filtered(left, left.audiences[-1])
        assert again.scenario == left
        assert again.withheld == ()


@examples(0.5)
@given(SEEDS)
@example(28672)  # a French sentence that is marked, and cites what those who see its words may not
def test_who_may_see_more_sees_all_that_others_see(seed: int) -> None:
    left = shown(marked(seed))
    for low, high in pairwise(LABELS):
        if low in left:
            assert words(left[low]) <= words(left[high])


@examples(0.5)
@given(SEEDS)
def test_a_scenario_that_says_nothing_of_marking_stays_as_it_is(seed: int) -> None:
    made = marked(seed, often=0)
    scenario = read(made.values)
    for audience in scenario.audiences[-1:]:
        released = filtered(scenario, audience)
        assert released.scenario == scenario
        assert (released.withheld, released.findings, released.recomputed) == ((), (), "")


@examples(0.5)
@given(SEEDS)
def test_nothing_that_is_left_refers_to_what_is_gone(seed: int) -> None:
    """Neither in memory nor in the files that a brief carries."""
    made = marked(seed)
    whole = {each.message for each in of_references(read(made.values))}
    assert not whole, "a generated scenario refers only to what it holds"
    for left in shown(made).values():
        assert [each.message for each in of_references(left)] == []
        assert [each.message for each in of_markings(left)] == []
        with TemporaryDirectory() as folder:
            World(Path(folder)).write_together({Path(name): data for name, data in serialise(left).items()})
            loaded, faults = load(World(Path(folder)), Path("scenario.yaml"))
        assert loaded is not None
        assert [fault.message for fault in faults if fault.severity == "error"] == []
        assert without_paths(loaded.scenario) == without_paths(left)


@examples(0.5)
@given(SEEDS)
def test_weights_that_added_up_still_do(seed: int) -> None:
    made = marked(seed)
    weighted = [each for each in made.values.get("criteria", []) if each.get("kind") != "screening"]
    for criterion in made.values.get("criteria", []):
        criterion.pop("weight", None)
    for criterion in weighted:
        criterion["weight"] = 100 / len(weighted)
    for left in shown(made).values():
        assert [each.code for each in of_weights(left)] == []


@examples(0.5)
@given(st.lists(st.tuples(st.sampled_from(["", "last-bus", "offer"]), st.booleans()), min_size=1, max_size=5))
def test_a_sentence_that_cites_what_is_withheld_is_left_in_no_language(said: list[tuple[str, bool]]) -> None:
    """Whether its translation cites it too or not; where all translations do, all other sentences stay."""
    both = {
        "en": " ".join(f"W{at}w en{f' [@{fact}]' if fact else ''}." for at, (fact, _cited) in enumerate(said)),
        "fr": " ".join(f"W{at}w fr{f' [@{fact}]' if fact and cited else ''}." for at, (fact, cited) in enumerate(said)),
    }
    redactor = Redactor(lambda _written: True, frozenset({"offer"}))
    cuts = {lang: redactor.redact(text) for lang, text in both.items()}
    unsaid = uncited(redactor, both)
    left = {lang: re.findall(r"W(\d)w", cut.text) for lang, cut in cuts.items() if lang not in unsaid}
    wanted = [str(at) for at, (fact, _cited) in enumerate(said) if fact != "offer"]
    assert left["en"] == wanted
    assert left.get("fr", wanted) == wanted
    assert ("fr" in left) == all(cited for fact, cited in said if fact == "offer")
