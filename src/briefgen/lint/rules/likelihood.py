"""A likelihood is a term of the scale that the scenario declares."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.lint.likelihoods_given import likelihoods_given
from briefgen.lint.likelihoods_meant import likelihood_cure
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES, band


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `no-likelihood-scale`, `unknown-likelihood`."""
    for path, term in likelihoods_given(scenario):
        if scenario.likelihood_scale is None:
            yield Finding(
                "no-likelihood-scale",
                path,
                f"“{term}” means different things on different scales, and the scenario declares none.",
                "Add `likelihood_scale: icd203` or `likelihood_scale: phia` to scenario.yaml.",
                presumes=("likelihood_scale",),
            )
        elif band(scenario.likelihood_scale, term) is None:
            scale = SCALES[scenario.likelihood_scale]
            yield Finding(
                "unknown-likelihood", path, f"“{term}” is no term of {scale.name}.", likelihood_cure(term, scale)
            )
