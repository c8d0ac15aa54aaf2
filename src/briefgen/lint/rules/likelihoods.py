"""Rules on likelihoods: they are terms of the declared scale, in fields and in the words of judgements."""

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.claims.hedges import Stated, likelihoods, may_state
from briefgen.claims.statements import MOST
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.core.suggestions import closest
from briefgen.lint.rules.judgements import JudgedSentence, judged_sentences
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES, Band, LikelihoodScale, band


def likelihoods_given(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Path and term of each `likelihood`, of judgements and then of risks."""
    for judgement in scenario.judgements:
        if judgement.likelihood:
            yield f"judgements.{judgement.id}.likelihood", judgement.likelihood
    for option in scenario.options:
        for risk in option.risks:
            if risk.likelihood:
                yield f"options.{option.id}.risks.{risk.id}.likelihood", risk.likelihood


def likelihoods_said(scenario: Scenario) -> Iterator[tuple[JudgedSentence, Stated]]:
    """Each likelihood in the words of a judgement, with its sentence; at most `MOST` for each field."""
    seen: Counter[str] = Counter()
    for sentence in judged_sentences(scenario, may_state):
        field = f"{sentence.prose.path}.{sentence.lang}"
        for stated in likelihoods(sentence.text, sentence.lexicon)[: MOST - seen[field]]:
            seen[field] += 1
            yield sentence, stated


# Suggestions for a likelihood that is not on the scale. Similar words can have opposite meanings (likely, unlikely), so
# a term is suggested only if it means the same, differs by a typing mistake, or covers the percentage that was given.

_STRONG = frozenset({"very", "highly", "extremely", "most", "très", "muy", "fort", "hautement", "altamente"})
_WEAK = frozenset({"quite", "rather", "fairly", "reasonably", "pretty", "assez", "plutôt", "bastante"})
"""They do not change the step of a likelihood."""
_ALMOST = frozenset({"almost", "nearly", "virtually", "practically", "near", "quasi", "presque", "casi", "quasiment"})
_ROOTS = {
    "likely": "likely", "probable": "likely", "probably": "likely", "vraisemblable": "likely",
    "unlikely": "unlikely", "improbable": "unlikely", "improbably": "unlikely", "invraisemblable": "unlikely",
    "certain": "certain", "certainly": "certain", "certainty": "certain", "seguro": "certain", "cierto": "certain",
}  # fmt: skip
_PHRASES = {
    "remote": "remote", "remote chance": "remote", "almost no chance": "remote", "nearly no chance": "remote",
    "next to no chance": "remote", "chance infime": "remote", "probabilidad remota": "remote",
    "roughly even chance": "even", "roughly even odds": "even", "even chance": "even", "even odds": "even",
    "about even": "even", "fifty fifty": "even", "50 50": "even", "50/50": "even", "chances égales": "even",
    "realistic possibility": "realistic", "realistic probability": "realistic", "realistic chance": "realistic",
}  # fmt: skip
_NEGATION = re.compile(r"^(?:not|peu|poco|pas) ")
_PERCENT = re.compile(
    r"(?:about|around|roughly|~|≈)?\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+%?\s*+"
    r"(?:(?:-|–|—|to|à|a)\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+)?(?:%|percent|per cent|pour cent|por ciento)?"
)


def likelihood_hint(term: str, scale: LikelihoodScale) -> str:
    """The term of the scale that was probably meant, or all terms in order."""
    all_terms = [name for step in scale.bands for name in step.terms]
    if step := _of_percent(term, scale):
        return f"On this scale, {step.low} to {step.high} percent are “{step.terms[0]}”."
    meaning = _meaning(term)
    same = [name for name in all_terms if meaning and _meaning(name) == meaning]
    words = set(term.lower().split())
    same.sort(key=lambda name: words.isdisjoint(name.split()))  # prefer the row with the same words
    near = next(iter(same), None) or closest(term, all_terms)
    if near:
        return f"Did you mean “{near}”?"
    return "Its terms, in percent: " + ", ".join(map(_with_range, scale.bands)) + "."


def _with_range(step: Band) -> str:
    return f"{' or '.join(step.terms)} ({step.low}–{step.high})"


def _of_percent(term: str, scale: LikelihoodScale) -> Band | None:
    """The only step that contains a percentage or a range of percentages."""
    found = _PERCENT.fullmatch(term.strip().lower())
    if not found:
        return None
    ends = [float(part.replace(",", ".")) for part in found.groups() if part]
    if max(ends) < 1:  # a fraction
        ends = [100 * end for end in ends]
    steps = [step for step in scale.bands if all(step.low <= end <= step.high for end in ends)]
    return steps[0] if len(steps) == 1 else None


def _meaning(term: str) -> str:
    """The meaning of a term: `very likely` for `highly probable`. Empty if it is not known."""
    plain = " ".join(term.lower().replace("-", " ").split())
    if whole := _PHRASES.get(plain):
        return whole
    negated = _NEGATION.match(plain)
    *before, last = plain[negated.end() if negated else 0 :].split() or [""]
    root = _ROOTS.get(last, "")
    before = [word for word in before if word not in _WEAK]
    match before:
        case [] if negated:
            return "unlikely" if root == "likely" else ""
        case [] if root != "certain":
            return root
        case [word] if word in _STRONG and root in ("likely", "unlikely") and not negated:
            return f"very {root}"
        case [word] if word in _ALMOST and root == "certain" and not negated:
            return "almost certain"
    return ""


NO_LIKELIHOOD_SCALE = Code(
    "no-likelihood-scale",
    "error",
    """
    A likelihood without a scale that says what it means.

    A judgement or risk has a `likelihood`, but the scenario does not say which scale the term belongs to.

    ## Why it matters

    “Likely” is 55 to 80% on one scale and 55 to 75% on another. Without a scale, it can mean anything. The brief prints
    the scale that was used.

    ## Example

    ```yaml
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        likelihood: likely
        confidence: low
        facts: [last-bus]
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        likelihood: likely
        confidence: low
        facts: [last-bus]
    ```

    The scales are `icd203` (United States intelligence community) and `phia` (United Kingdom).
    """,
)


UNKNOWN_LIKELIHOOD = Code(
    "unknown-likelihood",
    "error",
    """
    A likelihood that is not on the scale of the scenario.

    The scenario names a scale (`icd203` or `phia`), and the word is not one of its terms.

    ## Why it matters

    Each term of a scale means a range of percentages, which the brief prints. A word that is not on the scale has no
    such meaning.

    ## Example

    ```yaml
    likelihood_scale: icd203
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        likelihood: quite likely
        confidence: low
        facts: [last-bus]
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    judgements:
      - id: ridership
        statement: Fewer people will ride than say so in a survey.
        likelihood: likely
        confidence: low
        facts: [last-bus]
    ```
    """,
)


@rule(NO_LIKELIHOOD_SCALE, UNKNOWN_LIKELIHOOD)
def check_likelihood(scenario: Scenario) -> Iterator[Finding]:
    """A likelihood is a term of the scale that the scenario declares."""
    for path, term in likelihoods_given(scenario):
        if scenario.likelihood_scale is None:
            yield NO_LIKELIHOOD_SCALE.finding(
                path,
                f"“{term}” means different things on different scales, and the scenario declares none.",
                "Add `likelihood_scale: icd203` or `likelihood_scale: phia` to scenario.yaml.",
                presumes=("likelihood_scale",),
            )
        elif band(scenario.likelihood_scale, term) is None:
            scale = SCALES[scenario.likelihood_scale]
            yield UNKNOWN_LIKELIHOOD.finding(
                path, f"“{term}” is no term of {scale.name}.", likelihood_hint(term, scale)
            )


LIKELIHOOD_OFF_SCALE = Code(
    "likelihood-off-scale",
    "warning",
    """
    A word for a likelihood that is not on the scale of the paper.

    A judgement says how likely something is, with a word that is not on the scale of the scenario. The rule ignores
    what the paper reports as somebody else's view.

    ## Why it matters

    The brief prints its scale, with the range of each term in percent. A word that is not on the scale means whatever a
    reader takes it to mean.

    ## Example

    ```yaml
    likelihood_scale: icd203
    handling: The driver will quite likely ask for more.
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    handling: The driver will likely ask for more.
    ```
    """,
)


@rule(LIKELIHOOD_OFF_SCALE)
def check_likelihood_words(scenario: Scenario) -> Iterator[Finding]:
    """A judgement that says in words how likely something is uses the terms of the declared scale."""
    declared = scenario.likelihood_scale
    if declared is None:
        return
    terms = ", ".join(step.terms[0] for step in SCALES[declared].bands)
    for sentence, said in likelihoods_said(scenario):
        if any(band(declared, term) for term in said.terms) or sentence.reported(said.start):
            continue
        words = sentence.text[said.start : said.end]
        yield sentence.finding(
            LIKELIHOOD_OFF_SCALE,
            said.start,
            said.end,
            f"“{words}” is no term of {SCALES[declared].name}, the scale of this paper.",
            f"Use one of its terms, from the least to the most likely: {terms}.",
        )


LIKELIHOOD_ROWS_MIXED = Code(
    "likelihood-rows-mixed",
    "warning",
    """
    Words for likelihoods from both rows of a scale.

    Some scales have two words for each step, in two rows: “likely” and “probable”. This paper uses words from both
    rows. briefgen reports the words from the row that is used less.

    ## Why it matters

    A reader who finds “likely” here and “probable” there looks for a difference, and there is none.

    ## Example

    ```yaml
    likelihood_scale: icd203
    judgements:
      - {id: riders, statement: Few ride., likelihood: likely, confidence: low, facts: [last-bus]}
      - {id: noise, statement: Few are woken., likelihood: highly probable, confidence: low, facts: [last-bus]}
    ```

    ## How to fix it

    ```yaml
    likelihood_scale: icd203
    judgements:
      - {id: riders, statement: Few ride., likelihood: likely, confidence: low, facts: [last-bus]}
      - {id: noise, statement: Few are woken., likelihood: very likely, confidence: low, facts: [last-bus]}
    ```
    """,
)


@rule(LIKELIHOOD_ROWS_MIXED)
def check_likelihood_rows(scenario: Scenario) -> Iterator[Finding]:
    """A paper uses one of the two rows of synonyms of a scale; reported at the terms of the row it uses less."""
    scale = SCALES[scenario.likelihood_scale] if scenario.likelihood_scale else None
    if scale is None or any(len(step.terms) != 2 for step in scale.bands):
        return
    rows: tuple[list[Finding], list[Finding]] = ([], [])
    for number, finding in _used(scenario, scale):
        rows[number].append(finding)
    if all(rows):
        yield from min(reversed(rows), key=len)


def _used(scenario: Scenario, scale: LikelihoodScale) -> Iterator[tuple[int, Finding]]:
    """Each term in a field or in the words of a judgement: its row, and the finding if the row is used less."""
    places = {term: (number, step.terms[1 - number]) for step in scale.bands for number, term in enumerate(step.terms)}
    for path, term in likelihoods_given(scenario):
        if term.lower() in places:
            row, other = places[term.lower()]
            yield row, LIKELIHOOD_ROWS_MIXED.finding(path, *_mixed(term, other, scale))
    for sentence, said in likelihoods_said(scenario):
        if len(said.terms) == 1 and said.terms[0] in places and not sentence.reported(said.start):
            row, other = places[said.terms[0]]
            words = sentence.text[said.start : said.end]
            yield row, sentence.finding(LIKELIHOOD_ROWS_MIXED, said.start, said.end, *_mixed(words, other, scale))


def _mixed(words: str, other: str, scale: LikelihoodScale) -> tuple[str, str]:
    """Message and hint."""
    return (
        f"“{words}” is of the other row of {scale.name} than most terms of this paper.",
        f"Its like in their row is “{other}”: two words for one likelihood look like two likelihoods.",
    )
