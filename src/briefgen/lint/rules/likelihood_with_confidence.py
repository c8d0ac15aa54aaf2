"""How likely something is and how sure the analyst is are two things, and stand in two sentences."""

from collections.abc import Iterator

from briefgen.claims.hedges import likelihoods
from briefgen.claims.text import folded
from briefgen.diagnostic import Finding
from briefgen.lint.judging import judged
from briefgen.scenario.model import Scenario


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `likelihood-with-confidence`."""
    for sentence in judged(scenario, lambda text, known: known.reserves.confidence.within(text)):
        sure = sentence.lexicon.reserves.confidence.find(folded(sentence.text))
        likely = likelihoods(sentence.text, sentence.lexicon)
        if not sure or not likely:
            continue
        one, other = (sentence.text[each.start : each.end] for each in (likely[0], sure[0]))
        yield sentence.warning(
            "likelihood-with-confidence",
            sure[0].start,
            sure[0].end,
            f"“{other}” stands in one sentence with “{one}”.",
            "Say how likely it is in one sentence, and how sure you are of it in another, or in `confidence:`.",
        )
