"""Likelihoods: suggestions for words that are not on the scale, and likelihoods in the words of judgements."""

import pytest
from msgspec.structs import replace
from tests.laws.briefs import loaded

from briefgen.claims.hedges import likelihoods
from briefgen.claims.lexicon import lexicon
from briefgen.claims.statements import MOST
from briefgen.lint.rules.likelihoods import likelihood_hint, likelihoods_said
from briefgen.locale import LANGUAGES, load
from briefgen.markup.model import Prose
from briefgen.model.vocabulary import SCALES, LikelihoodScale, ScaleName, band

# A term, and the suggestions on ICD 203 and on PHIA. Empty: all terms are listed.
CASES = [
    ("quite likely", "likely", "likely"),
    ("not likely", "unlikely", "unlikely"),
    ("extremely likely", "very likely", "highly likely"),
    ("very improbable", "very unlikely", "highly unlikely"),
    ("very likely", "very likely", "highly likely"),
    ("nearly certain", "almost certain", "almost certain"),
    ("50/50", "roughly even chance", ""),
    ("realistic probability", "", "realistic possibility"),
    ("liekly", "likely", "likely"),
    ("très probable", "highly probable", "highly likely"),
    ("poco probable", "unlikely", "unlikely"),
    # no step of a scale, or several
    ("possible", "", ""),
    ("certain", "", ""),
    ("high", "", ""),
    ("not very likely", "", ""),
    ("more likely than not", "", ""),
]


@pytest.mark.parametrize(("given", "icd203", "phia"), CASES)
def test_a_term_with_the_same_meaning_is_suggested(given: str, icd203: str, phia: str) -> None:
    scales: tuple[tuple[ScaleName, str], ...] = (("icd203", icd203), ("phia", phia))
    for scale, meant in scales:
        hint = likelihood_hint(given, SCALES[scale])
        assert hint == f"Did you mean “{meant}”?" if meant else hint.startswith("Its terms, in percent: "), hint


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("70%", "On this scale, 55 to 80 percent are “likely”."),
        ("0.7", "On this scale, 55 to 80 percent are “likely”."),
        ("55–80 %", "On this scale, 55 to 80 percent are “likely”."),
        ("80%", "Its terms, in percent:"),  # the end of one step and the start of the next
        ("30-70%", "Its terms, in percent:"),
    ],
)
def test_a_percentage_becomes_a_term(given: str, hint: str) -> None:
    assert likelihood_hint(given, SCALES["icd203"]).startswith(hint)


def test_all_terms_are_listed_in_order() -> None:
    assert likelihood_hint("possible", SCALES["phia"]) == (
        "Its terms, in percent: remote chance (0–5), highly unlikely (10–20), unlikely (25–35), realistic possibility "
        "(40–50), likely or probable (55–75), highly likely (80–90), almost certain (95–100)."
    )


SCENARIO = loaded("starter").scenario


def said(bottom_line: str) -> list[str]:
    prose = Prose("bottom_line", "judgement", {"en": bottom_line})
    found = likelihoods_said(replace(SCENARIO, bottom_line=prose))
    return [sentence.text[each.start : each.end] for sentence, each in found if sentence.prose is prose]


def test_likelihoods_are_found_in_their_sentences() -> None:
    assert said("It is likely to rain. It is very unlikely to snow, and probably warm.") == [
        "likely", "very unlikely", "probably",
    ]  # fmt: skip


def test_only_the_first_likelihoods_of_a_field_are_read() -> None:
    assert len(said("likely " * 1_000)) == MOST
    assert len(said("likely likely likely. " * 100)) == MOST


TERMS_IN_WORDS = sorted({term for scale in SCALES.values() for step in scale.bands for term in step.terms} - {"remote"})
"""“Remote” alone usually describes a place, and is a term only in a field."""


def printed_terms(lang: str, words: str) -> tuple[str, ...]:
    """The terms of a likelihood that is in a sentence."""
    known = lexicon(lang)
    assert known is not None
    (stated,) = likelihoods(f"Ici, {words}.", known)
    return stated.terms


@pytest.mark.parametrize("term", TERMS_IN_WORDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_term_is_recognised_as_it_is_printed(term: str, lang: str) -> None:
    assert term in printed_terms(lang, load(lang).text(term))


@pytest.mark.parametrize("name", SCALES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_printed_term_of_one_step_is_not_read_as_another(name: str, lang: str) -> None:
    scale: LikelihoodScale = SCALES[name]
    for step in scale.bands:
        for term in set(step.terms) - {"remote"}:
            read = {band(name, each) for each in printed_terms(lang, load(lang).text(term))} - {None}
            assert read == {step}, term
