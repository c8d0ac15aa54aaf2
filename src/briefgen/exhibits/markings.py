"""The markings of a scenario by place, and the portion marks of a brief."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Caption,
    Computed,
    Document,
    Inlines,
    Link,
    Note,
    NoteMark,
    Paged,
    Paragraph,
    Row,
    Run,
    TitleBlock,
    TitleEntry,
)
from briefgen.document.node import Node, parts
from briefgen.document.transform import transform
from briefgen.markup.marking import written
from briefgen.markup.model import Label, Prose
from briefgen.markup.source_map import marked_blocks
from briefgen.model.marking import scheme_of
from briefgen.model.scenario import Scenario
from briefgen.model.walk import given_markings, markings, texts

_FAMILIES = (frozenset({"options", "criteria", "stakeholders"}), frozenset({"facts", "sources"}))
"""Lists from which figures are computed together: a score of an option rests on all cells, a count on all sources."""


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


class MarkingIndex:
    """The markings of a scenario by place."""

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
            # A reader who may not see a source may not see what it says, even where others say it too.
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
        """The markings of the words of a place: of the spans in its paragraph, and of everything that it is part of."""
        yield self.default
        parts = place.path.split(".")
        for end in range(1, len(parts) + 1):
            yield self._pieces.get(".".join(parts[:end]), "")
        spans = self._spans.get(place.path, {})
        yield from spans.get(place.block, spans.get(None, ())) if place.block is not None else spans.get(None, ())

    def of_locked(self, path: str) -> Iterator[str]:
        """The markings of words that can be edited elsewhere: a field, a passage, or the names of a cell."""
        yield from self.of(Place(path))
        yield from self._below(path, spans=True)
        if passage := self._quotes.get(path):
            for each in (f"sources.{passage[0]}", *self._quoting[passage]):
                yield self._pieces.get(each, "")
        parts = path.split(".")
        if Place(path).is_cell and len(parts) == 4:
            yield from self.of_locked(f"{'criteria' if parts[0] == 'options' else 'options'}.{parts[3]}.name")
            yield from self.of_locked(f"{parts[0]}.{parts[1]}.name")

    def of_plain(self, words: str) -> Iterator[str]:
        """The markings of the pieces that have exactly these words in a field that is not a text; none where there is
        no such piece."""
        for path in self._plain.get(words, ()):
            yield from self.of(Place(path))

    def of_signs(self, neighbours: Iterable[Place]) -> Iterator[str]:
        """The markings of what was computed from the neighbouring pieces alone: theirs, and of everything in them."""
        places = tuple(neighbours)
        if any(each.is_cell for each in places):
            return  # the sign or the score is that of the cell, and its words have the marking
        for each in places:
            root = each.path.partition(".")[0]
            yield from self._family(root) if root in ("options", "criteria") else self._below(each.item, spans=False)

    def of_figures(self, neighbours: Iterable[Place]) -> Iterator[str]:
        """The markings of what was computed from pieces like the neighbouring ones; of the paper, where there are
        none."""
        places = [each for each in neighbours if each.item]
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
        """The markings of spans by paragraph; under None those of the whole field, also used for a paragraph that does
        not exist."""
        out: dict[int | None, tuple[str, ...]] = {None: tuple(map(self.scheme.of_span, written(text.texts[lang])))}
        if isinstance(text, Prose) and (found := marked_blocks(text, lang)):
            out.update((number, tuple(map(self.scheme.of_span, each))) for number, each in enumerate(found))
        return out


def _plain(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every plain text in a value, with its path."""
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


# Portion marks: each paragraph, item, cell, caption and note begins with its marking in brackets.
#
# A text has the highest marking of the pieces that its words come from: of the item, and of the spans in that very
# paragraph. Computed words have the markings of the pieces next to them: in the same text, else in the same cell, else
# in the same row. For a sign these are the markings of that piece, for a figure those of all pieces of the kind, since
# it may rest on any of them. Where there are no such pieces, computed words have the marking of the paper. A quote has
# the marking of its source and of all facts that quote it. Words of a template alone reveal nothing of the scenario,
# and have no marking.

_SIGNS = frozenset({"sign", "for", "against", "mixed"})
"""Marks of words that show a stance."""

_PORTION_MARK = Computed("marking")


