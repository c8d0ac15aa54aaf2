"""The exhibits of a scenario, as a template sees them."""

import msgspec

from briefgen.document import Table
from briefgen.exhibits.likelihood_scale import likelihood_scale
from briefgen.exhibits.likelihoods import Likelihood, likelihoods
from briefgen.exhibits.options_at_a_glance import evidence_on, options_at_a_glance
from briefgen.exhibits.options_by_criteria import options_by_criteria
from briefgen.exhibits.options_by_stakeholders import options_by_stakeholders
from briefgen.exhibits.words import Words
from briefgen.locale import Locale
from briefgen.scenario.model import Option, Scenario


class Exhibits(msgspec.Struct, frozen=True):
    """One field an exhibit; a template gives it its caption and key."""

    options_at_a_glance: Table
    """What each option means, who is on record on it, and how much evidence there is."""
    options_by_criteria: Table
    options_by_stakeholders: Table
    likelihood_scale: Table | None
    """The terms of likelihood that the scenario declares, with their ranges."""
    likelihoods: tuple[Likelihood, ...]
    """The same, one by one, for `find`."""
    option_by_criteria: Table | None
    """Of the one option that the brief is about."""
    evidence_on_option: str
    """On how many criteria there is evidence for it."""


def exhibits(scenario: Scenario, option: Option | None, locale: Locale, lang: str) -> Exhibits:
    """The exhibits in one language; `option` is the one that the brief is about, if it is about one."""
    words = Words(locale, lang)
    return Exhibits(
        options_at_a_glance(scenario, words),
        options_by_criteria(scenario, scenario.options, words),
        options_by_stakeholders(scenario, words),
        likelihood_scale(scenario, words),
        likelihoods(scenario, words),
        options_by_criteria(scenario, (option,), words) if option else None,
        evidence_on(scenario, option, words) if option else "",
    )
