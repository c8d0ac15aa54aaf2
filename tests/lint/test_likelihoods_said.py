"""Words of likelihood in the sentences of a judgement."""

from msgspec.structs import replace
from tests.laws.briefs import loaded

from briefgen.claims.statements import MOST
from briefgen.lint.rules.likelihoods import likelihoods_said
from briefgen.markup.model import Prose

SCENARIO = loaded("starter").scenario


def said(bottom_line: str) -> list[str]:
    prose = Prose("bottom_line", "judgement", {"en": bottom_line})
    found = likelihoods_said(replace(SCENARIO, bottom_line=prose))
    return [sentence.text[each.start : each.end] for sentence, each in found if sentence.prose is prose]


def test_each_is_found_in_its_sentence() -> None:
    assert said("It is likely to rain. It is very unlikely to snow, and probably warm.") == [
        "likely", "very unlikely", "probably",
    ]  # fmt: skip


def test_of_a_field_of_nothing_else_the_first_are_looked_at() -> None:
    assert len(said("likely " * 1_000)) == MOST
    assert len(said("likely likely likely. " * 100)) == MOST
