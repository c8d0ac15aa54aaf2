"""Portion marks: each paragraph, item, cell, caption and note begins with its marking in brackets.

A line bears the highest marking of the pieces that its words come from: of the item, and of the spans in that very
paragraph. What was worked out bears the markings of what stands beside it, in its line, else in its cell, else in its
row: a sign those of that piece, a figure those of all pieces of the kind, for it may rest on any of them. Where nothing
stands beside it, it bears that of the paper. A passage bears the marking of its source and of all facts that quote it.
Words of a template alone say nothing of the scenario, and bear none.
"""

from collections.abc import Iterable, Iterator

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
from briefgen.document.rebuilding import Held, rebuilt
from briefgen.exhibits.bearing import Bearing, Place
from briefgen.scenario.model import Scenario

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
