"""The rules on claims, by subject. To add one: a function, and a line here."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from briefgen.claims.claim import Claim
from briefgen.claims.rules.dates import check_dates, check_relative_dates
from briefgen.claims.rules.hedges import check_hedges
from briefgen.claims.rules.names import check_names
from briefgen.claims.rules.negation import check_negation, check_negation_across_languages
from briefgen.claims.rules.numbers import check_direction, check_numbers, check_pairs
from briefgen.claims.rules.quotations import check_quotations
from briefgen.claims.rules.scope import check_scope, check_scope_across_languages
from briefgen.claims.rules.speakers import check_attribution, check_speakers
from briefgen.core.diagnostic import Finding

ClaimRule: TypeAlias = Callable[[Claim], Iterator[Finding]]
"""A function of one claim; its docstring names the codes that it reports."""

CLAIM_RULES: tuple[ClaimRule, ...] = (
    check_numbers,
    check_dates,
    check_pairs,
    check_relative_dates,
    check_hedges,
    check_scope,
    check_scope_across_languages,
    check_direction,
    check_negation,
    check_negation_across_languages,
    check_attribution,
    check_speakers,
    check_quotations,
    check_names,
)
