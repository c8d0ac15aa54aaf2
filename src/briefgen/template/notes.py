"""Citations → numbered note marks, with the notes that they set."""

from collections.abc import Sequence

import msgspec

from briefgen.core.diagnostic import Finding, Pointers
from briefgen.document import (
    Authored,
    Block,
    Blocks,
    Callout,
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
from briefgen.document.transform import rebuilt
from briefgen.markup.model import Citation
from briefgen.template.environment import Pointer, Sentence
from briefgen.template.model import CitedFact, Frame
from briefgen.template.values import Filler


class Unknown(msgspec.Struct, frozen=True):
    """An anchor that a template names and the document has not."""

    anchor: str
    origin: TemplateText


class Marking:
    """One pass over the lines of a document in reading order."""

    def __init__(self, frame: Frame, words: dict[str, str]) -> None:
        self._frame = frame
        self._words = words
        self._known: dict[tuple[str, str], CitedFact | None] = {}
        self._numbers: dict[str, int] = {}
        self._cited: list[CitedFact] = []
        self._occurrences: list[int] = []
        self.findings: list[Finding] = []
        self.unknown: list[Unknown] = []

    def line(self, inlines: Inlines) -> Inlines:
        """A line with its citations numbered and its pointers led to their places."""
        pieces: Sequence[object] = inlines
        if all(isinstance(piece, Run) for piece in pieces):
            return inlines
        return tuple(out for piece in pieces for out in self._piece(piece))

    def notes(self) -> tuple[Note, ...]:
        """The notes, in the order of their numbers."""
        return tuple(Note(number, _uncited(fact.brief)) for number, fact in enumerate(self._cited, 1))

    def end_notes(self) -> tuple[Item, ...]:
        """The end notes: the whole of each, and links back to where it is cited."""
        return tuple(self._end_note(number, fact) for number, fact in enumerate(self._cited, 1))

    def _piece(self, piece: object) -> Inlines:
        match piece:
            case Run():
                return (piece,)
            case Citation():
                return self._citation(piece)
            case Pointer():
                return self._pointer(piece)
            case Link() if piece.target.startswith("#"):
                return (piece,) if piece.target[1:] in self._words else self._lost(piece)
            case Reference():
                return self._reference(piece) if piece.target in self._words else ()
            case Paged(with_pages=paged, without_pages=unpaged):
                return (Paged(self.line(paged), self.line(unpaged)),)  # type: ignore[arg-type]  # of what they held
            case _:
                return (piece,)  # type: ignore[return-value]  # inlines hold nothing else

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
        asked = citation.fact, citation.locator
        if asked not in self._known:
            self._known[asked] = self._frame.cite(citation)
        return self._known[asked]

    def _pointer(self, pointer: Pointer) -> Inlines:
        origin = TemplateText(pointer.template, pointer.line)
        words = self._words.get(pointer.anchor)
        if words is None:
            self.unknown.append(Unknown(pointer.anchor, origin))
            return ()
        return (Link((Run(words or pointer.anchor, origin),), f"#{pointer.anchor}"),)

    def _reference(self, reference: Reference) -> Inlines:
        return (reference if reference.text else Reference(reference.target, self._words[reference.target]),)

    def _lost(self, link: Link) -> Inlines:
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
                self.unknown.append(Unknown(link.target[1:], origin))
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
        last = Paragraph(filler.fill(words, TemplateText()).line, "small")  # type: ignore[arg-type]  # no citations in it
        return Item((*rebuilt(fact.full, _uncited), last), label=str(number), anchor=note(number))


def _uncited(inlines: Inlines) -> Inlines:
    """A note does not cite."""
    pieces: Sequence[object] = inlines
    return tuple(inline for inline, piece in zip(inlines, pieces, strict=True) if not isinstance(piece, Citation))


def with_end_notes(blocks: Blocks, items: tuple[Item, ...]) -> Blocks:
    """The end notes put in their place; without any, the place goes, and a heading that stood over it."""
    out: list[Block] = []
    for block in blocks:
        match block:
            case List(role="notes"):
                if items:
                    out.append(List(items, role="notes", ordered=True))
                elif out and isinstance(out[-1], Heading):
                    out.pop()
            case Callout(blocks=inner):
                out.append(msgspec.structs.replace(block, blocks=with_end_notes(inner, items)))
            case _:
                out.append(block)
    return tuple(out)
