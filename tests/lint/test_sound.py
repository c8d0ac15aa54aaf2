"""A claim in which nothing was found is not compared again as long as it, and all that it rests on, is as it was."""

from pathlib import Path

import msgspec
import pytest
from tests.explanations.pages import lay

from briefgen.agreement.claim import Claim
from briefgen.agreement.claims import claims
from briefgen.kept import cache
from briefgen.lint import Sound, run
from briefgen.lint import claims as rules
from briefgen.lint.rule import Rule
from briefgen.lint.rules import RULES, rule
from briefgen.scenario import load
from briefgen.verbs.check import check
from briefgen.world import World
from briefgen.world.shipped import shipped

SCENARIO = """\
facts:
  - id: last-bus
    statement: The last bus leaves the station at 23:10.
    evidence: [{source: survey, quote: "the last bus leaves the station at 23:10"}]
  - id: riders
    statement: 40 people ride it.
    evidence: [{source: survey, quote: "it has 40 riders"}]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of this test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "briefgen"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the claims that are compared, as that is done."""
    paths: list[str] = []

    def noted(claim: Claim) -> list[object]:
        paths.append(claim.path)
        return []

    monkeypatch.setattr(rules, "CLAIM_RULES", (*rules.CLAIM_RULES, noted))
    return paths


def told(folder: Path, yaml: str) -> list[str]:
    """What a check says of numbers."""
    lay([("scenario.yaml", yaml)], folder)
    _, found = check(World(folder), Path("scenario.yaml"))
    return [each.message for each in found if each.code == "number-not-in-passage"]


def shipped_claims(name: str) -> list[Claim]:
    loaded, _ = load(World(shipped("scenarios") / name), Path("scenario.yaml"))
    assert loaded
    return list(claims(loaded.scenario, {}))


def test_the_second_check_compares_nothing_anew(tmp_path: Path, compared: list[str]) -> None:
    assert told(tmp_path, SCENARIO) == []
    assert compared[:2] == ["facts.last-bus.statement.en", "facts.riders.statement.en"]
    compared.clear()
    assert told(tmp_path, SCENARIO) == []
    assert compared == []


def test_what_is_edited_is_compared_and_told(tmp_path: Path, compared: list[str]) -> None:
    told(tmp_path, SCENARIO)
    compared.clear()
    assert len(told(tmp_path, SCENARIO.replace("40 people", "50 people"))) == 1
    assert compared == ["facts.riders.statement.en"]


def test_a_statement_is_compared_again_when_its_quote_is_another(tmp_path: Path) -> None:
    told(tmp_path, SCENARIO)
    assert len(told(tmp_path, SCENARIO.replace("it has 40", "it has 14"))) == 1


def test_what_is_wrong_is_told_each_time(tmp_path: Path) -> None:
    wrong = SCENARIO.replace("40 people", "50 people")
    assert told(tmp_path, wrong) == told(tmp_path, wrong) != []


def test_what_a_rule_sees_of_a_claim_tells_it_from_others() -> None:
    """One field after the other is taken from another claim: a rule might find something in what comes of it."""
    here, *others = (*shipped_claims("kelmouth-2026"), *shipped_claims("haiti-2022"))
    before = Sound()
    before.note(here, found=False)
    sound = Sound(before.dumped())
    assert sound.knows(here)
    for name in set(Claim.__struct_fields__) - {"lexicon", "sentences"}:  # they go with the language and the text
        other = next(value for each in others if (value := getattr(each, name)) != getattr(here, name))
        assert not sound.knows(msgspec.structs.replace(here, **{name: other})), name


def test_no_word_is_kept_and_only_the_owner_may_read_it(tmp_path: Path, home: Path) -> None:
    told(tmp_path, SCENARIO)
    (kept,) = home.glob("sound-*")
    whole, faulty, sound, silent = msgspec.msgpack.decode(cache.kept(kept.name) or b"")
    assert [len(each) for each in (whole, *sound)] == [
        16
    ] * 5  # two statements, and two criteria whose definitions cite
    assert faulty == []
    assert silent
    assert set(silent) <= set(RULES)
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_damaged_is_passed_over(tmp_path: Path, home: Path, compared: list[str]) -> None:
    told(tmp_path, SCENARIO)
    (kept,) = home.glob("sound-*")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1])
    compared.clear()
    told(tmp_path, SCENARIO)
    assert len(compared) == 4
    assert kept.read_bytes() == whole


def test_half_of_a_pair_of_surrogates_is_compared_each_time() -> None:
    """A reader of files lets none through, but the digest is of bytes, and this has none."""
    odd = msgspec.structs.replace(shipped_claims("haiti-2022")[0], text="\ud800")
    sound = Sound()
    sound.note(odd, found=False)
    assert not Sound(sound.dumped()).knows(odd)


def test_of_a_scenario_that_is_as_it_was_only_fields_with_a_fault_are_looked_at(
    tmp_path: Path, compared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = SCENARIO.replace("40 people", "50 people")
    first = told(tmp_path, wrong)
    looked: list[str] = []
    monkeypatch.setattr(Sound, "knows", lambda _, claim: bool(looked.append(claim.path)))
    compared.clear()
    assert told(tmp_path, wrong) == first
    assert looked == compared == ["facts.riders.statement.en"]
    looked.clear()
    told(tmp_path, wrong.replace("40 riders", "41 riders"))
    assert len(looked) > 1


def test_the_text_around_a_quote_is_a_part_of_what_is_as_it_was() -> None:
    loaded, _ = load(World(shipped("scenarios") / "starter"), Path("scenario.yaml"))
    assert loaded
    around = {(fact.id, 1): ("before", "quote", "behind", "head") for fact in loaded.scenario.facts}
    first = Sound()
    assert first.asked(loaded.scenario, around)("facts.any.statement.en")
    again = Sound(first.dumped())
    assert not again.asked(loaded.scenario, around)("facts.any.statement.en")
    other = around | {(loaded.scenario.facts[0].id, 1): ("before", "quote", "elsewhere", "head")}
    assert Sound(first.dumped()).asked(loaded.scenario, other)("facts.any.statement.en")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that are asked, as that is done."""
    names: list[str] = []

    def noted(name: str) -> Rule:
        names.append(name)
        return rule(name)

    monkeypatch.setattr(run, "rule", noted)
    return names


def test_of_an_unchanged_scenario_only_rules_that_found_something_are_asked(tmp_path: Path, asked: list[str]) -> None:
    wrong = SCENARIO.replace("survey", "a-survey", 1)
    lay([("scenario.yaml", wrong)], tmp_path)
    _, first = check(World(tmp_path), Path("scenario.yaml"))
    assert asked == list(RULES)
    asked.clear()
    _, again = check(World(tmp_path), Path("scenario.yaml"))
    assert [(each.code, each.message, each.hint) for each in again] == [
        (each.code, each.message, each.hint) for each in first
    ]
    assert "unknown_reference" in asked
    assert 0 < len(asked) < len(RULES) / 2


def test_every_rule_is_asked_when_anything_has_changed(tmp_path: Path, asked: list[str]) -> None:
    told(tmp_path, SCENARIO)
    asked.clear()
    told(tmp_path, SCENARIO.replace("40 people", "41 people"))
    assert asked == list(RULES)
