"""A sentence of a factual field cites a fact, or a span says what else it is."""

import re
from collections.abc import Iterator
from itertools import islice

from briefgen.claims.lexicon import lexicon
from briefgen.claims.statements import MOST, Sentence, sentences_of
from briefgen.diagnostic import Finding
from briefgen.prose import Prose, parse
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import proses

_CURE = "Cite the fact that carries it, `[@fact]`, or mark what it is instead: `[…]{.judgement}`, `[…]{.assumption}`."


def check(scenario: Scenario) -> Iterator[Finding]:
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
