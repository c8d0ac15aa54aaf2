"""Every rule on a scenario; what they find is placed in its files."""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefgen.agreement.claims import Surrounding, claims
from briefgen.diagnostic import Diagnostic, Finding
from briefgen.lint.claims import CLAIM_RULES
from briefgen.lint.rules import RULES
from briefgen.lint.settling import settle
from briefgen.scenario import Loaded
from briefgen.scenario.model import Scenario


def lint(loaded: Loaded, around: Surrounding, more: Iterable[Finding] = ()) -> list[Diagnostic]:
    """What the rules find, each at its place, and `more` that was found of the quotes, weighed and waived as the
    scenario says. `around`: the text around the quotes that were found."""
    return loaded.placed(settle(loaded.scenario, chain(_findings(loaded.scenario, around), more)))


def _findings(scenario: Scenario, around: Surrounding) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(scenario)
    for claim in claims(scenario, around):
        for claim_rule in CLAIM_RULES:
            yield from claim_rule(claim)
