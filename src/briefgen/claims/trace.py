"""How the paper knows what it says: each sentence with the facts that it rests on, their passages, and their sources.

What hangs in the air is part of it: a sentence that cites nothing, a fact without passage, a passage that nobody
verified, an empty cell, a position that no source states.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from briefgen.analysis import position, state
from briefgen.claims.statements import Nature, Sentence, sentences_of
from briefgen.evidence import Checked
from briefgen.markup.model import Label, Prose, choose
from briefgen.model.evidence import Evidence, Fact, Source
from briefgen.model.options import Option, Stakeholder
from briefgen.model.scenario import Scenario
from briefgen.model.walk import proses

Hole: TypeAlias = Literal[
    "cites-nothing", "no-such-fact", "no-passage", "no-such-source", "not-found", "not-verified", "empty-cell",
    "not-stated",
]  # fmt: skip
"""What is missing between a sentence and a source."""

About: TypeAlias = Literal["cell", "position"]
"""What a row without a sentence is about."""

_OTHERS: tuple[Nature, ...] = ("judgement", "assumption", "computed", "inferred")


class Passage(msgspec.Struct, frozen=True):
    """One passage of a fact, and how far it is verified."""

    evidence: Evidence
    source: Source | None
    where: str
    """Where it stands in the text: `12` (a page) or `line 4`; empty where the text is not at hand."""
    state: Literal["verified", "as-locked", "unverified"]
    """`verified`: it stands in the text that is at hand; `as-locked`: it did on the day, and has not changed since."""
    day: dt.date | None
    holes: tuple[Hole, ...]


class Ground(msgspec.Struct, frozen=True):
    """A fact that a sentence rests on."""

    fact_id: str
    fact: Fact | None
    link: Literal["cited", "listed", "own"]
    """`cited`: the sentence cites it; `listed`: it is in the `facts` of the item that begins with the sentence; `own`:
    the sentence is its statement."""
    passages: tuple[Passage, ...]
    holes: tuple[Hole, ...]


class Statement(msgspec.Struct, frozen=True):
    """One sentence of a field, or a cell or position that has none."""

    path: str
    """Of the field, with its language; of a cell or position, by its ids."""
    words: str
    """As a reader sees them; of a cell or position, the names of what it is about."""
    kinds: tuple[Nature | About, ...]
    """What its words are, those of the field's own kind first."""
    grounds: tuple[Ground, ...]
    holes: tuple[Hole, ...]
    """Of the sentence itself."""
    number: str = ""
    """The number of the list item that it begins, as the paper prints it: `2.`."""

    @property
    def every_hole(self) -> tuple[Hole, ...]:
        """Its own, and those of all that it rests on; each once."""
        inner = [hole for each in self.grounds for hole in each.holes]
        inner += [hole for each in self.grounds for passage in each.passages for hole in passage.holes]
        return tuple(dict.fromkeys([*self.holes, *inner]))


def trace(scenario: Scenario, checked: Checked, lang: str) -> tuple[Statement, ...]:
    """Every sentence of every field of prose in one language, in the order of the model; the cells and positions that
    have no sentence of their own stand behind those of their option or party."""
    return tuple(_Tracing(scenario, checked, lang).statements())


