"""Rules on evidence: factual sentences cite facts, and facts do not repeat each other."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from briefgen.claims.claims import uncompared
from briefgen.claims.lexicon import CODES, lexicon
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.claims.text import folded
from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.lint.rules.references import named_facts
from briefgen.markup.model import Prose, choose
from briefgen.markup.parse import parse
from briefgen.model.evidence import Fact
from briefgen.model.reading.language_codes import is_language
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses

_HINT = "Cite the fact that carries it, `[@fact]`, or mark what it is instead: `[…]{.judgement}`, `[…]{.assumption}`."


UNCITED_SENTENCE = Code(
    "uncited-sentence",
    "warning",
    """
    A sentence that states a fact and cites nothing.

    A field that states facts (background, a summary, a position, a key date) has a sentence without a citation. A
    citation covers its own sentence only. After the full stop, it covers the sentence before it.

    ## Why it matters

    The brief promises that every statement can be traced to a passage. A reader who finds one that cannot will doubt
    the others.

    ## Example

    ```yaml
    issue: The last bus leaves the station at 23:10 [@last-bus]. Most people walk home.
    ```

    ## How to fix it

    ```yaml
    issue: The last bus leaves the station at 23:10 [@last-bus]. [Most people walk home.]{.judgement}
    ```

    If a sentence is not a fact, mark it with a span: `[…]{.judgement}`, `[…]{.assumption}`, `[…]{.inferred}`, or
    `[…]{.computed}` for a calculated figure. An introduction that ends in a colon needs no citation if each item of its
    list has one.
    """,
)


@rule(UNCITED_SENTENCE)
def check_uncited_sentence(scenario: Scenario) -> Iterator[Finding]:
    """Each factual sentence cites a fact. In a language without a lexicon, sentences cannot be split reliably, and one
    citation is enough for the whole field."""
    aside = _checked_elsewhere(scenario)
    for prose in proses(scenario):
        if prose.kind != "factual" or prose.path in aside:
            continue
        for lang, written in prose.texts.items():
            if _ONE_CITED.fullmatch(written):
                continue
            if parse(prose, lang).findings:
                continue  # check_prose reports them
            sentences = list(islice(sentences_of(prose, lang), MOST))
            if lexicon(lang):
                yield from _uncited(prose, lang, sentences)
            elif any(map(_states, sentences)) and not any(sentence.cites for sentence in sentences):
                message = "Nothing is cited for what this field states."
                yield UNCITED_SENTENCE.finding(f"{prose.path}.{lang}", message, _HINT)


_ONE_CITED = re.compile(r"[^.!?…\n]*\[@[\w-]+\][^.!?…\n]*[.!?…]?\n?")
"""A text of one sentence with a citation. Most texts are, and need no parsing."""


def _checked_elsewhere(scenario: Scenario) -> set[str]:
    """Fields that need no citation: a fact has its evidence, and `check_positions` reports stated positions."""
    return {fact.statement.path for fact in scenario.facts} | {
        position.text.path
        for party in scenario.stakeholders
        for position in party.positions.values()
        if position.text and position.basis == "stated" and "@" not in "".join(position.text.texts.values())
    }


def _uncited(prose: Prose, lang: str, sentences: list[Sentence]) -> Iterator[Finding]:
    for sentence in sentences:
        if sentence.cites or sentence.introduces or not _states(sentence):
            continue
        yield UNCITED_SENTENCE.finding(
            f"{prose.path}.{lang}",
            "Nothing is cited for this sentence.",
            _HINT,
            sentence.place(*_to_cite(sentence)),
        )


def _to_cite(sentence: Sentence) -> tuple[int, int]:
    """The range of a sentence to report: all of it, or the longest part between spans."""
    if sentence.text == sentence.words:
        return 0, len(sentence.words)
    return max((found.span() for found in _STRETCH.finditer(sentence.text)), key=lambda each: each[1] - each[0])


_STRETCH = re.compile(r"[^\s,;:](?:(?!\s{2}).)*[^\s,;:]|[^\s,;:]")


def _states(sentence: Sentence) -> bool:
    """Whether a sentence has words outside spans. An attempt at a citation is reported by `check_missed_citation`."""
    return any(letter.isalpha() for letter in sentence.text) and not _ATTEMPT.search(sentence.words)


_ATTEMPT = re.compile(r"(?<![\w@.])@\w|\[[a-z0-9]+(?:-[a-z0-9]+)+(?:[;,][^\[\]]*)?\]")


SINGLE_SOURCE = Code(
    "single-source",
    "info",
    """
    All facts rest on one source.

    Every quote comes from the same document, and the scenario has no `sourcing` that says so. This is reported once for
    the whole scenario.

    ## Why it matters

    If that source is wrong or biased, so is the whole paper. Two documents that repeat the same letter are one source,
    too; briefgen cannot see that, so check it yourself.

    ## Example

    ```yaml
    sources:
      - {id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
      - id: taxi-gap
        statement: People with a car of their own take a taxi.
        evidence:
          - {source: survey, quote: take a taxi}
    issue: The last bus leaves at 23:10 [@last-bus]. Some take a taxi [@taxi-gap].
    ```

    ## How to fix it

    Look for a second, independent source. Until you have one, say in `sourcing` what the paper rests on, and keep the
    confidence of its judgements low.

    ```yaml
    sources:
      - {id: survey, title: Evening travel survey, file: survey.txt, redistribution: allowed}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
      - id: taxi-gap
        statement: People with a car of their own take a taxi.
        evidence:
          - {source: survey, quote: take a taxi}
    issue: The last bus leaves at 23:10 [@last-bus]. Some take a taxi [@taxi-gap].
    sourcing: This paper rests on a single survey.
    ```
    """,
)


@rule(SINGLE_SOURCE)
def check_single_source(scenario: Scenario) -> Iterator[Finding]:
    """The facts rest on several sources, or `sourcing` says what they rest on."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    if scenario.sourcing is None and len(scenario.facts) > 1 and len(quoted) == 1:
        (source,) = quoted
        yield SINGLE_SOURCE.finding(
            f"sources.{source}",
            f"All {len(scenario.facts)} facts rest on one source, `{source}`.",
            "Look for a second, independent one; until there is one, say so in `sourcing`.",
            presumes=("facts", "sourcing"),
        )


