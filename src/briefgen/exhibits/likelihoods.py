"""The terms of likelihood in use, with their ranges in words: “likely (55–80%)”."""

import msgspec

from briefgen.document import Inlines
from briefgen.exhibits.words import Words
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES


class Likelihood(msgspec.Struct, frozen=True):
    """A term of the scenario's scale."""

    id: str
    """The term, as the scenario writes it."""
    words: Inlines


def likelihoods(scenario: Scenario, words: Words) -> tuple[Likelihood, ...]:
    """Every term of the scale, or none where no scale is declared."""
    if scenario.likelihood_scale is None:
        return ()
    out: list[Likelihood] = []
    for step in SCALES[scenario.likelihood_scale].bands:
        share = words.locale.formats.percent.format(number=f"{step.low}–{step.high}")
        out += [Likelihood(term, (words.figure(f"{words.locale.text(term)} ({share})"),)) for term in step.terms]
    return tuple(out)
