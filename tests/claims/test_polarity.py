"""Which words stand under a denial, and which refusals are read into what has not been done."""

import pytest

from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.negation import polarity, willed

DENIED = [
    ("en", "The UN and Canada have not sent troops.", {"sent", "troop"}),
    ("en", "They did not rule out a second main.", set()),
    ("en", "It is not only cheap; it is quick.", set()),
    ("en", "The plan has no drawbacks, and costs 3.5 million.", {"drawba"}),
    ("fr", "L’Inspection ne prescrit pas les moyens.", {"prescr", "moyen"}),
    ("fr", "L’agence n’a délivré que 37 permis.", set()),
    ("es", "No se han enviado tropas.", {"envi", "trop"}),
]


def known(lang: str) -> Lexicon:
    found = lexicon(lang)
    assert found
    return found


@pytest.mark.parametrize(("lang", "text", "stems"), DENIED, ids=[text for _, text, _ in DENIED])
def test_the_words_that_are_denied(lang: str, text: str, stems: set[str]) -> None:
    assert {word.stem for word in polarity(text, known(lang)) if word.denied} == stems


WILLED = [
    ("en", "Canada has refused to send troops.", "en", "Canada has not sent troops.", True),
    ("es", "Canadá se niega a enviar tropas.", "en", "Canada has not sent troops.", True),
    ("fr", "Le Canada a refusé d’envoyer des troupes.", "fr", "Le Canada n’a pas envoyé de troupes.", True),
    ("en", "Canada has refused to send troops.", "en", "Canada rejects the idea of sending troops.", False),
    ("en", "The union refused to agree.", "en", "The union has not agreed to it.", False),
    ("fr", "Le syndicat a refusé de commenter.", "fr", "Le syndicat n’a pas voulu commenter.", False),
    ("en", "Canada has sent no troops.", "en", "Canada has not sent troops.", False),
]


@pytest.mark.parametrize(
    ("lang", "text", "of", "other", "told"), WILLED, ids=[f"{row[1]} | {row[3]}" for row in WILLED]
)
def test_a_refusal_is_more_than_that_it_was_not_done(lang: str, text: str, of: str, other: str, told: bool) -> None:
    assert bool(willed(text, known(lang), [(other, known(of))])) == told