def with_portions(document: Document, scenario: Scenario) -> Document:
    """The document with its portion marks; unchanged where the scenario gives no marking at all."""
    portions = _Portions(MarkingIndex(scenario))
    if not portions.index.highest:
        return document
    blocks, notes = (transform(nodes, node=portions.marked) for nodes in (document.blocks, document.notes))
    return replace(document, blocks=blocks, notes=notes)


class _Portions:
    def __init__(self, index: MarkingIndex) -> None:
        self.index = index
        self._neighbours: dict[int, tuple[Place, ...]] = {}
        """Of the paragraphs of the current row, by identity: the places of the same cell, else of the same row."""

    def marked(self, node: Node) -> Node:
        """A node with portion marks before its texts: before authored words, and in paragraphs, captions and notes
        before computed words as well. The title block has none: every page shows the marking of the paper."""
        match node:
            case TitleBlock() | TitleEntry():
                return node
            case Row():
                self._neighbours = dict(_neighbours(node))
        with_computed = isinstance(node, Paragraph | Caption | Note)
        around = self._neighbours.get(id(node), ())
        texts = {name: getattr(node, name) for name, kind in parts(type(node)) if kind == "text"}
        marked = {
            name: self._text(text, around) for name, text in texts.items() if with_computed or _has_authored_words(text)
        }
        return replace(node, **marked) if marked else node

    def _text(self, text: Inlines, around: tuple[Place, ...]) -> Inlines:
        """A text after its mark; without one where it has no words of the scenario. `around`: the places next to it,
        for a text that has none itself."""
        label = self.index.scheme.highest(self._markings(text, around))
        return (Run(f"({label}) ", _PORTION_MARK, frozenset({"muted"})), *text) if label else text

    def _markings(self, text: Inlines, around: tuple[Place, ...]) -> Iterator[str]:
        places = tuple(_places(text))
        for place in places:
            yield from self.index.of_locked(place.path) if place.block is None else self.index.of(place)
        for run in _runs(text):
            if isinstance(run.origin, Computed) and not run.origin.of and _has_meaning(run):
                yield self.index.default
                yield from self._of_computed(run, run.origin, places or around)

    def _of_computed(self, run: Run, origin: Computed, neighbours: tuple[Place, ...]) -> Iterable[str]:
        if any(map(str.isalpha, run.text)) and (plain := tuple(self.index.of_plain(run.text))):
            return plain
        is_of_cell = origin.what == "" and any(place.is_cell for place in neighbours)
        of_neighbours_alone = not run.marks.isdisjoint(_SIGNS) or origin.what == "date" or is_of_cell
        if of_neighbours_alone and any(place.item for place in neighbours):
            return self.index.of_signs(neighbours)
        return self.index.of_figures(neighbours)


def _has_meaning(run: Run) -> bool:
    """Whether it is more than a comma or a space between others."""
    return not run.marks.isdisjoint(_SIGNS) or any(map(str.isalnum, run.text))


def _has_authored_words(text: Inlines) -> bool:
    return any(isinstance(run.origin, Authored) for run in _runs(text))


def _neighbours(row: Row) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """The identity of each paragraph of a row's cells → the places of its cell, else what the other cells are about."""
    cells = [[block for block in cell.blocks if isinstance(block, Paragraph)] for cell in row.cells]
    places = [tuple(place for paragraph in cell for place in _places(paragraph.content)) for cell in cells]
    of_row = tuple(Place(f"{place.item}.name") if place.is_cell else place for cell in places for place in cell)
    for paragraphs, of_cell in zip(cells, places, strict=True):
        for paragraph in paragraphs:
            yield id(paragraph), of_cell or of_row


def _places(text: Inlines) -> Iterator[Place]:
    """Where the words and citations of a text come from."""
    for run in _runs(text):
        match run.origin:
            case Authored(path=path, block=block):
                yield Place(path, block)
            case Computed(of=path) if path:
                yield Place(path)
            case _:
                pass
    for inline in text:
        if isinstance(inline, NoteMark) and inline.origin:
            yield Place(inline.origin.path, inline.origin.block)


def _runs(text: Inlines) -> Iterator[Run]:
    for inline in text:
        match inline:
            case Run():
                yield inline
            case Link(content=content) if not inline.target.startswith("#cite-"):
                yield from content
            case Paged(with_pages=words):
                yield from _runs(words)
            case _:
                pass
