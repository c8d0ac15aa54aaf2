"""The likelihoods that a scenario gives as fields."""

from collections.abc import Iterator

from briefgen.scenario.model import Scenario


def likelihoods_given(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Path and term, of judgements and then of risks."""
    for judgement in scenario.judgements:
        if judgement.likelihood:
            yield f"judgements.{judgement.id}.likelihood", judgement.likelihood
    for option in scenario.options:
        for risk in option.risks:
            if risk.likelihood:
                yield f"options.{option.id}.risks.{risk.id}.likelihood", risk.likelihood
