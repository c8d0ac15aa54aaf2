"""Where a scale has two rows of synonyms, a paper keeps to one of them."""

from collections.abc import Iterator

from briefgen.diagnostic import Finding
from briefgen.lint.likelihoods_given import likelihoods_given, likelihoods_said
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
    for sentence, said in likelihoods_said(scenario):
        if len(said.terms) == 1 and said.terms[0] in places and not sentence.reported(said.start):
            row, other = places[said.terms[0]]
            words = sentence.text[said.start : said.end]
            yield row, sentence.warning("likelihood-rows-mixed", said.start, said.end, *_told(words, other, scale))


def _told(words: str, other: str, scale: LikelihoodScale) -> tuple[str, str]:
    return (
        f"“{words}” is of the other row of {scale.name} than most terms of this paper.",
        f"Its like in their row is “{other}”: two words for one likelihood look like two likelihoods.",
    )
