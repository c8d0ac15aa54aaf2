"""One rule, one file. To add one: a file, and a line here. A rule is loaded when it is asked."""

from importlib import import_module

from briefgen.lint.rule import Rule

RULES = (
    "unknown_reference",
    "prose",
    "missed_citation",
    "languages",
    "unprintable",
    "source_address",
    "baseline",
    "weights",
    "scales",
    "scores",
    "positions",
    "recommendation",
    "likelihood",
    "membership_cycle",
    "markings",
    "translations",
    "uncompared_claims",
    "uncited_sentence",
    "judgements",
    "likelihood_words",
    "likelihood_rows",
    "likelihood_with_confidence",
    "bare_modal",
    "option_sides",
    "unequal_options",
    "criteria",
    "single_source",
    "unused_evidence",
    "near_duplicates",
    "marking_too_low",
)
"""By the names of their files, in the order in which they are asked."""


def rule(name: str) -> Rule:
    """The rule of a file."""
    check: Rule = import_module(f"{__name__}.{name}").check
    return check
