"""Every rule on a scenario; what they find is placed in its files."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

import msgspec

from briefgen.agreement.claim import Claim
from briefgen.agreement.claims import Surrounding, claims
from briefgen.diagnostic import Diagnostic, Finding
from briefgen.lint.claims import CLAIM_RULES
from briefgen.lint.rules import RULES
from briefgen.lint.settling import settle
from briefgen.scenario import Loaded
from briefgen.scenario.model import Scenario
from briefgen.world import parted


def lint(loaded: Loaded, around: Surrounding, more: Iterable[Finding] = ()) -> list[Diagnostic]:
    """What the rules find, each at its place, and `more` that was found of the quotes, weighed and waived as the
    scenario says. `around`: the text around the quotes that were found."""
    return loaded.placed(settle(loaded.scenario, chain(_findings(loaded.scenario, around), more)))


def _findings(scenario: Scenario, around: Surrounding) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(scenario)
    yield from _of_claims(list(claims(scenario, around)))


_FEW = 60
"""Claims that a core can look at while another is being set to work."""


def _of_claims(found: list[Claim]) -> Iterator[Finding]:
    """Each claim is looked at by itself, so a long list is shared out among the cores, claim by claim."""

    def work(part: int, parts: int) -> bytes:
        return msgspec.msgpack.encode([[*_of_claim(claim)] for claim in found[part::parts]])

    given = [_DECODER.decode(each) for each in parted(work, most=max(1, len(found) // _FEW))]
    for each in zip_longest(*given, fillvalue=()):
        yield from chain.from_iterable(each)


_DECODER = msgspec.msgpack.Decoder(list[list[Finding]])


def _of_claim(claim: Claim) -> Iterator[Finding]:
    for rule in CLAIM_RULES:
        yield from rule(claim)
