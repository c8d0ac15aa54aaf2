"""Every rule on a scenario; what they find is placed in its files."""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefgen.claims.claim import Claim
from briefgen.claims.claims import Surrounding, claims
from briefgen.claims.rules import CLAIM_RULES
from briefgen.core.diagnostic import Diagnostic, Finding
from briefgen.lint.rules import RULES
from briefgen.lint.settling import settle
from briefgen.model.read import Loaded
from briefgen.model.scenario import Scenario


def lint(loaded: Loaded, around: Surrounding, more: Iterable[Finding] = ()) -> list[Diagnostic]:
    """The findings of all rules, and `more` findings about the quotes, each with its place, and with the severities and
    waivers of the scenario applied. `around`: the text around the quotes that were found."""
    found = _findings(loaded.scenario, around)
    return loaded.placed(settle(loaded.scenario, chain(found, more)))


def _findings(scenario: Scenario, around: Surrounding) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(scenario)
    for found in _compared(list(claims(scenario, around))):
        yield from found


def _compared(found: list[Claim]) -> Iterator[list[Finding]]:
    """What the rules find in each claim."""
    if not found:
        return

    for claim in found:
        yield [finding for rule in CLAIM_RULES for finding in rule(claim)]
