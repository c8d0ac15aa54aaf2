"""The claims of a scenario, each with the passages that it rests on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from briefgen.claims.claim import BETWEEN, Claim, Grounds, Nearby, Passage
from briefgen.claims.lexicon import lexicon
from briefgen.claims.statements import unmarked
from briefgen.markup.model import Prose, choose, own, same
from briefgen.model.evidence import Evidence, Fact
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses

_WORD = re.compile(r"[^\W_]")

Surrounding: TypeAlias = Mapping[tuple[str, int], tuple[str, str, str, str]]
"""The text around a quote (before, the quote in the source's own letters, behind, and the head of the text) by the
fact's id and the number of its evidence, from 1; of those whose text is at hand."""


def claims(scenario: Scenario, around: Surrounding) -> Iterator[Claim]:
    """Every claim that can be compared, in the order of the model."""
    return (each for each in _all(scenario, around) if isinstance(each, Claim))


class Uncompared(msgspec.Struct, frozen=True):
    """A claim that cannot be compared: no lexicon reads it, or what it rests on."""

    path: str
    lang: str
    """The language that none reads."""


def uncompared(scenario: Scenario) -> list[Uncompared]:
    """Every claim that cannot be compared, in the order of the model."""
    languages = {source.language for source in scenario.sources}
    languages.update(lang for prose in proses(scenario) for lang in prose.texts)
    if all(map(lexicon, languages)):
        return []
    return [each for each in _all(scenario, {}) if isinstance(each, Uncompared)]


def _all(scenario: Scenario, around: Surrounding) -> Iterator[Claim | Uncompared]:
    known = _Known(scenario, around)
    statements = set()
    for fact in scenario.facts:
        statements.add(fact.statement.path)
        for lang in fact.statement.texts:
            yield from known.of_statement(fact, lang)
    for prose in proses(scenario):
        if prose.path not in statements:
            for lang, written in prose.texts.items():
                if "@" in written:
                    yield from known.of_unmarked_prose(prose, lang)


class _Known:
    """What is known of a scenario while its claims are gathered."""

    def __init__(self, scenario: Scenario, around: Surrounding) -> None:
        self.facts = {fact.id: fact for fact in scenario.facts}
        self.sources = {source.id: source for source in scenario.sources}
        self.around = around
        self.as_of = scenario.as_of
        days = [scenario.deadline, *(each.date for each in scenario.key_dates)]
        self.days = tuple(day for day in days if day is not None)
        self.grounds: dict[tuple[str, str, bool], Grounds] = {}
        """Those that were made: by fact, language, and whether its statement is one of the passages."""

    def of_statement(self, fact: Fact, lang: str) -> Iterator[Claim | Uncompared]:
        """The statement of a fact, whole."""
        read = list(unmarked(fact.statement, lang))
        text = BETWEEN.join(each.text for each in read)
        path = f"{fact.statement.path}.{lang}"
        if not text.strip() or not fact.evidence:
            return
        if unread := self._unread(lang, [fact]):
            yield Uncompared(path, unread)
        elif known := lexicon(lang):
            ground = self._ground(fact, lang, said=False)
            works_out = any(each.works_out for each in read)
            yield Claim(
                path, text, lang, "statement", True, (ground,), known, tuple(read), self.as_of, works_out=works_out
            )

    def of_unmarked_prose(self, prose: Prose, lang: str) -> Iterator[Claim | Uncompared]:
        """The sentences of a field that cite. One that cites a fact which does not exist has not all its grounds."""
        path, factual = f"{prose.path}.{lang}", prose.kind == "factual"
        for each in unmarked(prose, lang):
            facts = [self.facts[name] for name in each.cites if name in self.facts]
            if facts and len(facts) == len(each.cites) and _WORD.search(each.text):
                if unread := self._unread(lang, facts):
                    yield Uncompared(path, unread)
                elif known := lexicon(lang):
                    grounds = tuple(self._ground(fact, lang, said=True) for fact in facts)
                    yield Claim(
                        path, each.text, lang, "sentence", factual, grounds, known, (each,), self.as_of, self.days,
                        each.works_out,
                    )  # fmt: skip

    def _unread(self, lang: str, facts: Iterable[Fact]) -> str:
        """The first language without a lexicon: the claim's own, or that of a quote without a translation."""
        if lexicon(lang) is None:
            return lang
        for evidence in (evidence for fact in facts for evidence in fact.evidence):
            of_quote = self._language(evidence, lang)
            if lexicon(of_quote) is None and not _translation(evidence, lang):
                return of_quote
        return ""

    def _language(self, evidence: Evidence, lang: str) -> str:
        source = self.sources.get(evidence.source)
        return source.language if source else lang

    def _ground(self, fact: Fact, lang: str, said: bool) -> Grounds:
        """A fact with its passages. `said`: its statement is one of them."""
        key = (fact.id, lang, said)
        if key not in self.grounds:
            self.grounds[key] = self._made(fact, lang, said)
        return self.grounds[key]

    def _made(self, fact: Fact, lang: str, said: bool) -> Grounds:
        passages: list[Passage] = []
        for evidence in fact.evidence:
            of_quote = self._language(evidence, lang)
            passages.append(Passage(evidence.quote, of_quote))
            if not same(of_quote, lang) and (words := _translation(evidence, lang)):
                passages.append(Passage(words, lang, "translation"))
        if said:
            for prose in (fact.statement, fact.computed):
                chosen = choose(prose.texts, lang) if prose else None
                if prose and chosen:
                    passages.append(Passage(prose.texts[chosen], chosen, "statement"))
        sources = {each.source: self.sources[each.source] for each in fact.evidence if each.source in self.sources}
        keys = [(fact.id, number) for number in range(1, len(fact.evidence) + 1)]
        nearby = tuple(Nearby(*self.around[key]) for key in keys if key in self.around)
        return Grounds(fact, tuple(sources.values()), tuple(passages), nearby)


def _translation(evidence: Evidence, lang: str) -> str:
    texts = evidence.translation.texts if evidence.translation else {}
    return texts.get(own(texts, lang) or "", "")
