"""The values of holes → inlines and blocks."""

import datetime as dt
import enum
from collections.abc import Iterable
from sys import float_info
from typing import cast, get_args

import msgspec

from briefgen.core.dates import PartialDate
from briefgen.document import (
    Block,
    Blocks,
    Computed,
    Inline,
    Link,
    List,
    Paged,
    Paragraph,
    Reference,
    Run,
    TemplateText,
)
from briefgen.document.node import BlockNode
from briefgen.markup.model import Citation, Cited, Label, Prose, Running
from briefgen.markup.parse import as_inlines, parse, parse_label
from briefgen.markup.plain import in_line, running
from briefgen.markup.words import clean
from briefgen.template.environment import HOLE, SLOT, Pointer, Sentence, Series, Wordings, hole
from briefgen.template.model import Locale

_INLINES = (*get_args(Inline), Citation, Pointer)


class Filling(msgspec.Struct, frozen=True):
    """The content of a hole: inlines, or blocks."""

    line: Cited = ()
    blocks: Blocks = ()

    def as_blocks(self) -> Blocks:
        """For a hole that is a whole paragraph."""
        return self.blocks or ((Paragraph(as_inlines(self.line)),) if self.line else ())

    def as_running(self) -> Running:
        """For a hole among the words of a paragraph, which ends where a list begins."""
        return self.line or running(self.blocks)

    def as_line(self) -> Cited:
        """For a hole among the words of a line."""
        return in_line(self.as_running())

    @property
    def needs_blocks(self) -> bool:
        """Whether it has blocks that cannot become part of a line."""
        return any(not isinstance(block, (Paragraph, List)) for block in self.blocks)


class NotPrintable(Exception):  # noqa: N818  (a value is)
    """A value without words. The message says what to print instead."""


class Filler(msgspec.Struct, frozen=True):
    """Fills holes in one language."""

    lang: str
    locale: Locale

    def fill(self, value: object, origin: TemplateText) -> Filling:
        """The content for a value printed at a place of a template; or NotPrintable."""
        match value:
            case None:
                return Filling()
            case Label():
                return Filling(parse_label(value, self.lang))
            case Prose():
                return Filling(blocks=parse(value, self.lang).blocks)
            case Sentence():
                return Filling(self._sentence(value, origin))
            case Series():
                return Filling(self._series(value, origin))
            case Wordings():
                return Filling((self._paged(value, origin),))
            case Pointer():
                return Filling(
                    (cast(Inline, msgspec.structs.replace(value, template=origin.template, line=origin.line)),)
                )
            case tuple() | list():
                return _ready(value)
            case _ if isinstance(value, _INLINES):
                return Filling((cast(Inline, value),))
            case _ if isinstance(value, BlockNode):
                return Filling(blocks=(cast(Block, value),))
            case _:
                return Filling(self._computed(value))

    def _computed(self, value: object) -> Cited:
        match value:
            case bool():
                raise NotPrintable("a yes or no has no words; choose them with `if`")
            case enum.Enum():
                return self._computed(value.value)
            case str():
                text, what = clean(value), "word"
            case dt.datetime():
                text, what = self.locale.date(value.date()), "date"
            case dt.date() | PartialDate():
                text, what = self.locale.date(value), "date"
            case int() | float() if not abs(value) <= float_info.max:
                raise NotPrintable("a number as large as this cannot be written out")
            case int() | float():
                text, what = self.locale.number(value), "number"
            case _:
                raise NotPrintable(f"a {type(value).__name__} has no words of its own; print one of its fields")
        return (Run(text, Computed(what)),) if text else ()

    def _sentence(self, sentence: Sentence, origin: TemplateText) -> Cited:
        out: list[Inline | Citation] = []
        at = 0
        for slot in SLOT.finditer(sentence.words):
            if slot[1] in sentence.values:
                out.extend(_words(sentence.words[at : slot.start()], origin))
                out.extend(self.fill(sentence.values[slot[1]], origin).as_line())
                at = slot.end()
        return (*out, *_words(sentence.words[at:], origin))

    def _paged(self, wordings: Wordings, origin: TemplateText) -> Paged:
        """Both wordings. A citation would be numbered in a format that does not show it, so there is none in them."""
        both = [self.fill(each, origin).as_line() for each in (wordings.with_pages, wordings.without_pages)]
        if not all(isinstance(inline, (Run, Link, Reference, Pointer)) for line in both for inline in line):
            raise NotPrintable("what stands in paged(…) is a sentence without citations and line ends")
        return Paged(*cast("tuple[tuple[Run | Link, ...], tuple[Run | Link, ...]]", tuple(both)))

    def _series(self, series: Series, origin: TemplateText) -> Cited:
        """The separators of the language are found by listing holes."""
        holes = [hole(index) for index in range(len(series.values))]
        listed = self.locale.join(holes) if series.separator is None else clean(series.separator).join(holes)
        out: list[Inline | Citation] = []
        at = 0
        for found in HOLE.finditer(listed):
            out.extend(_words(listed[at : found.start()], origin))
            out.extend(self.fill(series.values[int(found[1])], origin).as_line())
            at = found.end()
        return (*out, *_words(listed[at:], origin))


def _words(text: str, origin: TemplateText) -> Cited:
    return (Run(clean(text), origin),) if text else ()


def _ready(pieces: Iterable[object]) -> Filling:
    """A sequence of inlines or of blocks."""
    content = tuple(pieces)
    if all(isinstance(piece, _INLINES) for piece in content):
        return Filling(cast(Cited, content))
    if all(isinstance(piece, BlockNode) for piece in content):
        return Filling(blocks=cast(Blocks, content))
    raise NotPrintable("a list has no words of its own; go through it with `for`, or use `| join`")