class _Tracing:
    def __init__(self, scenario: Scenario, checked: Checked, lang: str) -> None:
        self.scenario = scenario
        self.checked = checked
        self.lang = lang
        self.facts = {fact.id: fact for fact in scenario.facts}
        self.sources = {source.id: source for source in scenario.sources}
        self.listed = _listed(scenario)
        self.own = {fact.statement.path: fact.id for fact in scenario.facts}

    def statements(self) -> Iterator[Statement]:
        behind: dict[str, list[Statement]] = {
            **{f"options.{option.id}": list(self.cells(option)) for option in self.scenario.options},
            **{f"stakeholders.{party.id}": list(self.positions(party)) for party in self.scenario.stakeholders},
        }
        within = ""
        for prose in proses(self.scenario):
            entry = ".".join(prose.path.split(".", 2)[:2])
            if within != entry:
                yield from behind.pop(within, ())
                within = entry
            yield from self.sentences(prose)
        for rest in behind.values():
            yield from rest

    def sentences(self, prose: Prose) -> Iterator[Statement]:
        key = choose(prose.texts, self.lang)
        if key is None:
            return
        for number, (sentence, kinds) in enumerate(_with_kinds(prose, self.lang)):
            cited = [self.ground(fact, "cited") for fact in sentence.cites]
            listed = [] if number else [fact for fact in self.listed.get(prose.path, ()) if fact not in sentence.cites]
            grounds = [*cited, *(self.ground(fact, "listed") for fact in listed)]
            if prose.path in self.own:
                grounds.insert(0, self.ground(self.own[prose.path], "own"))
            bare = "factual" in kinds and not grounds and not sentence.introduces
            holes: tuple[Hole, ...] = ("cites-nothing",) if bare else ()
            path = f"{prose.path}.{key}"
            yield Statement(path, sentence.words, kinds, tuple(grounds), holes, sentence.number)

    def cells(self, option: Option) -> Iterator[Statement]:
        """Those that are empty, and those that rest on facts but have no words."""
        for criterion in self.scenario.criteria:
            assessment = option.assessments.get(criterion.id)
            path = f"options.{option.id}.assessments.{criterion.id}"
            if state(assessment) == "empty":
                yield Statement(path, self.named(option.name, criterion.name), ("cell",), (), ("empty-cell",))
            elif assessment and not assessment.reason and assessment.facts:
                grounds = tuple(self.ground(fact, "listed") for fact in assessment.facts)
                yield Statement(path, self.named(option.name, criterion.name), ("cell",), grounds, ())

    def positions(self, party: Stakeholder) -> Iterator[Statement]:
        """Those that no source states, and those that are said to be stated, without a word of where."""
        for option in self.scenario.options:
            held = position(party, option)
            path = f"stakeholders.{party.id}.positions.{option.id}"
            words = self.named(party.name, option.name)
            if held.stance == "not-stated":
                yield Statement(path, words, ("position",), (), ("not-stated",))
            elif held.basis == "stated" and not held.text:
                yield Statement(path, words, ("position",), (), ("cites-nothing",))

    def named(self, *labels: Label) -> str:
        return " · ".join(label.texts[key] for label in labels if (key := choose(label.texts, self.lang)))

    def ground(self, name: str, link: Literal["cited", "listed", "own"]) -> Ground:
        fact = self.facts.get(name)
        if fact is None:
            return Ground(name, None, link, (), ("no-such-fact",))
        passages = tuple(self.passage(fact, number) for number in range(1, len(fact.evidence) + 1))
        return Ground(name, fact, link, passages, () if passages else ("no-passage",))

    def passage(self, fact: Fact, number: int) -> Passage:
        evidence, key = fact.evidence[number - 1], (fact.id, number)
        source = self.sources.get(evidence.source)
        place, day = self.checked.places.get(key), self.checked.locked.get(key)
        holes: tuple[Hole, ...] = ()
        if source is None:
            holes = ("no-such-source",)
        elif not place and not day:
            holes = ("not-found",) if source.id in self.checked.read else ("not-verified",)
        return Passage(
            evidence,
            source,
            place.where if place else "",
            "verified" if place else "as-locked" if day else "unverified",
            day,
            holes,
        )


def _with_kinds(prose: Prose, lang: str) -> Iterator[tuple[Sentence, tuple[Nature, ...]]]:
    own = list(sentences_of(prose, lang))
    spans = [kind for kind in _OTHERS if kind != prose.kind and f".{kind}" in "".join(prose.texts.values())]
    others = [(kind, list(sentences_of(prose, lang, kind))) for kind in spans]
    for number, sentence in enumerate(own):
        kinds: list[Nature] = [prose.kind] if _says(sentence) else []
        kinds += [kind for kind, each in others if _says(each[number])]
        if sentence.words.strip():
            yield sentence, tuple(kinds) or (prose.kind,)


def _says(sentence: Sentence) -> bool:
    return any(letter.isalnum() for letter in sentence.text)


def _listed(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """Path of a field → the facts that its record lists for it, beside what the words cite."""
    known = {fact.id for fact in scenario.facts}
    out: dict[str, tuple[str, ...]] = {}
    records: list[tuple[Prose | None, tuple[str, ...]]] = [
        *((each.statement, each.facts) for each in scenario.judgements),
        *((each.reason, tuple(name for name in each.facts if name in known)) for each in scenario.criteria),
        *((cell.reason, cell.facts) for option in scenario.options for cell in option.assessments.values()),
    ]
    if scenario.recommendation:
        records.append((scenario.recommendation.text, scenario.recommendation.facts))
    for prose, listed in records:
        if prose:
            out[prose.path] = listed
    return out
