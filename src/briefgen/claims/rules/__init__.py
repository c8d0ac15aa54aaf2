"""The rules on claims, by subject. A rule is a function with `@rule` in one of these modules."""

from briefgen.claims.claim import Claim
from briefgen.claims.rules import dates, hedges, names, negation, numbers, quotations, scope, speakers
from briefgen.core.codes import Rule, rules_in

CLAIM_RULES: tuple[Rule[Claim], ...] = rules_in(
    dates, hedges, names, negation, numbers, quotations, scope, speakers
)  # fmt: skip
