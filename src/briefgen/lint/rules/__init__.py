"""The rules on scenarios, by subject. To add one: a function, and a line here."""

from briefgen.lint.rule import Rule
from briefgen.lint.rules.criteria import check_criteria, check_scales, check_scores, check_weights
from briefgen.lint.rules.evidence import (
    check_near_duplicates,
    check_prose,
    check_single_source,
    check_uncited_sentence,
    check_uncompared_claims,
)
from briefgen.lint.rules.judgements import (
    check_bare_modal,
    check_judgements,
    check_likelihood,
    check_likelihood_rows,
    check_likelihood_with_confidence,
    check_likelihood_words,
)
from briefgen.lint.rules.languages import check_languages, check_translations, check_unprintable
from briefgen.lint.rules.markings import check_marking_too_low, check_markings
from briefgen.lint.rules.options import check_baseline, check_option_sides, check_recommendation, check_unequal_options
from briefgen.lint.rules.references import (
    check_missed_citation,
    check_source_address,
    check_unknown_reference,
    check_unused_evidence,
)
from briefgen.lint.rules.stakeholders import check_membership_cycle, check_positions

RULES: tuple[Rule, ...] = (
    check_unknown_reference,
    check_prose,
    check_missed_citation,
    check_languages,
    check_unprintable,
    check_source_address,
    check_baseline,
    check_weights,
    check_scales,
    check_scores,
    check_positions,
    check_recommendation,
    check_likelihood,
    check_membership_cycle,
    check_markings,
    check_translations,
    check_uncompared_claims,
    check_uncited_sentence,
    check_judgements,
    check_likelihood_words,
    check_likelihood_rows,
    check_likelihood_with_confidence,
    check_bare_modal,
    check_option_sides,
    check_unequal_options,
    check_criteria,
    check_single_source,
    check_unused_evidence,
    check_near_duplicates,
    check_marking_too_low,
)
"""In the order in which they are run."""
