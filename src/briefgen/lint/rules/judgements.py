"""Rules on judgements: what they rest on, and likelihood terms of the declared scale, apart from confidence."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

import msgspec

from briefgen.claims.hedges import Stated, likelihoods, may_state
from briefgen.claims.lexicon import Lexicon, lexicon
from briefgen.claims.phrases import Cue, overlap
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.claims.text import folded, unquoted
from briefgen.core.diagnostic import Finding
from briefgen.core.suggestions import closest
from briefgen.markup.model import Prose
from briefgen.markup.parse import cited_facts
from briefgen.model.scenario import Scenario
from briefgen.model.vocabulary import SCALES, Band, LikelihoodScale, band
from briefgen.model.walk import proses


class Judged(msgspec.Struct, frozen=True):
    """A sentence of a field of judgement, or the words of one that a span makes a judgement."""

    prose: Prose
    lang: str
    text: str
    """Its words; what is quoted, and what is no judgement, is blanked."""
    sentence: Sentence
    lexicon: Lexicon

    def reported(self, offset: int) -> bool:
        """Whether what stands at an offset is what somebody else says: “the operator said that …”."""
        return self.lexicon.voices.saying.within(folded(self.text[:offset]))

    def warning(self, code: str, start: int, end: int, message: str, hint: str) -> Finding:
        """A warning at a stretch of `text`."""
        place = self.sentence.place(start, end)
        return Finding(code, f"{self.prose.path}.{self.lang}", message, hint, place, "warning")


_folded = lru_cache(2048)(folded)
"""Several rules look at the same fields, one behind the other."""


def judged(scenario: Scenario, may_matter: Callable[[str, Lexicon], bool]) -> Iterator[Judged]:
    """All of them. `may_matter`: whether a rule need look at a field at all, by its folded text as written."""
    for prose in proses(scenario):
        for lang, written in prose.texts.items():
            if prose.kind != "judgement" and "{.judgement" not in written:
                continue
            known = lexicon(lang)
            if known is None or not may_matter(_folded(written), known):
                continue
            for sentence in islice(sentences_of(prose, lang, "judgement"), MOST):
                if sentence.text.strip():
                    yield Judged(prose, lang, unquoted(sentence.text), sentence, known)


# The likelihoods that a scenario gives, as fields and in the words of its judgements.


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


# What was meant by a likelihood that is no term of the scale.
#
# Terms that look alike are far apart (likely and unlikely), so a term is suggested only where its words say the
# same, where it is a slip of the keyboard, or where a number of percent was given that lies in one step of the
# scale.

_STRONG = frozenset({"very", "highly", "extremely", "most", "très", "muy", "fort", "hautement", "altamente"})
_WEAK = frozenset({"quite", "rather", "fairly", "reasonably", "pretty", "assez", "plutôt", "bastante"})
"""They do not move a likelihood from its step."""
_ALMOST = frozenset({"almost", "nearly", "virtually", "practically", "near", "quasi", "presque", "casi", "quasiment"})
_ROOTS = {
    "likely": "likely", "probable": "likely", "probably": "likely", "vraisemblable": "likely",
    "unlikely": "unlikely", "improbable": "unlikely", "improbably": "unlikely", "invraisemblable": "unlikely",
    "certain": "certain", "certainly": "certain", "certainty": "certain", "seguro": "certain", "cierto": "certain",
}  # fmt: skip
_WHOLE = {
    "remote": "remote", "remote chance": "remote", "almost no chance": "remote", "nearly no chance": "remote",
    "next to no chance": "remote", "chance infime": "remote", "probabilidad remota": "remote",
    "roughly even chance": "even", "roughly even odds": "even", "even chance": "even", "even odds": "even",
    "about even": "even", "fifty fifty": "even", "50 50": "even", "50/50": "even", "chances égales": "even",
    "realistic possibility": "realistic", "realistic probability": "realistic", "realistic chance": "realistic",
}  # fmt: skip
_DENIED = re.compile(r"^(?:not|peu|poco|pas) ")
_PERCENT = re.compile(
    r"(?:about|around|roughly|~|≈)?\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+%?\s*+"
    r"(?:(?:-|–|—|to|à|a)\s*+([0-9]{1,3}(?:[.,][0-9]+)?)\s*+)?(?:%|percent|per cent|pour cent|por ciento)?"
)


def likelihood_cure(term: str, scale: LikelihoodScale) -> str:
    """What to write in place of a word that is no term of the scale: the one that was meant, or all in their order."""
    all_terms = [name for step in scale.bands for name in step.terms]
    if step := _of_percent(term, scale):
        return f"On this scale, {step.low} to {step.high} percent are “{step.terms[0]}”."
    meaning = _meaning(term)
    same = [name for name in all_terms if meaning and _meaning(name) == meaning]
    words = set(term.lower().split())
    same.sort(key=lambda name: words.isdisjoint(name.split()))  # of two rows, the one whose words were used
    near = next(iter(same), None) or closest(term, all_terms)
    if near:
        return f"Did you mean “{near}”?"
    return "Its terms, in percent: " + ", ".join(map(_shown, scale.bands)) + "."


def _shown(step: Band) -> str:
    return f"{' or '.join(step.terms)} ({step.low}–{step.high})"


def _of_percent(term: str, scale: LikelihoodScale) -> Band | None:
    """The one step in which a number or range of percent lies."""
    found = _PERCENT.fullmatch(term.strip().lower())
    if not found:
        return None
    ends = [float(part.replace(",", ".")) for part in found.groups() if part]
    if max(ends) < 1:  # a share of one
        ends = [100 * end for end in ends]
    steps = [step for step in scale.bands if all(step.low <= end <= step.high for end in ends)]
    return steps[0] if len(steps) == 1 else None


def _meaning(term: str) -> str:
    """What a term says, whatever its words: `very likely` for `highly probable`; empty where that is not known."""
    plain = " ".join(term.lower().replace("-", " ").split())
    if whole := _WHOLE.get(plain):
        return whole
    denied = _DENIED.match(plain)
    *before, last = plain[denied.end() if denied else 0 :].split() or [""]
    root = _ROOTS.get(last, "")
    before = [word for word in before if word not in _WEAK]
    match before:
        case [] if denied:
            return "unlikely" if root == "likely" else ""
        case [] if root != "certain":
            return root
        case [word] if word in _STRONG and root in ("likely", "unlikely") and not denied:
            return f"very {root}"
        case [word] if word in _ALMOST and root == "certain" and not denied:
            return "almost certain"
    return ""


# A judgement says what it rests on, how likely it is, and how sure the analyst is of it.


def check_judgements(scenario: Scenario) -> Iterator[Finding]:
    """Finds `judgement-without-basis`, `judgement-without-confidence`, `judgement-without-likelihood`."""
    for judgement in scenario.judgements:
        path = f"judgements.{judgement.id}"
        if not judgement.basis and not cited_facts(judgement.statement):
            yield Finding(
                "judgement-without-basis",
                path,
                f"The judgement `{judgement.id}` rests on no fact.",
                "Name the facts that it rests on: `basis: [fact]`, or `[@fact]` in its statement.",
                severity="warning",
                presumes=(f"{path}.basis", f"{path}.statement"),
            )
        if judgement.confidence is None:
            yield Finding(
                "judgement-without-confidence",
                path,
                f"It is not said how sure you are of the judgement `{judgement.id}`.",
                "Add `confidence: low`, `moderate` or `high`, by how well the evidence carries it.",
                severity="warning",
                presumes=(f"{path}.confidence",),
            )
        if not judgement.likelihood:
            yield Finding(
                "judgement-without-likelihood",
                path,
                f"The judgement `{judgement.id}` has no likelihood.",
                "If it is about what will happen, add `likelihood:` with a term of the scale.",
                severity="info",
                presumes=(f"{path}.likelihood",),
            )


# A likelihood is a term of the scale that the scenario declares.


def check_likelihood(scenario: Scenario) -> Iterator[Finding]:
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


# Where a judgement says in words how likely something is, it uses the terms of the declared scale.


def check_likelihood_words(scenario: Scenario) -> Iterator[Finding]:
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


# Where a scale has two rows of synonyms, a paper keeps to one of them.


def check_likelihood_rows(scenario: Scenario) -> Iterator[Finding]:
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


# How likely something is and how sure the analyst is are two things, and stand in two sentences.


def check_likelihood_with_confidence(scenario: Scenario) -> Iterator[Finding]:
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


# A judgement does not leave open how likely something is: “may”, “might” and “could” cover everything from 1 to
# 99.

_ASIDE = ("gaps.", "dissents.")
"""Fields that tell what is not known, or how others read it."""
_CELL = ".assessments."
"""The reason for a score speaks of what an option is able to do, and has its certainty beside it."""


def check_bare_modal(scenario: Scenario) -> Iterator[Finding]:
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
