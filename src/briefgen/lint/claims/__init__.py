"""Rules on claims: one rule, one file, or a folder. To add one: a file, and a line here."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from briefgen.agreement.claim import Claim
from briefgen.diagnostic import Finding
from briefgen.lint.claims import (
    dates,
    direction,
    hedges,
    names,
    negation,
    negation_abroad,
    numbers,
    pairing,
    quotations,
    relative_dates,
    saying,
    scope,
    scope_abroad,
    speaker,
)

ClaimRule: TypeAlias = Callable[[Claim], Iterator[Finding]]
"""A function of one claim; its module's docstring says what it is about."""

CLAIM_RULES: tuple[ClaimRule, ...] = (
    numbers.check,
    dates.check,
    pairing.check,
    relative_dates.check,
    hedges.check,
    scope.check,
    scope_abroad.check,
    direction.check,
    negation.check,
    negation_abroad.check,
    speaker.check,
    saying.check,
    quotations.check,
    names.check,
)
