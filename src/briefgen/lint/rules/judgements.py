"""Rules on judgements: what they rest on, and how certain they are."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

import msgspec

from briefgen.claims.hedges import likelihoods
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.phrases import Cue, overlap
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.claims.text import folded, unquoted
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.markup.model import Prose
from briefgen.markup.parse import cited_facts
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses


class JudgedSentence(msgspec.Struct, frozen=True):
    """A sentence of a judgement, or the part of a sentence that a span marks as a judgement."""

    prose: Prose
    lang: str
    text: str
    """Its words, with quotations and everything that is not a judgement replaced by spaces."""
    sentence: Sentence
    lexicon: Lexicon

    def reported(self, offset: int) -> bool:
        """Whether the words at an offset are reported speech: “the operator said that …”."""
        return self.lexicon.voices.saying.within(folded(self.text[:offset]))

    def finding(self, code: Code, start: int, end: int, message: str, hint: str) -> Finding:
        """A finding at a range of `text`."""
        return code.finding(f"{self.prose.path}.{self.lang}", message, hint, self.sentence.place(start, end))


_folded = lru_cache(2048)(folded)
"""Several rules read the same fields, one after the other."""


def judged_sentences(scenario: Scenario, may_matter: Callable[[str, Lexicon], bool]) -> Iterator[JudgedSentence]:
    """All sentences of judgements. `may_matter`: whether a field is relevant to a rule, by its folded text."""
    for prose in proses(scenario):
        for lang, written in prose.texts.items():
            if prose.kind != "judgement" and "{.judgement" not in written:
                continue
            known = lexicon(lang)
            if known is None or not may_matter(_folded(written), known):
                continue
            for sentence in islice(sentences_of(prose, lang, "judgement"), MOST):
                if sentence.text.strip():
                    yield JudgedSentence(prose, lang, unquoted(sentence.text), sentence, known)


JUDGEMENT_WITHOUT_BASIS = Code(
    "judgement-without-basis",
    "warning",
    """
    A judgement that rests on no fact.

    The judgement names no `facts`, and its statement has no citation.

    ## Why it matters

    A judgement is a conclusion from evidence. Without the evidence, readers can neither follow it nor dispute it.

    ## Example

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        confidence: low
    ```

    ## How to fix it

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        confidence: low
        facts: [last-bus]
    ```

    If it is taken as given without evidence, move it to `assumptions`.
    """,
)


JUDGEMENT_WITHOUT_CONFIDENCE = Code(
    "judgement-without-confidence",
    "warning",
    """
    A judgement that does not say how confident the analyst is.

    The judgement has no `confidence`. Confidence is how well the evidence supports the conclusion: `low`, `moderate` or
    `high`. It is not the same as how likely the event itself is.

    ## Why it matters

    “Likely, based on one letter” and “likely, based on three surveys” have different weight for a decision-maker.

    ## Example

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        facts: [last-bus]
    ```

    ## How to fix it

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        facts: [last-bus]
        confidence: low
        confidence_reason: One survey, answered by those who cared to.
    ```
    """,
)


JUDGEMENT_WITHOUT_LIKELIHOOD = Code(
    "judgement-without-likelihood",
    "info",
    """
    A judgement that does not say how likely it is.

    The judgement has no `likelihood`.

    ## Why it matters

    Readers take a judgement about the future as certain unless it says otherwise. A judgement about what is true now,
    or about what is better, may need no likelihood.

    ## Example

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        facts: [last-bus]
        confidence: low
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    judgements:
      - id: ridership
        statement: Fewer people will likely ride than say so in a survey.
        likelihood: likely
        facts: [last-bus]
        confidence: low
    ```
    """,
)


@rule(JUDGEMENT_WITHOUT_BASIS, JUDGEMENT_WITHOUT_CONFIDENCE, JUDGEMENT_WITHOUT_LIKELIHOOD)
def check_judgements(scenario: Scenario) -> Iterator[Finding]:
    """A judgement says what it rests on, how likely it is, and how confident the analyst is."""
    for judgement in scenario.judgements:
        path = f"judgements.{judgement.id}"
        if not judgement.facts and not cited_facts(judgement.statement):
            yield JUDGEMENT_WITHOUT_BASIS.finding(
                path,
                f"The judgement `{judgement.id}` rests on no fact.",
                "Name the facts that it rests on: `facts: [fact]`, or `[@fact]` in its statement.",
                presumes=(f"{path}.facts", f"{path}.statement"),
            )
        if judgement.confidence is None:
            yield JUDGEMENT_WITHOUT_CONFIDENCE.finding(
                path,
                f"It is not said how sure you are of the judgement `{judgement.id}`.",
                "Add `confidence: low`, `moderate` or `high`, by how well the evidence carries it.",
                presumes=(f"{path}.confidence",),
            )
        if not judgement.likelihood:
            yield JUDGEMENT_WITHOUT_LIKELIHOOD.finding(
                path,
                f"The judgement `{judgement.id}` has no likelihood.",
                "If it is about what will happen, add `likelihood:` with a term of the scale.",
                presumes=(f"{path}.likelihood",),
            )


LIKELIHOOD_WITH_CONFIDENCE = Code(
    "likelihood-with-confidence",
    "warning",
    """
    Likelihood and confidence in one sentence.

    The sentence says both how likely something is and how confident the analyst is.

    ## Why it matters

    “We have high confidence that it is unlikely” is easily read as “it will certainly not happen”. The standard for
    such papers (ICD 203) puts the two in different sentences.

    ## Example

    ```yaml
    likelihood_scale: icd203
    handling: With high confidence, the driver is likely to agree.
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    handling: The driver is likely to agree. We say so with high confidence.
    ```

    Judgements and recommendations have a field for confidence: `confidence: high`.
    """,
)


@rule(LIKELIHOOD_WITH_CONFIDENCE)
def check_likelihood_with_confidence(scenario: Scenario) -> Iterator[Finding]:
    """Likelihood and confidence are in different sentences."""
    for sentence in judged_sentences(scenario, lambda text, known: known.reserves.confidence.within(text)):
        sure = sentence.lexicon.reserves.confidence.find(folded(sentence.text))
        likely = likelihoods(sentence.text, sentence.lexicon)
        if not sure or not likely:
            continue
        one, other = (sentence.text[each.start : each.end] for each in (likely[0], sure[0]))
        yield sentence.finding(
            LIKELIHOOD_WITH_CONFIDENCE,
            sure[0].start,
            sure[0].end,
            f"“{other}” stands in one sentence with “{one}”.",
            "Say how likely it is in one sentence, and how sure you are of it in another, or in `confidence:`.",
        )


_MAY_LEAVE_OPEN = ("gaps.", "dissents.")
"""Fields that say what is not known, or how others see it."""
_CELL = ".assessments."
"""The rationale of a score is about what an option is able to do, and has its own certainty."""


BARE_MODAL = Code(
    "bare-modal",
    "warning",
    """
    A “may”, “might” or “could” that leaves open how likely something is.

    A judgement says only that something may, might or could happen. The rule ignores quoted words, questions, the month
    of May and “could not”. It also ignores gaps and dissents, which say what is not known or how others see it, and the
    reason for a score.

    ## Why it matters

    “May” is true of almost everything. It tells the decision-maker nothing, and protects the author.

    ## Example

    ```yaml
    handling: The driver may ask for more.
    ```

    ## How to fix it

    ```yaml
    handling: The driver is likely to ask for more.
    ```

    If you mean what is allowed, or what something is able to do, say that: “is entitled to”, “has room for”.
    """,
)


@rule(BARE_MODAL)
def check_bare_modal(scenario: Scenario) -> Iterator[Finding]:
    """A judgement does not leave open how likely something is; reported once for each sentence."""
    for sentence in judged_sentences(scenario, lambda text, known: known.reserves.possible.within(text)):
        path = sentence.prose.path
        if path.startswith(_MAY_LEAVE_OPEN) or _CELL in path or sentence.text.rstrip().endswith("?"):
            continue
        modal = _modal(sentence)
        if modal and not any(stated.terms for stated in likelihoods(sentence.text, sentence.lexicon)):
            yield sentence.finding(
                BARE_MODAL,
                modal.start,
                modal.end,
                f"“{sentence.text[modal.start : modal.end]}” leaves open how likely it is.",
                "Say it with a term of the scale of likelihood. Where it means what is allowed or what something is "
                "able to do, say that.",
            )


def _modal(sentence: JudgedSentence) -> Cue | None:
    """The first “may”, “might” or “could” of a sentence, but not the month of May or “could not”."""
    plain = folded(sentence.text)
    exceptions = sentence.lexicon.reserves.not_possible.find(plain)
    for cue in sentence.lexicon.reserves.possible.find(plain):
        month = cue.words in sentence.lexicon.dates.doubtful and sentence.text[cue.start].isupper()
        if not month and not any(overlap(cue, each) for each in exceptions):
            return cue
    return None
