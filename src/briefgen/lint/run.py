"""Runs every rule on a scenario, and locates the findings in its files."""

from collections.abc import Iterable
from itertools import chain

from briefgen.claims.claims import Surrounding, claims
from briefgen.claims.rules import CLAIM_RULES
from briefgen.core.diagnostic import Diagnostic, Finding
from briefgen.lint.rules import RULES
from briefgen.lint.waivers import apply_waivers
from briefgen.model.read import Loaded


def lint(loaded: Loaded, around: Surrounding, more: Iterable[Finding] = ()) -> list[Diagnostic]:
    """The findings of all rules and `more` findings about the quotes, with their locations, and with the severities and
    waivers of the scenario. `around`: the text around the quotes that were found."""
    scenario = loaded.scenario
    found = chain.from_iterable(rule(scenario) for rule in RULES)
    compared = chain.from_iterable(rule(claim) for claim in claims(scenario, around) for rule in CLAIM_RULES)
    return loaded.placed(apply_waivers(scenario, chain(found, compared, more)))
