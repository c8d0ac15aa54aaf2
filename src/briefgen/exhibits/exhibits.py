"""The exhibits of a scenario, as a template sees them."""

import msgspec

from briefgen.document import Table
from briefgen.exhibits.likelihood_scale import likelihood_scale
from briefgen.exhibits.likelihoods import Likelihood, likelihoods
from briefgen.exhibits.options_at_a_glance import options_at_a_glance
from briefgen.exhibits.options_by_criteria import options_by_criteria
from briefgen.exhibits.options_by_stakeholders import options_by_stakeholders
from briefgen.exhibits.words import Words
from briefgen.locale import Locale
from briefgen.scenario.model import Scenario


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


def exhibits(scenario: Scenario, locale: Locale, lang: str) -> Exhibits:
    """The exhibits in one language."""
    words = Words(locale, lang)
    return Exhibits(
        options_at_a_glance(scenario, words),
        options_by_criteria(scenario, words),
        options_by_stakeholders(scenario, words),
        likelihood_scale(scenario, words),
        likelihoods(scenario, words),
    )