FACT_NOT_CHECKED = Code(
    "fact-not-checked",
    "warning",
    """
    A cited fact that nobody has compared with its passages.

    The edition has `requires_check: true`, so each fact that is cited needs `checked_by`: who compared its statement
    with its passages, and when. `briefgen check --release` reports it as an error.

    ## Why it matters

    A quote can be word for word in its source, and the statement above it can still say the opposite. Only a person can
    rule that out.

    ## Example

    ```yaml
    edition: {number: 1, requires_check: true}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```

    ## How to fix it

    Ask somebody else to read the statement next to its passages, and write who did:

    ```yaml
    edition: {number: 1, requires_check: true}
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        checked_by: {name: B. Lund, date: 2026-01-18}
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```
    """,
    others=("error",),
)


@rule(FACT_NOT_CHECKED)
def check_checked_by(scenario: Scenario) -> Iterator[Finding]:
    """Where the edition requires it, somebody has compared each cited fact with its passages."""
    if not scenario.edition.requires_check:
        return
    cited = named_facts(scenario)
    for fact in scenario.facts:
        if fact.id in cited and fact.checked_by is None:
            yield FACT_NOT_CHECKED.finding(
                f"facts.{fact.id}",
                f"Nobody has compared `{fact.id}` with its passages, which this edition requires.",
                "Add `checked_by: {name: …, date: …}` to the fact when somebody has.",
                presumes=(f"facts.{fact.id}", "edition"),
            )


SIMILAR = 0.8
"""The share of common words from which two statements are reported."""
COMMON = 12
"""The number of facts that share a shingle from which it is too common to mean anything: “according to the”."""
MIN_SHINGLES = 0.15
"""The share of common shingles from which two statements are compared word by word."""
CANDIDATES = 4
"""The number of facts, those with most common shingles, that one fact is compared with word by word."""

_WORD = re.compile(r"[^\W_]+")


