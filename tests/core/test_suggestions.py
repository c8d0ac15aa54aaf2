"""What is suggested for a word that nobody knows; and where nothing is, since it might be the opposite."""

import pytest

from briefgen.core.suggestions import closest, did_you_mean

MEANT = [
    # -- one letter or two
    ("liekly", "likely unlikely", "likely"),
    ("modrate", "low moderate high", "moderate"),
    ("recommandation", "recommendation resources", "recommendation"),
    ("last-buss", "last-bus would-use", "last-bus"),
    # -- capitals, accents, hyphens, and how others write names
    ("Would_Use", "would-use last-bus", "would-use"),
    ("decisionMaker", "decision_maker", "decision_maker"),
    ("équipe", "equipe", "equipe"),
    ("unknown-fakt", "unknown-fact unknown-source", "unknown-fact"),
    # -- letters that nobody sees
    ("tri\u0430l", "trial", "trial"),
    ("trial\u00a0", "trial", "trial"),
    ("tri\u200bal", "trial", "trial"),
]

NOT_MEANT = [
    # -- an opposite that looks alike
    ("quite-likely", "unlikely"),
    ("likely", "unlikely"),
    ("stated", "not-stated"),
    ("uncleared", "draft cleared"),
    ("lower-is-better", "more-is-better less-is-better"),
    ("postfix", "prefix suffix"),
    # -- a neighbour in a row
    ("option-3", "option-1 option-2"),
    ("survey-2025", "survey-2026"),
    # -- two that are as near
    ("trail", "trial train"),
    # -- another thing with words in common
    ("gangs-capital", "gangs-country"),
    ("x", "id"),
]


@pytest.mark.parametrize(("word", "known", "meant"), MEANT)
def test_a_slip_is_seen(word: str, known: str, meant: str) -> None:
    assert closest(word, known.split()) == meant


@pytest.mark.parametrize(("word", "known"), NOT_MEANT)
def test_nothing_is_suggested_beyond_slips(word: str, known: str) -> None:
    assert closest(word, known.split()) is None
    assert did_you_mean(word, known.split()) == ""


def test_a_letter_that_looks_like_another_is_told() -> None:
    assert did_you_mean("tri\u0430l", ["trial"]) == (
        "Did you mean `trial`? It holds U+0430, cyrillic small letter a: type it anew."
    )
    assert "U+00A0, no-break space" in did_you_mean("trial\u00a0", ["trial"])
    assert did_you_mean("équipe", ["equipe"]) == "Did you mean `equipe`?"


def test_a_very_long_word_is_not_compared() -> None:
    assert closest("x" * 81, ["x" * 80]) is None
