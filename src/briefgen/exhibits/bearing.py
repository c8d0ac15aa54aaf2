"""What markings the pieces of a scenario have, by path: those of words, and of what was worked out from pieces."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from briefgen.prose import Label, Prose
from briefgen.prose.marked_blocks import marked_blocks
from briefgen.prose.marking import written
from briefgen.scenario.marking import scheme_of
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import given_markings, markings, texts

_FAMILIES = (frozenset({"options", "criteria", "stakeholders"}), frozenset({"facts", "sources"}))
"""Lists of which figures are worked out together: a score of an option rests on all cells, a count on all sources."""


class Place(msgspec.Struct, frozen=True):
    """Where words come from: a field with its language, or whatever else has a path."""

    path: str
    block: int | None = None
    """Which paragraph of a field; None where that is not known."""

    @property
    def item(self) -> str:
        """What it belongs to: `options.link`; empty for what belongs to the paper itself."""
        parts = self.path.split(".")
        return ".".join(parts[:2]) if len(parts) > 2 else ""

    @property
    def is_cell(self) -> bool:
        """Whether it is in a cell of the comparison, or in a position."""
        parts = self.path.split(".")
        return len(parts) > 3 and (parts[0], parts[2]) in (("options", "assessments"), ("stakeholders", "positions"))


class Bearing:
    """The markings of a scenario, to be asked by place."""

    def __init__(self, scenario: Scenario) -> None:
        self.scheme = scheme_of(scenario)
        self.default = scenario.marking
        self.highest = self.scheme.highest(given_markings(scenario))
        self._pieces = {
            path.removesuffix(".marking"): label
            for path, label in markings(scenario)
            if "." in path and not path.startswith("audiences.")
        }
        self._spans = {
            f"{text.path}.{lang}": self._in_blocks(text, lang)
            for text in texts(scenario)
            for lang, words in text.texts.items()
            if "{" in words and written(words)
        }
        self._quoting: dict[tuple[str, str], list[str]] = {}
        self._quotes: dict[str, tuple[str, str]] = {}
        for fact in scenario.facts:
            # Who may not see a source is not told what it says, whoever else says it.
            sources = [self._pieces.get(f"sources.{each.source}", "") for each in fact.evidence]
            if label := self.scheme.highest([self._pieces.get(f"facts.{fact.id}", ""), *sources]):
                self._pieces[f"facts.{fact.id}"] = label
            for number, each in enumerate(fact.evidence, 1):
                self._quotes[f"facts.{fact.id}.evidence.{number}"] = (each.source, each.quote)
                self._quoting.setdefault((each.source, each.quote), []).append(f"facts.{fact.id}")
        self._plain: dict[str, set[str]] = {}
        for path, words in _plain(scenario, ""):
            self._plain.setdefault(words, set()).add(path)

    def of(self, place: Place) -> Iterator[str]:
        """The markings of the words of a place: of the spans in its paragraph, and of all that it is a part of."""
        yield self.default
        parts = place.path.split(".")
        for end in range(1, len(parts) + 1):
            yield self._pieces.get(".".join(parts[:end]), "")
        spans = self._spans.get(place.path, {})
        yield from spans.get(place.block, spans.get(None, ())) if place.block is not None else spans.get(None, ())

    def of_held(self, path: str) -> Iterator[str]:
        """The markings of words that can be edited elsewhere: a field, a passage, or the names of a cell."""
        yield from self.of(Place(path))
        yield from self._below(path, spans=True)
        if passage := self._quotes.get(path):
            for each in (f"sources.{passage[0]}", *self._quoting[passage]):
                yield self._pieces.get(each, "")
        parts = path.split(".")
        if Place(path).is_cell and len(parts) == 4:
            yield from self.of_held(f"{'criteria' if parts[0] == 'options' else 'options'}.{parts[3]}.name")
            yield from self.of_held(f"{parts[0]}.{parts[1]}.name")

    def of_plain(self, words: str) -> Iterator[str]:
        """The markings of the pieces that have these words as they are, in a field that is no text: none where there
        is no such piece."""
        for path in self._plain.get(words, ()):
            yield from self.of(Place(path))

    def of_signs(self, beside: Iterable[Place]) -> Iterator[str]:
        """The markings of what was worked out from the pieces beside it alone: theirs, and of all below them."""
        places = tuple(beside)
        if any(each.is_cell for each in places):
            return  # the sign or the score is that of the cell, whose marking its words bear
        for each in places:
            root = each.path.partition(".")[0]
            yield from self._family(root) if root in ("options", "criteria") else self._below(each.item, spans=False)

    def of_figures(self, beside: Iterable[Place]) -> Iterator[str]:
        """The markings of what was worked out from pieces like those beside it; of the paper, where none is."""
        places = [each for each in beside if each.item]
        for each in places:
            yield from self._family(each.path.partition(".")[0])
        if not places:
            yield self.highest

    def _family(self, root: str) -> Iterator[str]:
        roots = next((family for family in _FAMILIES if root in family), (root,))
        return chain.from_iterable(self._below(each, spans=True) for each in roots)

    def _below(self, path: str, spans: bool) -> Iterator[str]:
        if not path:
            return
        yield from (label for piece, label in self._pieces.items() if f"{piece}.".startswith(f"{path}."))
        if spans:
            for field, found in self._spans.items():
                if f"{field}.".startswith(f"{path}."):
                    yield from found[None]

    def _in_blocks(self, text: Prose | Label, lang: str) -> dict[int | None, tuple[str, ...]]:
        """The markings of spans by paragraph; under None those of the whole field, which are also those of a paragraph
        that is not there."""
        out: dict[int | None, tuple[str, ...]] = {None: tuple(map(self.scheme.of_span, written(text.texts[lang])))}
        if isinstance(text, Prose) and (found := marked_blocks(text, lang)):
            out.update((number, tuple(map(self.scheme.of_span, each))) for number, each in enumerate(found))
        return out


def _plain(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every plain text below a value, with the path that names its place."""
    match value:
        case Prose() | Label():
            pass
        case str():
            yield path, value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                if name not in ("id", "marking", "audiences", "markings"):
                    yield from _plain(getattr(value, name), f"{path}.{name}" if path else name)
        case tuple():
            for number, each in enumerate(value, 1):
                yield from _plain(each, f"{path}.{getattr(each, 'id', number)}")
        case dict():
            for key, each in value.items():
                yield from _plain(each, f"{path}.{key}")
        case _:
            pass
