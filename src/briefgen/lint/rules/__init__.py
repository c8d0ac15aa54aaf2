"""One rule, one file. To add one: a file, and a line here."""

from briefgen.lint.rule import Rule
from briefgen.lint.rules import (
    baseline,
    languages,
    likelihood,
    markings,
    membership_cycle,
    missed_citation,
    positions,
    prose,
    recommendation,
    scales,
    scores,
    translations,
    uncompared_claims,
    unknown_reference,
    weights,
)

RULES: tuple[Rule, ...] = (
    unknown_reference.check,
    prose.check,
    missed_citation.check,
    languages.check,
    baseline.check,
    weights.check,
    scales.check,
    scores.check,
    positions.check,
    recommendation.check,
    likelihood.check,
    membership_cycle.check,
    markings.check,
    translations.check,
    uncompared_claims.check,
)
