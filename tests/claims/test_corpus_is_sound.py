"""The corpus of claims keeps its own promises; what the checks make of it is measured elsewhere.

Nothing of the program is used here: a corpus that is sound only by the code that it measures would prove nothing.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import yaml

CORPUS = Path(__file__).parent / "corpus"
PARTS = [f"{language}-{part}" for language in ("en", "fr", "es") for part in "abcdefghij"]
OF_QUOTES = {"quote-altered", "quote-not-in-source", "quote-from-heading"}
KINDS = {
    *OF_QUOTES,
    "evidence-empty",
    "number-wrong",
    "date-wrong",
    "unit-or-magnitude-wrong",
    "hedge-dropped",
    "scope-widened",
    "negation-flipped",
    "speaker-wrong",
    "quotation-marks",
    "number-not-in-passage",
    "name-not-in-passage",
    "relative-date",
}
KEYS = {"id", "kind", "good", "text", "headings", "source_language", "fact", "sentence", "why"}
KEYS_OF_FACT = {"statement", "attributed_to", "computed", "date", "evidence"}
MARKS = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})

Case = dict[str, Any]


@cache
def cases(part: str) -> list[Case]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml: ten times slower, the same cases
    read: list[Case] = yaml.load((CORPUS / f"{part}.yaml").read_text(encoding="utf-8"), Loader=loader)
    return read


@cache
def of_part(part: str) -> list[Case]:
    return [case for case in cases(part) if "text" in case]


def all_cases() -> list[Case]:
    return [case for part in PARTS for case in of_part(part)]


def one_form(text: str) -> str:
    """The text with typography made alike, as docs/evidence.md has it."""
    return " ".join(text.translate(MARKS).split())


def body(case: Case) -> str:
    return one_form("\n".join(line for line in case["text"].splitlines() if line not in case["headings"]))


def stands(quote: str, text: str) -> int:
    """How often the quote, from a bound of a word to another, stands in the text."""
    parts = [re.escape(one_form(part)) for part in re.split(r"\[…\]|\[\.\.\.\]", quote)]
    return len(re.findall(r"(?<!\w)" + r".{1,600}?".join(parts) + r"(?!\w)", text))


def quotes(case: Case) -> list[str]:
    return [passage["quote"] for passage in case["fact"]["evidence"]]


def misshapen(case: Case) -> str | None:
    if not {"id", "kind", "good", "text", "headings", "fact", "why"} <= set(case) <= KEYS:
        return "keys of the case"
    if not {"statement", "evidence"} <= set(case["fact"]) <= KEYS_OF_FACT:
        return "keys of the fact"
    if case["kind"] not in KINDS or not isinstance(case["good"], bool) or not case["why"].strip():
        return "kind, good or why"
    if not set(case["headings"]) <= set(case["text"].splitlines()):
        return "a heading that is no line of the text"
    in_fact = case["kind"] in OF_QUOTES and not case["good"]
    if "sentence" in case and ("[@f]" not in case["sentence"] or in_fact):
        return "a sentence that cites nothing, or whose fault can only be in the fact"
    return None


def unsound(case: Case) -> str | None:
    """What is wrong with the quotes of the case, if they are not as true or as false as it says."""
    found = [stands(quote, body(case)) for quote in quotes(case)]
    match case["kind"], case["good"]:
        case "evidence-empty", False:
            return "a quote with words" if any(re.search(r"\w", quote) for quote in quotes(case)) else None
        case "quote-from-heading", False:
            in_headings = [stands(quote, one_form("\n".join(case["headings"]))) for quote in quotes(case)]
            return None if (found, in_headings) == ([0], [1]) else "not in a heading only"
        case "quote-altered" | "quote-not-in-source", False:
            return None if 0 in found else "every quote stands in the text"
        case _ if set(found) != {1}:
            return f"quotes stand {found} times"
        case _ if any(len(quote.split()) < 3 or len(re.findall(r"\w", quote)) < 12 for quote in quotes(case)):
            return "too short a quote"
    return None


@pytest.mark.parametrize("part", PARTS)
def test_each_case_has_the_shape_that_the_readme_says(part: str) -> None:
    assert {case["id"]: fault for case in of_part(part) if (fault := misshapen(case))} == {}


@pytest.mark.parametrize("part", PARTS)
def test_each_quote_is_as_true_or_as_false_as_its_case_says(part: str) -> None:
    assert {case["id"]: fault for case in of_part(part) if (fault := unsound(case))} == {}


def test_ids_are_unique_and_say_where_a_case_stands() -> None:
    for part in PARTS:
        assert [case["id"] for case in of_part(part)] == [f"{part}-{n:03}" for n in range(1, len(of_part(part)) + 1)]


def test_each_kind_has_enough_of_both_labels() -> None:
    count = Counter((case["kind"], case["good"]) for case in all_cases())
    assert {kind: (count[kind, False], count[kind, True]) for kind in KINDS if count[kind, False] < 6} == {}
    assert {kind: (count[kind, False], count[kind, True]) for kind in KINDS if count[kind, True] < 6} == {}
    good = sum(case["good"] for case in all_cases())
    assert min(good, len(all_cases()) - good) >= 130


def test_parts_a_and_b_have_the_same_mix() -> None:
    for kind in KINDS:
        for good in (True, False):
            parts = Counter(
                case["id"].split("-")[1] for case in all_cases() if (case["kind"], case["good"]) == (kind, good)
            )
            assert abs(parts["a"] - parts["b"]) <= 3, (kind, good, parts)


def test_later_parts_have_faults_of_every_kind_in_each_language() -> None:
    later = [(f"{lang}-{part}", 1) for lang in ("en", "fr", "es") for part in "ef"]
    for part, least in (("en-d", 3), ("fr-d", 2), ("es-d", 2), *later):
        count = Counter(case["kind"] for case in of_part(part) if not case["good"])
        assert {kind: count[kind] for kind in KINDS if count[kind] < least} == {}, part


def test_a_case_stands_once() -> None:
    seen = Counter(
        (case["text"], case["fact"]["statement"], case.get("sentence"), str(quotes(case))) for case in all_cases()
    )
    assert [key for key, times in seen.items() if times > 1] == []


SCENARIOS = Path(__file__).parents[2] / "scenarios"
RESTATED = dict.fromkeys("fg", ("restated-en", "restated-fr", "restated-es")) | dict.fromkeys("hij", ("en", "fr", "es"))
"""Which files of a part have statements about the facts of scenarios; from `h` on they follow the others."""
KEYS_OF_RESTATED = {"id", "scenario", "fact", "kind", "good", "statement", "sentence", "attributed_to", "why"}


@pytest.mark.parametrize("part", [f"{what}-{part}" for part in "fghij" for what in RESTATED[part]])
def test_each_restated_fact_is_one_of_its_scenario(part: str) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    facts = {
        name: {fact["id"] for fact in yaml.load((SCENARIOS / name / "evidence/facts.yaml").read_text("utf-8"), loader)}
        for name in ("haiti-2022", "kelmouth-2026")
    }
    for number, case in enumerate(cases(part), 1):
        if "text" in case:
            continue
        assert set(case) <= KEYS_OF_RESTATED, case["id"]
        assert case["id"] == f"{part}-{number:03}"
        assert case["fact"] in facts[case["scenario"]], case["id"]
        assert case["kind"] in KINDS, case["id"]
        assert case["good"] or case["kind"] not in OF_QUOTES | {"evidence-empty"}, case["id"]
        assert ("statement" in case) != ("sentence" in case) or "attributed_to" in case, case["id"]
        assert f"[@{case['fact']}]" in case.get("sentence", f"[@{case['fact']}]"), case["id"]
