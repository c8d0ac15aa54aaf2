"""What is suggested for a likelihood that is no term of the scale: the term that says the same, or all in order."""

import pytest

from briefgen.lint.rules.likelihoods import likelihood_hint
from briefgen.model.vocabulary import SCALES, ScaleName

# What was written; what is suggested on ICD 203, and on PHIA; nothing: all terms are shown.
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
    # -- words that mean no step of a scale, or several
    ("possible", "", ""),
    ("certain", "", ""),
    ("high", "", ""),
    ("not very likely", "", ""),
    ("more likely than not", "", ""),
]


@pytest.mark.parametrize(("given", "icd203", "phia"), CASES)
def test_a_likelihood_is_suggested_that_says_the_same(given: str, icd203: str, phia: str) -> None:
    scales: tuple[tuple[ScaleName, str], ...] = (("icd203", icd203), ("phia", phia))
    for scale, meant in scales:
        cure = likelihood_hint(given, SCALES[scale])
        assert cure == f"Did you mean “{meant}”?" if meant else cure.startswith("Its terms, in percent: "), cure


@pytest.mark.parametrize(
    ("given", "cure"),
    [
        ("70%", "On this scale, 55 to 80 percent are “likely”."),
        ("0.7", "On this scale, 55 to 80 percent are “likely”."),
        ("55–80 %", "On this scale, 55 to 80 percent are “likely”."),
        ("80%", "Its terms, in percent:"),  # the end of one step, and the beginning of the next
        ("30-70%", "Its terms, in percent:"),
    ],
)
def test_a_number_of_percent_is_put_into_words(given: str, cure: str) -> None:
    assert likelihood_hint(given, SCALES["icd203"]).startswith(cure)


def test_the_terms_are_shown_in_their_order() -> None:
    assert likelihood_hint("possible", SCALES["phia"]) == (
        "Its terms, in percent: remote chance (0–5), highly unlikely (10–20), unlikely (25–35), realistic possibility "
        "(40–50), likely or probable (55–75), highly likely (80–90), almost certain (95–100)."
    )
