"""Where a judgement says in words how likely something is, it uses the terms of the declared scale."""

from collections.abc import Iterator

from briefgen.agreement.likelihoods import likelihoods, may_state
from briefgen.diagnostic import Finding
from briefgen.lint.judging import judged
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES, band


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `likelihood-off-scale`. What somebody else is said to hold likely stands in their words."""
    declared = scenario.likelihood_scale
    if declared is None:
        return
    for sentence in judged(scenario, may_state):
        for stated in likelihoods(sentence.text, sentence.lexicon):
            if any(band(declared, term) for term in stated.terms) or sentence.reported(stated.start):
                continue
            words = sentence.text[stated.start : stated.end]
            terms = ", ".join(step.terms[0] for step in SCALES[declared].bands)
            yield sentence.warning(
                "likelihood-off-scale",
                stated.start,
                stated.end,
                f"“{words}” is no term of {SCALES[declared].name}, the scale of this paper.",
                f"Use one of its terms, from the least to the most likely: {terms}.",
            )
