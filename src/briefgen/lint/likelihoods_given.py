"""The likelihoods that a scenario gives, as fields and in the words of its judgements."""

from collections import Counter
from collections.abc import Iterator

from briefgen.claims.hedges import Stated, likelihoods, may_state
from briefgen.claims.statements import MOST
from briefgen.lint.judging import Judged, judged
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


def likelihoods_said(scenario: Scenario) -> Iterator[tuple[Judged, Stated]]:
    """Each in the sentence of a judgement that says it; of a field the first `MOST`, as of its sentences."""
    seen: Counter[str] = Counter()
    for sentence in judged(scenario, may_state):
        field = f"{sentence.prose.path}.{sentence.lang}"
        for stated in likelihoods(sentence.text, sentence.lexicon)[: MOST - seen[field]]:
            seen[field] += 1
            yield sentence, stated
