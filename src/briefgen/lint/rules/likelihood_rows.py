"""Where a scale has two rows of synonyms, a paper keeps to one of them."""

from collections.abc import Iterator

from briefgen.agreement.likelihoods import likelihoods, may_state
from briefgen.diagnostic import Finding
from briefgen.lint.judging import judged
from briefgen.lint.likelihoods_given import likelihoods_given
from briefgen.scenario.model import Scenario
from briefgen.scenario.vocabulary import SCALES, LikelihoodScale


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `likelihood-rows-mixed`, at the terms of the row that the paper uses less."""
    scale = SCALES[scenario.likelihood_scale] if scenario.likelihood_scale else None
    if scale is None or any(len(step.terms) != 2 for step in scale.bands):
        return
    rows: tuple[list[Finding], list[Finding]] = ([], [])
    for number, finding in _used(scenario, scale):
        rows[number].append(finding)
    if all(rows):
        yield from min(reversed(rows), key=len)


def _used(scenario: Scenario, scale: LikelihoodScale) -> Iterator[tuple[int, Finding]]:
    """Each term that a field or a judgement uses, by the row that it is of: what would be told of it."""
    places = {term: (number, step.terms[1 - number]) for step in scale.bands for number, term in enumerate(step.terms)}
    for path, term in likelihoods_given(scenario):
        if term.lower() in places:
            row, other = places[term.lower()]
            yield row, Finding(
                "likelihood-rows-mixed", path, *_told(term, other, scale), severity="warning",
            )  # fmt: skip
    for sentence in judged(scenario, may_state):
        for stated in likelihoods(sentence.text, sentence.lexicon):
            if len(stated.terms) == 1 and stated.terms[0] in places and not sentence.reported(stated.start):
                row, other = places[stated.terms[0]]
                words = sentence.text[stated.start : stated.end]
                yield (
                    row,
                    sentence.warning("likelihood-rows-mixed", stated.start, stated.end, *_told(words, other, scale)),
                )


def _told(words: str, other: str, scale: LikelihoodScale) -> tuple[str, str]:
    return (
        f"“{words}” is of the other row of {scale.name} than most terms of this paper.",
        f"Its like in their row is “{other}”: two words for one likelihood look like two likelihoods.",
    )
