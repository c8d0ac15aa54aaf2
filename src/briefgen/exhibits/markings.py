"""Portion marks: each paragraph, item, cell, caption and note begins with its marking in brackets."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Block,
    Caption,
    Cell,
    Computed,
    Document,
    Heading,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Paged,
    Paragraph,
    Row,
    Run,
)
from briefgen.document.transform import Held, rebuilt
from briefgen.markup.marking import written
from briefgen.markup.model import Label, Prose
from briefgen.markup.source_map import marked_blocks
from briefgen.model.marking import scheme_of
from briefgen.model.scenario import Scenario
from briefgen.model.walk import given_markings, markings, texts

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


# Portion marks: each paragraph, item, cell, caption and note begins with its marking in brackets.
#
# A line bears the highest marking of the pieces that its words come from: of the item, and of the spans in that
# very paragraph. What was worked out bears the markings of what stands beside it, in its line, else in its
# cell, else in its row: a sign those of that piece, a figure those of all pieces of the kind, for it may rest
# on any of them. Where nothing stands beside it, it bears that of the paper. A passage bears the marking of its
# source and of all facts that quote it. Words of a template alone say nothing of the scenario, and bear none.

_SIGNS = frozenset({"sign", "for", "against", "mixed"})
"""Marks of words that say where a piece stands."""

_MARK = Computed("marking")


def with_portions(document: Document, scenario: Scenario) -> Document:
    """The document with its portion marks; as it is where the scenario gives no marking at all."""
    marks = _Marks(Bearing(scenario))
    if not marks.bearing.highest:
        return document
    blocks = rebuilt(document.blocks, lambda line: line, marks.held)
    notes = tuple(replace(note, content=marks.line(note.content)) for note in document.notes)
    return replace(document, blocks=blocks, notes=notes)


class _Marks:
    def __init__(self, bearing: Bearing) -> None:
        self.bearing = bearing
        self._beside: dict[int, tuple[Place, ...]] = {}
        """Of the paragraphs of the row that is being gone through, by identity: what stands in the same cell, else in
        the same row."""

    def held(self, held: Held) -> Held:
        """A paragraph or a caption with its mark, and a heading in which authors' words stand; others as they are."""
        match held:
            case Row(cells=cells):
                row = tuple(place for cell in cells for line in _lines(cell) for place in _places(line.content))
                self._beside = {
                    id(line): tuple(place for each in _lines(cell) for place in _places(each.content)) or _spread(row)
                    for cell in cells
                    for line in _lines(cell)
                }
                return held
            case Paragraph():
                return replace(held, content=self.line(held.content, self._beside.get(id(held), ())))
            case Caption():
                return replace(held, content=self.line(held.content))
            case Heading(content=content) if any(isinstance(run.origin, Authored) for run in _runs(content)):
                return replace(held, content=self.line(content))
            case _:
                return held

    def line(self, inlines: Inlines, around: tuple[Place, ...] = ()) -> Inlines:
        """A line behind its mark; without one where no words of the scenario stand in it. `around`: what stands beside
        it, which matters where nothing stands in it."""
        label = self.bearing.scheme.highest(self._found(inlines, around))
        return (Run(f"({label}) ", _MARK, frozenset({"muted"})), *inlines) if label else inlines

    def _found(self, inlines: Inlines, around: tuple[Place, ...]) -> Iterator[str]:
        places = tuple(_places(inlines))
        for place in places:
            yield from self.bearing.of_held(place.path) if place.block is None else self.bearing.of(place)
        beside = places or around
        for run in _runs(inlines):
            if isinstance(run.origin, Computed) and not run.origin.of and _says(run):
                yield self.bearing.default
                yield from self._worked_out(run, run.origin, beside)

    def _worked_out(self, run: Run, origin: Computed, beside: tuple[Place, ...]) -> Iterable[str]:
        if any(map(str.isalpha, run.text)) and (plain := tuple(self.bearing.of_plain(run.text))):
            return plain
        is_of_cell = origin.what == "" and any(place.is_cell for place in beside)
        alone = not run.marks.isdisjoint(_SIGNS) or origin.what == "date" or is_of_cell
        if alone and any(place.item for place in beside):
            return self.bearing.of_signs(beside)
        return self.bearing.of_figures(beside)


def _says(run: Run) -> bool:
    """Whether it is more than a comma or a space between others."""
    return not run.marks.isdisjoint(_SIGNS) or any(map(str.isalnum, run.text))


def _spread(row: Iterable[Place]) -> tuple[Place, ...]:
    """What stands in other cells of a row, as no more than what it is about: a cell is not what stands beside it."""
    return tuple(Place(place.item + ".name") if place.is_cell else place for place in row)


def _lines(cell: Cell) -> Iterator[Paragraph]:
    return _paragraphs(cell.blocks)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Those that stand in a cell itself."""
    return (block for block in blocks if isinstance(block, Paragraph))


def _places(inlines: Inlines) -> Iterator[Place]:
    """Where words and citations of a line come from."""
    for run in _runs(inlines):
        match run.origin:
            case Authored(path=path, block=block):
                yield Place(path, block)
            case Computed(of=path) if path:
                yield Place(path)
            case _:
                pass
    for each in inlines:
        if isinstance(each, NoteMark) and each.origin:
            yield Place(each.origin.path, each.origin.block)


def _runs(inlines: tuple[Inline, ...]) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Run():
                yield inline
            case Link(content=content) if not inline.target.startswith("#cite-"):
                yield from content
            case Paged(with_pages=words):
                yield from _runs(words)
            case _:
                pass
