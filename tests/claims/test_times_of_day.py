"""A time of day is one figure, whichever clock it is told by."""

import pytest

from briefgen.claims.lexicon import lexicon
from briefgen.claims.matching import match
from briefgen.claims.numbers import Quantity
from briefgen.claims.quantities import quantities

SAME = [
    ("en", "at 18:30", "en", "at 6.30 pm"),
    ("en", "until 11.10 p.m.", "fr", "jusqu’à 23 h 10"),
    ("en", "from 6 to 8 pm", "fr", "de 18 heures à 20 heures"),
    ("en", "at 8:45 in the evening", "es", "a las 20:45"),
    ("es", "a las 6.30 de la tarde", "fr", "à 18h30"),
]

OTHER = [
    ("en", "at 18:30", "en", "at 6.30 am"),
    ("en", "at 23:10", "fr", "à 23 h 15"),
    ("en", "at 23:10", "en", "23.10 euros"),
    ("fr", "à 8 h 45", "es", "a las 20:45"),
]


def read(lang: str, text: str) -> tuple[Quantity, ...]:
    known = lexicon(lang)
    assert known
    return quantities(text, known)


@pytest.mark.parametrize(("lang", "claim", "other", "passage"), SAME)
def test_the_same_time(lang: str, claim: str, other: str, passage: str) -> None:
    mine = read(lang, claim)
    assert mine
    assert all(match(each, read(other, passage)).verdict == "same" for each in mine)


@pytest.mark.parametrize(("lang", "claim", "other", "passage"), OTHER)
def test_another_time(lang: str, claim: str, other: str, passage: str) -> None:
    assert [match(each, read(other, passage)).verdict for each in read(lang, claim)] == ["none"]


def test_a_length_of_time_is_none() -> None:
    assert [each.unit for each in read("fr", "pendant 2 h 30 min")] == ["hour", "minute"]
