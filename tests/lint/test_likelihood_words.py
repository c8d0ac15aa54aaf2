"""The words of likelihood that judgements are read for are those that a brief prints."""

import pytest

from briefgen.agreement.lexicon import lexicon
from briefgen.agreement.likelihoods import likelihoods
from briefgen.locale import load
from briefgen.scenario.vocabulary import SCALES

TERMS = sorted({term for scale in SCALES.values() for step in scale.bands for term in step.terms} - {"remote"})
"""“Remote” alone is mostly a place, and is known only where it is a field."""


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_term_is_known_as_it_is_printed(term: str, lang: str) -> None:
    known = lexicon(lang)
    assert known is not None
    found = likelihoods(f"Ici, {load(lang).text(term)}.", known)
    assert [term in stated.terms for stated in found] == [True]
