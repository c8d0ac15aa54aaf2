"""Where a judgement says in words how likely something is, it uses the terms of the declared scale."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.lint.likelihoods_given import likelihoods_said
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES, band


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `likelihood-off-scale`. What somebody else is said to hold likely stands in their words."""
    declared = scenario.likelihood_scale
    if declared is None:
        return
    terms = ", ".join(step.terms[0] for step in SCALES[declared].bands)
    for sentence, said in likelihoods_said(scenario):
        if any(band(declared, term) for term in said.terms) or sentence.reported(said.start):
            continue
        words = sentence.text[said.start : said.end]
        yield sentence.warning(
            "likelihood-off-scale",
            said.start,
            said.end,
            f"“{words}” is no term of {SCALES[declared].name}, the scale of this paper.",
            f"Use one of its terms, from the least to the most likely: {terms}.",
        )
