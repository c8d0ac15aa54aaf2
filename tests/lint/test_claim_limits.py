"""Only the first numbers and dates of a claim are compared."""

from msgspec.structs import replace
from tests.laws.briefs import loaded

from briefgen.claims.claim import MOST_FIGURES
from briefgen.claims.claims import claims
from briefgen.claims.rules import CLAIM_RULES
from briefgen.markup.model import Prose

SCENARIO = loaded("starter").scenario


def test_the_first_numbers_and_dates_are_compared() -> None:
    prose = Prose(
        "issue", "factual", {"en": "The bus leaves " + "on 1 January at 23:11 for 12 people " * 500 + "[@last-bus]."}
    )
    (claim,) = [each for each in claims(replace(SCENARIO, issue=prose), {}) if each.path == "issue.en"]
    assert len(claim.dates) == MOST_FIGURES
    assert 0 < len(claim.quantities) <= MOST_FIGURES
    found = [finding.code for rule in CLAIM_RULES for finding in rule(claim)]
    assert 0 < found.count("number-not-in-passage") <= MOST_FIGURES
    assert 0 < found.count("date-not-in-passage") <= MOST_FIGURES
