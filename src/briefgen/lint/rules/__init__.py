"""The rules on scenarios, by subject. A rule is a function with `@rule` in one of these modules."""

from briefgen.core.codes import Rule, rules_in
from briefgen.lint.rules import (
    criteria,
    dates,
    evidence,
    formats,
    judgements,
    languages,
    likelihoods,
    markings,
    options,
    ratings,
    references,
    scales,
    stakeholders,
)
from briefgen.model.scenario import Scenario

RULES: tuple[Rule[Scenario], ...] = rules_in(
    criteria,
    dates,
    evidence,
    formats,
    judgements,
    languages,
    likelihoods,
    markings,
    options,
    ratings,
    references,
    scales,
    stakeholders,
)
