"""A judgement does not leave open how likely something is: “may”, “might” and “could” cover everything from 1 to 99."""

from collections.abc import Iterator

from briefgen.claims.hedges import likelihoods
from briefgen.claims.phrases import Cue, overlap
from briefgen.claims.text import folded
from briefgen.diagnostic import Finding
from briefgen.lint.judging import Judged, judged
from briefgen.scenario.model import Scenario

_ASIDE = ("gaps.", "dissents.")
"""Fields that tell what is not known, or how others read it."""
_CELL = ".assessments."
"""The reason for a score speaks of what an option is able to do, and has its certainty beside it."""


def check(scenario: Scenario) -> Iterator[Finding]:
    """Finds `bare-modal`: once a sentence, and not where the sentence has a term of likelihood too."""
    for sentence in judged(scenario, lambda text, known: known.reserves.possible.within(text)):
        path = sentence.prose.path
        if path.startswith(_ASIDE) or _CELL in path or sentence.text.rstrip().endswith("?"):
            continue
        modal = _modal(sentence)
        if modal and not any(stated.terms for stated in likelihoods(sentence.text, sentence.lexicon)):
            yield sentence.warning(
                "bare-modal",
                modal.start,
                modal.end,
                f"“{sentence.text[modal.start : modal.end]}” leaves open how likely it is.",
                "Say it with a term of the scale of likelihood. Where it means what is allowed or what something is "
                "able to do, say that.",
            )


def _modal(sentence: Judged) -> Cue | None:
    plain = folded(sentence.text)
    aside = sentence.lexicon.reserves.not_possible.find(plain)
    for cue in sentence.lexicon.reserves.possible.find(plain):
        month = cue.words in sentence.lexicon.dates.doubtful and sentence.text[cue.start].isupper()
        if not month and not any(overlap(cue, each) for each in aside):
            return cue
    return None
