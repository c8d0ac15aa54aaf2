"""What a field of prose states, sentence by sentence: of what kind each is, and which facts it cites.

The sentence is the unit of evidence: a citation covers its own sentence and no more; behind the full stop it covers the
sentence before it. A span overrides the kind of the words that it holds.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from briefgen.core.diagnostic import Place
from briefgen.document import Block, LineBreak, Link, List, Mark, Paragraph, Run
from briefgen.markup.model import Citation, Kind, Prose
from briefgen.markup.parse import parse
from briefgen.markup.sentences import sentences

Nature: TypeAlias = Kind | Literal["computed", "inferred", "unmarked"]
"""What words are: of the kind of their field, or what a span makes of them; `unmarked`, where only spans count."""

_SPANS: tuple[Literal["judgement", "assumption", "computed", "inferred"], ...] = (
    "judgement", "assumption", "computed", "inferred",
)  # fmt: skip

MOST = 200
"""Sentences of a field that are looked at one by one: prose is a few paragraphs."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a field."""

    text: str
    """Its words of the wanted nature; all others are blanked, letter for letter."""
    words: str
    """All its words, as a reader sees them."""
    cites: tuple[str, ...]
    """The facts that it cites, each once."""
    paragraph: int
    """Which paragraph or list item of the field it is in, from 0."""
    start: int
    """Where it begins in the words of that paragraph."""
    introduces: bool = False
    """Whether a list follows that says what it announces: “There are two ways:”."""
    works_out: bool = False
    """Whether some of its words are marked as worked out."""
    number: str = ""
    """The number of the list item that it begins: `2.`."""

    def place(self, start: int, end: int) -> Place:
        """The place of a range of its words, white space at its ends left out."""
        words = self.words[start:end]
        start += len(words) - len(words.lstrip())
        return Place(self.start + start, self.start + start + len(words.strip()), self.paragraph)


def sentences_of(prose: Prose, lang: str, wanted: Nature | None = None) -> Iterator[Sentence]:
    """The sentences of a field in one language. `wanted`: the nature of the words that are kept; without it, that of
    the field itself."""
    return _sentences(prose, lang, prose.kind, wanted or prose.kind)


def unmarked(prose: Prose, lang: str) -> Iterator[Sentence]:
    """The same, of the words that no span marks as anything, whatever the kind of the field."""
    return _sentences(prose, lang, "unmarked", "unmarked")


def _sentences(prose: Prose, lang: str, own: Nature, wanted: Nature) -> Iterator[Sentence]:
    for paragraph, stretch in enumerate(_stretches(parse(prose, lang).blocks, own, wanted)):
        spans = sentences(stretch.words) or [(0, len(stretch.words))]
        for number, (start, end) in enumerate(spans):
            last = number + 1 == len(spans)
            stop = len(stretch.words) + 1 if last else spans[number + 1][0]
            cites = [(at, fact) for at, fact in stretch.cites if (number == 0 or at >= start) and at < stop]
            yield Sentence(
                stretch.text[start:end],
                stretch.words[start:end],
                tuple(dict.fromkeys(fact for _, fact in cites)),
                paragraph,
                start,
                last and stretch.introduces,
                any(start <= at < end for at in stretch.worked_out),
                stretch.number if number == 0 else "",
            )


class _Stretch(msgspec.Struct):
    """A paragraph: its words, those of the wanted nature, and each citation with the offset that it stands behind."""

    words: str = ""
    text: str = ""
    cites: list[tuple[int, str]] = []
    introduces: bool = False
    worked_out: list[int] = []
    """Where words stand that are marked so."""
    number: str = ""
    """Of the list item that it begins."""

    def add(self, words: str, kept: bool) -> None:
        self.words += words
        self.text += words if kept else " " * len(words)


def _stretches(blocks: Iterable[Block], own: Nature, wanted: Nature) -> Iterator[_Stretch]:
    behind: _Stretch | None = None
    for block in blocks:
        match block:
            case Paragraph(content=content):
                if behind:
                    yield behind
                behind = _stretch(content, own, wanted)
            case List(items=items, ordered=ordered, start=first):
                if behind:
                    behind.introduces = behind.words.rstrip().endswith(":")
                    yield behind
                behind = None
                for number, item in enumerate(items, first):
                    for at, stretch in enumerate(_stretches(item.blocks, own, wanted)):
                        if ordered and at == 0 and isinstance(item.blocks[0], Paragraph):
                            stretch.number = f"{number}."
                        yield stretch
            case _:
                pass
    if behind:
        yield behind


def _stretch(content: Iterable[object], own: Nature, wanted: Nature) -> _Stretch:
    out = _Stretch()
    for inline in content:
        match inline:
            case Run(text=text, marks=marks):
                if "computed" in marks:
                    out.worked_out.append(len(out.words))
                out.add(text, _nature(marks, own) == wanted and "code" not in marks)
            case Link(content=runs):
                for run in runs:
                    out.add(run.text, _nature(run.marks, own) == wanted)
            case Citation(fact=fact):
                out.cites.append((max(0, len(out.words.rstrip()) - 1), fact))
            case LineBreak():
                out.add(" ", True)
            case _:
                pass
    return out


def _nature(marks: frozenset[Mark], own: Nature) -> Nature:
    return next((span for span in _SPANS if span in marks), own)
