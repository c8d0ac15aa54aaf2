"""One claim, one quote, and the code that is told of it, or none: what parts g and h of the corpus taught."""

from pathlib import Path

import pytest
from tests.claims.trial import Case, told

CLAIMS = [
    # Each figure stands with what it counts.
    (
        "en", "The plan passed by 11 votes to 4, with 2 abstentions",
        "The plan passed by 11 votes to 2, with 4 abstentions.", "figure-of-another-date",
    ),
    (
        "en", "The plan passed by 11 votes to 4, with 2 abstentions",
        "By 11 votes to 4, with 2 abstentions, the plan was passed.", None,
    ),
    (
        "es", "Se aprobó por 11 votos contra 4 y 2 abstenciones",
        "Se aprobó por 11 votos contra 2, con 4 abstenciones.", "figure-of-another-date",
    ),
    # “One” and “none” in digits.
    (
        "en", "The plan passed by seven votes to none, with one abstention",
        "The plan passed by 7 votes to 0, with 1 abstention.", None,
    ),
    (
        "en", "The plan passed by seven votes to three, with two abstentions",
        "The plan passed by 7 votes to 0, with 2 abstentions.", "number-not-in-passage",
    ),
    # The day of a date counts nothing.
    (
        "en", "On 9 April 2026 the committee took note by seven votes",
        "On 9 April 2026 the committee took note by nine votes.", "number-not-in-passage",
    ),
    # A speed in another unit.
    (
        "fr", "Les vents ont atteint 190 km/h à la station",
        "Les vents ont atteint 190 nœuds à la station.", "number-not-in-passage",
    ),
    # “Never so little” denies nothing, “provided that” is no “always”, and the month that is named is no other.
    (
        "es", "Los manantiales dieron 11.500 m³, el mínimo desde 1948",
        "Los manantiales dieron 11.500 m³; desde 1948 nunca habían dado tan poco.", None,
    ),
    (
        "es", "El cierre se aprobará si el Congreso lo autoriza",
        "El cierre se aprobará, siempre que el Congreso lo autorice.", None,
    ),
    (
        "fr", "Au début d’octobre, le ministre a demandé des troupes",
        "Au début du mois d’octobre, le ministre a demandé des troupes.", None,
    ),
    # What remains to be done is not done so far.
    (
        "es", "Hasta la fecha se ha reunido la mitad de lo necesario",
        "Se ha reunido la mitad de lo necesario; el resto queda por reunir.", None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "quote", "claim", "code"), CLAIMS, ids=[claim for _, _, claim, _ in CLAIMS])
def test_what_is_told_of_a_claim(tmp_path: Path, lang: str, quote: str, claim: str, code: str | None) -> None:
    entry = {"text": quote + ".\n", "fact": {"statement": claim, "evidence": [{"quote": quote}]}}
    assert told(Case("", "", code is None, lang, entry), tmp_path) == ([code] if code else [])


ABROAD = [
    ("es", "cholera had returned", "El cólera ha vuelto a todo el país.", "scope-widened"),
    ("es", "cholera had returned", "El cólera ha vuelto.", None),
    ("es", "the envoys have not sent troops", "Los enviados se han negado a enviar tropas.", "negation-differs"),
    ("es", "the envoys have not sent troops", "Los enviados no han mandado tropas.", None),
]


@pytest.mark.parametrize(("lang", "quote", "claim", "code"), ABROAD, ids=[claim for _, _, claim, _ in ABROAD])
def test_what_is_told_of_a_claim_on_an_english_quote(
    tmp_path: Path, lang: str, quote: str, claim: str, code: str | None
) -> None:
    entry = {
        "text": f"Officials say that {quote}.\n", "source_language": "en",
        "fact": {"statement": claim, "evidence": [{"quote": quote}]},
    }  # fmt: skip
    assert told(Case("", "", code is None, lang, entry), tmp_path) == ([code] if code else [])


SPEAKERS = [
    (
        "Canadian officials told the agency that the vehicles are for the blockades",
        "Haitian officials told the agency that the vehicles are for the blockades.", "speaker-not-in-passage",
    ),
    (
        "Canadian officials told the agency that the vehicles are for the blockades",
        "Officials of Canada told the agency that the vehicles are for the blockades.", None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "claim", "code"), SPEAKERS, ids=[claim for _, claim, _ in SPEAKERS])
def test_officials_of_one_country_do_not_speak_for_another(
    tmp_path: Path, quote: str, claim: str, code: str | None
) -> None:
    entry = {"text": quote + ".\n", "fact": {"statement": claim, "evidence": [{"quote": quote}]}}
    assert (code in told(Case("", "", code is None, "en", entry), tmp_path)) is (code is not None)
