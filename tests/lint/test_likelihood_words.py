"""The words of likelihood that judgements are read for are those that a brief prints."""

import pytest

from briefgen.claims.hedges import likelihoods
from briefgen.claims.lexicon import lexicon
from briefgen.locale import LANGUAGES, load
from briefgen.model.vocabulary import SCALES, LikelihoodScale, band

TERMS = sorted({term for scale in SCALES.values() for step in scale.bands for term in step.terms} - {"remote"})
"""“Remote” alone is mostly a place, and is known only where it is a field."""


def printed_terms(lang: str, words: str) -> tuple[str, ...]:
    """What a word of likelihood comes to where it stands in a sentence."""
    known = lexicon(lang)
    assert known is not None
    (stated,) = likelihoods(f"Ici, {words}.", known)
    return stated.terms


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_term_is_known_as_it_is_printed(term: str, lang: str) -> None:
    """Spanish briefs said “sumamente probable” for 80 to 90 percent, which `check` told as off every scale."""
    assert term in printed_terms(lang, load(lang).text(term))


@pytest.mark.parametrize("name", SCALES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_printed_for_one_step_is_read_as_no_other(name: str, lang: str) -> None:
    scale: LikelihoodScale = SCALES[name]
    for step in scale.bands:
        for term in set(step.terms) - {"remote"}:
            read = {band(name, each) for each in printed_terms(lang, load(lang).text(term))} - {None}
            assert read == {step}, term