NEAR_DUPLICATE_FACTS = Code(
    "near-duplicate-facts",
    "info",
    """
    Two facts that say nearly the same thing.

    The statements of two facts share most of their words, and have the same numbers.

    ## Why it matters

    Two notes for one thing look like two pieces of evidence. When one of the facts is corrected, the other is
    forgotten.

    ## Example

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
      - id: last-bus-again
        statement: The last bus leaves the town station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
    ```

    ## How to fix it

    ```yaml
    facts:
      - id: last-bus
        statement: The last bus leaves the station at 23:10.
        evidence:
          - {source: survey, quote: "the last bus leaves the station at 23:10"}
      - id: taxi
        statement: After it, people take a taxi, walk, or are fetched.
        evidence:
          - {source: survey, quote: "people take a taxi, walk, or are fetched"}
    ```

    If two sources say the same thing, put both passages under one fact. If the facts differ, say how.
    """,
)


@rule(NEAR_DUPLICATE_FACTS)
def check_near_duplicates(scenario: Scenario) -> Iterator[Finding]:
    """No two facts say nearly the same; reported at the second one. Statements with different numbers are different.

    Statements are compared by their shingles (three words in a row). Only facts that share a rare shingle are compared
    word by word, so the work grows with the number of facts, not of pairs (Broder, On the resemblance and containment
    of documents, 1997)."""
    holders: dict[tuple[str, ...], list[int]] = {}
    read: list[list[str]] = []
    for number, fact in enumerate(scenario.facts):
        words = _WORD.findall(_plain(fact, scenario.language))
        read.append(words)
        shared: Counter[int] = Counter()
        shingles = dict.fromkeys(zip(words, words[1:], words[2:], strict=False)) or {tuple(words): None}
        for shingle in shingles:
            known = holders.setdefault(shingle, [])
            if len(known) < COMMON:
                shared.update(known)
                known.append(number)
        for earlier, count in shared.most_common(CANDIDATES) if shared else ():
            if count >= MIN_SHINGLES * len(shingles) and _similar(read[earlier], words):
                other = scenario.facts[earlier].id
                yield NEAR_DUPLICATE_FACTS.finding(
                    f"facts.{fact.id}.statement",
                    f"The facts `{other}` and `{fact.id}` say nearly the same.",
                    f"Put the evidence of both under one of them, or say how `{fact.id}` differs.",
                )
                break


def _plain(fact: Fact, lang: str) -> str:
    key = choose(fact.statement.texts, lang)
    return folded(fact.statement.texts[key]) if key else ""


def _similar(one: list[str], other: list[str]) -> bool:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common >= SIMILAR * (len(one) + len(other)) and _numbers(one) == _numbers(other)


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if any(sign.isdigit() for sign in word)}


@rule()
def check_prose(scenario: Scenario) -> Iterator[Finding]:
    """The Markdown of a field is what prose can contain."""
    for prose in proses(scenario):
        for lang in prose.texts:
            yield from parse(prose, lang).findings


CLAIMS_NOT_COMPARED = Code(
    "claims-not-compared",
    "info",
    """
    Some claims were not compared with their passages because of their language.

    briefgen compares claims in English, French and Spanish. It does not compare a claim in another language, or a claim
    whose source is in another language and has no `translation` into the language of the claim.

    ## Why it matters

    No finding there does not mean that nothing is wrong.

    ## Example

    ```yaml
    issue:
      en: The last bus leaves at 23:10 [@last-bus].
      it: L’ultimo autobus parte alle 23:10 [@last-bus].
    ```

    ## How to fix it

    Compare them yourself, or ask somebody who knows the language. If you add a `translation` of the quote into the
    language of the claim, briefgen compares the claim with that.

    ```yaml
    issue: The last bus leaves at 23:10 [@last-bus].
    ```
    """,
)


@rule(CLAIMS_NOT_COMPARED)
def check_uncompared_claims(scenario: Scenario) -> Iterator[Finding]:
    """Every claim could be compared with its passages; reported once for each scenario, at the first claim."""
    # check_languages reports what is not a language code
    found = [each for each in uncompared(scenario) if is_language(each.lang)]
    if not found:
        return
    several = len(found) > 1
    languages = " and ".join(f"`{lang}`" for lang in sorted({each.lang for each in found}))
    yield CLAIMS_NOT_COMPARED.finding(
        found[0].path,
        f"{len(found)} {'claims were' if several else 'claim was'} not compared with"
        f" {'their passages' if several else 'its passage'}: the language is {languages}"
        f"{'; this is the first' if several else ''}.",
        f"Only {', '.join(f'`{code}`' for code in CODES)} are read. A `translation` of the quote into the language of"
        " the claim is compared in its place; else compare them yourself.",
    )
