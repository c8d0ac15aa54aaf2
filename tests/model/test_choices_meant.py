"""Which word of a short list is suggested for a word of everyday; never one that says the contrary."""

import msgspec
import pytest

from briefgen.model.evidence import Source
from briefgen.model.options import Assessment, Criterion, Position
from briefgen.model.reading.values import hint_for_choice
from briefgen.model.scenario import Edition, Scenario
from briefgen.schema import ChoiceType, fields_of

CASES = [
    (Criterion, "better", "lower-is-better", "lower"),
    (Criterion, "better", "higher is better", "higher"),
    (Criterion, "better", "minimise", "lower"),
    (Criterion, "better", "lowr", "lower"),
    (Criterion, "better", "better", ""),
    (Position, "stance", "support", "supports"),
    (Position, "stance", "strongly opposes", "opposes"),
    (Position, "stance", "Against", "opposes"),
    (Position, "stance", "not stated", "not-stated"),
    (Position, "stance", "stated", ""),
    (Position, "stance", "unopposed", ""),
    (Position, "stance", "unsupportive", ""),
    (Position, "basis", "implied", "inferred"),
    (Position, "basis", "not-stated", ""),
    (Edition, "status", "final", "cleared"),
    (Edition, "status", "uncleared", ""),
    (Source, "reliability", "c", "C"),
    (Source, "redistribution", "not-allowed", "quotes-only"),
    (Source, "redistribution", "disallowed", ""),
    (Source, "kind", "newspaper", "news"),
    (Assessment, "leaning", "pro", "for"),
    (Assessment, "leaning", "-", "against"),
    (Assessment, "confidence", "medium", "moderate"),
    (Scenario, "likelihood_scale", "ICD 203", "icd203"),
]


@pytest.mark.parametrize(("cls", "field", "given", "meant"), CASES)
def test_a_word_of_everyday(cls: type[msgspec.Struct], field: str, given: str, meant: str) -> None:
    assert hint_for_choice(given, words_of(cls, field)) == (f"Did you mean `{meant}`?" if meant else "")


def test_the_letter_alone_of_an_admiralty_code() -> None:
    assert hint_for_choice("C2", words_of(Source, "reliability")) == "The letter alone is wanted: `C`."


def words_of(cls: type[msgspec.Struct], field: str) -> list[str]:
    chosen = fields_of(cls)[field].type
    assert isinstance(chosen, ChoiceType)
    return [str(value) for value in chosen.values]
