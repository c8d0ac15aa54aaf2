"""Citations → numbered note marks, and their notes."""

from collections.abc import Sequence
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from briefgen.core.diagnostic import Finding, Pointers
from briefgen.document import (
    Authored,
    Blocks,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    Paged,
    Paragraph,
    Reference,
    Run,
    TemplateText,
)
from briefgen.document.anchors import citation, note
from briefgen.document.node import Node
from briefgen.document.transform import transform
from briefgen.markup.model import Citation
from briefgen.template.environment import Pointer, Sentence
from briefgen.template.model import CitedFact, Frame
from briefgen.template.values import Filler


class UnknownAnchor(msgspec.Struct, frozen=True):
    """An anchor that a template refers to and the document does not have."""

    anchor: str
    origin: TemplateText


class NoteNumbering:
    """One pass over the texts of a document in reading order."""

    def __init__(self, frame: Frame, words: dict[str, str]) -> None:
        self._frame = frame
        self._words = words
        self._facts: dict[tuple[str, str], CitedFact | None] = {}
        self._numbers: dict[str, int] = {}
        self._cited: list[CitedFact] = []
        self._occurrences: list[int] = []
        self.findings: list[Finding] = []
        self.unknown: list[UnknownAnchor] = []

    def text(self, inlines: Inlines) -> Inlines:
        """A text with its citations numbered and its references resolved."""
        given: Sequence[object] = inlines
        if all(isinstance(inline, Run) for inline in given):
            return inlines
        return tuple(out for inline in given for out in self._inline(inline))

    def notes(self) -> tuple[Note, ...]:
        """The notes, in the order of their numbers."""
        return tuple(Note(number, _uncited(fact.brief)) for number, fact in enumerate(self._cited, 1))

    def end_notes(self) -> tuple[Item, ...]:
        """The end notes in full, with links back to where they are cited."""
        return tuple(self._end_note(number, fact) for number, fact in enumerate(self._cited, 1))

    def _inline(self, inline: object) -> Inlines:
        match inline:
            case Citation():
                return self._citation(inline)
            case Pointer():
                return self._pointer(inline)
            case Link() if inline.target.startswith("#"):
                return (inline,) if inline.target[1:] in self._words else self._dangling(inline)
            case Reference():
                return self._reference(inline) if inline.target in self._words else ()
            case Paged(with_pages=paged, without_pages=unpaged):
                return (Paged(self.text(paged), self.text(unpaged)),)  # type: ignore[arg-type]  # same kinds
            case _:
                return (inline,)  # type: ignore[return-value]  # there are no other inlines

    def _citation(self, citation: Citation) -> Inlines:
        fact = self._fact(citation)
        if fact is None:
            self.findings.append(
                Finding(
                    "unknown-fact",
                    citation.path,
                    f"There is no fact `{citation.fact}`.",
                    place=Pointers(f"@{citation.fact}"),
                )
            )
            return ()
        number = self._numbers.get(fact.key)
        if number is None:
            self._cited.append(fact)
            self._occurrences.append(0)
            number = self._numbers[fact.key] = len(self._cited)
        self._occurrences[number - 1] += 1
        origin = Authored(citation.path, citation.block)
        return (NoteMark(number, self._occurrences[number - 1], origin),)

    def _fact(self, citation: Citation) -> CitedFact | None:
        key = citation.fact, citation.locator
        if key not in self._facts:
            self._facts[key] = self._frame.cite(citation)
        return self._facts[key]

    def _pointer(self, pointer: Pointer) -> Inlines:
        origin = TemplateText(pointer.template, pointer.line)
        words = self._words.get(pointer.anchor)
        if words is None:
            self.unknown.append(UnknownAnchor(pointer.anchor, origin))
            return ()
        return (Link((Run(words or pointer.anchor, origin),), f"#{pointer.anchor}"),)

    def _reference(self, reference: Reference) -> Inlines:
        return (reference if reference.text else Reference(reference.target, self._words[reference.target]),)

    def _dangling(self, link: Link) -> Inlines:
        match link.content[0].origin:
            case Authored(path=path):
                self.findings.append(
                    Finding(
                        "unknown-anchor",
                        path,
                        f"Nothing in the brief is called `{link.target}`.",
                        place=Pointers(link.target),
                        severity="warning",
                    )
                )
            case TemplateText() as origin:
                self.unknown.append(UnknownAnchor(link.target[1:], origin))
            case _:
                pass
        return link.content

    def _end_note(self, number: int, fact: CitedFact) -> Item:
        filler = Filler(self._frame.lang, self._frame.locale)
        back: list[Inline] = []
        for occurrence in range(1, self._occurrences[number - 1] + 1):
            if back:
                back.append(Run(", ", TemplateText()))
            back.append(Link((Run(str(occurrence), TemplateText()),), f"#{citation(number, occurrence)}"))
        words = Sentence(self._frame.locale.text("Back to where it is cited: {places}"), {"places": tuple(back)})
        last = Paragraph(filler.fill(words, TemplateText()).line, "small")  # type: ignore[arg-type]  # no citations
        return Item((*transform(fact.full, text=_uncited), last), label=str(number), anchor=note(number))


def _uncited(inlines: Inlines) -> Inlines:
    """A text without its citations: a note does not cite."""
    pieces: Sequence[object] = inlines
    return tuple(inline for inline, piece in zip(inlines, pieces, strict=True) if not isinstance(piece, Citation))


def with_end_notes(blocks: Blocks, items: tuple[Item, ...]) -> Blocks:
    """The blocks with the end notes in their place; without any, that place is removed, and a heading above it."""

    def filled(node: Node) -> Node | None:
        if not isinstance(node, List) or node.role != "notes":
            return node
        return replace(node, items=items, ordered=True) if items else None

    if not items:
        blocks = tuple(
            block
            for block, after in zip_longest(blocks, blocks[1:])
            if not (isinstance(block, Heading) and isinstance(after, List) and after.role == "notes")
        )
    return transform(blocks, node=filled)
