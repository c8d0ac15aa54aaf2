"""Rules on evidence: factual sentences cite facts, and facts do not repeat each other."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from briefgen.claims.claims import uncompared
from briefgen.claims.lexicon import CODES, lexicon
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.claims.text import folded
from briefgen.core.diagnostic import Finding
from briefgen.markup.model import Prose, choose
from briefgen.markup.parse import parse
from briefgen.model.evidence import Fact
from briefgen.model.reading.language_codes import is_language
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses

_CURE = "Cite the fact that carries it, `[@fact]`, or mark what it is instead: `[…]{.judgement}`, `[…]{.assumption}`."


def check_uncited_sentence(scenario: Scenario) -> Iterator[Finding]:
    """Finds `uncited-sentence`. In a language whose abbreviations are not known, where sentences cannot be told apart
    for sure, one citation is enough for the whole field."""
    aside = _told_elsewhere(scenario)
    for prose in proses(scenario):
        if prose.kind != "factual" or prose.path in aside:
            continue
        for lang, written in prose.texts.items():
            if _ONE_CITED.fullmatch(written):
                continue
            if parse(prose, lang).findings:
                continue  # a span or citation that is not one is mended first
            sentences = list(islice(sentences_of(prose, lang), MOST))
            if lexicon(lang):
                yield from _each(prose, lang, sentences)
            elif any(map(_states, sentences)) and not any(sentence.cites for sentence in sentences):
                message = "Nothing is cited for what this field states."
                yield Finding("uncited-sentence", f"{prose.path}.{lang}", message, _CURE, severity="warning")


_ONE_CITED = re.compile(r"[^.!?…\n]*\[@[\w-]+\][^.!?…\n]*[.!?…]?\n?")
"""A text of one sentence that cites, as most are: it need not be taken apart."""


def _told_elsewhere(scenario: Scenario) -> set[str]:
    """A fact has its evidence beside the statement; a position is looked at by a rule of its own."""
    return {fact.statement.path for fact in scenario.facts} | {
        position.text.path
        for party in scenario.stakeholders
        for position in party.positions.values()
        if position.text and position.basis == "stated" and "@" not in "".join(position.text.texts.values())
    }


def _each(prose: Prose, lang: str, sentences: list[Sentence]) -> Iterator[Finding]:
    for sentence in sentences:
        if sentence.cites or sentence.introduces or not _states(sentence):
            continue
        yield Finding(
            "uncited-sentence",
            f"{prose.path}.{lang}",
            "Nothing is cited for this sentence.",
            _CURE,
            sentence.place(*_own_words(sentence)),
            severity="warning",
        )


def _own_words(sentence: Sentence) -> tuple[int, int]:
    """What of a sentence is to be cited: all of it, or the longest stretch between spans."""
    if sentence.text == sentence.words:
        return 0, len(sentence.words)
    return max((found.span() for found in _STRETCH.finditer(sentence.text)), key=lambda each: each[1] - each[0])


_STRETCH = re.compile(r"[^\s,;:](?:(?!\s{2}).)*[^\s,;:]|[^\s,;:]")


def _states(sentence: Sentence) -> bool:
    """Whether there are words of its own left. What was meant to be a citation is told as such."""
    return any(letter.isalpha() for letter in sentence.text) and not _MEANT.search(sentence.words)


_MEANT = re.compile(r"(?<![\w@.])@\w|\[[a-z0-9]+(?:-[a-z0-9]+)+\]")


# What rests on one source alone falls with it.


def check_single_source(scenario: Scenario) -> Iterator[Finding]:
    """Finds `single-source`: once, for all facts together, and not where the paper says itself what it rests on."""
    quoted = {evidence.source for fact in scenario.facts for evidence in fact.evidence}
    if scenario.sourcing is None and len(scenario.facts) > 1 and len(quoted) == 1:
        (source,) = quoted
        yield Finding(
            "single-source",
            f"sources.{source}",
            f"All {len(scenario.facts)} facts rest on one source, `{source}`.",
            "Look for a second, independent one; until there is one, say so in `sourcing`.",
            severity="info",
            presumes=("facts", "sourcing"),
        )


# Two facts do not say the same.
#
# Statements are compared by their shingles (three words in a row): only facts that share one, of those that few
# facts have, are looked at word by word. So the work grows with the number of facts, not with the number of
# pairs (Broder, On the resemblance and containment of documents, 1997).

ALIKE = 0.8
"""The share of words that two statements have in common, from which on they are told."""
COMMON = 12
"""Facts that share a shingle before it says nothing any more: “according to the”."""
LEAST = 0.15
"""The share of its shingles that a statement has in common with one that it is compared with word by word."""
CANDIDATES = 4
"""Facts that one fact is compared with word by word: those that it shares most shingles with."""

_WORD = re.compile(r"[^\W_]+")


def check_near_duplicates(scenario: Scenario) -> Iterator[Finding]:
    """Finds `near-duplicate-facts`, at the second of the two. Statements with different numbers are different."""
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
            if count >= LEAST * len(shingles) and _alike(read[earlier], words):
                other = scenario.facts[earlier].id
                yield Finding(
                    "near-duplicate-facts",
                    f"facts.{fact.id}.statement",
                    f"The facts `{other}` and `{fact.id}` say nearly the same.",
                    f"Put the evidence of both under one of them, or say how `{fact.id}` differs.",
                    severity="info",
                )
                break


def _plain(fact: Fact, lang: str) -> str:
    key = choose(fact.statement.texts, lang)
    return folded(fact.statement.texts[key]) if key else ""


def _alike(one: list[str], other: list[str]) -> bool:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common >= ALIKE * (len(one) + len(other)) and _numbers(one) == _numbers(other)


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if any(sign.isdigit() for sign in word)}


# Prose is Markdown of a few paragraphs, with the citations and spans that briefgen knows.


def check_prose(scenario: Scenario) -> Iterator[Finding]:
    """Finds what the Markdown of a field does that prose cannot: headings, pictures, unknown spans, bad citations."""
    for prose in proses(scenario):
        for lang in prose.texts:
            yield from parse(prose, lang).findings


# Claims that no rule compares with their passages, since their language or that of a quote is not read.


def check_uncompared_claims(scenario: Scenario) -> Iterator[Finding]:
    """Finds `claims-not-compared`: once a scenario, at the first of them."""
    # What is no language at all, another rule tells.
    found = [each for each in uncompared(scenario) if is_language(each.lang)]
    if not found:
        return
    several = len(found) > 1
    languages = " and ".join(f"`{lang}`" for lang in sorted({each.lang for each in found}))
    yield Finding(
        "claims-not-compared",
        found[0].path,
        f"{len(found)} {'claims were' if several else 'claim was'} not compared with"
        f" {'their passages' if several else 'its passage'}: the language is {languages}"
        f"{'; this is the first' if several else ''}.",
        f"Only {', '.join(f'`{code}`' for code in CODES)} are read. A `translation` of the quote into the language of"
        " the claim is compared in its place; else compare them yourself.",
        severity="info",
    )
