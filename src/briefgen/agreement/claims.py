"""The claims of a scenario, each beside the passages that it rests on.

A claim is the statement of a fact, beside its quotes; or a sentence that cites facts, beside their statements and
quotes. Passages that are marked as something else than fact (a judgement, an assumption, worked out) are blanked.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.agreement.lexicon import Lexicon, lexicon
from briefgen.agreement.sentences import sentences
from briefgen.document import Block, LineBreak, Link, List, Paragraph, Run
from briefgen.prose import Citation, Prose, parse
from briefgen.scenario.model import Fact, Scenario, Source
from briefgen.scenario.walk import proses

Surrounding: TypeAlias = Mapping[tuple[str, int], tuple[str, str, str]]
"""The text around a quote (before, the quote in the source's own letters, behind) by the fact's id and the number of its
evidence, from 1; of those whose text is at hand."""

_BLANKED = frozenset({"judgement", "assumption", "computed", "inferred", "code"})


class Passage(msgspec.Struct, frozen=True):
    """Words that a claim rests on."""

    text: str
    lang: str
    kind: Literal["quote", "statement", "translation"] = "quote"

    @property
    def lexicon(self) -> Lexicon | None:
        """Of its language."""
        return lexicon(self.lang)


class Grounds(msgspec.Struct, frozen=True):
    """One fact that a claim rests on."""

    fact: Fact
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    around: tuple[tuple[str, str, str], ...] = ()
    """The text before, in and behind each quote that was found; empty where no text is at hand."""


class Claim(msgspec.Struct, frozen=True):
    """A stretch of prose that must say no more than its grounds."""

    path: str
    """Of the field, with the language."""
    text: str
    """Its words as a reader sees them; what is openly no fact is blanked, letter for letter."""
    lang: str
    kind: Literal["statement", "sentence"]
    factual: bool
    """Whether the field is factual; in one of judgement, only hard figures and quoted words are held to the facts."""
    grounds: tuple[Grounds, ...]
    lexicon: Lexicon
    as_of: dt.date | None = None
    before: str = ""
    """What stands before it in the field."""
    days: tuple[dt.date, ...] = ()
    """The days of the decision itself: its deadline, and its key dates."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All words that it rests on."""
        return tuple(passage for ground in self.grounds for passage in ground.passages)

    @property
    def computed(self) -> bool:
        """Whether a figure of its grounds is worked out."""
        return any(ground.fact.computed for ground in self.grounds)

    def occurrence(self, words: str, start: int) -> int:
        """Which occurrence of some words in the field it is that stands at an offset of the claim."""
        return (self.before + self.text[:start]).count(words) + 1


def claims(scenario: Scenario, around: Surrounding) -> Iterator[Claim]:
    """Every claim for whose language there is a lexicon, in the order of the model."""
    facts = {fact.id: fact for fact in scenario.facts}
    sources = {source.id: source for source in scenario.sources}
    days = _days(scenario)
    of_facts = set()
    for fact in scenario.facts:
        of_facts.add(fact.statement.path)
        for lang in fact.statement.texts:
            known = lexicon(lang)
            if known is None:
                continue
            ground = _ground(fact, sources, lang, around, quotes_only=True)
            text = "\n\n".join(sentence.text for sentence in _sentences(fact.statement, lang))
            if text.strip():
                path = f"{fact.statement.path}.{lang}"
                yield Claim(path, text, lang, "statement", True, (ground,), known, scenario.as_of)
    if "@" not in "".join(text for prose in proses(scenario) for text in prose.texts.values()):
        return
    for prose in proses(scenario):
        if prose.path not in of_facts:
            yield from _cited(prose, facts, sources, around, scenario.as_of, days)


def _days(scenario: Scenario) -> tuple[dt.date, ...]:
    days = [scenario.deadline, *(each.date for each in scenario.key_dates)]
    return tuple(day for day in days if isinstance(day, dt.date))


def _cited(
    prose: Prose,
    facts: Mapping[str, Fact],
    sources: Mapping[str, Source],
    around: Surrounding,
    as_of: dt.date | None,
    days: tuple[dt.date, ...],
) -> Iterator[Claim]:
    for lang, written in prose.texts.items():
        known = lexicon(lang)
        if known is None or "@" not in written:
            continue
        before = ""
        for sentence in _sentences(prose, lang):
            cited = [facts[name] for name in sentence.cites if name in facts]
            if cited and sentence.text.strip():
                grounds = tuple(_ground(fact, sources, lang, around) for fact in cited)
                factual = prose.kind == "factual"
                path = f"{prose.path}.{lang}"
                yield Claim(path, sentence.text, lang, "sentence", factual, grounds, known, as_of, before, days)
            before += sentence.text + " "


def _ground(
    fact: Fact, sources: Mapping[str, Source], lang: str, around: Surrounding, quotes_only: bool = False
) -> Grounds:
    passages: list[Passage] = []
    registered = [sources[each.source] for each in fact.evidence if each.source in sources]
    for evidence in fact.evidence:
        source = sources.get(evidence.source)
        passages.append(Passage(evidence.quote, source.language if source else lang))
    if not quotes_only:
        for prose in (fact.statement, fact.computed):
            if prose:
                chosen = lang if lang in prose.texts else next(iter(prose.texts), "")
                passages.append(Passage(prose.texts.get(chosen, ""), chosen, "statement"))
    near = tuple(around[fact.id, n] for n in range(1, len(fact.evidence) + 1) if (fact.id, n) in around)
    return Grounds(fact, _once(registered), tuple(passages), near)


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple({source.id: source for source in sources}.values())


class _Sentence(msgspec.Struct, frozen=True):
    text: str
    cites: tuple[str, ...]


def _sentences(prose: Prose, lang: str) -> Iterator[_Sentence]:
    """The sentences of a field with the facts that each cites. A citation behind the full stop covers the sentence
    before it."""
    for words, cites in _paragraphs(parse(prose, lang).blocks):
        spans = sentences(words) or [(0, len(words))]
        for number, (start, end) in enumerate(spans):
            stop = spans[number + 1][0] if number + 1 < len(spans) else len(words) + 1
            inside = [fact for at, fact in cites if (number == 0 or at >= start) and at < stop]
            yield _Sentence(words[start:end], tuple(dict.fromkeys(inside)))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for block in blocks:
        match block:
            case Paragraph(content=content):
                yield _plain(content)
            case List(items=items):
                for item in items:
                    yield from _paragraphs(item.blocks)
            case _:
                pass


def _plain(content: Iterable[object]) -> tuple[str, list[tuple[int, str]]]:
    words, cites = "", []
    for inline in content:
        match inline:
            case Run(text=text, marks=marks):
                words += " " * len(text) if marks & _BLANKED else text
            case Link(content=runs):
                words += "".join(run.text for run in runs)
            case Citation(fact=fact):
                cites.append((max(0, len(words.rstrip()) - 1), fact))
            case LineBreak():
                words += " "
            case _:
                pass
    return words, cites
