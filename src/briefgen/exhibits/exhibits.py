"""The exhibits of a scenario, as a template sees them."""

import msgspec

from briefgen.analysis import Analysis
from briefgen.document import Blocks, Inline, Inlines, Paragraph, Table
from briefgen.exhibits.likelihoods import Likelihood, likelihood_scale, likelihoods
from briefgen.exhibits.ranking import RankingSummary, ranking_summary
from briefgen.exhibits.scores import Ranking, ranking, value_functions
from briefgen.exhibits.tables import (
    evidence_on,
    key,
    options_at_a_glance,
    options_by_criteria,
    options_by_screening,
    options_by_stakeholders,
)
from briefgen.exhibits.words import Words
from briefgen.locale import Locale
from briefgen.model.options import Option
from briefgen.model.scenario import Scenario


class Exhibits(msgspec.Struct, frozen=True):
    """One field an exhibit; a template gives it its caption. A key says what the signs of its table mean."""

    options_at_a_glance: Table
    """What each option means, who is on record on it, and how much evidence there is."""
    options_by_criteria: Table
    """On the weighted criteria."""
    key_by_criteria: str
    options_by_screening: Table | None
    """On what an option must pass, where something is screened."""
    key_by_screening: str
    options_by_stakeholders: Table
    key_by_stakeholders: str
    likelihood_scale: Table | None
    """The terms of likelihood that the scenario declares, with their ranges."""
    likelihoods: tuple[Likelihood, ...]
    """The terms one by one, for `find`."""
    option_by_criteria: Table | None
    """Of the one option that the brief is about."""
    option_key_by_criteria: str
    option_by_screening: Table | None
    """Of that option."""
    option_key_by_screening: str
    evidence_on_option: str
    """On how many criteria there is evidence for it."""
    verdict: Blocks
    """Which ranking the comparison supports, what would change it, and its limits."""
    verdict_in_short: Inlines
    """For a first page: the ranking, and what would change it soonest."""
    ranking: Ranking | None
    """The scores, where options are ranked."""
    value_functions: Table | None
    """The value functions, where there are scores."""


def exhibits(scenario: Scenario, analysis: Analysis, option: Option | None, locale: Locale, lang: str) -> Exhibits:
    """The exhibits in one language; `option` is the one that the brief is about, if it is about one."""
    words = Words(locale, lang)
    verdict = ranking_summary(analysis, scenario, words)
    by_criteria = options_by_criteria(scenario, scenario.options, words)
    by_screening = options_by_screening(scenario, scenario.options, words)
    by_stakeholders = options_by_stakeholders(scenario, words)
    of_option = options_by_criteria(scenario, (option,), words) if option else None
    of_option_screening = options_by_screening(scenario, (option,), words) if option else None
    return Exhibits(
        options_at_a_glance(scenario, words),
        by_criteria,
        key(by_criteria, "leaning", words),
        by_screening,
        key(by_screening, "leaning", words),
        by_stakeholders,
        key(by_stakeholders, "stance", words),
        likelihood_scale(scenario, words),
        likelihoods(scenario, words),
        of_option,
        key(of_option, "leaning", words),
        of_option_screening,
        key(of_option_screening, "leaning", words),
        evidence_on(scenario, option, words) if option else "",
        _paragraphs(verdict, words),
        in_a_line(verdict.short, words),
        ranking(analysis, scenario, words),
        value_functions(analysis, scenario, words),
    )


def _paragraphs(verdict: RankingSummary, words: Words) -> Blocks:
    """The ranking and what would change it; then, in a paragraph of its own, its limits."""
    lead = Paragraph(in_a_line((verdict.headline, *verdict.conditions), words), "lead")
    return (lead, Paragraph(in_a_line(verdict.remarks, words))) if verdict.remarks else (lead,)


def in_a_line(sentences: tuple[Inlines, ...], words: Words) -> Inlines:
    """Sentences one after another."""
    out: list[Inline] = []
    for sentence in sentences:
        out += (words.figure(" "), *sentence) if out else sentence
    return tuple(out)
