"""Portion marks: each paragraph, item, cell, caption and note begins with its marking in brackets.

A line bears the highest marking of the pieces that its words come from. A span marks its whole field. What was worked
out may rest on any piece, so a line that says something of the kind bears the marking of the paper. A passage in a note
bears that of the facts that quote it. Words of a template alone say nothing of the scenario, and bear none. So a line
may bear a higher marking than it needs, never a lower one.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.document import (
    Authored,
    Caption,
    Computed,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    Paged,
    Paragraph,
    Run,
)
from briefgen.document.rebuilding import Held, rebuilt
from briefgen.prose.marking import written
from briefgen.scenario.marking import scheme_of
from briefgen.scenario.model import Scenario
from briefgen.scenario.walk import given_markings, markings, texts

_WORKED_OUT = frozenset({"sign", "for", "against", "mixed", "computed"})
"""Marks of words that say what was worked out, whatever they come from."""

_EVIDENCE = ("facts.", "sources.")
_SURE = 8
"""Letters that a passage is known by at least."""
_MARK = Computed("marking")


def with_portions(document: Document, scenario: Scenario) -> Document:
    """The document with its portion marks; as it is where the scenario gives no marking at all."""
    marks = _Marks(scenario)
    if not marks.highest:
        return document
    blocks = rebuilt(document.blocks, lambda line: line, marks.held)
    notes = tuple(replace(note, content=marks.line(note.content, in_note=True)) for note in document.notes)
    return replace(document, blocks=blocks, notes=notes)


class _Marks:
    def __init__(self, scenario: Scenario) -> None:
        self._scheme = scheme_of(scenario)
        self._default = scenario.marking
        self.highest = self._scheme.highest(given_markings(scenario))
        self._pieces = {
            path.removesuffix(".marking"): label
            for path, label in markings(scenario)
            if "." in path and not path.startswith("audiences.")
        }
        self._spans: dict[str, list[str]] = {}
        for text in texts(scenario):
            for lang, words in text.texts.items():
                if "{" in words and (found := list(map(self._scheme.of_span, written(words)))):
                    self._spans[f"{text.path}.{lang}"] = found

        self._quotes = [(fact.id, _letters(each.quote)) for fact in scenario.facts for each in fact.evidence]
        evidence = [label for path, label in self._pieces.items() if path.startswith(_EVIDENCE)]
        evidence += [each for path, found in self._spans.items() if path.startswith(_EVIDENCE) for each in found]
        self._of_evidence = self._scheme.highest([self._default, *evidence])

    def held(self, held: Held) -> Held:
        """A paragraph or a caption with its mark, and a heading in which authors' words stand; others as they are."""
        match held:
            case List(role="notes", items=items):
                return replace(held, items=tuple(self._noted(item) for item in items))
            case Paragraph() | Caption():
                return replace(held, content=self.line(held.content))
            case Heading(content=content) if any(isinstance(run.origin, Authored) for run in _runs(content)):
                return replace(held, content=self.line(content))
            case _:
                return held

    def _quoting(self, inlines: Inlines) -> frozenset[str]:
        """The facts that quote the passages of a line, by their first words."""
        letters = (_letters(run.text) for run in _runs(inlines) if isinstance(run.origin, Computed))
        stems = [stem for stem in letters if len(stem) >= _SURE]
        return frozenset(fact for fact, quote in self._quotes if any(quote.startswith(stem) for stem in stems))

    def _noted(self, item: Item) -> Item:
        def held(inner: Held) -> Held:
            if isinstance(inner, Paragraph):
                return replace(inner, content=self.line(inner.content, in_note=True))
            return inner

        return replace(item, blocks=rebuilt(item.blocks, lambda line: line, held))

    def line(self, inlines: Inlines, in_note: bool = False) -> Inlines:
        """A line behind its mark; without one where no words of the scenario stand in it. In a note, what is no
        field is a passage."""
        if inlines and isinstance(first := inlines[0], Run) and first.origin == _MARK:
            return inlines
        found: list[str] = []
        for path in _paths(inlines):
            found += [self._default, *self._spans.get(path, ())]
            parts = path.split(".")
            found += [self._pieces.get(".".join(parts[:end]), "") for end in range(1, len(parts) + 1)]
        if any(isinstance(run.origin, Computed) or run.marks & _WORKED_OUT for run in _runs(inlines)):
            facts = self._quoting(inlines) if in_note else ()
            found += [self._default, *(self._pieces.get(f"facts.{each}", "") for each in facts)]
            if not facts:
                found.append(self._of_evidence if in_note else self.highest)
        label = self._scheme.highest(found)
        return (Run(f"({label}) ", _MARK, frozenset({"muted"})), *inlines) if label else inlines


def _paths(inlines: Inlines) -> Iterator[str]:
    """The fields that words and citations of a line come from."""
    for run in _runs(inlines):
        if isinstance(run.origin, Authored):
            yield run.origin.path
    for each in inlines:
        if isinstance(each, NoteMark) and each.origin:
            yield each.origin.path


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


def _letters(text: str) -> str:
    """A passage without what quotation marks and spaces do to it."""
    return "".join(filter(str.isalnum, text))
